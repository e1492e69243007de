//! Rows of leads, contacts and accounts → parties.

use super::field::Field;
use super::intake::{Accepted, Intake};
use super::known::ContactWish;
use super::party::{Draft, LeadStanding};
use super::reach::contact_points;
use super::request::TableKind;
use super::row::{Cell, RowReader, flag};
use super::sources::method;
use super::stages::{is_parked, lead_stage};
use super::words::{CellTrouble, RowTrouble, consent_evidence, party_name};
use crate::market::consent::Consent;
use crate::market::party::{Affiliation, PartyKind};
use crate::market::source::{Source, SourceMethod};
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::id::{MemberId, PartyId};
use crate::value::text::{Line, Text};
use crate::value::time::Timestamp;

/// Takes in a row of leads, contacts or accounts.
pub(super) fn party_row(
    intake: &mut Intake<'_>,
    reader: &mut RowReader<'_>,
    kind: TableKind,
) -> Result<Accepted, RowTrouble> {
    let nothing = || RowTrouble::NothingIdentifies { kind };
    let external_id = reader.line(Field::Id);
    let points = contact_points(reader);
    let unnamed = external_id.as_ref().and_then(|id| Line::squeezed(&party_name(kind, id.as_str())));
    let (mut draft, place) = match kind {
        TableKind::Accounts => {
            let name = reader.line(Field::Name).or(unnamed).ok_or_else(nothing)?;
            (Draft::named(PartyKind::Organisation, name), String::new())
        }
        _ => person_or_company(intake, reader, &points, unnamed).ok_or_else(nothing)?,
    };
    draft.points = points;
    draft.external_id = external_id;
    draft.ids_of = kind;
    fill_in(intake, reader, &mut draft);
    draft.attributes = reader.attributes();
    let reach = draft.points.first().map(|point| point.value.to_string()).unwrap_or_default();
    let text = [draft.name.to_string(), place, reach]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    let mut shown = text;
    shown.dedup();
    let entered = intake.parties.enter(draft).ok_or_else(nothing)?;
    let completes = entered.completes.then_some(entered.id);
    Ok(Accepted { text: shown.join(" · "), duplicate: entered.completes, completes })
}

/// The person that a row is about, and where they belong. A company without a person is itself the lead.
fn person_or_company(
    intake: &mut Intake<'_>,
    reader: &mut RowReader<'_>,
    points: &[ContactPoint],
    unnamed: Option<Line>,
) -> Option<(Draft, String)> {
    let name = person_name(reader);
    let company_cell = reader.look(Field::Organisation);
    let company = reader.line(Field::Organisation);
    let Some(name) = name else {
        if let Some(company) = company {
            return Some((Draft::named(PartyKind::Organisation, company), String::new()));
        }
        let address = points.first().map(|point| point.value.clone()).or(unnamed)?;
        return Some((Draft::named(PartyKind::Person, address), String::new()));
    };
    let mut draft = Draft::named(PartyKind::Person, name);
    let organisation = organisation_of(intake, reader, company.clone());
    // Where the company can't be joined, its cell stays a custom field.
    if let (None, Some(cell)) = (&organisation, company_cell) {
        reader.keep_quietly(cell);
    }
    let title = reader.take(Field::JobTitle);
    match (organisation, title) {
        (Some(organisation), title) => {
            let title = title.and_then(|cell| reader.as_line(cell));
            draft.affiliation = Some(Affiliation { organisation, role: None, title });
        }
        (None, Some(cell)) => reader.keep_quietly(cell),
        (None, None) => {}
    }
    Some((draft, company.map(|company| company.to_string()).unwrap_or_default()))
}

/// The name, put together from its parts where there are any.
pub(super) fn person_name(reader: &mut RowReader<'_>) -> Option<Line> {
    let first = reader.line(Field::FirstName);
    let middle = reader.line(Field::MiddleName);
    let last = reader.line(Field::LastName);
    let whole = reader.take(Field::Name);
    // A first name alone says less than the whole name beside it.
    if let (Some(first), None, Some(cell)) = (&first, &last, whole)
        && cell.1.to_lowercase().starts_with(&first.as_str().to_lowercase())
    {
        return reader.as_line(cell);
    }
    let parts: Vec<&str> = [&first, &middle, &last].into_iter().flatten().map(Line::as_str).collect();
    if parts.is_empty() {
        return whole.and_then(|cell| reader.as_line(cell));
    }
    let name = Line::squeezed(&parts.join(" "));
    if let Some(cell) = whole
        && Line::squeezed(cell.1).map(|line| line.folded()) != name.as_ref().map(Line::folded)
    {
        reader.keep_quietly(cell);
    }
    name
}

/// The organisation that a row names by id or name. One that is only named is made.
pub(super) fn organisation_of(
    intake: &mut Intake<'_>,
    reader: &mut RowReader<'_>,
    name: Option<Line>,
) -> Option<PartyId> {
    let id_cell = reader.take(Field::OrganisationId);
    let by_id = id_cell.and_then(|(_, id)| intake.parties.with_external_id(PartyKind::Organisation, id));
    if let Some(party) = by_id.and_then(|index| intake.parties.get(index)) {
        return Some(party.id.clone());
    }
    match (name, id_cell) {
        (Some(name), None) => intake.parties.organisation(name),
        (Some(name), Some((_, id))) => {
            let mut draft = Draft::named(PartyKind::Organisation, name);
            draft.external_id = Line::squeezed(id);
            intake.parties.enter(draft).map(|entered| entered.id)
        }
        (None, Some(cell)) => {
            reader.keep(cell, CellTrouble::NoSuchOrganisation);
            None
        }
        (None, None) => None,
    }
}

/// The member that a row names as its owner.
pub(super) fn owner_of(intake: &mut Intake<'_>, reader: &mut RowReader<'_>) -> Option<(MemberId, Line)> {
    let name = reader.line(Field::Owner);
    let id = reader.take(Field::OwnerId).map(|(_, id)| id);
    if name.is_none() && id.is_none() {
        return None;
    }
    let shown = name.clone().or_else(|| Line::squeezed(id?))?;
    let (member, _) = intake.members.enter(name, id, std::collections::BTreeMap::new())?;
    Some((member, shown))
}

/// A moment in the past that a field tells.
pub(super) fn past_moment(
    intake: &Intake<'_>,
    reader: &mut RowReader<'_>,
    field: Field,
) -> Option<Timestamp> {
    let (cell, written) = reader.date(field)?;
    let moment = written.moment(intake.now);
    if moment > intake.now.at {
        reader.keep(cell, CellTrouble::FutureDate);
        return None;
    }
    Some(moment)
}

fn fill_in(intake: &mut Intake<'_>, reader: &mut RowReader<'_>, draft: &mut Draft) {
    draft.source = source_of(reader);
    draft.referred_by = reader.line(Field::ReferredBy);
    draft.owner = owner_of(intake, reader);
    draft.met_at = past_moment(intake, reader, Field::CreatedAt);
    draft.notes = reader.notes();
    draft.consents = consents_of(reader);
    if reader.flag(Field::DoNotContact) == Some(true) {
        draft.contact = ContactWish::Never;
    }
    // The word itself stays a custom field.
    if let Some((_, word)) = reader.look(Field::Status) {
        draft.standing = if is_parked(word) {
            Some(LeadStanding::Parked(word.to_owned()))
        } else {
            lead_stage(intake.plan, word).map(|stage| LeadStanding::Stage(stage.id.clone(), word.to_owned()))
        };
        let is_customer =
            matches!(word.to_lowercase().as_str(), "customer" | "existing customer" | "evangelist");
        if is_customer && draft.source.is_none() {
            let method = SourceMethod::ExistingCustomer;
            draft.source =
                Some(Source { method, campaign: None, referrer: None, detail: Line::squeezed(word) });
        }
    }
}

/// How the lead was found. The word of the other system stays in the detail.
fn source_of(reader: &mut RowReader<'_>) -> Option<Source> {
    let word = reader.line(Field::Source);
    let more = reader.line(Field::SourceDetail);
    let campaign = reader.line(Field::Campaign);
    let details: Vec<&str> = [&word, &more].into_iter().flatten().map(Line::as_str).collect();
    let detail = Line::squeezed(&details.join(" – "));
    let method = match &word {
        Some(word) => method(word.as_str()),
        None => more.as_ref().or(campaign.as_ref()).map(|word| method(word.as_str()))?,
    };
    Some(Source { method, campaign, referrer: None, detail })
}

fn consents_of(reader: &mut RowReader<'_>) -> Vec<(Channel, Consent, Option<Text>)> {
    let mut consents = Vec::new();
    for (field, channel) in [(Field::DoNotCall, Channel::Phone), (Field::NoEmail, Channel::Email)] {
        let Some(cell) = reader.look(field) else { continue };
        if reader.flag(field) == Some(true) {
            consents.push((channel, Consent::Withdrawn, evidence(cell)));
        }
    }
    for (field, channel) in [(Field::EmailConsent, Channel::Email), (Field::PhoneConsent, Channel::Phone)] {
        let Some(cell) = reader.look(field) else { continue };
        // Not having opted in is no refusal; having refused consent is.
        let asked = ["consent", "permission"].iter().any(|word| cell.0.heading.to_lowercase().contains(word));
        let said = consent(cell.1);
        match said {
            Some(Consent::Withdrawn) if !asked && flag(cell.1) == Some(false) => reader.keep_quietly(cell),
            Some(Consent::Unknown) => {}
            Some(said) => {
                reader.take(field);
                consents.push((channel, said, evidence(cell)));
            }
            None => reader.keep(cell, CellTrouble::NotYesOrNo),
        }
    }
    consents
}

fn consent(cell: &str) -> Option<Consent> {
    match cell.trim().to_lowercase().as_str() {
        "granted" | "given" | "consented" | "opt in" | "opt-in" => Some(Consent::Given),
        "denied" | "withdrawn" | "revoked" | "refused" | "opt out" | "opt-out" => Some(Consent::Withdrawn),
        "unknown" | "pending" | "not asked" => Some(Consent::Unknown),
        _ => flag(cell).map(|yes| if yes { Consent::Given } else { Consent::Withdrawn }),
    }
}

fn evidence((column, cell): Cell<'_>) -> Option<Text> {
    Text::parse(&consent_evidence(&column.heading, cell))
}
