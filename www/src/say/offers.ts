// Promotions in plain words.
import type { Gift, GivenKind, Money, Promotion, PromotionView, Target, Overspent, PromotionUse } from "nextsale/slim";
import { count, sayMinutes } from "./count.ts";
import { sayMoney } from "./money.ts";
import { sayDate } from "./when.ts";

type GiftKind = Gift["type"];

/** The kinds of promotions, in the order in which they are offered. */
export const giftKinds: Readonly<Record<GiftKind, string>> = {
  percentOff: "Money: percentage off", amountOff: "Money: amount off", fixedPrice: "Money: fixed price", moneyOffNext: "Money: off the next purchase",
  buyGet: "Goods: buy some, get some", freeItem: "Goods: free item", upgrade: "Goods: upgrade", sample: "Goods: sample", prize: "Goods: prize",
  freeTrial: "Service: free trial", training: "Service: training", delivery: "Service: delivery", otherService: "Service: other",
};

export const targets: Readonly<Record<Target, string>> = {
  whole: "The whole quote", line: "Each selected line", each: "Each selected unit", across: "The selected lines together", delivery: "Delivery",
};

const ofTarget: Readonly<Record<Target, string>> = {
  whole: "the whole quote", line: "each line", each: "each unit", across: "the lines together", delivery: "delivery",
};

export const givenKinds: Readonly<Record<GivenKind, string>> = {
  freeItem: "Free item", upgrade: "Upgrade", sample: "Sample", prize: "Prize", freeTrial: "Free trial", training: "Training", otherService: "Service",
};

/** `12.5 %` */
export function sayPercent(basisPoints: number): string {
  return `${(basisPoints / 100).toLocaleString(undefined, { maximumFractionDigits: 2 })} %`;
}

export function sayAmounts(amounts: readonly Money[] | undefined): string {
  return (amounts ?? []).map(sayMoney).join(" or ");
}

type ProductName = (product: string) => string;

/** What a promotion gives: `10 % off the whole quote`, `Buy 2, get 1 free`. */
export function sayGift(gift: Gift, nameOf: ProductName): string {
  switch (gift.type) {
    case "percentOff":
      return `${tiered(gift.tiers, gift.basisPoints === undefined ? undefined : sayPercent(gift.basisPoints), (tier) => sayPercent(tier.basisPoints))} off ${ofTarget[gift.target]}`;
    case "amountOff":
      return `${tiered(gift.tiers, gift.amounts && sayAmounts(gift.amounts), (tier) => sayAmounts(tier.amounts))} off ${ofTarget[gift.target]}`;
    case "fixedPrice":
      return `${tiered(gift.tiers, gift.prices && sayAmounts(gift.prices), (tier) => sayAmounts(tier.prices))} for ${ofTarget[gift.target]}`;
    case "moneyOffNext":
      return `${gift.basisPoints === undefined ? sayAmounts(gift.amounts) : `${sayPercent(gift.basisPoints)} of this purchase`} off the next one, for ${count(gift.validDays, "day")}`;
    case "buyGet":
      return sayBuyGet(gift);
    case "freeItem":
      return `${gift.quantity ?? 1} × ${gift.name ?? nameOf(gift.product)} for nothing`;
    case "upgrade":
      return `Upgrade to ${gift.name ?? nameOf(gift.to)} for nothing`;
    case "sample":
      return `A sample: ${gift.name}`;
    case "prize":
      return `A prize: ${gift.name}`;
    case "freeTrial":
      return `${count(gift.days, "day")} of free trial${gift.name === undefined && gift.product === undefined ? "" : ` of ${gift.name ?? nameOf(gift.product ?? "")}`}`;
    case "training":
      return `Training${gift.name === undefined ? "" : `: ${gift.name}`}${gift.minutes === undefined ? "" : `, ${sayMinutes(gift.minutes)}`}`;
    case "delivery":
      return gift.basisPoints === undefined || gift.basisPoints === 10_000 ? "Free delivery" : `${sayPercent(gift.basisPoints)} off delivery`;
    case "otherService":
      return gift.name;
  }
}

function tiered<Tier>(tiers: readonly Tier[] | undefined, flat: string | undefined, say: (tier: Tier) => string): string {
  return [...(flat === undefined ? [] : [flat]), ...(tiers ?? []).map(say)].join(", then ");
}

function sayBuyGet({ buy, get, times }: Extract<Gift, { type: "buyGet" }>): string {
  const { reduction } = get;
  const how =
    reduction === undefined ? "free"
    : reduction.type === "percent" ? `at ${sayPercent(reduction.basisPoints)} off`
    : reduction.type === "amount" ? `at ${sayAmounts(reduction.amounts)} off`
    : `for ${sayAmounts(reduction.prices)}`;
  const most = times === undefined ? "" : `, at most ${count(times, "time")}`;
  return buy === undefined ? `Get ${get.quantity} ${how}${most}` : `Buy ${buy.quantity}, get ${get.quantity} ${how}${most}`;
}

/** How a promotion stands. */
export type Stands = "active" | "paused" | "notStarted" | "expired" | "usedUp";

export const standsWords: Readonly<Record<Stands, string>> = {
  active: "Active", paused: "Paused", notStarted: "Not started", expired: "Over", usedUp: "Used up",
};

export function standsOf({ terms, uses, units, spent }: PromotionView, now: number): Stands {
  const { limits, period } = terms;
  if (isPaused(terms)) return "paused";
  if (period?.until !== undefined && now >= period.until) return "expired";
  if (period?.from !== undefined && now < period.from) return "notStarted";
  const given = (currency: string): number => spent.find((money) => money.currency === currency)?.minor ?? 0;
  const { budget } = limits ?? {};
  const full = (limits?.uses !== undefined && uses >= limits.uses) || (limits?.units !== undefined && units >= limits.units);
  return full || (budget !== undefined && budget.every(({ minor, currency }) => given(currency) >= minor)) ? "usedUp" : "active";
}

export function isPaused({ standing }: Promotion): boolean {
  return (standing as string | undefined) === "paused";
}

/** Its limits, with what is used and left of each. */
export function sayLimits({ terms, uses, units, spent }: PromotionView): readonly string[] {
  const { limits = {}, period = {} } = terms;
  const given = (currency: string): number => spent.find((money) => money.currency === currency)?.minor ?? 0;
  const left = (limit: number, used: number): string => `${Math.max(0, limit - used).toLocaleString()} left`;
  return [
    limits.uses === undefined ? `Used ${count(uses, "time")}` : `Used ${uses.toLocaleString()} of ${count(limits.uses, "time")}, ${left(limits.uses, uses)}`,
    ...(limits.usesPerCustomer === undefined ? [] : [`At most ${count(limits.usesPerCustomer, "time")} for each customer`]),
    ...(limits.budget ?? []).map(({ minor, currency }) => {
      const used = given(currency);
      return `${sayMoney({ minor: used, currency })} of ${sayMoney({ minor, currency })} given, ${sayMoney({ minor: Math.max(0, minor - used), currency })} left`;
    }),
    ...(limits.units === undefined ? [] : [`${units.toLocaleString()} of ${count(limits.units, "unit")} given, ${left(limits.units, units)}`]),
    ...(limits.budget === undefined && spent.length > 0 ? [`${spent.map(sayMoney).join(" + ")} given so far`] : []),
    ...(period.from === undefined ? [] : [`From ${sayDate(period.from)}`]),
    ...(period.until === undefined ? [] : [`Until ${sayDate(period.until)}`]),
  ];
}

/** What was used beyond a limit by copies of the book that were apart. */
export function sayOverspent(over: Overspent, name: string): string {
  switch (over.type) {
    case "uses":
      return `“${name}” was used ${count(over.used, "time")}; ${over.limit.toLocaleString()} were allowed.`;
    case "customer":
      return `One customer used “${name}” ${count(over.used, "time")}; ${over.limit.toLocaleString()} were allowed.`;
    case "budget":
      return `“${name}” gave ${sayMoney(over.spent)}; its budget was ${sayMoney(over.limit)}.`;
    case "units":
      return `“${name}” gave ${count(over.used, "unit")}; ${over.limit.toLocaleString()} were allowed.`;
    case "credit":
      return `Of the money off that “${name}” brought, ${sayMoney(over.spent)} were spent; it was ${sayMoney(over.granted)}.`;
  }
}

type Given = NonNullable<PromotionUse["gives"]>[number];

/** `2 × Mug`, `Free trial, 30 days` */
export function sayGiven({ kind, name, product, quantity, days, minutes }: Given, nameOf: ProductName): string {
  const what = name ?? (product === undefined ? undefined : nameOf(product));
  const parts = [what === undefined ? givenKinds[kind] : `${givenKinds[kind]}: ${what}`, ...(days === undefined ? [] : [count(days, "day")]), ...(minutes === undefined ? [] : [sayMinutes(minutes)])];
  return `${quantity === 1 ? "" : `${quantity.toLocaleString()} × `}${parts.join(", ")}`;
}
