//! Hesitations: what holds a customer back, open until a benefit answered it and they confirmed that (OBJECTION-1).

use crate::contact::benefit::Benefit;
use crate::deal::qualification::Certainty;
use crate::value::document::OrText;
use crate::value::id::HesitationId;
use crate::value::text::Text;

choice! {
    /// What a hesitation is about.
    pub enum HesitationKind {
        /// What it costs.
        Price = "price",
        /// When.
        Timing = "timing",
        /// Whether we can be trusted.
        Trust = "trust",
        /// Who decides.
        Authority = "authority",
        /// Whether it is right for them.
        Fit = "fit",
        /// What could go wrong.
        Risk = "risk",
        /// Somebody else's offer.
        Competitor = "competitor",
        /// Whether to change anything at all.
        StatusQuo = "statusQuo",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// Something that holds a customer back.
    pub struct Hesitation {
        /// Its id; made from the contact's where none is given.
        pub hesitation: Option<HesitationId>,
        /// What it is about.
        pub kind: HesitationKind,
        /// How they put it, word for word.
        pub words: Option<Text>,
    }
}

impl OrText for Hesitation {
    fn from_text(words: Text) -> Hesitation {
        Hesitation { hesitation: None, kind: HesitationKind::Other, words: Some(words) }
    }
}

record! {
    /// A hesitation that a benefit answered.
    pub struct Answered {
        /// The hesitation.
        pub hesitation: HesitationId,
        /// What the customer gains that answers it.
        pub benefit: Benefit,
        /// Did they confirm that it is answered? Until then it stays open.
        pub certainty: Certainty,
    }
}
