//! How business stands: new or existing, early or late.

choice! {
    /// What kind of business somebody is.
    pub enum Business {
        /// They have not bought yet.
        New = "new",
        /// They have bought, and we are in touch.
        Existing = "existing",
        /// They have bought, but neither bought nor said anything for long.
        WinningBack = "winningBack",
    }
}

choice! {
    /// How something stands against the plan's timeline (PLAN-3).
    pub enum Pace {
        /// It has come further than the timeline expects.
        Early = "early",
        /// It stands where the timeline expects it.
        OnTrack = "onTrack",
        /// It takes longer than the timeline says.
        Late = "late",
        /// Nothing was heard from them for too long.
        Stale = "stale",
        /// It is late or stale, and a reason that still holds says why.
        Excused = "excused",
    }
}
