// Quotes as a host asks for them: what applies, every reason why something does not, and what was accepted taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Malformed, Refusal } from "nextsale";
import { ada, open, thrownBy } from "./ada.mjs";

const eur = (minor) => [{ minor, currency: "EUR" }];
const percent = (basisPoints, more = {}) => ({ type: "percentOff", basisPoints, target: "whole", ...more });
const listed = (id, terms) => ({ type: "promotionListed", promotion: `po_${id}`, terms: { name: id, ...terms } });
const lines = [
  { line: "desk", product: "pr_desk", quantity: 2, unitPrice: 15_000, lowestPrice: 12_000 },
  { line: "lamp", quantity: 3, unitPrice: 1990 },
];

async function shop(promotions) {
  const engine = await open();
  engine.recordAll([ada, { type: "productListed", product: "pr_desk", name: "A desk" }, ...promotions]);
  return { engine, ask: (more = {}) => engine.look({ type: "quote", currency: "EUR", lines, ...more }) };
}

const reasons = (quote) => Object.fromEntries(quote.notApplied.map(({ promotion, code, reason }) => [promotion ?? code, reason]));

test("a quote shows each line before and after, and what would be accepted", async () => {
  const { ask } = await shop([listed("spring", { gives: percent(1500), codes: ["SPRING"] }), listed("trial", { gives: { type: "freeTrial", days: 30 } })]);
  const quote = ask({ codes: [" spring "], delivery: 490 });
  assert.deepEqual(quote.total, { before: 36_460, after: 36_460 - 5396 });
  assert.deepEqual(quote.lines.map(({ total }) => total.after), [25_500, 5074]);
  assert.deepEqual(quote.applied.map(({ promotion, code, amount }) => [promotion, code, amount]), [["po_spring", "SPRING", 5396], ["po_trial", null, 0]]);
  assert.equal(quote.reservation.total, quote.total.after);
  assert.equal(quote.combination.exactness, "exact");
});

test("every reason why a promotion does not apply", async () => {
  const { engine, ask } = await shop([
    listed("paused", { gives: percent(1), standing: "paused" }),
    listed("soon", { gives: percent(1), period: { from: Date.UTC(2100, 0) } }),
    listed("over", { gives: percent(1), period: { until: Date.UTC(2000, 0) } }),
    listed("large", { gives: percent(1), when: { all: [{ fact: "quoteAmount", atLeast: 1000 }, { fact: "budget", is: "yes" }] } }),
    listed("known", { gives: percent(100), limits: { usesPerCustomer: 1 }, codes: ["FIRST"] }),
    listed("once", { gives: percent(100), limits: { uses: 1 }, codes: ["FIRST"] }),
    listed("spent", { gives: percent(5000), limits: { budget: eur(100) }, codes: ["FIRST"] }),
    listed("yen", { gives: { type: "amountOff", amounts: [{ minor: 9, currency: "JPY" }], target: "whole" } }),
    listed("high", { gives: { type: "fixedPrice", prices: eur(999_999), target: "each" } }),
    listed("best", { gives: percent(2000), group: "one", exclusive: "laterOnes", priority: 9 }),
    listed("less", { gives: percent(1000), group: "one", priority: 10 }),
    listed("after", { gives: percent(10) }),
  ]);
  const first = ask({ party: "p_ada", codes: ["first"], promotions: ["po_known", "po_once", "po_spent"] });
  assert.equal(first.applied.length, 3);
  engine.record({ type: "quoteAccepted", quote: "q_1", party: "p_ada", reservation: first.reservation });

  const quote = ask({ party: "p_ada", codes: ["FIRST", "NOSUCH"] });
  const found = reasons(quote);
  assert.deepEqual(
    Object.fromEntries(Object.entries(found).map(([who, { type }]) => [who, type])),
    {
      NOSUCH: "unknownCode", po_paused: "notActive", po_soon: "notStarted", po_over: "expired", po_large: "conditionsNotMet",
      po_known: "customerLimit", po_once: "usageLimit", po_spent: "budgetExhausted", po_yen: "currencyMismatch",
      po_high: "noEffect", po_less: "beatenBy", po_after: "excludedBy",
    },
  );
  assert.deepEqual(found.po_large.unmet.map(({ type, state }) => [type, state]), [["fact", "failed"], ["fact", "unknown"]]);
  assert.deepEqual([found.po_soon.from, found.po_over.until], [Date.UTC(2100, 0), Date.UTC(2000, 0)]);
  assert.deepEqual([found.po_once.limit, found.po_known.limit, found.po_spent.left.minor], [1, 1, 0]);
  assert.deepEqual([found.po_yen.allowed, found.po_less.promotions, found.po_after.promotion], [["JPY"], ["po_best"], "po_best"]);
  assert.equal(quote.words.notApplied.length, quote.notApplied.length);
  assert.equal(reasons(ask({ codes: ["first"] })).po_known.type, "customerUnknown");
});

test("what was accepted is frozen, and comes back exactly", async () => {
  const { engine, ask } = await shop([listed("ten", { gives: { type: "amountOff", amounts: eur(1000), target: "whole" }, limits: { uses: 1 } })]);
  const quote = ask({ party: "p_ada" });
  engine.record({ type: "quoteAccepted", quote: "q_1", party: "p_ada", reservation: quote.reservation });
  assert.equal(reasons(ask()).po_ten.type, "usageLimit");
  const refused = thrownBy(() => engine.record({ type: "quoteAccepted", quote: "q_2", party: "p_ada", reservation: quote.reservation }));
  assert.ok(refused instanceof Refusal, String(refused));
  const paid = () => engine.look({ type: "acceptedQuotes" })[0].paid.minor;
  assert.equal(paid(), quote.total.after);
  for (const { line, quantity } of lines) {
    for (let unit = 0; unit < quantity; unit += 1) engine.record({ type: "goodsReturned", quote: "q_1", lines: [{ line, quantity: 1 }] });
  }
  assert.equal(paid(), 0);
  assert.equal(ask().applied.length, 1);
});

test("sums that don't agree, lines below their lowest price and quotes that can't be counted are refused with places", async () => {
  const { engine, ask } = await shop([]);
  const { reservation } = ask();
  const off = (by) => ({ ...reservation, total: reservation.total - by, lines: reservation.lines.map((line, at) => (at ? line : { ...line, total: line.total - by })) });
  const accept = (changed) => thrownBy(() => engine.record({ type: "quoteAccepted", quote: "q_1", reservation: changed }));
  assert.equal(accept({ ...reservation, total: 1 }).path, "reservation.total");
  assert.equal(accept(off(7000)).path, "reservation.lines[0].total");
  const failure = thrownBy(() => ask({ lines: [{ line: "a", quantity: 0, unitPrice: -1 }, { line: "a", quantity: 1, unitPrice: 2 ** 53 - 1 }] }));
  assert.ok(failure instanceof Malformed);
  assert.deepEqual(failure.reasons.map(({ path }) => path), ["lines[0].quantity", "lines[0].unitPrice", "lines[1].line"]);
});
