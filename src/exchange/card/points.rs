//! Properties of a card → ways to contact somebody.

use super::contents::Property;
use super::person::{Sketch, label_of};
use super::words::PropertyTrouble;
use super::{PLACE, one_line};
use crate::value::contact_point::{Channel, ContactPoint};
use crate::value::text::Line;
use crate::value::time::Date;

const MESSENGERS: [&str; 12] = [
    "X-AIM",
    "X-ICQ",
    "X-JABBER",
    "X-MSN",
    "X-YAHOO",
    "X-SKYPE",
    "X-SKYPE-USERNAME",
    "X-GTALK",
    "X-GOOGLE-TALK",
    "X-TWITTER",
    "X-QQ",
    "X-GADUGADU",
];
const NETWORKS: [&str; 9] =
    ["linkedin", "xing", "twitter", "x", "facebook", "instagram", "mastodon", "threads", "bsky"];

/// The social network that an address of the web belongs to.
pub(super) fn network(url: &str) -> Option<&'static str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let domain = host.rsplit('.').nth(1)?;
    NETWORKS.into_iter().find(|network| *network == domain)
}

/// Is the property a way to contact somebody?
pub(super) fn is_reach(property: &Property) -> bool {
    match property.name.as_str() {
        "EMAIL" | "TEL" | "ADR" | "SOCIALPROFILE" | "X-SOCIALPROFILE" | "IMPP" | PLACE => true,
        "URL" => network(&property.value).is_some(),
        name => MESSENGERS.contains(&name),
    }
}

impl Sketch {
    /// All ways to contact that the card tells, those that its owner prefers first.
    pub(super) fn contact_points(&mut self, card: &[Property]) {
        let mut others = Vec::new();
        for property in card.iter().filter(|property| is_reach(property) && !property.value.is_empty()) {
            let Some(mut point) = self.point(property) else { continue };
            point.label = label(property, card, point.channel);
            let is_same = |known: &ContactPoint| known.channel == point.channel && known.value == point.value;
            if self.points.iter().chain(&others).any(is_same) {
                continue;
            }
            let preferred = property.types.iter().any(|word| word == "pref");
            if preferred { self.points.push(point) } else { others.push(point) }
        }
        self.points.extend(others);
    }

    fn point(&mut self, property: &Property) -> Option<ContactPoint> {
        let value = property.value.as_str();
        match property.name.as_str() {
            "EMAIL" => {
                let address = value.strip_prefix("mailto:").unwrap_or(value).trim_matches(['<', '>', ' ']);
                self.or_kept(property, Channel::Email, address, "Email", PropertyTrouble::NotAMailbox)
            }
            "TEL" => {
                let is = |word: &str| property.types.iter().any(|each| each == word);
                let number = value.strip_prefix("tel:").map(|uri| uri.split(';').next().unwrap_or(uri));
                let number = number.unwrap_or(value);
                if let Some(name) = ["fax", "pager", "modem", "telex"].into_iter().find(|word| is(word)) {
                    let name = if name == "fax" { "Fax" } else { "Pager" };
                    self.keep(name, number);
                    return None;
                }
                self.or_kept(property, Channel::Phone, number, "Phone", PropertyTrouble::NotAPhone)
            }
            "ADR" => self.address(property),
            PLACE => self.or_kept(property, Channel::InPerson, value, "Place", PropertyTrouble::TooLong),
            _ => self.or_kept(property, Channel::Social, value, "Social", PropertyTrouble::TooLong),
        }
    }

    fn or_kept(
        &mut self,
        property: &Property,
        channel: Channel,
        value: &str,
        name: &str,
        trouble: PropertyTrouble,
    ) -> Option<ContactPoint> {
        let point = ContactPoint::new(channel, value)
            .or_else(|| ContactPoint::new(channel, one_line(value)?.as_str()));
        let whole = value.chars().count() <= 300;
        if point.is_none() || !whole {
            self.problem(property, if whole { trouble } else { PropertyTrouble::TooLong });
            self.keep(name, value);
        }
        point
    }

    /// Street, postal code and city, region, country. A country alone is no address that a letter could go to.
    fn address(&mut self, property: &Property) -> Option<ContactPoint> {
        let part = |index: usize| property.parts.get(index).map(|part| part.replace('\n', ", "));
        let part = |index: usize| part(index).unwrap_or_default();
        let place =
            [part(5), part(3)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let complete = !part(2).is_empty()
            || !part(1).is_empty()
            || !part(0).is_empty()
            || (!part(3).is_empty() && !part(5).is_empty());
        let all = [part(0), part(1), part(2), place, part(4), part(6)];
        let text = all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if !complete {
            self.keep("Address", &text);
            return None;
        }
        self.or_kept(property, Channel::Postal, &text, "Address", PropertyTrouble::TooLong)
    }
}

fn label(property: &Property, card: &[Property], channel: Channel) -> Option<Line> {
    if let Some(label) = label_of(property, card) {
        return one_line(&label);
    }
    let is = |word: &str| property.types.iter().any(|each| each == word);
    let word = if channel == Channel::Phone && (is("cell") || is("mobile") || is("iphone")) {
        Some("mobile")
    } else {
        ["work", "home", "other"].into_iter().find(|word| is(word))
    };
    let service = || match property.name.strip_prefix("X-") {
        Some("SOCIALPROFILE") => property.types.iter().find(|word| *word != "pref").cloned(),
        Some(messenger) => Some(messenger.trim_end_matches("-USERNAME").to_lowercase()),
        None if property.name == "URL" => network(&property.value).map(str::to_owned),
        None => property.types.iter().find(|word| *word != "pref").cloned(),
    };
    let word = match channel {
        Channel::Social => service().or_else(|| word.map(str::to_owned)),
        _ => word.map(str::to_owned),
    };
    word.and_then(|word| one_line(&word))
}

/// A day as cards write it: `1960-09-10`, `19600910`, either with a time behind.
pub(super) fn birthday(text: &str) -> Option<Date> {
    let day = text.split(['T', ' ']).next()?;
    let digits: String = day.chars().filter(|c| *c != '-').collect();
    let shape = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = digits.split_at_checked(4).filter(|_| shape)?;
    let (month, day) = rest.split_at_checked(2)?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
