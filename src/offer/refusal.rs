//! Why a promotion or a code was not applied to a quote: a closed list (PROMO-5).

use crate::plan::condition::Condition;
use crate::value::id::PromotionId;
use crate::value::money::{Currency, Money};
use crate::value::time::Timestamp;
use serde::Serialize;

choice! {
    /// How a condition stands that is not met.
    pub enum UnmetState {
        /// It is known not to hold.
        Failed = "failed",
        /// Nobody knows whether it holds.
        Unknown = "unknown",
    }
}

/// A condition that is not met.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Unmet {
    /// Something that the book knows of the customer, the deal or the quote, or should know.
    Fact {
        /// What should hold.
        condition: Condition,
        /// Does it not hold, or does nobody know?
        state: UnmetState,
    },
    /// No line of the quote is one of those that it is about.
    NoLine,
    /// Too few units of the lines that it is about.
    MinimumQuantity {
        /// So many are needed.
        wanted: u32,
        /// So many there are.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        found: i64,
    },
    /// Too little is spent on the lines that it is about.
    MinimumAmount {
        /// So much is needed.
        wanted: Money,
        /// So much it is.
        found: Money,
    },
    /// Something else has to be on the quote, or must not be.
    Requirement {
        /// Which one, counted from 0.
        index: u32,
        /// So many units there are of it.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        quantity: i64,
        /// For so much.
        amount: Money,
    },
    /// The code is another customer's.
    AnotherCustomer,
}

/// Why a promotion or a code was not applied.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum WhyNot {
    /// No promotion has this code.
    UnknownCode,
    /// It begins later.
    NotStarted {
        /// When.
        from: Timestamp,
    },
    /// It is over.
    Expired {
        /// Since when.
        until: Timestamp,
    },
    /// It is not given for now.
    NotActive,
    /// Its conditions are not met.
    ConditionsNotMet {
        /// Which.
        unmet: Vec<Unmet>,
    },
    /// It was used as often as it can be.
    UsageLimit {
        /// How often that is.
        limit: u32,
    },
    /// This customer used it as often as one can.
    CustomerLimit {
        /// How often that is.
        limit: u32,
    },
    /// There is too little left of what it can give in all.
    BudgetExhausted {
        /// How much money, if it is limited.
        #[serde(skip_serializing_if = "Option::is_none")]
        left: Option<Money>,
        /// How many units, if they are limited.
        #[serde(skip_serializing_if = "Option::is_none")]
        units: Option<u32>,
    },
    /// Others are better for the customer without it.
    BeatenBy {
        /// Those.
        promotions: Vec<PromotionId>,
    },
    /// Another keeps it from applying.
    ExcludedBy {
        /// That one.
        promotion: PromotionId,
    },
    /// It would change nothing.
    NoEffect,
    /// It names no amount in the currency of the quote.
    CurrencyMismatch {
        /// The currencies in which it does.
        allowed: Vec<Currency>,
    },
    /// It has to know who the customer is.
    CustomerUnknown,
}

impl WhyNot {
    /// The name of the reason, as programs know it.
    ///
    /// ```
    /// use nextsale::offer::refusal::WhyNot;
    /// assert_eq!(WhyNot::UsageLimit { limit: 1 }.name(), "usageLimit");
    /// ```
    pub fn name(&self) -> &'static str {
        match self {
            WhyNot::UnknownCode => "unknownCode",
            WhyNot::NotStarted { .. } => "notStarted",
            WhyNot::Expired { .. } => "expired",
            WhyNot::NotActive => "notActive",
            WhyNot::ConditionsNotMet { .. } => "conditionsNotMet",
            WhyNot::UsageLimit { .. } => "usageLimit",
            WhyNot::CustomerLimit { .. } => "customerLimit",
            WhyNot::BudgetExhausted { .. } => "budgetExhausted",
            WhyNot::BeatenBy { .. } => "beatenBy",
            WhyNot::ExcludedBy { .. } => "excludedBy",
            WhyNot::NoEffect => "noEffect",
            WhyNot::CurrencyMismatch { .. } => "currencyMismatch",
            WhyNot::CustomerUnknown => "customerUnknown",
        }
    }
}
