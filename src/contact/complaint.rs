//! Complaints: while one is open, nothing is sold to that customer (GUARD-3).

choice! {
    /// How bad it is for them.
    pub enum Severity {
        /// A nuisance.
        Minor = "minor",
        /// It costs them time or money.
        Serious = "serious",
        /// It puts their business or their trust at stake.
        Grave = "grave",
    }
}
