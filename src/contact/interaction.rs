//! What contacts are for, why they happen, and how they went (CONTACT-1, CONTACT-4).

choice! {
    /// What a contact is for.
    pub enum Objective {
        /// Find out whether there is interest.
        FindOutInterest = "findOutInterest",
        /// Understand what they need.
        AnalyseNeeds = "analyseNeeds",
        /// Get a meeting.
        GetMeeting = "getMeeting",
        /// Show it.
        Demonstrate = "demonstrate",
        /// Make an offer.
        Propose = "propose",
        /// Resolve a hesitation.
        ResolveHesitation = "resolveHesitation",
        /// Put right what they complained about.
        ResolveComplaint = "resolveComplaint",
        /// Agree.
        Agree = "agree",
        /// Thank.
        Thank = "thank",
        /// Ask for feedback.
        AskForFeedback = "askForFeedback",
        /// Ask for a referral.
        AskForReferral = "askForReferral",
    }
}

choice! {
    /// Why somebody is contacted.
    pub enum Why {
        /// They asked.
        TheyAsked = "theyAsked",
        /// Somebody referred them.
        Referred = "referred",
        /// A signal of interest.
        Signal = "signal",
        /// A point of contact of the sales plan.
        PointOfContact = "pointOfContact",
        /// Something we promised is due.
        PromiseDue = "promiseDue",
        /// A need that was for later.
        NeedForLater = "needForLater",
        /// Feedback.
        Feedback = "feedback",
    }
}

choice! {
    /// Was the objective reached?
    pub enum ContactOutcome {
        /// Yes.
        Reached = "reached",
        /// Partly.
        Partly = "partly",
        /// No.
        NotReached = "notReached",
        /// Nobody answered.
        NoAnswer = "noAnswer",
    }
}

choice! {
    /// Whose idea a contact was. Contacts that the customer asked for are exempt from caps.
    pub enum Initiative {
        /// Ours.
        Seller = "seller",
        /// Theirs.
        Customer = "customer",
    }
}

choice! {
    /// How firm a planned contact is.
    pub enum Commitment {
        /// We mean to.
        Intended = "intended",
        /// The time is agreed with the customer.
        Appointment = "appointment",
    }
}
