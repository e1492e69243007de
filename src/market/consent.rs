//! What somebody allows (PEOPLE-3).

use crate::value::time::Date;

choice! {
    /// May we use a channel?
    pub enum Consent {
        /// Nobody asked yet.
        Unknown = "unknown",
        /// They said yes.
        Given = "given",
        /// They said no, or not any more.
        Withdrawn = "withdrawn",
    }
}

record! {
    /// No wish not to be contacted, or not any more.
    pub struct Contactable {}
}

record! {
    /// No contact at all.
    pub struct Never {}
}

record! {
    /// No contact before a day.
    pub struct NotBefore {
        /// The first day on which contact is welcome again.
        pub date: Date,
    }
}

tagged! {
    /// Does somebody want to be left alone?
    pub enum DoNotContact {
        /// No.
        Contactable(Contactable),
        /// For ever.
        Never(Never),
        /// For a while.
        NotBefore(NotBefore),
    }
}
