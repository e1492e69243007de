//! Facts about quotes: what was accepted of them, and what came back (PROMO-5).

use crate::deal::need::Need;
use crate::offer::reservation::Reservation;
use crate::offer::terms::FollowUp;
use crate::value::id::{DealId, LineId, PartyId, PromotionId, QuoteId};
use crate::value::text::Line;
use crate::value::time::Timestamp;

record! {
    /// What a promotion leads to, as its terms and the plan said when the quote was accepted.
    pub struct Consequence {
        /// The promotion.
        pub promotion: PromotionId,
        /// What it was called.
        pub name: Line,
        /// The contact that follows, so many days after the quote was accepted.
        pub follow: Option<FollowUp>,
        /// The need that comes up later.
        pub need: Option<Need>,
    }
}

record! {
    /// A quote was given to the customer as one that holds for some time.
    #[derive(Copy)]
    pub struct QuoteValidity {
        /// When it was given to them.
        pub given_at: Timestamp,
        /// Until this moment: then it is over.
        pub until: Timestamp,
    }
}

record! {
    /// A customer accepted a quote.
    pub struct QuoteAccepted {
        /// The id that it gets.
        pub quote: QuoteId,
        /// Who accepted it; the deal's customer if it is not said.
        pub party: Option<PartyId>,
        /// The deal that it was made for. It is worth from now on what the quote comes to.
        pub deal: Option<DealId>,
        /// What was accepted, word for word as the quote gave it.
        pub reservation: Reservation,
        /// When, if that was earlier than now.
        pub accepted_at: Option<Timestamp>,
        /// How long it held, if it was given to them as one that holds for some time. Promotions that were given then may
        /// since be over; what they can give in all may still be used up by others.
        pub validity: Option<QuoteValidity>,
        /// What its promotions lead to; the engine writes it down.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Consequence>>"))]
        pub consequences: Vec<Consequence>,
    }
}

impl QuoteAccepted {
    /// The moment at which its promotions have to be given, and money off from earlier purchases has to be there: when
    /// it was accepted, or when it was given to the customer if it still held.
    ///
    /// ```
    /// use nextsale::journal::fact::QuoteAccepted;
    /// use nextsale::value::{document::read, time::Timestamp};
    /// let fact = |until| read::<QuoteAccepted>(&format!(r#"{{ "quote": "q_1", "acceptedAt": 5000,
    ///   "validity": {{ "givenAt": 1000, "until": {until} }},
    ///   "reservation": {{ "currency": "EUR", "lines": [], "total": 0 }} }}"#)).unwrap();
    /// assert_eq!(fact(9000).promotions_at(Timestamp::LATEST).millis(), 1000);
    /// assert_eq!(fact(5000).promotions_at(Timestamp::LATEST).millis(), 5000);
    /// ```
    pub fn promotions_at(&self, recorded_at: Timestamp) -> Timestamp {
        let accepted = self.accepted_at.unwrap_or(recorded_at);
        let held = |validity: &QuoteValidity| validity.given_at <= accepted && accepted < validity.until;
        self.validity.filter(held).map_or(accepted, |validity| validity.given_at)
    }
}

record! {
    /// An accepted quote was taken back as a whole.
    pub struct QuoteCancelled {
        /// The quote.
        pub quote: QuoteId,
        /// Why.
        pub reason: Option<Line>,
    }
}

record! {
    /// Units of a line that came back.
    pub struct ReturnedUnits {
        /// The line.
        pub line: LineId,
        /// How many units.
        pub quantity: u32,
    }
}

record! {
    /// Goods of an accepted quote came back. The share that promotions had in them is taken back with them.
    pub struct GoodsReturned {
        /// The quote.
        pub quote: QuoteId,
        /// What came back.
        pub lines: Vec<ReturnedUnits>,
    }
}
