// Whether somebody may be contacted, and when at the earliest.
import { lastContact, noAnswersInARow } from "./book.mjs";
import { DAY, HOUR, MINUTE, weekdayOf } from "./time.mjs";

/** Each gives the first moment from `at` on that it allows; nothing if there is none. */
const guards = {
  consent({ plan }, { party, channel }, _, at) {
    const consent = party.consent.get(channel);
    const isAllowed = consent === "given" || (consent !== "withdrawn" && !plan.limits.consentRequired.includes(channel));
    return isAllowed ? at : undefined;
  },
  doNotContact({ clock }, { party }, _, at) {
    let allowed = at;
    for (const { doNotContact } of party.organisation === undefined ? [party] : [party, party.organisation]) {
      const { type, day } = doNotContact;
      if (type === "never") return undefined;
      if (type === "notBefore") allowed = Math.max(allowed, clock.startOf(clock.zoneOr(party.preferences.zone), day));
    }
    return allowed;
  },
  cap({ plan }, { channel }, touches, at) {
    let latest = at;
    for (const cap of plan.limits.caps) {
      if (cap.channel !== undefined && cap.channel !== channel) continue;
      const allowed = underCap(cap, touches, at);
      if (allowed === undefined) return undefined;
      latest = Math.max(latest, allowed);
    }
    return latest;
  },
  gap({ plan }, _, touches, at) {
    const length = plan.limits.gapHours * HOUR;
    let allowed = at;
    for (const touch of touches) if (Math.abs(allowed - touch.at) < length) allowed = touch.at + length;
    return allowed;
  },
  noAnswer({ plan }, { party }, _, at) {
    const inARow = noAnswersInARow(party.contacts);
    if (inARow === 0) return at;
    const { firstHours, growthPercent, mostHours } = plan.limits.afterNoAnswer;
    let hours = Math.min(firstHours, mostHours);
    for (let times = 1; times < inARow && hours < mostHours && hours > 0; times += 1) hours = Math.floor((hours * growthPercent) / 100);
    return Math.max(at, lastContact(party).at + Math.min(hours, mostHours) * HOUR);
  },
  quietHours(sales, idea, _, at) {
    const { plan } = sales;
    return firstWithin(sales, idea, at, (day) => (plan.contactDays.has(weekdayOf(day)) ? plan.waking : []));
  },
  window(sales, idea, _, at) {
    const { windows } = idea.party.preferences;
    if (windows.length === 0) return at;
    return firstWithin(sales, idea, at, (day) => convenient(windows, day));
  },
};
const names = Object.keys(guards);

/** More rounds than guards ever need to agree. */
const ROUNDS = 64;

/** The first moment from `from` on that all guards allow, and those that object to `from`. */
export function guard(sales, idea, from) {
  const touches = touchesOf(idea);
  const held = [];
  let at = from;
  for (let round = 0; round < ROUNDS && at !== undefined; round += 1) {
    let next = at;
    for (const name of names) {
      const until = guards[name](sales, idea, touches, at);
      if (until === at) continue;
      if (round === 0) held.push({ guard: name, channel: idea.channel, until });
      next = until === undefined || next === undefined ? undefined : Math.max(next, until);
    }
    if (next === at) return { at, held };
    at = next;
  }
  return { at: undefined, held };
}

/** Our own contacts, logged and planned, in the order of time. */
function touchesOf({ party, planned }) {
  const touches = party.contacts.filter((contact) => contact.initiative === "seller");
  if (party.planned.size === 0) return touches;
  for (const contact of party.planned.values()) if (contact.interaction !== planned) touches.push(contact);
  return touches.sort((a, b) => a.at - b.at);
}

/** The first moment at which one more contact leaves every period of the cap's length within the cap. */
function underCap(cap, touches, from) {
  const length = cap.days * DAY;
  const counted = cap.channel === undefined ? touches : touches.filter((touch) => touch.channel === cap.channel);
  const isFull = (end) => counted.filter((touch) => touch.at <= end && end - touch.at < length).length >= cap.most;
  const fits = (at) => !isFull(at) && !counted.some((touch) => touch.at > at && touch.at - at < length && isFull(touch.at));
  if (fits(from)) return from;
  // Room only appears when a contact falls out of the period.
  return counted.map((touch) => touch.at + length).find((opening) => opening > from && fits(opening));
}

function convenient(windows, day) {
  const weekday = weekdayOf(day);
  return windows
    .filter((window) => (window.weekdays.length === 0 || window.weekdays.includes(weekday)) && window.from < window.to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Hours repeat every week: what four weeks don't have, no later week has. */
const DAYS_AHEAD = 28;

/** The first moment from `from` on at which the whole contact lies within hours on their clock. */
function firstWithin({ clock }, { party, minutes }, from, hoursOn) {
  const zone = clock.zoneOr(party.preferences.zone);
  const length = minutes * MINUTE;
  const today = clock.localDay(zone, from);
  const tooShort = [];
  let span;
  for (let day = today; day <= today + DAYS_AHEAD; day += 1) {
    for (const hours of hoursOn(day)) {
      const begins = clock.moment(zone, day, hours.from);
      const ends = clock.moment(zone, day, hours.to);
      if (begins >= ends) continue;
      // Hours that touch are one span: what lasts until midnight goes on after it.
      if (span !== undefined && begins <= span.ends) span.ends = Math.max(span.ends, ends);
      else tooShort.push((span = { begins, ends }));
      const start = Math.max(from, span.begins);
      if (span.ends - start >= length) return start;
    }
  }
  // Where no hours are ever long enough, it is enough to begin within them.
  const isNever = tooShort.every(({ begins, ends }) => ends - begins < length);
  const first = isNever ? tooShort.find(({ begins, ends }) => ends > Math.max(from, begins)) : undefined;
  return first && Math.max(from, first.begins);
}
