//! A file → its events, each with its properties as text.

use super::words::EventTrouble;
use ical::tree::cst::{IcalCst, IcalItem};
use ical::tree::line::IcalLine;

/// So deep components stand in each other at most: zones have two levels, and no event has more than three.
const DEEPEST: u32 = 16;

/// A component, and the line it begins on.
pub(super) struct Component<'c> {
    pub(super) name: String,
    pub(super) line: u32,
    cst: &'c IcalCst<'c>,
}

/// Are components of a text so deep in each other that no calendar means it?
pub(super) fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_u32;
    text.lines().any(|line| {
        let upper = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let is = |word: &str| upper.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if is("BEGIN") {
            depth = depth.saturating_add(1);
        } else if is("END") {
            depth = depth.saturating_sub(1);
        }
        depth > DEEPEST
    })
}

/// The components of calendars, and those that stand alone. Events within anything else are not ours.
pub(super) fn components<'c>(text: &str, calendars: &'c [IcalCst<'c>]) -> Vec<Component<'c>> {
    let begins = |line: &str| {
        let (name, value) =
            line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').split_once(':')?;
        name.eq_ignore_ascii_case("BEGIN").then(|| value.trim().to_ascii_uppercase())
    };
    let lines: Vec<(u32, String)> =
        (1..).zip(text.lines()).filter_map(|(line, text)| Some((line, begins(text)?))).collect();
    let mut lines = lines.into_iter();
    let mut found = Vec::new();
    for cst in calendars {
        let of = |cst: &'c IcalCst<'c>, lines: &mut std::vec::IntoIter<(u32, String)>| {
            let name = name_of(cst)?;
            let line = lines.find(|(_, begun)| *begun == name).map_or(1, |(line, _)| line);
            Some(Component { name, line, cst })
        };
        match name_of(cst).as_deref() {
            Some("VCALENDAR") => {
                for item in &cst.items {
                    if let IcalItem::Component(inner) = item {
                        found.extend(of(inner, &mut lines));
                    }
                }
            }
            _ => found.extend(of(cst, &mut lines)),
        }
    }
    found
}

fn name_of(cst: &IcalCst<'_>) -> Option<String> {
    Some(cst.begin.as_ref()?.raw_value_str().trim().to_ascii_uppercase())
}

/// A property: its parameters in capitals, its value as it is written.
#[derive(Debug, Clone)]
pub(super) struct Property {
    pub(super) name: String,
    params: Vec<(String, String)>,
    /// The value as it is written, for dates and rules.
    pub(super) raw: String,
    /// The value as text.
    pub(super) text: String,
}

impl Property {
    fn of(line: &IcalLine<'_>) -> Property {
        let params = line.params.iter().map(|param| {
            let values: Vec<&str> = param.values.iter().map(|value| value.get().trim_matches('"')).collect();
            (param.name.get().trim().to_ascii_uppercase(), values.join(","))
        });
        Property {
            name: line.name.get().trim().to_ascii_uppercase(),
            params: params.collect(),
            raw: line.raw_value_str().trim().to_owned(),
            text: line.value.decode().trim().to_owned(),
        }
    }

    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

impl<'c> Component<'c> {
    /// Its own properties.
    pub(super) fn properties(&self) -> Vec<Property> {
        let own = self.cst.items.iter().filter_map(|item| match item {
            IcalItem::Prop(line) => Some(Property::of(line)),
            _ => None,
        });
        own.collect()
    }

    /// The components within it.
    pub(super) fn parts(&self) -> Vec<Component<'c>> {
        let inner = self.cst.items.iter().filter_map(|item| match item {
            IcalItem::Component(inner) => {
                Some(Component { name: name_of(inner)?, line: self.line, cst: inner.as_ref() })
            }
            _ => None,
        });
        inner.collect()
    }
}

/// A line of a calendar that is neither a property nor the beginning of a component.
pub(super) fn strange_lines(calendars: &[IcalCst<'_>]) -> Vec<EventTrouble> {
    let strange = calendars.iter().flat_map(|cst| &cst.items).filter_map(|item| match item {
        IcalItem::Opaque(bytes) => {
            Some(EventTrouble::NoValue { line: String::from_utf8_lossy(bytes).trim().to_owned() })
        }
        _ => None,
    });
    strange.collect()
}
