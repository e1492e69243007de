//! What people read about an import: every sentence in one place.

use super::encoding::Encoding;
use super::field::Field;
use super::request::TableKind;
use crate::measure::experiment::Flaw;

/// Why a file can't be imported at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FileTrouble {
    Empty,
    OnlyHeadings { line: u32 },
    Binary { format: &'static str },
    UnknownEncoding { found: String },
    BadDelimiter { found: String },
    NoHeaderAt { line: u32 },
    TooManyBrokenQuotes { line: u32 },
    NothingKnown { line: u32, kind: TableKind },
    UnknownField { column: u32, found: String, kind: TableKind },
    NotGiven { missing: usize },
    NoCards,
    NoCalendar,
    NoOutcome { line: u32 },
    SeveralArms { line: u32 },
    ArmsOutOfRange { found: String },
    NoSuchArm { found: String, known: String },
    NotAnExperiment { flaw: Flaw },
}

impl FileTrouble {
    /// The line that it is about.
    pub(super) fn line(&self) -> Option<u32> {
        match self {
            FileTrouble::OnlyHeadings { line }
            | FileTrouble::NoHeaderAt { line }
            | FileTrouble::TooManyBrokenQuotes { line }
            | FileTrouble::NoOutcome { line }
            | FileTrouble::SeveralArms { line }
            | FileTrouble::NothingKnown { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// The sentence.
    pub(super) fn text(&self) -> String {
        match self {
            FileTrouble::Empty => "The file is empty. Export it again, with its headings.".to_owned(),
            FileTrouble::OnlyHeadings { .. } => "The file has headings but no rows below them.".to_owned(),
            FileTrouble::Binary { format } => format!(
                "This is not a CSV file but {format}. Open it where it was made and save or export it as CSV."
            ),
            FileTrouble::UnknownEncoding { found } => {
                format!("The encoding “{}” is not known. Allowed are {}.", shown(found), Encoding::NAMES)
            }
            FileTrouble::BadDelimiter { found } => format!(
                "“{}” can't separate cells. Allowed is one plain character such as , ; | or a tab.",
                shown(found)
            ),
            FileTrouble::NoHeaderAt { line } => {
                format!("Line {line} has no headings: it is blank, or no row begins there.")
            }
            FileTrouble::TooManyBrokenQuotes { .. } => {
                "Too many quotes don't match. Export the file again, with quotes doubled inside of cells."
                    .to_owned()
            }
            FileTrouble::NothingKnown { kind, .. } => format!(
                "No heading tells {}. Choose what the columns mean, or which line has the headings.",
                needed(*kind)
            ),
            FileTrouble::UnknownField { column, found, kind } => format!(
                "Column {column}: “{}” is not a field of {}. Allowed are attribute, ignore, {}.",
                shown(found),
                kind_words(*kind),
                Field::of(*kind).iter().map(|field| field.as_str()).collect::<Vec<_>>().join(", ")
            ),
            FileTrouble::NoCards => "The file has no card: no line BEGIN:VCARD.".to_owned(),
            FileTrouble::NoCalendar => {
                "The file has no calendar: no line BEGIN:VCALENDAR or BEGIN:VEVENT.".to_owned()
            }
            FileTrouble::NoOutcome { .. } => {
                "No column tells what came of it. Choose which one says whether a customer bought, came, or what they spent."
                    .to_owned()
            }
            FileTrouble::SeveralArms { .. } => {
                "Several columns are said to tell what customers got. Choose one; the others can be groups.".to_owned()
            }
            FileTrouble::ArmsOutOfRange { found } => format!(
                "The column that tells what customers got has {found} different values; an experiment has 2 to 20 arms."
            ),
            FileTrouble::NoSuchArm { found, known } => {
                format!("No customer got “{}”. The arms are {known}.", shown(found))
            }
            FileTrouble::NotAnExperiment { flaw } => match flaw {
                Flaw::OtherCurrency => "What an arm cost must be in the currency of what they spent.",
                Flaw::SameName => "Two arms, or two groups, are called the same but for spaces.",
                _ => "What the rows add up to is no experiment.",
            }
            .to_owned(),
            FileTrouble::NotGiven { missing } => {
                format!("The file is cut off: {missing} bytes that were announced did not come.")
            }
        }
    }
}

/// Why a row stays out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowTrouble {
    TextAfterQuote,
    QuoteNeverEnds { line: u32 },
    Undecodable { line: u32 },
    Nul { line: u32 },
    TooManyCells { found: usize, expected: usize },
    TooFewCells { found: usize, expected: usize },
    NothingIdentifies { kind: TableKind },
    Deleted,
    Repeated,
}

impl RowTrouble {
    /// The sentence.
    pub(super) fn text(&self) -> String {
        match self {
            RowTrouble::TextAfterQuote => {
                "There is text after a closing quote. A quote within a quoted cell \
                 must be doubled, and a quoted cell must end before the next delimiter."
                    .to_owned()
            }
            RowTrouble::QuoteNeverEnds { line } => {
                format!("A quote that opens on line {line} is never closed.")
            }
            RowTrouble::Undecodable { line } => format!(
                "Line {line} has bytes that are no text in this encoding. Choose another encoding, or mend the cell."
            ),
            RowTrouble::Nul { line } => format!("Line {line} has a NUL character, which no text has."),
            RowTrouble::TooManyCells { found, expected } => {
                format!(
                    "The row has {found} cells under {expected} headings. Quote cells that have the delimiter."
                )
            }
            RowTrouble::TooFewCells { found, expected } => {
                format!(
                    "The row has {found} cells under {expected} headings, so that it can't be told which are missing."
                )
            }
            RowTrouble::NothingIdentifies { kind } => format!("Nothing in the row tells {}.", needed(*kind)),
            RowTrouble::Repeated => {
                "This customer was in an earlier row; only the first counts, since each must count once."
                    .to_owned()
            }
            RowTrouble::Deleted => "The row was deleted in the system that it comes from.".to_owned(),
        }
    }
}

/// Why a cell is kept as text rather than understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellTrouble {
    NotADate,
    DateBothWays,
    FutureDate,
    NotAnAmount,
    AmountBothWays,
    Rounded { to: String },
    TooLarge,
    Negative,
    UnknownCurrency,
    NotAMailbox,
    NotAPhone,
    NotYesOrNo,
    UnknownStage { begins: String },
    TooLong { kept: usize },
    TooLongForALine,
    NoSuchOrganisation,
    NoSuchPerson,
    SeveralPeople,
    SeveralProducts,
    NotTold,
}

impl CellTrouble {
    /// The sentence.
    pub(super) fn text(&self) -> String {
        match self {
            CellTrouble::NotADate => "This is not a date. Allowed is a form like 2026-11-23 or 23.11.2026.".to_owned(),
            CellTrouble::DateBothWays => {
                "Day and month could be either way round, and no other date in the column tells. Choose the order of dates."
                    .to_owned()
            }
            CellTrouble::FutureDate => "This lies in the future, where nothing has happened yet.".to_owned(),
            CellTrouble::NotAnAmount => "This is not an amount. Allowed is a form like 1234.50, 1.234,50 or € 1,234.".to_owned(),
            CellTrouble::AmountBothWays => {
                "It can't be told whether this mark separates thousands or decimals: the column uses it for both.".to_owned()
            }
            CellTrouble::Rounded { to } => format!("The currency has no such fractions; the amount was rounded to {to}."),
            CellTrouble::TooLarge => "The amount is larger than can be counted exactly.".to_owned(),
            CellTrouble::Negative => "A worth or a price can't be less than nothing.".to_owned(),
            CellTrouble::UnknownCurrency => "This is not a currency. Allowed is an ISO 4217 code like EUR.".to_owned(),
            CellTrouble::NotAMailbox => "This is not an e-mail address like name@example.org.".to_owned(),
            CellTrouble::NotAPhone => "This is not a phone number with 3 to 20 digits.".to_owned(),
            CellTrouble::NotYesOrNo => "This is neither yes nor no. Allowed are true, false, yes, no, 1, 0.".to_owned(),
            CellTrouble::UnknownStage { begins } => {
                format!("The sales plan has no such stage, and it is not a known one of another system; it begins in “{begins}”.")
            }
            CellTrouble::TooLong { kept } => format!("The cell is too long; its first {kept} characters are kept."),
            CellTrouble::TooLongForALine => "This is longer than 300 characters; it is cut there, and kept whole as a custom field.".to_owned(),
            CellTrouble::NoSuchOrganisation => "No organisation with this id is known, and the row doesn't name it.".to_owned(),
            CellTrouble::NoSuchPerson => "No person with this id is known, and the row doesn't name one.".to_owned(),
            CellTrouble::SeveralPeople => "Several people have this name, so that it can't be told who is meant.".to_owned(),
            CellTrouble::NotTold => "It is not told what became of this customer, so that the row can't count.".to_owned(),
            CellTrouble::SeveralProducts => "Several products are called like this, so that it can't be told which is meant.".to_owned(),
        }
    }
}

fn needed(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Leads | TableKind::Contacts | TableKind::Cards => {
            "whom it is about: a name, a company, an id, or an e-mail address, phone number or other way to reach them"
        }
        TableKind::Accounts => "which organisation it is about: a name or an id",
        TableKind::Opportunities => "which deal it is about: a name or an id, or who may buy what",
        TableKind::Products => "which product it is about: a name or an id",
        TableKind::Calendar => "when somebody is busy",
        TableKind::Experiment => "what each customer got in the experiment",
        TableKind::Members => "whom it is about: a name, an id or an e-mail address",
    }
}

fn kind_words(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Leads => "leads",
        TableKind::Contacts => "contacts",
        TableKind::Accounts => "accounts",
        TableKind::Opportunities => "opportunities",
        TableKind::Products => "products",
        TableKind::Members => "members",
        TableKind::Cards => "cards",
        TableKind::Calendar => "calendars",
        TableKind::Experiment => "experiments",
    }
}

/// What a field is called.
pub(super) fn label(field: Field, kind: TableKind) -> &'static str {
    match field {
        Field::Id => "Id in the other system",
        Field::Name if kind == TableKind::Opportunities => "Name of the deal",
        Field::Name => "Name",
        Field::FirstName => "First name",
        Field::MiddleName => "Middle name",
        Field::LastName => "Last name",
        Field::Organisation => "Company",
        Field::OrganisationId => "Id of the company",
        Field::JobTitle => "Job title",
        Field::Email => "E-mail address",
        Field::Phone => "Phone number",
        Field::Social => "Social handle",
        Field::Address => "Address",
        Field::Street => "Street",
        Field::City => "City",
        Field::State => "State or region",
        Field::PostalCode => "Postal code",
        Field::Country => "Country",
        Field::Source => "Lead source",
        Field::SourceDetail => "Detail of the lead source",
        Field::Campaign => "Campaign",
        Field::ReferredBy => "Referred by",
        Field::Owner => "Owner",
        Field::OwnerId => "Id of the owner",
        Field::Status => "Status",
        Field::DoNotCall => "Do not call",
        Field::NoEmail => "Opted out of e-mail",
        Field::DoNotContact => "Do not contact",
        Field::EmailConsent => "Consent to e-mail",
        Field::PhoneConsent => "Consent to calls",
        Field::CreatedAt => "Created",
        Field::Note => "Notes",
        Field::Deleted => "Deleted",
        Field::Contact => "Contact person",
        Field::ContactId => "Id of the contact person",
        Field::Stage => "Stage",
        Field::Amount => "Amount",
        Field::AmountMicros => "Amount in millionths",
        Field::Currency => "Currency",
        Field::CloseDate => "Close date",
        Field::ClosedAt => "Closed on",
        Field::Probability => "Probability",
        Field::IsClosed => "Is closed",
        Field::IsWon => "Is won",
        Field::Active => "Is active",
        Field::LostReason => "Reason of loss",
        Field::Product => "Product",
        Field::Price => "Price",
        Field::Arm => "What they got",
        Field::Visited => "Came to look",
        Field::Converted => "Bought",
        Field::CameBack => "Came back",
        Field::OtherRate => "Another yes or no",
        Field::Lost => "Another yes or no, better no",
        Field::Worth => "What they spent",
        Field::Visits => "How often they came",
        Field::OtherAmount => "Another number",
        Field::Group => "Group of customers",
    }
}

/// A cell as it is quoted in a message.
pub(super) fn shown(cell: &str) -> String {
    let short: String = cell.chars().take(60).collect();
    if short.len() < cell.len() { format!("{short}…") } else { short }
}

/// Why a stage could be entered although the plan does not allow it.
pub(super) fn moved_because(word: &str) -> String {
    format!("It stood at “{}” in the imported table", shown(word))
}

/// Why a lead was parked.
pub(super) fn parked_because(word: &str) -> String {
    format!("It stood at “{}” in the imported table", shown(word))
}

/// How we know of a consent.
pub(super) fn consent_evidence(heading: &str, cell: &str) -> String {
    format!("Imported: {} = {}", shown(heading), shown(cell))
}

/// What another row or an earlier import said differently; it is kept as a note.
pub(super) fn differing(pairs: &[(String, String)]) -> String {
    let lines: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("Also imported, but different from what was known:\n{}", lines.join("\n"))
}

/// The name of a party of which only the id is known.
pub(super) fn party_name(kind: TableKind, id: &str) -> String {
    match kind {
        TableKind::Accounts => format!("Account {id}"),
        TableKind::Contacts => format!("Contact {id}"),
        _ => format!("Lead {id}"),
    }
}

/// The name of a deal that has none.
pub(super) fn deal_name(products: &str, organisation: &str, id: &str) -> String {
    match (products, organisation, id) {
        ("", "", "") => "Deal".to_owned(),
        ("", "", id) => format!("Deal {id}"),
        ("", organisation, _) => format!("Deal with {organisation}"),
        (products, "", _) => products.to_owned(),
        (products, organisation, _) => format!("{products} for {organisation}"),
    }
}

/// What an event of a calendar comes to.
pub(super) fn busy_times(summary: &str, times: usize) -> String {
    let times = match times {
        0 => "not busy in the weeks that matter".to_owned(),
        1 => "busy once".to_owned(),
        times => format!("busy {times} times"),
    };
    if summary.is_empty() { times } else { format!("{summary} · {times}") }
}
