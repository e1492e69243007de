// The same work in plain JavaScript. Its store is the text of the facts.
import { readFileSync } from "node:fs";
import { Book } from "../plain/book.mjs";
import { dayOf } from "../plain/day.mjs";
import { leadsOf } from "../plain/leads.mjs";
import { planOf } from "../plain/plan.mjs";
import { quoteOf } from "../plain/quote.mjs";
import { scoreOf } from "../plain/score.mjs";
import { stepsOf } from "../plain/steps.mjs";
import { Clock } from "../plain/time.mjs";
import { lanes, promotions } from "../quotes.mjs";
import { argument, serve, timed } from "./serve.mjs";

const { now, recordings, news, request } = argument(0);
const plan = planOf(JSON.parse(readFileSync(new URL("../../plans/standard.json", import.meta.url), "utf8")));
// What comes before one's first question costs nothing here but for the text that has to be read.
const text = JSON.stringify(recordings.map(({ now, facts }) => ({ at: now.at, facts })));
let sales;
let at = now.at;
let told = 0;

function lookAt(moment) {
  at = moment;
  sales.clock = new Clock({ ...now, at });
  return dayOf(sales);
}

function open(recordings) {
  sales = { plan, clock: new Clock(now), book: Book.of(recordings, plan) };
}

/** A step with the name of its party instead of everything about it. */
const shown = (step) => (step === undefined ? null : { ...step, party: step.party.id });

await serve({
  ready: () => ({}),
  record: () => timed(() => open(recordings.map(({ now, facts }) => ({ at: now.at, facts })))),
  open: () => timed(() => open(JSON.parse(text))),
  anew: () => timed(() => lookAt(at - 1)),
  news() {
    const { now, fact } = news[told++];
    return timed(() => {
      sales.book.apply(fact, now.at);
      lookAt(now.at);
    });
  },
  quote: () => timed(() => quoteOf(request, promotions, lanes)),
  quoted: () => quoteOf(request, promotions, lanes),
  look: ({ type, ...options }) => (type === "day" ? dayOf(sales) : leadsOf(sales, options)),
  answers() {
    const { rows } = leadsOf(sales, { limit: 1_000_000 });
    const parties = rows.map(({ party: id }) => {
      const party = sales.book.parties.get(id);
      const score = scoreOf(sales, party);
      return { party: id, score, step: shown(stepsOf(sales, party, score)[0]) };
    });
    const day = dayOf(sales);
    const withShown = (item) => ({ ...item, step: shown(item.step) });
    const [items, leftOver] = [day.items, day.leftOver].map((list) => list.map(withShown));
    return { parties, leads: rows, day: { ...day, items, leftOver, heldBack: day.heldBack.map(shown) } };
  },
});
