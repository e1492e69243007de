//! The plan and the book as they are shown.

use crate::plan::Plan;
use crate::value::id::{MemberId, ProductId};
use crate::value::money::Money;
use crate::value::zone::ZoneName;
use serde::Serialize;

/// The plan in force.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The plan.
    pub plan: Plan,
    /// Was it adopted, or is it the built-in one?
    pub origin: PlanOrigin,
}

choice! {
    /// Where the plan in force comes from.
    pub enum PlanOrigin {
        /// It came with the engine.
        BuiltIn = "builtIn",
        /// The company adopted it.
        Adopted = "adopted",
    }
}

/// What the book holds, in numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BookView {
    /// Entries of the journal.
    pub entries: u32,
    /// Parties of all kinds.
    pub parties: u32,
    /// Of these, nobody knows how to contact.
    pub suspects: u32,
    /// Of these, may buy.
    pub leads: u32,
    /// Of these, have bought.
    pub customers: u32,
    /// Of these, are parked.
    pub parked: u32,
    /// Deals that are open.
    pub open_deals: u32,
    /// Deals that were won.
    pub won_deals: u32,
    /// Deals that were lost.
    pub lost_deals: u32,
    /// Logged contacts.
    pub contacts: u32,
    /// The team.
    pub members: Vec<MemberView>,
    /// The products.
    pub products: Vec<ProductView>,
    /// The zones that parties live in.
    pub zones: Vec<ZoneName>,
    /// Entries from a newer version, kept without effect.
    pub not_understood: u32,
}

/// Somebody of the team.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MemberView {
    /// Their id.
    pub member: MemberId,
    /// Their name.
    pub name: String,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProductView {
    /// Its id.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Its price.
    pub price: Option<Money>,
}

/// A table as text of RFC 4180; cells that a spreadsheet would run as formulas are disarmed by a leading `'`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TableView {
    /// The text.
    pub csv: String,
    /// How many rows it has, the header aside.
    pub rows: u32,
}

/// Parties as text of RFC 6350 or RFC 2426.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct VcardView {
    /// The text.
    pub text: String,
    /// How many cards it has.
    pub cards: u32,
}
