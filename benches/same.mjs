// Brings the answers of the contestants into one form, and names the first places where they differ. The form leaves
// out only sentences: the plain implementation makes none.
import { dateOf } from "./plain/time.mjs";

/** A step as the engine's views show it. */
function viewedStep(step) {
  if (step === null || step === undefined) return null;
  const { type, interaction, channel, contactPoint, objective, why, benefit, desiredResult, commitment, until, to } = step.action;
  return plain({
    about: step.subject.deal ?? step.subject.party,
    party: step.party,
    action: { type, interaction, channel, contactPoint, objective, why, benefit, desiredResult, commitment, until, to },
    at: step.at,
    minutes: step.minutes,
    worth: step.sale?.worth.minor,
    chancePercent: step.sale?.chancePercent,
    worthPerHour: step.sale?.worthPerHour.minor,
    because: step.because[0].rule,
    held: step.held.map(({ guard, channel, until }) => ({ guard, channel, until })),
  });
}

/** A step as the plain implementation has it. */
function plainStep(step) {
  if (step === null) return null;
  const { about, party, at, minutes, worth, chancePercent, worthPerHour, because, held } = step;
  const { reason, stage, next, until, ...action } = step.action;
  if (until !== undefined) action.until = dateOf(until);
  return plain({ about, party, action, at, minutes, worth, chancePercent, worthPerHour, because, held });
}

/** Without what is absent, however it is absent. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, plain(field)]));
}

const money = (amount) => amount?.minor ?? amount;

/** Answers in the form in which they are compared. */
export function comparable({ parties, leads, day }, { isPlain }) {
  const step = isPlain ? plainStep : viewedStep;
  return {
    parties: Object.fromEntries(
      parties.map(({ party, score, step: first }) => {
        const reasons = score.reasons.map(({ part, points }) => plain({ part, points }));
        return [party, { points: score.points, sum: reasons.reduce((sum, { points }) => sum + points, 0), reasons, step: step(first) }];
      }),
    ),
    leads: leads.map(({ nextStep, ...row }) => plain({ ...row, worth: money(row.worth), worthPerHour: money(row.worthPerHour) })),
    day: {
      appointments: day.items.filter(isAgreed).map((item) => ({ from: item.from, to: item.to, step: step(item.step) })),
      heldBack: day.heldBack.map(step),
      counts: { heldBack: day.heldBackCount, candidates: day.items.length + day.leftOverCount, working: day.workingMinutes },
    },
    arranged: {
      items: day.items.map((item) => ({ from: item.from, to: item.to, step: step(item.step) })),
      leftOver: day.leftOver.map((left) => plain({ reason: left.reason, wouldFit: left.wouldFit, step: step(left.step) })),
      planned: day.plannedMinutes,
    },
  };
}

const isAgreed = ({ step }) => step.action.commitment === "appointment";

/** What the day's steps are worth together. Appointments stand wherever else they might be worth more. */
export function worthOf({ items }) {
  return items.filter((item) => !isAgreed(item)).reduce((sum, { step }) => sum + step.worthPerHour * step.minutes, 0) / 60;
}

/**
 * Where two days differ that were arranged in different ways: what both chose, and what both left over, has to be the
 * same but for its time today.
 */
export function arrangedDifferences(a, b) {
  const untimed = ({ at, ...step }) => step;
  const about = ({ step }) => JSON.stringify(untimed(step));
  const subject = ({ step }) => `${step.about} ${step.party}`;
  const differing = (here, there, form) => {
    const others = new Map(there.map((item) => [subject(item), form(item)]));
    return here.filter((item) => (others.get(subject(item)) ?? form(item)) !== form(item)).map(subject);
  };
  const left = ({ step, wouldFit }) => JSON.stringify([step, wouldFit]);
  const all = (day) => [...day.items, ...day.leftOver];
  return [...differing(a.leftOver, b.leftOver, left), ...differing(all(a), all(b), about)].slice(0, 5);
}

/** The first places in which two answers differ, as sentences. */
export function differences(a, b, path = "", found = []) {
  if (found.length >= 5 || Object.is(a, b)) return found;
  const isObject = (value) => typeof value === "object" && value !== null;
  if (!isObject(a) || !isObject(b)) {
    // Zero has no sign in JSON.
    if (a !== b) found.push(`${path}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`);
    return found;
  }
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) differences(a[name], b[name], `${path}/${name}`, found);
  return found;
}
