//! Budget, authority, need and timeline (BANT-1).

choice! {
    /// What we want to know of somebody who may buy.
    pub enum Topic {
        /// Can they pay?
        Budget = "budget",
        /// Can they decide?
        Authority = "authority",
        /// Do they need it?
        Need = "need",
        /// Do they know when?
        Timeline = "timeline",
    }
}

choice! {
    /// What we know of it.
    pub enum Answer {
        /// Nothing.
        Unknown = "unknown",
        /// No.
        No = "no",
        /// Partly.
        Partly = "partly",
        /// Yes.
        Yes = "yes",
    }
}

choice! {
    /// How we know it.
    pub enum Certainty {
        /// We think so.
        Assumed = "assumed",
        /// The customer said so.
        Confirmed = "confirmed",
    }
}
