//! Signals of interest (SIGNAL-1) and how close to buying they show somebody to be (SIGNAL-2).

choice! {
    /// Something that somebody did, or didn't.
    pub enum SignalKind {
        /// Came to our site, shop or stand.
        Visited = "visited",
        /// Read, watched or downloaded something of ours.
        ReadContent = "readContent",
        /// Asked for information.
        AskedForInformation = "askedForInformation",
        /// Looked at prices.
        ViewedPricing = "viewedPricing",
        /// Asked for a quote.
        AskedForQuote = "askedForQuote",
        /// Saw a demonstration or began a trial.
        DemoOrTrial = "demoOrTrial",
        /// Answered us.
        Replied = "replied",
        /// Came to a meeting.
        CameToMeeting = "cameToMeeting",
        /// Bought.
        Bought = "bought",
        /// Complained.
        Complained = "complained",
        /// Stopped answering.
        WentSilent = "wentSilent",
        /// Unsubscribed.
        Unsubscribed = "unsubscribed",
    }
}

impl SignalKind {
    /// Does it ask for an answer of ours?
    ///
    /// ```
    /// use nextsale::deal::signal::SignalKind;
    /// assert!(SignalKind::AskedForQuote.asks() && !SignalKind::ViewedPricing.asks());
    /// ```
    pub fn asks(self) -> bool {
        matches!(self, SignalKind::AskedForInformation | SignalKind::AskedForQuote | SignalKind::Replied)
    }
}

choice! {
    /// How far somebody has come towards buying, from not knowing us to deciding.
    pub enum BuyingPoint {
        /// Doesn't know of us.
        Unaware = "unaware",
        /// Knows of us.
        Aware = "aware",
        /// Wants to know more.
        Informing = "informing",
        /// Compares us with others.
        Comparing = "comparing",
        /// Looks at prices.
        Pricing = "pricing",
        /// Is about to decide.
        Deciding = "deciding",
    }
}
