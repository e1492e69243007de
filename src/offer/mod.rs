//! What makes an offer better: promotions (PROMO-1 to PROMO-4), and the quotes in which they apply (PROMO-5).
//!
//! A promotion is data. [`promotion`] has its terms, [`gift`] what it gives, [`request`] what a quote is asked for,
//! [`reservation`] what is accepted, word for word, [`refusal`] why something does not apply, [`ledger`] what was used.

mod check;
pub mod code;
pub mod gift;
pub mod ledger;
pub mod promotion;
pub mod refusal;
pub mod request;
pub mod reservation;
pub mod selector;
pub mod terms;
