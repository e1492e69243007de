import type { JsonObject } from "../plan/document.ts";

/** A promotion to start from. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  terms(currency: string): JsonObject;
}

export const examples: readonly Example[] = [
  {
    id: "code",
    title: "10 % with a code",
    words: "For whoever names the code, once for each customer.",
    terms: () => ({ name: "Ten percent with a code", gives: { type: "percentOff", basisPoints: 1000, target: "whole" }, codes: ["WELCOME10"], limits: { usesPerCustomer: 1 } }),
  },
  {
    id: "three-for-two",
    title: "Buy two, get one",
    words: "Of three, the cheapest is free. It applies by itself.",
    terms: () => ({ name: "Three for two", gives: { type: "buyGet", buy: { quantity: 2 }, get: { quantity: 1 } } }),
  },
  {
    id: "trial",
    title: "Free trial",
    words: "30 days for new business, with a contact before it ends.",
    terms: () => ({ name: "Free trial", gives: { type: "freeTrial", days: 30 }, when: { fact: "business", is: "new" } }),
  },
  {
    id: "next",
    title: "Money off the next purchase",
    words: "5 % of what they paid, to spend within 90 days.",
    terms: () => ({ name: "Thank you for coming back", gives: { type: "moneyOffNext", basisPoints: 500, validDays: 90 } }),
  },
];

/** What a promotion begins with where no example is chosen. */
export function blank(): JsonObject {
  return { name: "", gives: { type: "percentOff", basisPoints: 1000, target: "whole" } };
}
