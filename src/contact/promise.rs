//! Promises: what we said we would do for the customer, and by when (NEXT-3).

use crate::value::id::PromiseId;
use crate::value::text::Line;
use crate::value::time::Date;

record! {
    /// Something that we said we would do.
    pub struct Promise {
        /// Its id; made from the contact's where none is given.
        pub promise: Option<PromiseId>,
        /// What we will do.
        pub text: Line,
        /// The last day on which it counts as kept.
        pub due: Date,
    }
}
