//! Planned contacts as a calendar for other programs (DAY-1).

use crate::book::party::Party;
use crate::contact::interaction::Commitment;
use crate::deal::subject::Subject;
use crate::exchange::calendar::{Event, EventStatus, calendar};
use crate::journal::fact::ContactPlanned;
use crate::judge::Bench;
use crate::judge::day::{Placed, day};
use crate::judge::step::Action;
use crate::say::en::calendar as say;
use crate::value::contact_point::Channel;
use crate::value::number::count;
use crate::value::order::ranked;
use crate::value::time::{Date, MINUTE};
use crate::view::query::{CalendarQuery, CalendarSteps};
use serde::Serialize;

/// Planned contacts as text of RFC 5545.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CalendarView {
    /// The text.
    pub text: String,
    /// How many events it has.
    pub events: u32,
}

/// So many days can be asked for with what the plan proposes for each.
const MOST_DAYS: usize = 31;

impl CalendarView {
    /// Lays the contacts of some days out.
    pub fn of(bench: &Bench<'_>, query: &CalendarQuery) -> CalendarView {
        let now = bench.now;
        let from = now.start_of(&now.zone, query.from);
        let to = now.start_of(&now.zone, query.to.plus_days(1));
        let planned = bench.book.parties().flat_map(|party| {
            let own = party.planned.values().filter(|planned| (from..to).contains(&planned.at));
            own.map(|planned| planned_event(bench, party, planned)).collect::<Vec<_>>()
        });
        let mut events: Vec<Event> = planned.collect();
        if query.include == Some(CalendarSteps::Proposed) {
            for date in days(query.from, query.to) {
                let placed = day(bench, date).placed;
                events.extend(placed.iter().filter_map(|placed| proposed_event(bench, date, placed)));
            }
        }
        let events = ranked(events, |event| (event.from.millis(), event.to.millis(), 0));
        CalendarView { text: calendar(now.at, &events), events: count(events.len()) }
    }
}

fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    let next = |date: &Date| Some(date.plus_days(1)).filter(|next| next > date);
    std::iter::successors(Some(from), next).take_while(move |date| *date <= to).take(MOST_DAYS)
}

fn planned_event(bench: &Bench<'_>, party: &Party, planned: &ContactPlanned) -> Event {
    Event {
        uid: format!("{}@nextsale", planned.interaction),
        from: planned.at,
        to: planned.at.plus(i64::from(planned.minutes).saturating_mul(MINUTE)),
        summary: say::summary(bench.book, party, planned.channel, planned.objective),
        description: say::planned(bench.book, party, planned),
        location: location(party, planned.channel),
        status: match planned.commitment {
            Commitment::Appointment => EventStatus::Confirmed,
            Commitment::Intended => EventStatus::Tentative,
        },
    }
}

/// A step that the plan puts on a day; what is planned already is there by itself.
fn proposed_event(bench: &Bench<'_>, date: Date, placed: &Placed) -> Option<Event> {
    let Action::Contact(contact) = &placed.step.action else { return None };
    if contact.interaction.is_some() {
        return None;
    }
    let party = bench.book.party(placed.step.party.as_ref()?)?;
    let deal = match &placed.step.subject {
        Subject::Deal(subject) => format!("-{}", subject.deal),
        Subject::Party(_) => String::new(),
    };
    Some(Event {
        uid: format!("{date}-{}{deal}-{}@proposed.nextsale", party.id, contact.objective),
        from: placed.span.from,
        to: placed.span.to,
        summary: say::summary(bench.book, party, contact.channel, contact.objective),
        description: say::proposed(bench.book, party, &placed.step, contact),
        location: location(party, contact.channel),
        status: EventStatus::Tentative,
    })
}

/// Where to go, if one has to.
fn location(party: &Party, channel: Channel) -> Option<String> {
    let place = party.contact_point(Channel::InPerson).or_else(|| party.contact_point(Channel::Postal));
    place.filter(|_| channel == Channel::InPerson).map(|place| place.value.to_string())
}
