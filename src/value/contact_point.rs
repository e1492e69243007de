//! Ways to reach somebody.

use super::document::{Fault, FromDocument, Place, Reading};
use super::text::Line;
use serde_json::Value;

choice! {
    /// A way of contact. A channel is what consent, caps and preferences speak of.
    pub enum Channel {
        /// A message by electronic mail.
        Email = "email",
        /// A telephone call.
        Phone = "phone",
        /// A letter, a card.
        Postal = "postal",
        /// A message on a social network or messenger.
        Social = "social",
        /// Face to face.
        InPerson = "inPerson",
    }
}

/// One way to reach somebody: a channel and the address on it, as it was entered.
///
/// ```
/// use nextsale::value::contact_point::{Channel, ContactPoint};
/// let mail = ContactPoint::new(Channel::Email, "Ada@Example.org").unwrap();
/// assert_eq!(mail.value.as_str(), "Ada@Example.org");
/// assert_eq!(mail.identity(None), "email:ada@example.org");
/// assert!(ContactPoint::new(Channel::Email, "ada at home").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ContactPoint {
    /// The channel that it belongs to.
    pub channel: Channel,
    /// The address, number, handle or place, as it was entered.
    pub value: Line,
    /// What sets it apart from others on the channel: "work", "mobile".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Line>,
}

impl ContactPoint {
    /// A contact point without a label; nothing if the value can't be one on that channel.
    pub fn new(channel: Channel, value: &str) -> Option<ContactPoint> {
        let value = Line::parse(value)?;
        is_reachable(channel, &value).then_some(ContactPoint { channel, value, label: None })
    }

    /// The form by which duplicates are recognised: e-mail in lower case, phone numbers in E.164 where they can be
    /// read with the default country (ISO 3166 code), else their digits; the others folded (PEOPLE-6).
    ///
    /// ```
    /// use nextsale::value::contact_point::{Channel, ContactPoint};
    /// let here = ContactPoint::new(Channel::Phone, "(030) 123 456").unwrap();
    /// let abroad = ContactPoint::new(Channel::Phone, "+49 30 123456").unwrap();
    /// assert_eq!(here.identity(Some("DE")), abroad.identity(None));
    /// ```
    pub fn identity(&self, country: Option<&str>) -> String {
        let form = match self.channel {
            Channel::Phone => phone_identity(self.value.as_str(), country),
            _ => self.value.folded(),
        };
        format!("{}:{form}", self.channel)
    }

    /// Is it a mailbox that several people read, such as `info@`? It tells nobody apart.
    ///
    /// ```
    /// use nextsale::value::contact_point::{Channel, ContactPoint};
    /// assert!(ContactPoint::new(Channel::Email, "Info@example.org").unwrap().is_shared_mailbox());
    /// assert!(!ContactPoint::new(Channel::Email, "ada@example.org").unwrap().is_shared_mailbox());
    /// ```
    pub fn is_shared_mailbox(&self) -> bool {
        let local = self.value.as_str().split('@').next().unwrap_or_default().to_lowercase();
        self.channel == Channel::Email && SHARED_MAILBOXES.contains(&local.as_str())
    }
}

/// Mailboxes that several people read.
const SHARED_MAILBOXES: [&str; 22] = [
    "info",
    "sales",
    "office",
    "contact",
    "admin",
    "support",
    "hello",
    "mail",
    "kontakt",
    "enquiries",
    "inquiries",
    "marketing",
    "team",
    "service",
    "help",
    "billing",
    "accounts",
    "hr",
    "jobs",
    "reception",
    "post",
    "noreply",
];

fn phone_identity(number: &str, country: Option<&str>) -> String {
    let parsed = match country {
        Some(country) => phonelib::PhoneNumber::parse_with_country(number, country),
        None => None,
    };
    let parsed = parsed.or_else(|| phonelib::PhoneNumber::parse(number));
    match parsed {
        Some(number) => number.e164().to_owned(),
        None => number.chars().filter(char::is_ascii_digit).collect(),
    }
}

fn is_reachable(channel: Channel, value: &Line) -> bool {
    let value = value.as_str();
    match channel {
        Channel::Email => is_mailbox(value),
        Channel::Phone => (3..=20).contains(&value.chars().filter(char::is_ascii_digit).count()),
        Channel::Postal | Channel::Social | Channel::InPerson => true,
    }
}

/// One `@` with something on both sides and no spaces: whether mail arrives is for the mail server to say.
fn is_mailbox(text: &str) -> bool {
    let mut parts = text.split('@');
    let (Some(local), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    !local.is_empty()
        && !domain.is_empty()
        && !text.chars().any(char::is_whitespace)
        && !domain.starts_with('.')
}

fn allowed(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "an e-mail address like name@example.org",
        Channel::Phone => "a phone number with 3 to 20 digits",
        Channel::Postal | Channel::Social | Channel::InPerson => Line::ALLOWED,
    }
}

record! {
    /// A contact point as it stands in a document, not yet checked against its channel.
    pub struct ContactPointDocument {
        /// The channel.
        pub channel: Channel,
        /// The address.
        pub value: Line,
        /// The label.
        pub label: Option<Line>,
    }
}

impl FromDocument for ContactPoint {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let ContactPointDocument { channel, value, label } =
            ContactPointDocument::from_document(value, place, reading)?;
        if !is_reachable(channel, &value) {
            let fault = Fault::NotAllowed { found: value.as_str().to_owned() };
            reading.report(&place.field("value"), fault, allowed(channel));
            return None;
        }
        Some(ContactPoint { channel, value, label })
    }
}
