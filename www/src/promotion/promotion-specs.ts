// The fields of a promotion, by what it gives. What stands here is layout: whether a value is right is for the engine to say.
import type { JsonObject } from "../plan/document.ts";
import type { Options, Spec } from "../plan/specs.ts";
import { channels, choices, objectives } from "../say/names.ts";
import { giftKinds, targets } from "../say/offers.ts";
import { amountsForm, codesForm, momentForm, percentForm } from "./forms.ts";

/** What the choices of the form depend on. */
export interface Around {
  readonly currency: string;
  readonly products: Options;
  readonly lanes: Options;
}

export interface PromotionPart {
  readonly title: string;
  /** Words beside the title while the part is folded. */
  readonly hint: string;
  readonly specs: readonly Spec[];
}

type Shapes = Extract<Spec, { as: "shape" }>["shapes"];

/** What stands above all, unfolded. */
export function firstSpecs(around: Around): readonly Spec[] {
  return [
    { as: "text", key: "name", label: "Name" },
    { as: "area", key: "words", label: "How it is put to customers" },
    { as: "shape", key: "gives", label: "What it gives", shapes: gifts(around) },
    { as: "own", key: "codes", label: "Codes", form: codesForm, hint: "One on each line. Without any it applies by itself." },
  ];
}

/** The rest, folded. */
export function moreParts({ currency, products, lanes }: Around): readonly PromotionPart[] {
  const amounts = amountsForm(currency);
  return [
    { title: "When, how often, how much", hint: "Period, uses, budget", specs: [
      { as: "group", key: "period", label: "Period", specs: [
        { as: "own", key: "from", label: "From", form: momentForm },
        { as: "own", key: "until", label: "Until", form: momentForm },
      ] },
      { as: "group", key: "limits", label: "Limits", specs: [
        { as: "number", key: "uses", label: "Uses in all" },
        { as: "number", key: "usesPerCustomer", label: "Uses for each customer" },
        { as: "own", key: "budget", label: `Budget, in ${currency}`, form: amounts },
        { as: "number", key: "units", label: "Units in all" },
        { as: "choice", key: "whenShort", label: "When less is left than it would give", none: "Give what is left", options: [["refuse", "Give nothing"]] },
      ] },
    ] },
    { title: "For whom, and from how much on", hint: "Conditions, minimum", specs: [
      { as: "condition", key: "when", label: "Who may have it", hint: "Everybody, if there is no condition. “Business” is new, existing or winning back." },
      { as: "group", key: "minimum", label: "Minimum, of the lines that it is about", specs: [
        { as: "number", key: "quantity", label: "Units" },
        { as: "own", key: "amounts", label: `Amount, in ${currency}`, form: amounts },
      ] },
    ] },
    { title: "On which lines", hint: "All, if nothing is said", specs: [{ as: "group", key: "lines", label: "", specs: selectorSpecs(products, currency) }] },
    { title: "Together with others", hint: "Order, groups, caps", specs: [
      { as: "number", key: "priority", label: "Priority", hint: "The higher, the earlier; 0 is usual" },
      { as: "text", key: "group", label: "Group", hint: "Of a group at most one holds" },
      lanes.length > 0
        ? { as: "choice", key: "lane", label: "Lane", none: "The usual one", options: lanes }
        : { as: "text", key: "lane", label: "Lane", hint: "Lanes go one after the other; the plan lists them" },
      { as: "choice", key: "exclusive", label: "It keeps out", none: "Nothing else", options: [["laterOnes", "Those after it"], ["sameLines", "Others on its lines"], ["wholeQuote", "All others"]] },
      { as: "choice", key: "basis", label: "A percentage is taken of", none: "The price so far", options: [["listPrice", "The list price"]] },
      { as: "group", key: "caps", label: "At most", specs: [
        { as: "own", key: "unit", label: `A unit, in ${currency}`, form: amounts },
        { as: "own", key: "line", label: `A line, in ${currency}`, form: amounts },
        { as: "own", key: "quote", label: `A quote, in ${currency}`, form: amounts },
        { as: "number", key: "units", label: "Units on a quote" },
      ] },
    ] },
    { title: "What follows", hint: "A promotion is the start of a relationship", specs: [
      { as: "group", key: "follow", label: "The contact after it was accepted", specs: [
        { as: "number", key: "afterDays", label: "After so many days" },
        { as: "choice", key: "objective", label: "What for", none: "As the plan says", options: choices(objectives) },
        { as: "choice", key: "channel", label: "How", none: "As they prefer", options: choices(channels) },
        { as: "area", key: "benefit", label: "What they gain from it" },
        { as: "area", key: "desiredResult", label: "What a good result would be" },
      ] },
      { as: "group", key: "need", label: "The need that it leads to", specs: [
        { as: "text", key: "words", label: "The need, in words" },
        { as: "number", key: "afterDays", label: "Comes up after so many days" },
      ] },
    ] },
  ];
}

function selectorSpecs(products: Options, currency: string): readonly Spec[] {
  return [
    { as: "number", key: "quantityFrom", label: "Lines of so many units or more" },
    { as: "own", key: "unitPriceFrom", label: `Unit price from, in ${currency}`, form: amountsForm(currency) },
    ...(products.length === 0
      ? []
      : [
          { as: "picks", key: "products", label: "Only these products", options: products } as const,
          { as: "picks", key: "without", label: "Not these products", options: products } as const,
        ]),
  ];
}

function gifts(around: Around): Shapes {
  const specs: Readonly<Record<keyof typeof giftKinds, readonly [readonly Spec[], JsonObject]>> = { ...money(around), ...goods(around), ...services(around) };
  return choices(giftKinds).map(([type, words]) => [type, words, specs[type][0], { type, ...specs[type][1] }] as const);
}

const target: Spec = { as: "choice", key: "target", label: "Off what", options: choices(targets) };

function money({ currency }: Around) {
  const amounts = amountsForm(currency);
  const ten = [{ minor: 1000, currency }];
  const tiers = (value: Spec, made: JsonObject): Spec => ({
    as: "list", key: "tiers", label: "Tiers: the highest that is reached holds", one: "tier", title: "from", made: () => ({ from: { quantity: 10 }, ...made }), specs: [
      { as: "group", key: "from", label: "From", specs: [
        { as: "number", key: "quantity", label: "Units" },
        { as: "own", key: "amounts", label: `Or an amount, in ${currency}`, form: amounts },
      ] },
      value,
    ],
  });
  const percent: Spec = { as: "own", key: "basisPoints", label: "Percent off", form: percentForm };
  const off: Spec = { as: "own", key: "amounts", label: `Amount off, in ${currency}`, form: amounts };
  const price: Spec = { as: "own", key: "prices", label: `Price, in ${currency}`, form: amounts };
  return {
    percentOff: [[percent, target, tiers(percent, { basisPoints: 1500 })], { basisPoints: 1000, target: "whole" }],
    amountOff: [[off, target, tiers(off, { amounts: ten })], { amounts: ten, target: "whole" }],
    fixedPrice: [[price, { ...target, label: "For what" }, tiers(price, { prices: ten })], { prices: ten, target: "each" }],
    moneyOffNext: [[
      { ...percent, label: "Percent of this purchase" },
      { ...off, label: `Or an amount, in ${currency}` },
      { as: "number", key: "validDays", label: "Days in which it can be spent" },
    ], { basisPoints: 1000, validDays: 90 }],
  } as const satisfies Record<string, readonly [readonly Spec[], JsonObject]>;
}

function goods({ currency, products }: Around) {
  const amounts = amountsForm(currency);
  const value: Spec = { as: "own", key: "value", label: `Worth to the customer, in ${currency}`, form: amounts };
  const cost: Spec = { as: "own", key: "cost", label: `What it costs us, in ${currency}`, form: amounts };
  const name: Spec = { as: "text", key: "name", label: "What it is called" };
  const first: Spec = { as: "choice", key: "first", label: "Which units are got", none: "The cheapest", options: [["dearest", "The dearest"]] };
  const product = (key: string, none: string): Spec =>
    products.length === 0 ? { as: "text", key, label: "Id of the product", hint: "Such as pr_mug" } : { as: "choice", key, label: "Product", options: products, none };
  const reductions: Shapes = [
    ["", "Nothing: they are free", [], undefined],
    ["percent", "A percentage less", [{ as: "own", key: "basisPoints", label: "Percent off", form: percentForm }], { type: "percent", basisPoints: 5000 }],
    ["amount", "An amount less", [{ as: "own", key: "amounts", label: `Amount off, in ${currency}`, form: amounts }], { type: "amount", amounts: [{ minor: 1000, currency }] }],
    ["price", "A price for each", [{ as: "own", key: "prices", label: `Price, in ${currency}`, form: amounts }], { type: "price", prices: [{ minor: 1000, currency }] }],
    ["setPrice", "A price for all of them", [{ as: "own", key: "prices", label: `Price, in ${currency}`, form: amounts }], { type: "setPrice", prices: [{ minor: 1000, currency }] }],
  ];
  const of: readonly Spec[] = products.length === 0 ? [] : [{ as: "group", key: "lines", label: "", specs: [{ as: "picks", key: "products", label: "Of these products", options: products }] }];
  return {
    buyGet: [[
      { as: "group", key: "buy", label: "Buy", specs: [{ as: "number", key: "quantity", label: "Units to buy" }, ...of] },
      { as: "group", key: "get", label: "Get", specs: [
        { as: "number", key: "quantity", label: "Units to get" }, first, ...of, { as: "shape", key: "reduction", label: "What they cost", shapes: reductions },
      ] },
      { as: "number", key: "times", label: "At most so many times" },
    ], { buy: { quantity: 2 }, get: { quantity: 1 } }],
    freeItem: [[product("product", "Choose a product"), name, { as: "number", key: "quantity", label: "Units" }, value, cost], { product: products[0]?.[0] ?? "pr_gift" }],
    upgrade: [[
      { ...product("to", "Choose a product"), label: "To" }, name, { as: "number", key: "units", label: "At most so many units" }, value, cost,
      { as: "group", key: "from", label: "Instead of", specs: selectorSpecs(products, currency) },
    ], { from: { quantityFrom: 1 }, to: products[0]?.[0] ?? "pr_better" }],
    sample: [[name, { as: "number", key: "quantity", label: "Units" }, value, cost], { name: "Sample" }],
    prize: [[name, value, cost], { name: "Prize" }],
  } as const satisfies Record<string, readonly [readonly Spec[], JsonObject]>;
}

function services({ currency, products }: Around) {
  const amounts = amountsForm(currency);
  const value: Spec = { as: "own", key: "value", label: `Worth to the customer, in ${currency}`, form: amounts };
  const cost: Spec = { as: "own", key: "cost", label: `What it costs us, in ${currency}`, form: amounts };
  const name: Spec = { as: "text", key: "name", label: "What it is called" };
  const product: readonly Spec[] = products.length === 0 ? [] : [{ as: "choice", key: "product", label: "Of this product", none: "None in particular", options: products }];
  return {
    freeTrial: [[{ as: "number", key: "days", label: "Days" }, ...product, name, value, cost], { days: 30 }],
    training: [[{ ...name, label: "What they learn" }, { as: "number", key: "minutes", label: "Minutes" }, value, cost], { name: "Introduction", minutes: 60 }],
    delivery: [[{ as: "own", key: "basisPoints", label: "Percent off the charge", form: percentForm, hint: "All of it, if nothing is said" }], {}],
    otherService: [[name, value, cost], { name: "Setting up" }],
  } as const satisfies Record<string, readonly [readonly Spec[], JsonObject]>;
}
