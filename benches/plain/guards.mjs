// Whether somebody may be contacted, and when at the earliest.
import { lastContact, noAnswersInARow } from "./book.mjs";
import { DAY, HOUR, MINUTE, nextMinute, weekdayOf } from "./time.mjs";

const names = ["consent", "doNotContact", "cap", "gap", "noAnswer", "fatigue", "complaint", "quietHours", "window"];
const asking = new Set(["askedForInformation", "askedForQuote", "replied"]);

/** The first moment from `from` on that all guards allow, if any, and those that object to `from`. */
export function guard(sales, idea, from) {
  const blocked = blockedFor(sales, idea);
  const at = first(sales, idea, blocked, from);
  return { at, held: at === from ? [] : objections(sales, idea, blocked, from) };
}

/** The first moment from `from` on that all guards allow, if any. */
export const firstAllowed = (sales, idea, from) => first(sales, idea, blockedFor(sales, idea), from);

/** Whether they asked for a contact, and nobody has contacted them since. */
export function isAskedFor(party, why) {
  if (why !== "theyAsked") return false;
  const asked = party.signals.findLast(({ kind }) => asking.has(kind))?.at;
  return asked !== undefined && asked >= (lastContact(party)?.at ?? -Infinity);
}

function first(sales, idea, blocked, from) {
  let at = beyond(blocked, from);
  if (at === Infinity) return undefined;
  for (const begins of commonTimes(sales, idea, at)) {
    at = at === from ? at : nextMinute(at);
    while (at <= begins.last) {
      const next = beyond(blocked, Math.max(at, begins.from));
      if (next === at) return at;
      if (next === Infinity) return undefined;
      at = nextMinute(next);
    }
  }
  return undefined;
}

/** Times that have nothing to do with the hours of a day, in the order of their ends: after one moment, before another. */
function blockedFor(sales, idea) {
  const blocked = [];
  const block = (name, until, after = -Infinity) => blocked.push({ name, after, until });
  if (!consents(sales, idea)) block("consent", Infinity);
  doNotContact(sales, idea, block);
  if (!idea.isAskedFor) tooMuch(sales, idea, block);
  return blocked.sort((a, b) => a.until - b.until || 0);
}

function beyond(blocked, from) {
  let at = from;
  for (const { after, until } of blocked) if (after < at && at < until) at = until;
  return at;
}

function objections(sales, idea, blocked, at) {
  const hours = (name) => {
    for (const { from, last } of times(sales, idea, at, name)) {
      const whole = from === at ? at : nextMinute(from);
      if (whole <= last) return whole;
    }
    return undefined;
  };
  const until = (name) => {
    if (name === "window" && idea.party.preferences.windows.length === 0) return at;
    if (name === "window" || name === "quietHours") return hours(name);
    const moment = beyond(blocked.filter((each) => each.name === name), at);
    return moment === Infinity ? undefined : moment === at ? at : nextMinute(moment);
  };
  const held = names.map((name) => ({ guard: name, channel: idea.channel, until: until(name) }));
  return held.filter((each) => each.until !== at);
}

function consents({ plan }, { party, channel }) {
  const consent = party.consent.get(channel);
  return consent === "given" || (consent !== "withdrawn" && !plan.limits.consentRequired.includes(channel));
}

function doNotContact({ clock }, { party }, block) {
  for (const { doNotContact } of party.organisation === undefined ? [party] : [party, party.organisation]) {
    const { type, day } = doNotContact;
    if (type === "never") block("doNotContact", Infinity);
    if (type === "notBefore") block("doNotContact", clock.startOf(clock.zoneOr(party.preferences.zone), day));
  }
}

/** When one more contact of ours would be too much. */
function tooMuch({ plan }, idea, block) {
  const { limits } = plan;
  const inARow = noAnswersInARow(idea.party.contacts);
  if (inARow > 0) block("noAnswer", lastContact(idea.party).at + growing(limits.afterNoAnswer, inARow));
  const touches = touchesOf(idea);
  const gap = limits.gapHours * HOUR;
  // What they asked for, agreed on or began asks for no less time than ours, as far as any of us took part.
  const theirs = idea.party.contacts.filter((contact) => isTheirs(contact) && (contact.initiative === "seller" || contact.outcome !== "noAnswer"));
  for (const { at } of [...touches, ...theirs]) block("gap", at + gap, at - gap);
  for (const { channel, most, days } of limits.caps) {
    if (channel !== undefined && channel !== idea.channel) continue;
    const counted = channel === undefined ? touches : touches.filter((touch) => touch.channel === channel);
    exceeding("cap", { most, days }, counted, () => 1, idea, block);
  }
  const { budget, days, weights } = limits.fatigue;
  exceeding("fatigue", { most: budget, days }, touches, ({ channel }) => weights[channel] ?? 1, idea, block);
}

function growing({ firstHours, growthPercent, mostHours }, inARow) {
  let hours = Math.min(firstHours, mostHours);
  for (let times = 1; times < inARow && hours < mostHours && hours > 0; times += 1) hours = Math.floor((hours * growthPercent) / 100);
  return Math.min(hours, mostHours) * HOUR;
}

const isAgreed = (contact) => contact?.commitment === "appointment";

const isTheirs = ({ initiative, why, planned }) => initiative === "customer" || (why ?? planned?.why) === "theyAsked" || isAgreed(planned);

/** Our own contacts, logged and planned, in the order of time. What they asked for or agreed on doesn't count. */
function touchesOf({ party, planned }) {
  const touches = party.contacts.filter((contact) => !isTheirs(contact));
  if (party.planned.size === 0) return touches;
  for (const contact of party.planned.values()) {
    if (contact.interaction !== planned && contact.why !== "theyAsked" && !isAgreed(contact)) touches.push(contact);
  }
  return touches.sort((a, b) => a.at - b.at);
}

/** Blocks the times at which one more contact would share a period with so many that it is too much. */
function exceeding(name, { most, days }, touches, weightOf, idea, block) {
  const weight = weightOf(idea);
  const length = days * DAY;
  if (weight > most) block(name, Infinity);
  else if (weight > 0) {
    touches.forEach((begin, index) => {
      let sum = weight;
      for (let next = index; next < touches.length && touches[next].at - begin.at < length; next += 1) {
        sum += weightOf(touches[next]);
        if (sum <= most) continue;
        block(name, begin.at + length, touches[next].at - length);
        break;
      }
    });
  }
}

/** Hours repeat every week: what so many days don't have, no later day has. */
const DAYS_AHEAD = 400;

/** When the whole contact lies within hours on their clock: from when to when it may begin. */
function* times({ clock, plan }, { party, minutes }, from, name) {
  const zone = clock.zoneOr(party.preferences.zone);
  const length = minutes * MINUTE;
  const today = clock.localDay(zone, from);
  const hoursOn = name === "window" ? (day) => convenient(party.preferences.windows, day) : (day) => waking(plan, day);
  const begins = (span) => ({ from: Math.max(from, span.from), last: span.to - length });
  let open;
  for (let day = today; day < today + DAYS_AHEAD; day += 1) {
    for (const hours of hoursOn(day)) {
      const span = { from: clock.moment(zone, day, hours.from), to: clock.moment(zone, day, hours.to) };
      // Hours that touch are one span: what lasts until midnight goes on after it.
      if (open !== undefined && span.from <= open.to) open.to = Math.max(open.to, span.to);
      else {
        if (open !== undefined && begins(open).from <= begins(open).last) yield begins(open);
        open = span;
      }
    }
  }
}

const waking = (plan, day) => (plan.contactDays.has(weekdayOf(day)) ? plan.waking : []);

function convenient(windows, day) {
  const weekday = weekdayOf(day);
  return windows
    .filter((window) => (window.weekdays.length === 0 || window.weekdays.includes(weekday)) && window.from < window.to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** When a contact may begin within both quiet hours and what they told us. */
function* commonTimes(sales, idea, at) {
  const all = times(sales, idea, at, "quietHours");
  if (idea.party.preferences.windows.length === 0) return yield* all;
  const told = times(sales, idea, at, "window");
  let [one, other] = [all.next(), told.next()];
  while (!one.done && !other.done) {
    const both = { from: Math.max(one.value.from, other.value.from), last: Math.min(one.value.last, other.value.last) };
    // The one that ends first can have nothing more in common with what comes.
    if (one.value.last <= other.value.last) one = all.next();
    else other = told.next();
    if (both.from <= both.last) yield both;
  }
}
