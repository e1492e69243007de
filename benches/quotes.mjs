// A quote of 50 lines with 20 promotions: what is asked, what has to be recorded before, and what is compared.

const PRODUCTS = 10;
const product = (number) => `pr_${number % PRODUCTS}`;
const amount = (minor) => [{ minor, currency: "EUR" }];
const about = (...numbers) => ({ products: numbers.map(product) });

/** Twelve about some products, in a lane of their own, and eight about all of the quote. */
export const promotions = [
  ...Array.from({ length: PRODUCTS }, (_, number) => ({
    id: `po_percent-${number}`,
    lane: "products",
    gives: { type: "percentOff", basisPoints: 500 + 75 * number, target: number % 2 ? "each" : "line" },
    lines: about(number),
    minimum: { quantity: 8 + number },
  })),
  { id: "po_three-for-two", lane: "products", gives: { type: "buyGet", buy: { quantity: 2 }, get: { quantity: 1 } }, lines: about(1, 2, 3), group: "sale" },
  { id: "po_bundle", lane: "products", gives: { type: "fixedPrice", prices: amount(120_000), target: "across" }, lines: about(3, 4), group: "sale", priority: 1 },
  { id: "po_autumn", gives: { type: "percentOff", basisPoints: 1000, target: "whole" }, group: "season" },
  { id: "po_winter", gives: { type: "amountOff", amounts: amount(25_000), target: "whole" }, group: "season" },
  { id: "po_loyal", gives: { type: "percentOff", basisPoints: 250, target: "whole" }, priority: -1 },
  { id: "po_large", gives: { type: "amountOff", amounts: amount(5000), target: "whole" }, minimum: { quantity: 100 } },
  { id: "po_never", gives: { type: "amountOff", amounts: amount(90_000), target: "whole" }, minimum: { quantity: 10_000 } },
  { id: "po_unit", gives: { type: "amountOff", amounts: amount(15), target: "each" }, lines: about(5, 6, 7, 8) },
  { id: "po_across", gives: { type: "amountOff", amounts: amount(3333), target: "across" }, lines: about(0, 9), priority: 2 },
  { id: "po_delivery", gives: { type: "delivery", basisPoints: 5000 } },
];

export const lanes = ["products"];

export const request = {
  currency: "EUR",
  delivery: 1990,
  lines: Array.from({ length: 50 }, (_, number) => ({
    line: `l${(number * 37) % 50}`,
    product: product(number),
    quantity: 1 + (number % 7),
    unitPrice: 999 + 131 * ((number * 17) % 50),
    ...(number % 5 === 0 ? { lowestPrice: 900 } : {}),
  })),
};

/** Everything that has to be recorded before: products, the plan with the lanes, and the promotions. */
export function shop(plan) {
  const products = Array.from({ length: PRODUCTS }, (_, number) => ({ type: "productListed", product: product(number), name: product(number) }));
  const quotes = { lanes: lanes.map((id) => ({ id })) };
  const listed = promotions.map(({ id, ...terms }) => ({ type: "promotionListed", promotion: id, terms: { name: id, ...terms } }));
  return [...products, { type: "planAdopted", plan: { ...plan, version: plan.version + 1, quotes } }, ...listed];
}

/** A quote of the engine in the form of the plain one. */
export const comparableQuote = ({ total, lines, delivery, applied }) => ({
  total: total.after,
  lines: lines.map((line) => line.total.after),
  delivery: delivery.total.after,
  applied: applied.map((each) => ({
    promotion: each.promotion,
    amount: each.amount,
    shares: lines.map(({ line }) => each.shares.find((share) => share.line === line)?.amount ?? 0),
    delivery: each.delivery,
  })),
});
