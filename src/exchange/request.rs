//! What a caller asks to be imported, and how to read it.

use crate::measure::experiment::Assignment;
use crate::value::id::{ExperimentId, PromotionId};
use crate::value::money::{Currency, Money};
use crate::value::text::Line;
use std::collections::BTreeMap;

choice! {
    /// What a table of another system holds.
    pub enum TableKind {
        /// People who may buy, perhaps with their company in the same row.
        Leads = "leads",
        /// People, perhaps with the name or id of their account.
        Contacts = "contacts",
        /// Organisations.
        Accounts = "accounts",
        /// Opportunities or deals.
        Opportunities = "opportunities",
        /// Products.
        Products = "products",
        /// Sellers, users, owners.
        Members = "members",
        /// vCards.
        Cards = "cards",
        /// An iCalendar, of which busy times are taken over.
        Calendar = "calendar",
        /// Customers of an experiment, of whom only sums are kept (PROMO-6).
        Experiment = "experiment",
    }
}

choice! {
    /// The order of day and month in dates like 03/04/2026.
    pub enum DateOrder {
        /// Day, month, year.
        DayFirst = "dayFirst",
        /// Month, day, year.
        MonthFirst = "monthFirst",
    }
}

record! {
    /// What a file doesn't tell of the experiment that it has.
    pub struct ExperimentAbout {
        /// Its id; made of the name of the file and the headings if not named.
        pub experiment: Option<ExperimentId>,
        /// What it is called; like the file if not named.
        pub name: Option<Line>,
        /// The promotion that it was about.
        pub promotion: Option<PromotionId>,
        /// The arm that got nothing; found by its name if not named.
        pub control: Option<Line>,
        /// How it was decided who gets what. Only what was given at random can be said to work.
        pub assigned: Option<Assignment>,
        /// The planned shares of the arms, as parts beside each other. Arms nearly as large as each other were meant to be
        /// equal if not named.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, u32>>"))]
        pub shares: BTreeMap<Line, u32>,
        /// What the arms cost in all.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Line, Money>>"))]
        pub costs: BTreeMap<Line, Money>,
    }
}

record! {
    /// One file to import; its bytes come beside it.
    pub struct ImportFile {
        /// Its name.
        pub name: Line,
        /// How many bytes it has.
        pub length: u32,
        /// What it holds; found by itself if not named.
        pub table: Option<TableKind>,
        /// The delimiter, one character; found by itself if not named.
        pub delimiter: Option<String>,
        /// The encoding: `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`; found by itself if not named.
        pub encoding: Option<String>,
        /// The line of the header, counted from 1; found by itself if not named.
        pub header_line: Option<u32>,
        /// What columns mean, by their index from 0: the name of a field, `attribute` to keep it as a custom field,
        /// or `ignore`. Those not named are found by themselves.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, String>>"))]
        pub columns: BTreeMap<String, String>,
        /// What the file doesn't tell of an experiment.
        pub experiment: Option<ExperimentAbout>,
    }
}

record! {
    /// Files to import together: what one refers to, another may bring.
    pub struct ImportRequest {
        /// The files.
        #[cfg_attr(feature = "typescript", ts(as = "Vec<ImportFile>"))]
        pub files: Vec<ImportFile>,
        /// The currency of amounts that name none; the plan's if not named.
        pub currency: Option<Currency>,
        /// The ISO 3166 code of the country whose phone numbers are written without one.
        pub country: Option<String>,
        /// The order of dates that could be read both ways; found by itself if not named.
        pub date_order: Option<DateOrder>,
    }
}
