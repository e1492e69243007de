// A list of parties, by score or in the order of approach.
import { lastContact, openDeals, standingOf } from "./book.mjs";
import { bandOf, scoreOf } from "./score.mjs";
import { positionOf, stepsOf, worthOf } from "./steps.mjs";

export function leadsOf(sales, { order = "approach", limit = 100 } = {}) {
  const leads = [];
  for (const party of sales.book.parties.values()) {
    const score = scoreOf(sales, party);
    leads.push({ party, score, best: order === "approach" ? stepsOf(sales, party, score)[0] : undefined });
  }
  const byScore = (a, b) => b.score.points - a.score.points;
  const worth = ({ best }) => best?.worthPerHour ?? -1;
  leads.sort(order === "score" ? byScore : (a, b) => worth(b) - worth(a) || byScore(a, b));
  return { total: leads.length, rows: leads.slice(0, limit).map((lead) => row(sales, lead)) };
}

function row(sales, { party, score, best = stepsOf(sales, party, score)[0] }) {
  const deals = openDeals(party);
  const { stage, pipeline } = positionOf(sales, party);
  const worths = deals.map((deal) => worthOf(sales, party, deal));
  return {
    party: party.id,
    kind: party.kind,
    name: party.name,
    organisation: party.organisation?.name,
    standing: standingOf(party, sales.clock),
    stage: { id: stage.id, name: stage.name, pipeline },
    score: score.points,
    band: bandOf(sales.plan, score.points),
    worthPerHour: best?.worthPerHour ?? 0,
    worth: deals.length > 0 ? worths.reduce((a, b) => a + b) : worthOf(sales, party),
    openDeals: deals.length,
    nextStep: best?.action,
    nextAt: best?.at,
    lastContactAt: lastContact(party)?.at,
    metAt: party.metAt,
  };
}
