//! Headings → fields. A heading is folded to its letters and digits, looked up among the synonyms, and if it
//! isn't there taken apart: what it speaks of ("Person - E-mail (Work)"), and what of it.

use super::field::Field;
use super::request::TableKind;
use super::synonyms::{COMMON, SPECIAL};

/// What a heading means in a kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) field: Field,
    /// The lower, the more telling the word is for the field.
    pub(super) rank: usize,
}

/// A heading as it is compared: lower case, letters and digits only, without the mark of custom fields.
pub(super) fn folded(heading: &str) -> String {
    let heading = heading.trim().to_lowercase();
    let heading = heading.strip_suffix("__c").unwrap_or(&heading);
    heading.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Is this a heading that any table could have?
pub(super) fn is_familiar(cell: &str) -> bool {
    // Headings are short; long cells needn't be looked at.
    if cell.len() > 60 || cell.contains('@') {
        return false;
    }
    let word = folded(cell);
    !word.is_empty() && TableKind::ALL.iter().any(|kind| meaning(&word, *kind).is_some())
}

/// The field that a folded heading means in a kind of table.
pub(super) fn meaning(word: &str, kind: TableKind) -> Option<Found> {
    if NEVER.iter().any(|never| word.contains(never)) {
        return None;
    }
    let direct = || lookup(word, kind).or_else(|| owner(word));
    let allowed = |found: &Found| Field::of(kind).contains(&found.field);
    direct().or_else(|| apart(word, kind)).or_else(|| address(word)).filter(allowed)
}

/// Words that make a heading speak of something else than it seems to.
const NEVER: &[&str] =
    &["assistant", "createdby", "modifiedby", "lastmodified", "parent", "manager", "fax", "bounce", "tier"];

fn lookup(word: &str, kind: TableKind) -> Option<Found> {
    let special = SPECIAL.iter().filter(|(of, _)| *of == kind).flat_map(|(_, words)| *words);
    special.chain(COMMON.iter().filter(|(field, _)| Field::of(kind).contains(field))).find_map(
        |(field, words)| {
            let rank = words.split(' ').position(|each| each == word)?;
            Some(Found { field: *field, rank })
        },
    )
}

fn owner(word: &str) -> Option<Found> {
    let found = |field| Some(Found { field, rank: 50 });
    match word {
        _ if word.ends_with("ownerid") => found(Field::OwnerId),
        _ if word.ends_with("owner") || word.ends_with("ownername") || word.ends_with("ownerfullname") => {
            found(Field::Owner)
        }
        _ => None,
    }
}

/// Whom or what a heading names before it says what of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Person,
    Organisation,
    Deal,
    Product,
    Member,
}

/// Longer words stand before those that they begin with.
const SUBJECTS: &[(&str, Subject)] = &[
    ("contactperson", Subject::Person),
    ("contact", Subject::Person),
    ("person", Subject::Person),
    ("people", Subject::Person),
    ("lead", Subject::Person),
    ("prospect", Subject::Person),
    ("customer", Subject::Person),
    ("organization", Subject::Organisation),
    ("organisation", Subject::Organisation),
    ("company", Subject::Organisation),
    ("account", Subject::Organisation),
    ("opportunity", Subject::Deal),
    ("potential", Subject::Deal),
    ("deal", Subject::Deal),
    ("product", Subject::Product),
    ("user", Subject::Member),
    ("member", Subject::Member),
    ("seller", Subject::Member),
];

fn own(kind: TableKind) -> Subject {
    match kind {
        TableKind::Leads
        | TableKind::Contacts
        | TableKind::Cards
        | TableKind::Calendar
        | TableKind::Experiment => Subject::Person,
        TableKind::Accounts => Subject::Organisation,
        TableKind::Opportunities => Subject::Deal,
        TableKind::Products => Subject::Product,
        TableKind::Members => Subject::Member,
    }
}

/// Takes the subject off the front. Of a foreign subject only its name, its id, and a person's contact points
/// concern the row; its other fields stay custom fields.
fn apart(word: &str, kind: TableKind) -> Option<Found> {
    let plain = word.strip_prefix("associated").or_else(|| word.strip_prefix("primary")).unwrap_or(word);
    let (rest, subject) = SUBJECTS
        .iter()
        .find_map(|(prefix, subject)| plain.strip_prefix(prefix).map(|rest| (rest, *subject)))?;
    if subject == own(kind) {
        return lookup(rest, kind).map(lower);
    }
    let of_whole = |whole: Field, id: Field| match rest {
        "" | "name" | "fullname" => Some(Found { field: whole, rank: 60 }),
        "id" => Some(Found { field: id, rank: 60 }),
        _ => None,
    };
    match subject {
        Subject::Organisation => of_whole(Field::Organisation, Field::OrganisationId),
        Subject::Product => of_whole(Field::Product, Field::Product),
        Subject::Person if kind == TableKind::Opportunities => of_whole(Field::Contact, Field::ContactId)
            .or_else(|| lookup(rest, TableKind::Leads).map(lower))
            .filter(|found| {
                !matches!(found.field, Field::Name | Field::Id | Field::Status | Field::CreatedAt)
            }),
        _ => None,
    }
}

fn lower(found: Found) -> Found {
    Found { field: found.field, rank: found.rank.saturating_add(100) }
}

/// The kinds of address that a heading can name first.
const ADDRESSES: &[&str] = &[
    "primaryaddress",
    "billingaddress",
    "billing",
    "mailingaddress",
    "mailing",
    "shippingaddress",
    "shipping",
    "altaddress",
    "alternateaddress",
    "otheraddress",
    "other",
    "homeaddress",
    "home",
    "workaddress",
    "work",
    "businessaddress",
    "business",
    "officeaddress",
    "office",
    "primary",
    "address1",
    "address2",
    "address",
    "company",
    "account",
    "lead",
];

/// The kind of address, and the rest of the word.
fn address_parts(word: &str) -> Option<(&'static str, &str)> {
    ADDRESSES.iter().find_map(|kind| word.strip_prefix(kind).map(|rest| (*kind, rest)))
}

fn address(word: &str) -> Option<Found> {
    let (_, rest) = address_parts(word)?;
    let found = lookup(rest, TableKind::Leads)?;
    let postal =
        [Field::Address, Field::Street, Field::City, Field::State, Field::PostalCode, Field::Country];
    postal.contains(&found.field).then(|| lower(found))
}

/// Which of several contact points of a kind a heading speaks of; parts of one address share it.
pub(super) fn label(word: &str, field: Field) -> Option<&'static str> {
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    match field {
        Field::Street | Field::City | Field::State | Field::PostalCode | Field::Country | Field::Address => {
            let (kind, _) = address_parts(word)?;
            match kind.strip_suffix("address").unwrap_or(kind) {
                "alt" | "alternate" | "other" | "address2" => Some("other"),
                kind @ ("billing" | "shipping" | "home" | "work") => Some(kind),
                "business" | "office" => Some("work"),
                _ => None,
            }
        }
        _ if has(&["mobile", "cell", "handy", "mobil"]) => Some("mobile"),
        _ if has(&["home", "personal"]) => Some("home"),
        _ if has(&["work", "office", "business", "direct"]) => Some("work"),
        _ if has(&["other", "secondary", "alternate", "additional", "nonprimary"]) => Some("other"),
        Field::Social => ["linkedin", "xing", "twitter", "skype", "instagram", "facebook", "telegram"]
            .into_iter()
            .find(|network| word.contains(network)),
        _ if has(&["whatsapp"]) => Some("whatsapp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(heading: &str, kind: TableKind) -> Option<Field> {
        meaning(&folded(heading), kind).map(|found| found.field)
    }

    #[test]
    fn spelling_does_not_matter() {
        for heading in ["First Name", "first_name", "FirstName", "FIRSTNAME", "First name*", "first-name"] {
            assert_eq!(field(heading, TableKind::Leads), Some(Field::FirstName), "{heading}");
        }
    }

    #[test]
    fn knows_the_headings_of_other_systems() {
        use TableKind::*;
        let expected = [
            ("Person - Email (Work)", Contacts, Some(Field::Email)),
            ("Organization - Name*", Contacts, Some(Field::Organisation)),
            ("Organization - Address", Opportunities, None),
            ("Deal - Title", Opportunities, Some(Field::Name)),
            ("Deal - Value", Opportunities, Some(Field::Amount)),
            ("Deal - Stage (pipeline)", Opportunities, Some(Field::Stage)),
            ("Deal - Expected close date", Opportunities, Some(Field::CloseDate)),
            ("Deal - Owner", Opportunities, Some(Field::Owner)),
            ("Contact person*", Opportunities, Some(Field::Contact)),
            ("Person - Phone", Opportunities, Some(Field::Phone)),
            ("ACCOUNTID", Opportunities, Some(Field::OrganisationId)),
            ("ACCOUNTID", Accounts, Some(Field::Id)),
            ("BILLINGPOSTALCODE", Accounts, Some(Field::PostalCode)),
            ("Primary Address Street", Leads, Some(Field::Street)),
            ("Account Owner Id", Accounts, Some(Field::OwnerId)),
            ("Account Owner", Accounts, Some(Field::Owner)),
            ("Account Description", Leads, None),
            ("Lead Source", Opportunities, None),
            ("Created By", Leads, None),
            ("Assistant Phone", Leads, None),
            ("Title", Leads, Some(Field::JobTitle)),
            ("Title", Opportunities, Some(Field::Name)),
            ("Stage", Leads, Some(Field::Status)),
            ("Email Opt Out", Leads, Some(Field::NoEmail)),
            ("Contact owner", Contacts, Some(Field::Owner)),
            ("Potential Name", Opportunities, Some(Field::Name)),
            ("amount / amountMicros", Opportunities, Some(Field::AmountMicros)),
        ];
        for (heading, kind, found) in expected {
            assert_eq!(field(heading, kind), found, "{heading} of {kind}");
        }
    }

    #[test]
    fn labels_tell_contact_points_apart() {
        assert_eq!(label("mobilephone", Field::Phone), Some("mobile"));
        assert_eq!(label("altaddresscity", Field::City), Some("other"));
        assert_eq!(label("billingstreet", Field::Street), Some("billing"));
        assert_eq!(label("primaryaddresscity", Field::City), None);
    }
}
