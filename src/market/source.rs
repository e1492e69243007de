//! Where leads come from (SOURCE-1).

use crate::value::id::PartyId;
use crate::value::text::Line;

choice! {
    /// The way in which a lead was won.
    pub enum SourceMethod {
        /// We called without being asked.
        ColdCall = "coldCall",
        /// We met where people of the trade meet.
        LocalNetworking = "localNetworking",
        /// They found our website.
        Website = "website",
        /// Somebody sent them.
        Referral = "referral",
        /// Somebody whom many follow spoke of us.
        Influencer = "influencer",
        /// A partner who sells to the same people without competing.
        AffiliatePartner = "affiliatePartner",
        /// Advertising.
        Advertising = "advertising",
        /// A fair, a talk, a webinar.
        Event = "event",
        /// We wrote or came to them with an offer.
        DirectSolicitation = "directSolicitation",
        /// They came in.
        WalkIn = "walkIn",
        /// They had bought before.
        ExistingCustomer = "existingCustomer",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// How a lead found us, or we them.
    pub struct Source {
        /// The way.
        pub method: SourceMethod,
        /// The campaign it belonged to.
        pub campaign: Option<Line>,
        /// Who referred them, if that is a party of the book.
        pub referrer: Option<PartyId>,
        /// Anything else about it, such as the word that another system had for it.
        pub detail: Option<Line>,
    }
}
