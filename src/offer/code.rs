//! Codes that a customer has to name: vouchers and coupons (PROMO-1).

use crate::value::document::{FromDocument, FromFields, Place, Reading, object};
use crate::value::id::PartyId;
use crate::value::money::Money;
use crate::value::text::Line;
use crate::value::time::Timestamp;
use serde_json::Value;

record! {
    /// A code with limits of its own.
    pub struct CodeTerms {
        /// The code; case and spaces around it don't matter.
        pub code: Line,
        /// It can be used so many times.
        pub uses: Option<u32>,
        /// Each customer can use it so many times.
        pub uses_per_customer: Option<u32>,
        /// What it can give in all, an amount for each currency: a voucher that is spent in parts.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Money>>"))]
        pub budget: Vec<Money>,
        /// Only this customer can use it.
        pub party: Option<PartyId>,
        /// From when on.
        pub from: Option<Timestamp>,
        /// Until when: at that moment it is over.
        pub until: Option<Timestamp>,
    }
}

/// A code: mere text, or with limits of its own.
///
/// ```
/// use nextsale::offer::code::Code;
/// use nextsale::value::document::read;
/// let plain: Code = read("\" Spring \"").unwrap();
/// let bound: Code = read(r#"{ "code": "SPRING", "uses": 1 }"#).unwrap();
/// assert_eq!(plain.code.folded(), bound.code.folded());
/// assert_eq!(bound.uses, Some(1));
/// ```
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub struct Code(pub CodeTerms);

impl std::ops::Deref for Code {
    type Target = CodeTerms;
    fn deref(&self) -> &CodeTerms {
        &self.0
    }
}

impl FromDocument for Code {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        if value.is_string() {
            let code = Line::from_document(value, place, reading)?;
            return Some(Code(CodeTerms {
                code,
                uses: None,
                uses_per_customer: None,
                budget: Vec::new(),
                party: None,
                from: None,
                until: None,
            }));
        }
        CodeTerms::from_fields(object(value, place, reading)?, None, place, reading).map(Code)
    }
}
