//! Time zones as data: the host says when each zone's offset changes, the engine converts with it.

use super::document::{FromDocument, Place, Reading, field, object, unknown_fields};
use super::order::ranked;
use super::time::{ClockTime, DAY, Date, Hours, MINUTE, Span, Timestamp};
use chrono::{NaiveTime, TimeDelta};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The name of a time zone in the IANA database, `Europe/Berlin`.
///
/// ```
/// use nextsale::value::zone::ZoneName;
/// assert!(ZoneName::parse("America/Argentina/Buenos_Aires").is_some());
/// assert!(ZoneName::parse("somewhere else").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
pub struct ZoneName(Arc<str>);

impl ZoneName {
    /// What is allowed, as a phrase.
    pub const ALLOWED: &'static str = "a time zone name like Europe/Berlin";

    /// Reads a name. Whether there is such a zone is for the host to know.
    pub fn parse(text: &str) -> Option<ZoneName> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+');
        ((1..=60).contains(&text.len()) && text.chars().all(allowed)).then(|| ZoneName(text.into()))
    }

    /// Coordinated Universal Time.
    pub fn utc() -> ZoneName {
        ZoneName("UTC".into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ZoneName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

read_from_text!(ZoneName);

/// From a moment on, local time is so many minutes ahead of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// The moment.
    pub from: Timestamp,
    /// Minutes ahead of UTC, −1440 to 1440.
    pub offset_minutes: i32,
}

/// What a clock on the wall shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalMoment {
    /// The day.
    pub date: Date,
    /// The time, cut to the minute.
    pub time: ClockTime,
}

/// The moment at which clocks of a zone show a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// Just once.
    Once(Timestamp),
    /// Never: clocks were put forward over it at this moment.
    Skipped(Timestamp),
    /// Twice: clocks were put back.
    Twice(Timestamp, Timestamp),
}

impl Resolved {
    /// The first moment at or after which clocks show at least that time.
    pub fn earliest(self) -> Timestamp {
        match self {
            Resolved::Once(moment) | Resolved::Skipped(moment) | Resolved::Twice(moment, _) => moment,
        }
    }
}

/// The offset changes of the zones in use, from the host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Zones(BTreeMap<ZoneName, Vec<Transition>>);

impl Zones {
    /// Adds a zone; its transitions are put in order.
    pub fn with(mut self, zone: ZoneName, transitions: Vec<Transition>) -> Zones {
        self.0.insert(zone, ranked(transitions, |transition| (transition.from.millis(), 0, 0)));
        self
    }

    /// Does the host know this zone?
    pub fn knows(&self, zone: &ZoneName) -> bool {
        self.0.contains_key(zone)
    }

    /// Minutes that clocks of the zone are ahead of UTC; 0 for a zone that the host didn't tell of.
    pub fn offset_minutes(&self, zone: &ZoneName, at: Timestamp) -> i32 {
        let transitions = self.0.get(zone).map(Vec::as_slice).unwrap_or_default();
        let passed = transitions.partition_point(|transition| transition.from <= at);
        let current =
            passed.checked_sub(1).and_then(|last| transitions.get(last)).or_else(|| transitions.first());
        current.map_or(0, |transition| transition.offset_minutes)
    }

    /// Stretches of time within which clocks of the zone don't change, from the one that has `from` to that before
    /// `to`, each with its milliseconds ahead of UTC.
    pub(crate) fn stretches(
        &self,
        zone: &ZoneName,
        from: Timestamp,
        to: Timestamp,
    ) -> impl Iterator<Item = (Span, i64)> {
        let transitions = self.0.get(zone).map(Vec::as_slice).unwrap_or_default();
        let passed = transitions.partition_point(|transition| transition.from <= from);
        let stretch = move |index: usize| {
            let current = index.checked_sub(1).and_then(|last| transitions.get(last));
            let offset = current.or_else(|| transitions.first()).map_or(0, |current| current.offset_minutes);
            let span = Span {
                from: current.map_or(Timestamp::EARLIEST, |current| current.from),
                to: transitions.get(index).map_or(Timestamp::LATEST, |next| next.from),
            };
            (span, i64::from(offset).saturating_mul(MINUTE))
        };
        (passed..=transitions.len()).map(stretch).take_while(move |(span, _)| span.from < to)
    }

    /// When clocks of the zone show these hours of a day: as a rule once; not at all where clocks skip them, and
    /// twice where they are put back over them.
    ///
    /// ```
    /// use nextsale::value::time::{ClockTime, Date, Hours, Timestamp};
    /// use nextsale::value::zone::{Transition, ZoneName, Zones};
    /// let berlin = ZoneName::parse("Europe/Berlin").unwrap();
    /// let winter = Timestamp::parse_rfc3339("2026-10-25T01:00:00Z").unwrap();
    /// let zones = Zones::default().with(berlin.clone(), vec![
    ///     Transition { from: Timestamp::EARLIEST, offset_minutes: 120 },
    ///     Transition { from: winter, offset_minutes: 60 },
    /// ]);
    /// let clock = |text| ClockTime::parse(text).unwrap();
    /// let night = Hours { from: clock("02:00"), to: clock("02:30") };
    /// let twice = zones.spans(&berlin, Date::parse("2026-10-25").unwrap(), night);
    /// let begin: Vec<String> = twice.map(|span| span.from.to_string()).collect();
    /// assert_eq!(begin, ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"]);
    /// ```
    pub fn spans(&self, zone: &ZoneName, date: Date, hours: Hours) -> impl Iterator<Item = Span> {
        let midnight = date.chrono().and_time(NaiveTime::MIN).and_utc().timestamp_millis();
        let at = |shown: i64, offset: i64| {
            Timestamp::EARLIEST
                .plus(shown.saturating_sub(offset).saturating_sub(Timestamp::EARLIEST.millis()))
        };
        let shown =
            |time: ClockTime| midnight.saturating_add(i64::from(time.minutes()).saturating_mul(MINUTE));
        let (from, to) = (shown(hours.from), shown(hours.to));
        // Clocks differ from UTC by at most a day.
        let stretches = self.stretches(zone, at(from, DAY), at(to, DAY.saturating_neg()));
        stretches.filter_map(move |(stretch, offset)| {
            let span = Span { from: at(from, offset).max(stretch.from), to: at(to, offset).min(stretch.to) };
            (span.from < span.to).then_some(span)
        })
    }

    /// A day in a zone, as the spans that clocks show it in: one, as a rule.
    pub(crate) fn day(&self, zone: &ZoneName, date: Date) -> Vec<Span> {
        let whole = Hours { from: ClockTime::MIDNIGHT, to: ClockTime::END_OF_DAY };
        joined(self.spans(zone, date, whole).collect())
    }

    /// When clocks of a zone change, with the milliseconds that they are ahead of UTC before and after.
    pub(crate) fn changes(&self, zone: &ZoneName) -> impl Iterator<Item = (Timestamp, i64, i64)> {
        let transitions = self.0.get(zone).map(Vec::as_slice).unwrap_or_default();
        let ahead = |transition: &Transition| i64::from(transition.offset_minutes).saturating_mul(MINUTE);
        let pairs = transitions.iter().zip(transitions.iter().skip(1));
        pairs.map(move |(before, after)| (after.from, ahead(before), ahead(after)))
    }

    /// What clocks of the zone show.
    ///
    /// ```
    /// use nextsale::value::time::Timestamp;
    /// use nextsale::value::zone::{Transition, ZoneName, Zones};
    /// let berlin = ZoneName::parse("Europe/Berlin").unwrap();
    /// let winter = Timestamp::parse_rfc3339("2026-10-25T01:00:00Z").unwrap();
    /// let zones = Zones::default().with(berlin.clone(), vec![
    ///     Transition { from: Timestamp::EARLIEST, offset_minutes: 120 },
    ///     Transition { from: winter, offset_minutes: 60 },
    /// ]);
    /// let local = zones.local(&berlin, Timestamp::parse_rfc3339("2026-11-23T23:30:00Z").unwrap());
    /// assert_eq!((local.date.to_string().as_str(), local.time.to_string().as_str()), ("2026-11-24", "00:30"));
    /// ```
    pub fn local(&self, zone: &ZoneName, at: Timestamp) -> LocalMoment {
        let offset = i64::from(self.offset_minutes(zone, at)).saturating_mul(MINUTE);
        let shown = at.plus(offset).utc();
        let seconds = shown.time().signed_duration_since(NaiveTime::MIN).num_minutes();
        LocalMoment { date: Date::from_chrono(shown.date()), time: ClockTime::from_minutes(seconds) }
    }

    /// The moment at which clocks of the zone show a day and time. Times that clocks skip or show twice are
    /// answered as such.
    pub fn resolve(&self, zone: &ZoneName, date: Date, time: ClockTime) -> Resolved {
        let naive = date
            .chrono()
            .and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::minutes(i64::from(time.minutes())));
        let as_utc = naive.map_or(i64::MAX, |naive| naive.and_utc().timestamp_millis());
        let as_utc = Timestamp::EARLIEST.plus(as_utc.saturating_sub(Timestamp::EARLIEST.millis()));
        let moment_at = |offset: i32| as_utc.plus(i64::from(offset).saturating_mul(-MINUTE));
        // Clocks differ from UTC by at most a day, so the offsets around it are those that can apply.
        let before = self.offset_minutes(zone, as_utc.plus(-DAY));
        let after = self.offset_minutes(zone, as_utc.plus(DAY));
        let shows = |offset: i32| self.offset_minutes(zone, moment_at(offset)) == offset;
        let (early, late) = (before.max(after), before.min(after));
        match (shows(early), shows(late)) {
            (true, true) if early == late => Resolved::Once(moment_at(early)),
            (true, true) => Resolved::Twice(moment_at(early), moment_at(late)),
            (true, false) => Resolved::Once(moment_at(early)),
            (false, true) => Resolved::Once(moment_at(late)),
            (false, false) => Resolved::Skipped(self.change_between(zone, moment_at(early), moment_at(late))),
        }
    }

    /// The transition between two moments, or the later one where there is none.
    fn change_between(&self, zone: &ZoneName, early: Timestamp, late: Timestamp) -> Timestamp {
        let transitions = self.0.get(zone).map(Vec::as_slice).unwrap_or_default();
        transitions
            .iter()
            .map(|transition| transition.from)
            .find(|from| early < *from && *from <= late)
            .unwrap_or(late)
    }
}

/// Spans in their order, those that overlap or touch joined into one.
pub(crate) fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in ranked(spans, |span| (span.from.millis(), span.to.millis(), 0)) {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => joined.push(span),
        }
    }
    joined
}

/// The host's clock and zones: everything the engine knows of the world's time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: Timestamp,
    /// The zone of whoever looks.
    pub zone: ZoneName,
    /// The offset changes of the zones in use.
    pub zones: Zones,
}

impl Now {
    /// A moment in UTC, without zones.
    ///
    /// ```
    /// use nextsale::value::{time::Timestamp, zone::Now};
    /// let now = Now::utc(Timestamp::parse_rfc3339("2026-11-23T09:00:00Z").unwrap());
    /// assert_eq!(now.today().to_string(), "2026-11-23");
    /// ```
    pub fn utc(at: Timestamp) -> Now {
        Now { at, zone: ZoneName::utc(), zones: Zones::default() }
    }

    /// The zone to use for somebody: theirs if the host knows it, else that of whoever looks.
    pub fn zone_or_own<'z>(&'z self, zone: Option<&'z ZoneName>) -> &'z ZoneName {
        zone.filter(|zone| self.zones.knows(zone)).unwrap_or(&self.zone)
    }

    /// What clocks of a zone show at a moment.
    pub fn local(&self, zone: &ZoneName, at: Timestamp) -> LocalMoment {
        self.zones.local(zone, at)
    }

    /// The first moment of a day in a zone.
    pub fn start_of(&self, zone: &ZoneName, date: Date) -> Timestamp {
        self.zones.resolve(zone, date, ClockTime::MIDNIGHT).earliest()
    }

    /// The day that whoever looks has.
    pub fn today(&self) -> Date {
        self.local(&self.zone, self.at).date
    }
}

impl FromDocument for Transition {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let Some([from, offset]) = value.as_array().map(Vec::as_slice) else {
            let found = super::document::type_of(value).to_owned();
            reading.report(
                place,
                super::document::Fault::WrongType { found },
                "a pair [milliseconds, minutes]",
            );
            return None;
        };
        let from = Timestamp::from_document(from, &place.index(0), reading);
        let offset = super::document::whole_number(offset, -1440..=1440, &place.index(1), reading);
        Some(Transition { from: from?, offset_minutes: i32::try_from(offset?).ok()? })
    }
}

impl FromDocument for Now {
    fn from_document(value: &Value, place: &Place<'_>, reading: &mut Reading) -> Option<Self> {
        let fields = object(value, place, reading)?;
        let at: Option<Timestamp> = field(fields, "at", place, reading);
        let zone: Option<Option<ZoneName>> = field(fields, "zone", place, reading);
        let zones: Option<BTreeMap<ZoneName, Vec<Transition>>> = field(fields, "zones", place, reading);
        unknown_fields(fields, None, &["at", "zone", "zones"], place, reading);
        let zones =
            zones?.into_iter().fold(Zones::default(), |zones, (zone, changes)| zones.with(zone, changes));
        Some(Now { at: at?, zone: zone?.unwrap_or_else(ZoneName::utc), zones })
    }
}
