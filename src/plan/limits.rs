//! The numbers of the guards (GUARD-1, GUARD-2).

use crate::value::contact_point::Channel;
use crate::value::time::{Hours, Weekday};
use std::collections::BTreeMap;

record! {
    /// What a proposed contact must respect.
    pub struct Limits {
        /// How often somebody may be contacted.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Cap>>"))]
        pub caps: Vec<Cap>,
        /// How much contact a person bears, over all channels and whoever of us it is.
        pub fatigue: Option<Fatigue>,
        /// At least so many hours between two contacts with a person.
        pub gap_hours: u16,
        /// The gap after contacts that nobody answered.
        pub after_no_answer: GrowingGap,
        /// Nobody is contacted by phone, social message or in person within these hours of their own day.
        pub quiet_hours: Hours,
        /// The days on which people are contacted.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Weekday>"))]
        pub contact_days: Vec<Weekday>,
        /// Channels that need consent given; on the others consent must just not be withdrawn.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Channel>>"))]
        pub consent_required: Vec<Channel>,
    } checked by crate::plan::check::numbers::limits
}

record! {
    /// At most so many contacts within so many days.
    pub struct Cap {
        /// On this channel; on all together if none is named.
        pub channel: Option<Channel>,
        /// At most so many.
        pub most: u16,
        /// Within so many days.
        pub days: u16,
    } checked by crate::plan::check::numbers::cap
}

record! {
    /// A gap that grows with each contact in a row that nobody answered.
    pub struct GrowingGap {
        /// Hours after the first.
        pub first_hours: u16,
        /// Each further one takes so many percent of the one before.
        pub growth_percent: u16,
        /// At most so many hours.
        pub most_hours: u16,
    } checked by crate::plan::check::numbers::growing_gap
}

record! {
    /// The sum of the weights of our contacts within so many days stays within a budget.
    pub struct Fatigue {
        /// At most so much.
        pub budget: u16,
        /// Within so many days.
        pub days: u16,
        /// What a contact on each channel weighs; 1 where none is named.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Channel, u16>>"))]
        pub weights: BTreeMap<Channel, u16>,
    } checked by crate::plan::check::numbers::fatigue
}

impl Fatigue {
    /// What a contact on a channel weighs.
    pub fn weight(&self, channel: Channel) -> u32 {
        self.weights.get(&channel).copied().unwrap_or(1).into()
    }
}
