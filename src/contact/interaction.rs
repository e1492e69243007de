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

impl Objective {
    /// Does it lead towards a sale? Putting a complaint right, thanking and asking how it went do not (GUARD-3).
    ///
    /// ```
    /// use nextsale::contact::interaction::Objective;
    /// assert!(Objective::GetMeeting.sells() && !Objective::ResolveComplaint.sells());
    /// ```
    pub fn sells(self) -> bool {
        match self {
            Objective::ResolveComplaint | Objective::Thank | Objective::AskForFeedback => false,
            Objective::FindOutInterest
            | Objective::AnalyseNeeds
            | Objective::GetMeeting
            | Objective::Demonstrate
            | Objective::Propose
            | Objective::ResolveHesitation
            | Objective::Agree
            | Objective::AskForReferral => true,
        }
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
