//! One card → a draft of a party.

use super::super::intake::{Accepted, Intake};
use super::super::known::ContactWish;
use super::super::party::Draft;
use super::super::preview::{ProblemEffect, RowProblem};
use super::super::row::cut;
use super::super::words::shown;
use super::contents::Property;
use super::points::birthday;
use super::words::{CardTrouble, PropertyTrouble};
use super::{BEYOND, Beyond, LABEL, one_line};
use crate::market::consent::DoNotContact;
use crate::market::party::{Affiliation, PartyKind, Preferences};
use crate::value::attribute::Attribute;
use crate::value::contact_point::ContactPoint;
use crate::value::document::{Read, read_tolerantly};
use crate::value::id::PartyId;
use crate::value::text::{Line, Text};
use crate::value::zone::ZoneName;
use std::collections::{BTreeMap, BTreeSet};

/// Properties that say nothing about a party, or say it twice.
const PASSED_OVER: [&str; 26] = [
    "VERSION",
    "PRODID",
    "REV",
    "PHOTO",
    "LOGO",
    "SOUND",
    "KEY",
    "AGENT",
    "CLIENTPIDMAP",
    "XML",
    "N",
    "FN",
    "KIND",
    "UID",
    "SORT-STRING",
    "LABEL",
    "MAILER",
    "CLASS",
    "PROFILE",
    "SOURCE",
    "X-ABLABEL",
    "X-ABADR",
    "X-ABUID",
    "X-ABSHOWAS",
    "X-IMAGEHASH",
    "X-IMAGETYPE",
];

/// What a card has told so far.
pub(super) struct Sketch {
    pub(super) line: u32,
    pub(super) points: Vec<ContactPoint>,
    attributes: BTreeMap<Line, Attribute>,
    pub(super) problems: Vec<RowProblem>,
}

/// Is a card about an organisation rather than a person?
pub(super) fn is_organisation(card: &[Property]) -> bool {
    let value = |name: &str| first(card, name).map(|property| property.value.as_str()).unwrap_or_default();
    let names_a_person =
        first(card, "N").is_some_and(|n| n.parts.iter().take(3).any(|part| !part.is_empty()));
    let organisation = first(card, "ORG").and_then(|org| org.parts.first()).map(String::as_str);
    let bears_its_name = organisation.is_some_and(|organisation| {
        !organisation.is_empty() && (value("FN").is_empty() || value("FN") == organisation)
    });
    value("KIND").to_lowercase().starts_with("org")
        || value("X-ABSHOWAS").eq_ignore_ascii_case("company")
        || (!names_a_person && value("KIND").is_empty() && bears_its_name)
}

pub(super) fn first<'c>(card: &'c [Property], name: &str) -> Option<&'c Property> {
    card.iter().find(|property| property.name == name && !property.value.is_empty())
}

impl Sketch {
    pub(super) fn new(line: u32) -> Sketch {
        Sketch { line, points: Vec::new(), attributes: BTreeMap::new(), problems: Vec::new() }
    }

    /// Makes a party of the card.
    pub(super) fn enter(
        &mut self,
        intake: &mut Intake<'_>,
        card: &[Property],
    ) -> Result<Accepted, CardTrouble> {
        let kind = first(card, "KIND").map(|kind| kind.value.to_lowercase()).unwrap_or_default();
        if ["group", "location", "application", "device", "thing"].contains(&kind.as_str()) {
            return Err(CardTrouble::NotAParty { kind });
        }
        self.contact_points(card);
        let mut draft = self.named(card).ok_or(CardTrouble::Nobody)?;
        let beyond = self.beyond(card);
        let place = self.affiliate(intake, card, beyond.as_ref(), &mut draft);
        self.other_properties(card, &mut draft);
        draft.external_id = first(card, "UID").and_then(|uid| one_line(&uid.value));
        if let Some(beyond) = beyond {
            tell(intake, beyond, &mut self.attributes, &mut draft);
        }
        draft.points = std::mem::take(&mut self.points);
        draft.attributes = std::mem::take(&mut self.attributes);
        let reach = draft.points.first().map(|point| point.value.to_string()).unwrap_or_default();
        let mut shown: Vec<String> = vec![draft.name.to_string(), place, reach];
        shown.retain(|part| !part.is_empty());
        shown.dedup();
        let entered = intake.parties.enter(draft).ok_or(CardTrouble::Nobody)?;
        let completes = entered.completes.then_some(entered.id);
        Ok(Accepted { text: shown.join(" · "), duplicate: entered.completes, completes })
    }

    /// The draft with the name that the card tells, or else the only thing that could serve as one.
    fn named(&mut self, card: &[Property]) -> Option<Draft> {
        let of = |name: &str| first(card, name).and_then(|property| one_line(&property.value));
        let organisation = || first(card, "ORG").and_then(|org| one_line(org.parts.first()?));
        if is_organisation(card) {
            let name = of("FN").or_else(organisation)?;
            return Some(Draft::named(PartyKind::Organisation, name));
        }
        let parts = || {
            let n = first(card, "N")?;
            let part = |index: usize| n.parts.get(index).map(String::as_str).unwrap_or_default();
            one_line(&[part(1), part(2), part(0)].join(" "))
        };
        // A first name alone says less than its parts together, and some programs leave FN blank.
        let name = of("FN").or_else(parts).or_else(|| of("NICKNAME"));
        match (name, organisation()) {
            (Some(name), _) => Some(Draft::named(PartyKind::Person, name)),
            (None, Some(organisation)) => Some(Draft::named(PartyKind::Organisation, organisation)),
            (None, None) => {
                let address = self.points.first()?.value.clone();
                Some(Draft::named(PartyKind::Person, address))
            }
        }
    }

    /// Where a person belongs; gives the name of the place.
    fn affiliate(
        &mut self,
        intake: &mut Intake<'_>,
        card: &[Property],
        beyond: Option<&Beyond>,
        draft: &mut Draft,
    ) -> String {
        let org = first(card, "ORG");
        let department: Vec<&str> =
            org.into_iter().flat_map(|org| org.parts.iter().skip(1)).map(String::as_str).collect();
        let department: Vec<&str> = department.into_iter().filter(|part| !part.is_empty()).collect();
        self.keep("Department", &department.join(", "));
        let title = first(card, "TITLE").map(|title| title.value.as_str());
        let name = org.and_then(|org| one_line(org.parts.first()?));
        if draft.kind == PartyKind::Organisation {
            self.keep("Title", title.unwrap_or_default());
            return String::new();
        }
        let uid = beyond.and_then(|beyond| beyond.organisation.as_ref()).map(Line::as_str);
        let parties = &mut intake.parties;
        let known = uid.and_then(|uid| {
            let by_id = PartyId::parse(uid).and_then(|id| parties.index_of(&id));
            parties.with_external_id(PartyKind::Organisation, uid).or(by_id)
        });
        let known = known.and_then(|index| parties.get(index)).filter(|party| {
            party.kind == PartyKind::Organisation && name.as_ref().is_none_or(|name| *name == party.name)
        });
        let organisation = match known.map(|party| party.id.clone()) {
            Some(id) => Some(id),
            None => name.clone().and_then(|name| parties.organisation(name)),
        };
        match organisation {
            Some(organisation) => {
                let title = title.and_then(one_line);
                let role = beyond.and_then(|beyond| beyond.role);
                draft.affiliation = Some(Affiliation { organisation, role, title });
            }
            None => self.keep("Title", title.unwrap_or_default()),
        }
        name.map(|name| name.to_string()).unwrap_or_default()
    }

    fn beyond(&mut self, card: &[Property]) -> Option<Beyond> {
        let own = first(card, BEYOND)?;
        let read = serde_json::from_str(&own.value).map_err(|error| error.to_string()).and_then(|json| {
            let told = |problems: Vec<crate::value::document::Problem>| {
                let problem = problems.first();
                problem.map(|problem| format!("{}: {}", problem.path, problem.allowed)).unwrap_or_default()
            };
            read_tolerantly::<Beyond>(&json).map_err(told)
        });
        match read {
            Ok(Read::Whole(beyond) | Read::Partly(beyond)) => Some(beyond),
            Err(detail) => {
                self.problem(own, PropertyTrouble::NotOurs { detail });
                self.keep(BEYOND, &own.value);
                None
            }
        }
    }

    fn other_properties(&mut self, card: &[Property], draft: &mut Draft) {
        let mut known: BTreeSet<&str> = BTreeSet::from(["ORG", "TITLE", BEYOND]);
        for property in card.iter().filter(|property| !property.value.is_empty() && !property.is_binary) {
            match property.name.as_str() {
                name if PASSED_OVER.contains(&name) || super::points::is_reach(property) => {}
                // The first of these was read; others are kept.
                name if known.remove(name) => {}
                "NOTE" => {
                    let mut rest = property.value.as_str();
                    while !rest.is_empty() {
                        let (kept, _) = cut(rest);
                        draft.notes.extend(Text::parse(kept));
                        rest = rest.get(kept.len()..).unwrap_or_default();
                    }
                }
                "TZ" => match ZoneName::parse(&property.value).filter(|zone| zone.as_str().contains('/')) {
                    Some(zone) => {
                        draft.preferences =
                            Some(Preferences { channel: None, windows: Vec::new(), zone: Some(zone) });
                    }
                    None => self.keep("Time zone", &property.value),
                },
                "BDAY" | "ANNIVERSARY" => {
                    let name = if property.name == "BDAY" { "Birthday" } else { "Anniversary" };
                    match birthday(&property.value) {
                        Some(day) => self.insert(name, Attribute::Date(day)),
                        None => self.keep(name, &property.value),
                    }
                }
                _ => self.keep(&field_name(property, card), &property.value),
            }
        }
    }

    pub(super) fn problem(&mut self, property: &Property, trouble: PropertyTrouble) {
        self.problems.push(RowProblem {
            line: self.line,
            column: Some(property.name.clone()),
            value: shown(&property.value),
            effect: ProblemEffect::CellKeptAsText,
            text: trouble.text(),
        });
    }

    /// Keeps text as a custom field.
    pub(super) fn keep(&mut self, name: &str, value: &str) {
        let (kept, _) = cut(value);
        if let Some(attribute) = Attribute::from_text(kept) {
            self.insert(name, attribute);
        }
    }

    fn insert(&mut self, name: &str, attribute: Attribute) {
        let same = |line: &Line| self.attributes.get(line) == Some(&attribute);
        let mut free = one_line(name);
        let mut round = 1_u32;
        while let Some(taken) = free.as_ref().filter(|line| self.attributes.contains_key(*line)) {
            if same(taken) {
                return;
            }
            round = round.saturating_add(1);
            let short: String = name.chars().take(280).collect();
            free = one_line(&format!("{short} ({round})"));
        }
        if let Some(line) = free {
            self.attributes.insert(line, attribute);
        }
    }
}

/// What a property is called as a custom field: what its owner called it, or its own name.
fn field_name(property: &Property, card: &[Property]) -> String {
    if let Some(label) = label_of(property, card) {
        return label;
    }
    let plain = match property.name.as_str() {
        "CATEGORIES" => "Categories",
        "NICKNAME" => "Nickname",
        "ROLE" => "Role",
        "GENDER" => "Gender",
        "LANG" => "Language",
        "TITLE" => "Title",
        "ORG" => "Organisation",
        "RELATED" => "Related",
        "GEO" => "Position",
        name => name,
    };
    plain.to_owned()
}

/// What the owner of a card called a property of a group.
pub(super) fn label_of(property: &Property, card: &[Property]) -> Option<String> {
    let group = property.group.as_ref()?;
    let label = card.iter().find(|other| other.name == LABEL && other.group.as_ref() == Some(group))?;
    let inner = label.value.strip_prefix("_$!<").and_then(|rest| rest.strip_suffix(">!$_"));
    Some(inner.unwrap_or(&label.value).to_owned()).filter(|label| !label.is_empty())
}

/// Puts what only our own cards tell into a draft.
fn tell(
    intake: &mut Intake<'_>,
    beyond: Beyond,
    attributes: &mut BTreeMap<Line, Attribute>,
    draft: &mut Draft,
) {
    draft.source = beyond.source.map(|source| crate::market::source::Source { referrer: None, ..source });
    draft.referred_by = beyond.referred_by;
    draft.owner = beyond.owner.and_then(|name| {
        let (member, _) = intake.members.enter(Some(name.clone()), None, BTreeMap::new())?;
        Some((member, name))
    });
    draft.preferences = beyond.preferences.or_else(|| draft.preferences.take());
    draft.consents = beyond.consent.into_iter().map(|(channel, consent)| (channel, consent, None)).collect();
    draft.contact = match beyond.do_not_contact {
        Some(DoNotContact::Never(_)) => ContactWish::Never,
        Some(DoNotContact::NotBefore(until)) => ContactWish::NotBefore(until.date),
        Some(DoNotContact::Contactable(_)) | None => ContactWish::Welcome,
    };
    draft.met_at = beyond.met_at.filter(|met_at| *met_at <= intake.now.at);
    draft.rapport = beyond.rapport.into_iter().map(|noted| (noted.text, noted.date, noted.privacy)).collect();
    draft.other_ids = beyond.external_ids;
    attributes.extend(beyond.attributes);
}
