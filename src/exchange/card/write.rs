//! A party → a vCard.

use super::points::network;
use super::{BEYOND, Beyond, CardRapport, FIELDS, LABEL, PLACE, TYPES};
use crate::book::Book;
use crate::book::party::Party;
use crate::book::relationship::Rapport;
use crate::market::consent::DoNotContact;
use crate::market::party::{PartyKind, Preferences};
use crate::market::rapport::Privacy;
use crate::market::source::Source;
use crate::value::attribute::Attribute;
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::text::Line;
use vcard::tree::codec::mode::VcardEscaper;
use vcard::tree::leaf::VcardLeaf;
use vcard::tree::line::VcardLine;
use vcard::tree::param::node::VcardParamNode;

choice! {
    /// A version of vCard.
    pub enum CardVersion {
        /// RFC 2426, which old address books want.
        V3 = "3.0",
        /// RFC 6350.
        V4 = "4.0",
    }
}

/// A card that is being written.
struct Writer {
    version: CardVersion,
    text: String,
    groups: u32,
}

/// A party as a vCard.
///
/// ```
/// use nextsale::book::Book;
/// use nextsale::exchange::card::{CardVersion, card};
/// use nextsale::journal::entry::Entry;
/// let met = r#"{"id":"5.0.a","at":5,"fact":{"type":"partyMet","party":"p_1","kind":"person","name":"Ada Byron",
///     "contactPoints":[{"channel":"phone","value":"+49 30 123456","label":"mobile"}]}}"#;
/// let entry = Entry::from_stored(&met.replace('\n', "")).unwrap();
/// let book = Book::of([&entry]);
/// let text = card(&book, book.parties().next().unwrap(), CardVersion::V4);
/// assert!(text.contains("\r\nN:Byron;Ada;;;\r\n"));
/// assert!(text.contains("\r\nTEL;TYPE=cell:+49 30 123456\r\n"));
/// ```
pub fn card(book: &Book, party: &Party, version: CardVersion) -> String {
    let mut writer = Writer { version, text: String::new(), groups: 0 };
    writer.plain("BEGIN", "VCARD");
    writer.plain("VERSION", version.as_str());
    writer.plain("PRODID", "-//nextsale//nextsale//EN");
    writer.identity(book, party);
    for point in &party.contact_points {
        writer.contact_point(point);
    }
    for (field, property) in FIELDS {
        let attribute = party.attributes.iter().find(|(name, _)| name.as_str() == field);
        if let Some(value) = attribute.and_then(|(_, value)| in_a_property(property, value)) {
            writer.text(property, &value);
        }
    }
    if let Some(zone) = &party.preferences.zone {
        writer.text("TZ", zone.as_str());
    }
    for note in &party.notes {
        writer.text("NOTE", note.text.as_str());
    }
    writer.beyond(&beyond(book, party));
    writer.plain("END", "VCARD");
    writer.text
}

impl Writer {
    fn line(&self, name: &str) -> VcardLine<'static> {
        let mut line = VcardLine::text(name.to_owned(), String::new());
        line.value.escaper = match self.version {
            CardVersion::V3 => VcardEscaper::V3_0,
            CardVersion::V4 => VcardEscaper::V4_0,
        };
        line
    }

    /// Adds a line, folded at 75 bytes as both RFCs ask, never within a character.
    fn add(&mut self, line: &VcardLine<'_>) {
        let logical = line.to_string();
        let mut width = 0_usize;
        for character in logical.trim_end_matches(['\r', '\n']).chars() {
            let wider = width.saturating_add(character.len_utf8());
            if wider > 75 {
                self.text.push_str("\r\n ");
                width = 1_usize.saturating_add(character.len_utf8());
            } else {
                width = wider;
            }
            self.text.push(character);
        }
        self.text.push_str("\r\n");
    }

    fn plain(&mut self, name: &str, value: &str) {
        let line = VcardLine::text(name.to_owned(), value.to_owned());
        self.add(&line);
    }

    fn text(&mut self, name: &str, value: &str) {
        self.typed(name, &[], &[value]);
    }

    /// A line of text components; a single one is plain text.
    fn typed(&mut self, name: &str, params: &[(&'static str, &'static str)], components: &[&str]) {
        let mut line = self.line(name);
        let escaper = line.value.escaper;
        line.params.extend(params.iter().map(|(name, value)| VcardParamNode {
            name: VcardLeaf::from(*name),
            values: vec![VcardLeaf::from(*value)],
            escaper,
        }));
        for (index, component) in components.iter().enumerate() {
            line.value.set_component(index, &[clean(component)]);
        }
        self.add(&line);
    }

    fn identity(&mut self, book: &Book, party: &Party) {
        match self.version {
            CardVersion::V3 => self.text("UID", party.id.as_str()),
            CardVersion::V4 => self.typed("UID", &[("VALUE", "text")], &[party.id.as_str()]),
        }
        let name = party.name.as_str();
        self.text("FN", name);
        match (party.kind, self.version) {
            (PartyKind::Person, _) => {
                // The last word is the family's name more often than not; FN has the name as it is.
                let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
                self.typed("N", &[], &[family, given, "", "", ""]);
            }
            (PartyKind::Organisation, CardVersion::V3) => {
                self.typed("N", &[], &["", "", "", "", ""]);
                self.plain("X-ABSHOWAS", "COMPANY");
                self.text("ORG", name);
            }
            (PartyKind::Organisation, CardVersion::V4) => {
                self.plain("KIND", "org");
                self.text("ORG", name);
            }
        }
        if let Some(organisation) = book.organisation_of(party) {
            self.text("ORG", organisation.as_str());
        }
        if let Some(title) = party.affiliation.as_ref().and_then(|affiliation| affiliation.title.as_ref()) {
            self.text("TITLE", title.as_str());
        }
    }

    /// A label that vCard has no type for stands beside its property in a group, as address books write it.
    fn contact_point(&mut self, point: &ContactPoint) {
        let label = point.label.as_ref().map(Line::as_str);
        let of_type = TYPES.iter().find(|(name, _)| Some(*name) == label).map(|(_, of_type)| *of_type);
        let is_address_like = matches!(point.channel, Channel::Email | Channel::Phone | Channel::Postal);
        let group = match (label, of_type) {
            (None, _) => None,
            (Some(_), Some("cell")) if point.channel == Channel::Phone => None,
            (Some(_), Some("work" | "home")) if is_address_like => None,
            (Some(label), _) => Some(label),
        };
        let prefix = match group {
            Some(_) => {
                self.groups = self.groups.saturating_add(1);
                format!("item{}.", self.groups)
            }
            None => String::new(),
        };
        let params: Vec<(&str, &str)> =
            of_type.filter(|_| group.is_none()).map(|of_type| ("TYPE", of_type)).into_iter().collect();
        let value = point.value.as_str();
        match (point.channel, self.version) {
            (Channel::Email, _) => self.typed(&format!("{prefix}EMAIL"), &params, &[value]),
            (Channel::Phone, _) => self.typed(&format!("{prefix}TEL"), &params, &[value]),
            (Channel::Postal, _) => {
                self.typed(&format!("{prefix}ADR"), &params, &["", "", value, "", "", "", ""])
            }
            (Channel::Social, CardVersion::V3) => self.text(&format!("{prefix}X-SOCIALPROFILE"), value),
            (Channel::Social, CardVersion::V4) => {
                self.typed(&format!("{prefix}SOCIALPROFILE"), &[("VALUE", "text")], &[value])
            }
            (Channel::InPerson, _) => self.text(&format!("{prefix}{PLACE}"), value),
        }
        if let Some(label) = group {
            self.text(&format!("{prefix}{LABEL}"), label);
        }
    }

    fn beyond(&mut self, beyond: &Beyond) {
        match serde_json::to_string(beyond) {
            Ok(json) if json != "{}" => self.text(BEYOND, &json),
            _ => {}
        }
    }
}

fn beyond(book: &Book, party: &Party) -> Beyond {
    let affiliation = party.affiliation.as_ref();
    let referrer = party.source.as_ref().and_then(|source| source.referrer.as_ref());
    let line = |id: &str| Line::parse(id);
    let attributes = party.attributes.iter().filter(|(name, value)| {
        let property = FIELDS.iter().find(|(field, _)| *field == name.as_str());
        property.is_none_or(|(_, property)| in_a_property(property, value).is_none())
    });
    Beyond {
        role: affiliation.and_then(|affiliation| affiliation.role),
        organisation: affiliation.and_then(|affiliation| line(affiliation.organisation.as_str())),
        source: party.source.clone().map(|source| Source { referrer: None, ..source }),
        referred_by: referrer.and_then(|referrer| book.party(referrer)).map(|party| party.name.clone()),
        owner: party.owner.as_ref().and_then(|owner| book.member(owner)).map(|member| member.name.clone()),
        preferences: Some(party.preferences.clone())
            .filter(|known| *known != Preferences { channel: None, windows: Vec::new(), zone: None }),
        consent: party.consent.clone(),
        do_not_contact: Some(party.do_not_contact.clone())
            .filter(|wish| !matches!(wish, DoNotContact::Contactable(_))),
        external_ids: party.external_ids.iter().cloned().collect(),
        met_at: Some(party.met_at),
        rapport: party.rapport.iter().map(personal).collect(),
        attributes: attributes.map(|(name, value)| (name.clone(), value.clone())).collect(),
    }
}

/// What is private stays marked as such.
fn personal(noted: &Rapport) -> CardRapport {
    let privacy = Some(noted.privacy).filter(|privacy| *privacy == Privacy::Private);
    CardRapport { text: noted.text.clone(), date: noted.date, privacy }
}

/// The value of a custom field as a property has it; nothing if reading it back would not give the same.
fn in_a_property(property: &str, attribute: &Attribute) -> Option<String> {
    match (property, attribute) {
        ("BDAY", Attribute::Date(day)) => Some(day.to_string()),
        ("NICKNAME" | "URL", Attribute::Text(text)) => {
            let plain = |text: &String| Line::squeezed(text).is_some_and(|line| line.as_str() == text);
            let is_handle = property == "URL" && network(text.as_str()).is_some();
            Some(text.to_string()).filter(plain).filter(|_| !is_handle)
        }
        _ => None,
    }
}

/// Text that a value can have: other control characters than line breaks and tabs have no form in vCard.
fn clean(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    unix.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { ' ' } else { c }).collect()
}
