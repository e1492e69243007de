//! Facts about ourselves: products, people of ours, the plan, our calendars, and what was taken back.

use crate::journal::entry::EntryId;
use crate::offer::promotion::Promotion;
use crate::plan::Plan;
use crate::value::attribute::Attribute;
use crate::value::id::{MemberId, ProductId, PromotionId};
use crate::value::money::Money;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use std::collections::BTreeMap;

record! {
    /// We began to offer a product.
    pub struct ProductListed {
        /// The id that it gets.
        pub product: ProductId,
        /// Its name.
        pub name: Line,
        /// Its price.
        pub price: Option<Money>,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// We began to give a promotion. Listed again it has other terms from now on; what was accepted stays as it was.
    pub struct PromotionListed {
        /// The id that it gets, or has.
        pub promotion: PromotionId,
        /// Its terms.
        pub terms: Box<Promotion>,
    }
}

record! {
    /// Somebody joined the team.
    pub struct MemberJoined {
        /// The id that they get.
        pub member: MemberId,
        /// Their name.
        pub name: Line,
        /// Custom fields.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Attribute>>"))]
        pub attributes: BTreeMap<Line, Attribute>,
    }
}

record! {
    /// A sales plan came into force (PLAN-5).
    pub struct PlanAdopted {
        /// The plan.
        pub plan: Box<Plan>,
    }
}

record! {
    /// A time at which we are busy with something else.
    pub struct BusyTime {
        /// From when.
        pub from: Timestamp,
        /// Up to when.
        pub to: Timestamp,
        /// With what.
        pub summary: Option<Line>,
    }
}

record! {
    /// We took over the busy times of a calendar. They replace those that were known of it (DAY-1).
    pub struct CalendarImported {
        /// Its name.
        pub calendar: Line,
        /// When we are busy.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<BusyTime>>"))]
        pub busy: Vec<BusyTime>,
    }
}

record! {
    /// An entry was taken back: the book is as if it had never been recorded.
    pub struct Retracted {
        /// The entry. That of another retraction brings back what it took away.
        pub entry: EntryId,
    }
}

record! {
    /// A whole batch, such as an import, was taken back.
    pub struct BatchRetracted {
        /// The first entry of the batch.
        pub batch: EntryId,
    }
}
