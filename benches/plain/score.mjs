// Scores with their reasons.
import { noAnswersInARow } from "./book.mjs";
import { signsOf } from "./plan.mjs";
import { DAY, MINUTE } from "./time.mjs";

const topics = ["budget", "authority", "need", "timeline"];

/** Points 0 to 100, and the reasons that add up to them. */
export function scoreOf(sales, party) {
  const reasons = [];
  const add = (part, points) => points !== 0 && reasons.push({ part, points });
  const { score: weights } = sales.plan;
  fit(sales, party, add);
  const fitPoints = sum(reasons);
  add({ type: "fitMost" }, -Math.max(0, fitPoints - weights.fitMost));
  const before = sum(reasons);
  intent(sales, party, add);
  add({ type: "intentMost" }, -Math.max(0, sum(reasons) - before - weights.intentMost));
  relationship(sales, party, add);
  const inARow = noAnswersInARow(party.contacts);
  add({ type: "noAnswer", inARow }, -Math.min(inARow * weights.noAnswerPenalty, weights.noAnswerPenaltyMost));
  const total = sum(reasons);
  add({ type: "least" }, -Math.min(0, total));
  add({ type: "most" }, -Math.max(0, total - 100));
  return { points: sum(reasons), reasons };
}

export function bandOf(plan, points) {
  const { hot, warm, cool } = plan.score.bands;
  if (points >= hot) return "hot";
  if (points >= warm) return "warm";
  return points >= cool ? "cool" : "cold";
}

const sum = (reasons) => reasons.reduce((total, { points }) => total + points, 0);

function fit(sales, party, add) {
  for (const topic of topics) {
    const known = knownAnswer(sales, party, topic);
    if (known === undefined) continue;
    const { answer, isFresh, through } = known;
    const points = sales.plan.qualification.topics[topic][answer] ?? 0;
    const fading = isFresh ? "fresh" : "toBeConfirmed";
    add({ type: "answer", topic, answer, fading, through: through?.id }, isFresh ? points : Math.trunc(points / 2));
  }
}

const assumed = { decisionMaker: "yes", champion: "partly", influencer: "partly" };
const better = ["unknown", "no", "partly", "yes"];

/** An organisation decides through its people: its authority is the best among theirs. */
function knownAnswer({ plan, clock }, party, topic) {
  const answered = (somebody, through) => {
    const learned = somebody.answers.get(topic);
    if (learned === undefined) return [];
    return [{ answer: learned.answer, isFresh: clock.at - learned.at <= plan.qualification.freshDays * DAY, through }];
  };
  const known = answered(party);
  if (topic === "authority" && party.kind === "organisation") {
    for (const person of party.people) {
      known.push(...answered(person, person));
      if (assumed[person.role] !== undefined) known.push({ answer: assumed[person.role], isFresh: true, through: person });
    }
  }
  const rank = ({ answer, isFresh }) => better.indexOf(answer) + (isFresh && answer !== "unknown" ? 10 : 0);
  return known.reduce((best, other) => (best !== undefined && rank(best) >= rank(other) ? best : other), undefined);
}

function intent({ plan, clock }, party, add) {
  for (const { kind, at } of signsOf(party)) {
    const weight = plan.signals.kinds[kind];
    if (weight === undefined) continue;
    // Exact to the minute.
    const age = Math.max(0, Math.trunc((clock.at - at) / MINUTE) / 1440);
    add({ type: "signal", signal: kind, at }, nearest(weight.points * 2 ** (-age / weight.halfLifeDays)));
  }
}

/** Halves away from zero. */
function nearest(number) {
  return Math.sign(number) * Math.round(Math.abs(number));
}

function relationship({ plan, book }, party, add) {
  const { sources, referred, customer } = plan.score;
  if (party.source !== undefined) {
    const { method, referrer } = party.source;
    add({ type: "source", method }, sources[method] ?? 0);
    if (referrer !== undefined && book.parties.has(referrer)) add({ type: "referred", by: referrer }, referred);
  }
  if (party.customerSince !== undefined) add({ type: "customer" }, customer);
}
