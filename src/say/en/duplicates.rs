//! Duplicates in words.

use super::names;
use crate::book::Book;
use crate::book::merging::SetAside;
use crate::judge::duplicates::InCommon;
use crate::value::attribute::Attribute;
use crate::value::id::PartyId;

/// What parties have in common.
pub fn in_common(book: &Book, common: &InCommon) -> String {
    match common {
        InCommon::Email { address } => format!("They have the same e-mail address, {address}"),
        InCommon::NameAndPhone { number } => format!("They have the same name and phone number, {number}"),
        InCommon::NameAndContactPoint { value } => format!("They have the same name, and {value}"),
        InCommon::NameAndOrganisation { organisation } => {
            format!("They have the same name, and both belong to {}", name(book, organisation))
        }
        InCommon::Name { name } => format!("They have the same name, {name}"),
    }
}

/// What a duplicate had differently.
pub fn set_aside(book: &Book, aside: &SetAside) -> String {
    match aside {
        SetAside::Affiliation(affiliation) => {
            let title = affiliation.title.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
            format!("Belonged to {}{title}", name(book, &affiliation.organisation))
        }
        SetAside::Source(source) => {
            let detail = source.detail.as_ref().or(source.campaign.as_ref());
            let detail = detail.map(|detail| format!(" ({detail})")).unwrap_or_default();
            format!("Source: {}{detail}", names::source(source.method))
        }
        SetAside::Owner(owner) => {
            let name = book.member(owner).map(|member| member.name.to_string());
            format!("Looked after by {}", name.unwrap_or_else(|| owner.to_string()))
        }
        SetAside::Preferences(preferences) => {
            let channel = preferences.channel.map(|channel| format!(" {}", names::by_channel(channel)));
            let zone = preferences.zone.as_ref().map(|zone| format!(", in {zone}"));
            let windows = preferences
                .windows
                .iter()
                .map(|window| format!(", {}–{}", window.hours.from, window.hours.to));
            let windows: String = windows.collect();
            format!(
                "Liked to be contacted{}{windows}{}",
                channel.unwrap_or_default(),
                zone.unwrap_or_default()
            )
        }
        SetAside::Attribute(name, value) => {
            let value = match value {
                Attribute::Flag(flag) => flag.to_string(),
                Attribute::Number(number) => crate::value::number::plain(*number),
                Attribute::Date(date) => date.to_string(),
                Attribute::Text(text) => text.to_string(),
            };
            format!("{name}: {value}")
        }
    }
}

fn name(book: &Book, party: &PartyId) -> String {
    book.party(party).map_or_else(|| party.to_string(), |party| party.name.to_string())
}
