//! What signals, answers and sources are worth (SIGNAL-1, BANT-1, SCORE-1).

use crate::deal::qualification::Topic;
use crate::deal::signal::{BuyingPoint, SignalKind};
use crate::market::source::SourceMethod;
use crate::value::text::Line;
use std::collections::BTreeMap;

record! {
    /// What signals mean.
    pub struct SignalWeights {
        /// For how many days a signal tells of the buying point.
        pub buying_point_days: u16,
        /// Each kind of signal. Those not named count for nothing.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<SignalKind, SignalWeight>>"))]
        pub kinds: BTreeMap<SignalKind, SignalWeight>,
    }
}

record! {
    /// What one signal means when it is fresh, and how fast it fades.
    pub struct SignalWeight {
        /// Points of score; less than zero if it speaks against a sale.
        pub points: i32,
        /// After how many days it counts for half; it never counts for nothing all at once.
        pub half_life_days: u16,
        /// The buying point that it shows.
        pub shows: Option<BuyingPoint>,
    } checked by crate::plan::check::numbers::signal
}

record! {
    /// What budget, authority, need and timeline mean.
    pub struct Qualification {
        /// After how many days an answer has to be confirmed again (BANT-3).
        pub fresh_days: u16,
        /// Each topic.
        #[cfg_attr(feature = "typescript", ts(as = "BTreeMap<Topic, TopicWeight>"))]
        pub topics: BTreeMap<Topic, TopicWeight>,
    } checked by crate::plan::check::numbers::qualification
}

record! {
    /// What the answers to a topic mean, and how to ask.
    pub struct TopicWeight {
        /// Points for yes.
        pub yes: i32,
        /// Points for partly.
        pub partly: i32,
        /// Points for no.
        pub no: i32,
        /// The question to ask.
        pub question: Line,
    }
}

record! {
    /// How the score is made up (SCORE-1).
    pub struct ScoreWeights {
        /// At most so many points for fit, that is for the answers.
        pub fit_most: u8,
        /// At most so many points for intent, that is for the signals.
        pub intent_most: u8,
        /// Points for how the lead was found.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<SourceMethod, u8>>"))]
        pub sources: BTreeMap<SourceMethod, u8>,
        /// Points for who was referred by a party of the book.
        pub referred: u8,
        /// Points for who has bought before.
        pub customer: u8,
        /// Points taken off for each contact in a row that nobody answered.
        pub no_answer_penalty: u8,
        /// At most so many points taken off for that.
        pub no_answer_penalty_most: u8,
        /// From how many points on a lead is hot, warm and cool.
        pub bands: Bands,
    }
}

record! {
    /// The lowest score of each band; below cool is cold (SCORE-4).
    pub struct Bands {
        /// Hot from here.
        pub hot: u8,
        /// Warm from here.
        pub warm: u8,
        /// Cool from here.
        pub cool: u8,
    } checked by crate::plan::check::numbers::bands
}
