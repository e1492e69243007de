//! Keeping in touch: how long at most between two contacts, by segment of customers.

use super::condition::Condition;
use crate::contact::benefit::Benefit;
use crate::contact::interaction::Objective;
use crate::value::contact_point::Channel;
use crate::value::id::SegmentId;
use crate::value::text::Line;

record! {
    /// The rhythm in which a segment is kept in touch with. It begins anew with every contact in which they answered.
    pub struct Rhythm {
        /// The segment.
        pub id: SegmentId,
        /// Its name.
        pub name: Line,
        /// Who belongs to it; of several segments the first counts.
        pub when: Condition,
        /// Days after which a contact is due.
        pub ideal_days: u16,
        /// Days that should never pass without one.
        pub longest_days: u16,
        /// By which channels, best first.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Channel>"))]
        pub channels: Vec<Channel>,
        /// What for.
        pub objective: Objective,
        /// What the customer gains from it; the first that differs from the last contact's is used.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Benefit>"))]
        pub benefits: Vec<Benefit>,
        /// What a good result would be.
        pub desired_result: Line,
    } checked by crate::plan::check::rules::rhythm
}
