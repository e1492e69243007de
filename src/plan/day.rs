//! The rhythm of the day (DAY-1).

use crate::value::contact_point::Channel;
use crate::value::text::Line;
use crate::value::time::{Hours, Weekday};
use std::collections::BTreeMap;

record! {
    /// When we work and how long things take.
    pub struct DayRhythm {
        /// Working hours of each day of the week, breaks left out. A day not named is free.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Weekday, Vec<Hours>>>"))]
        pub hours: BTreeMap<Weekday, Vec<Hours>>,
        /// Minutes that a contact takes on each channel, writing it up included.
        #[cfg_attr(feature = "typescript", ts(as = "BTreeMap<Channel, u16>"))]
        pub minutes: BTreeMap<Channel, u16>,
        /// Minutes for a step that is no contact.
        pub other_minutes: u16,
        /// What a step that is no contact counts beside one, in percent: it only prepares.
        pub other_percent: u16,
        /// Minutes left free between contacts on different channels.
        pub switch_minutes: u16,
        /// Breaks on each working day.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Break>>"))]
        pub breaks: Vec<Break>,
        /// Minutes to travel before and after a contact on a channel.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Channel, u16>>"))]
        pub travel_minutes: BTreeMap<Channel, u16>,
    } checked by crate::plan::check::numbers::day
}

record! {
    /// Time off in the middle of the working hours.
    pub struct Break {
        /// Its name.
        pub name: Line,
        /// When it is.
        pub hours: Hours,
    } checked by crate::plan::check::numbers::time_off
}

impl DayRhythm {
    /// Minutes that a contact on a channel takes.
    pub fn minutes_on(&self, channel: Channel) -> u16 {
        self.minutes.get(&channel).copied().unwrap_or(self.other_minutes)
    }
}
