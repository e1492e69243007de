//! Needs: the customer's situation, what is wrong with it, in their own words, and when it matters (NEED-1, PEOPLE-5).

use super::qualification::Certainty;
use crate::value::document::OrText;
use crate::value::id::{DealId, NeedId};
use crate::value::text::{Line, Text};
use crate::value::time::Date;

record! {
    /// It matters now.
    pub struct NeedNow {}
}

record! {
    /// It will matter later.
    pub struct NeedLater {
        /// The day from which on it will.
        pub date: Option<Date>,
        /// What has to happen first.
        pub event: Option<Line>,
    }
}

record! {
    /// It is solved.
    pub struct NeedSolved {
        /// The deal that solved it.
        pub deal: Option<DealId>,
    }
}

tagged! {
    /// When a need matters.
    pub enum NeedTime {
        /// Now.
        Now(NeedNow),
        /// Later.
        Later(NeedLater),
        /// It did, and is solved.
        Solved(NeedSolved),
    }
}

record! {
    /// Something that a customer needs.
    pub struct Need {
        /// Its id; made from the contact's where none is given.
        pub need: Option<NeedId>,
        /// How they put it, word for word.
        pub words: Text,
        /// The situation that they are in.
        pub situation: Option<Text>,
        /// What is wrong with it.
        pub issue: Option<Text>,
        /// What follows from that.
        pub ramifications: Option<Text>,
        /// How we know it; assumed if nobody says.
        pub certainty: Option<Certainty>,
        /// When it matters; now if nobody says.
        pub time: Option<NeedTime>,
    }
}

impl OrText for Need {
    fn from_text(words: Text) -> Need {
        Need {
            need: None,
            words,
            situation: None,
            issue: None,
            ramifications: None,
            certainty: None,
            time: None,
        }
    }
}
