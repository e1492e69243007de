//! Rapport: personal facts to open a conversation with (PEOPLE-4).

choice! {
    /// May a note be suggested as a topic?
    pub enum Privacy {
        /// Yes.
        Shareable = "shareable",
        /// No: it is for us to know only.
        Private = "private",
    }
}
