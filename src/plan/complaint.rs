//! How complaints are put right (GUARD-3).

use crate::contact::benefit::Benefit;
use crate::value::contact_point::Channel;
use crate::value::text::Line;

record! {
    /// The contact by which a complaint is put right.
    pub struct ComplaintPlan {
        /// By which channels, best first.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Channel>"))]
        pub channels: Vec<Channel>,
        /// What the customer gains from it; the first that differs from the last contact's is used.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<Benefit>"))]
        pub benefits: Vec<Benefit>,
        /// What a good result would be.
        pub desired_result: Line,
    } checked by crate::plan::check::rules::complaints
}

impl ComplaintPlan {
    /// What holds where a plan says nothing: better spoken than written.
    ///
    /// ```
    /// use nextsale::plan::complaint::ComplaintPlan;
    /// let usual = ComplaintPlan::usual().unwrap();
    /// assert_eq!(usual.desired_result.as_str(), "They say that it is put right");
    /// ```
    pub fn usual() -> Option<ComplaintPlan> {
        Some(ComplaintPlan {
            channels: vec![
                Channel::Phone,
                Channel::InPerson,
                Channel::Email,
                Channel::Social,
                Channel::Postal,
            ],
            benefits: vec![Benefit::parse("Gets what went wrong put right")?],
            desired_result: Line::parse("They say that it is put right")?,
        })
    }
}
