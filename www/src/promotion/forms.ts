// How amounts, percentages, moments and codes are typed. Exact: decimals become whole minor units by their figures alone.
import type { ReasonView } from "nextsale/slim";
import { isObject, type Json, type JsonObject, textOf } from "../plan/document.ts";
import type { Form } from "../plan/specs.ts";
import { fieldMoney, readMinor } from "../say/money.ts";
import { fieldTime, readFieldTime } from "../say/when.ts";

/** Whole minor units of one currency. */
export function minorForm(currency: string): Form {
  return {
    inputMode: "decimal",
    show: (value) => (typeof value === "number" ? fieldMoney({ minor: value, currency }) : textOf(value)),
    read: (text) => (text.trim() === "" ? undefined : (readMinor(point(text), currency) ?? text)),
    fault: (value) => (typeof value === "string" ? `Give an amount in ${currency}.` : undefined),
  };
}

/** An amount for each currency: `10`, or `10; 12 USD`. */
export function amountsForm(currency: string): Form {
  return {
    inputMode: "decimal",
    show: (value) => (Array.isArray(value) ? (value as readonly Json[]).map((money) => showMoney(money, currency)).join("; ") : textOf(value)),
    read(text) {
      if (text.trim() === "") return undefined;
      const amounts = text.split(";").map((part) => readMoney(part, currency));
      return amounts.some((money) => money === undefined) ? text : (amounts as JsonObject[]);
    },
    fault: (value) => (typeof value === "string" ? `Give an amount in ${currency}, such as 10 or 10; 12 USD.` : undefined),
  };
}

function showMoney(money: Json, usual: string): string {
  if (!isObject(money) || typeof money["minor"] !== "number") return "";
  const currency = textOf(money["currency"]);
  const amount = fieldMoney({ minor: money["minor"], currency });
  return currency === usual ? amount : `${amount} ${currency}`;
}

function readMoney(text: string, usual: string): JsonObject | undefined {
  const [, amount = "", currency = usual] = /^\s*(\S+?)\s*([A-Za-z]{3})?\s*$/.exec(text) ?? [];
  const minor = readMinor(point(amount), currency.toUpperCase());
  return minor === undefined ? undefined : { minor, currency: currency.toUpperCase() };
}

/** Hundredths of a percent, typed as percent. */
export const percentForm: Form = {
  inputMode: "decimal",
  // A percent has two decimals, as most money does.
  show: (value) => (typeof value === "number" ? fieldMoney({ minor: value, currency: "EUR" }) : textOf(value)),
  read: (text) => (text.trim() === "" ? undefined : (readMinor(point(text.replace("%", "")), "EUR") ?? text)),
  fault: (value) => (typeof value === "string" || (typeof value === "number" && (value < 0 || value > 10_000)) ? "Give a percentage from 0 to 100, with at most two decimals." : undefined),
};

export const momentForm: Form = {
  type: "datetime-local",
  show: (value) => (typeof value === "number" ? fieldTime(value) : textOf(value)),
  read: (text) => (text === "" ? undefined : (readFieldTime(text) ?? text)),
};

/** Codes, one on each line. A code with terms of its own keeps them. */
export const codesForm: Form = {
  rows: 2,
  show: (value) => (Array.isArray(value) ? (value as readonly Json[]).map(codeOf).join("\n") : textOf(value)),
  read(text, before) {
    const known = new Map((Array.isArray(before) ? (before as readonly Json[]) : []).map((code) => [codeOf(code), code]));
    const codes = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    return codes.length === 0 ? undefined : codes.map((code) => known.get(code) ?? code);
  },
};

/** Codes that a customer named, with commas between them. */
export const namedCodesForm: Form = {
  show: (value) => (Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value)),
  read(text) {
    const codes = text.split(",").map((code) => code.trim()).filter((code) => code !== "");
    return codes.length === 0 ? undefined : codes;
  },
};

export function codeOf(code: Json): string {
  return isObject(code) ? textOf(code["code"]) : textOf(code);
}

/** A comma is a decimal mark too; nobody types one to part thousands in a field. */
function point(text: string): string {
  return text.trim().replace(",", ".");
}

/** What is wrong, without the part of its place that the screen is about. */
export function within(reasons: readonly ReasonView[], part: string): readonly ReasonView[] {
  return reasons.map((reason) => (reason.path.startsWith(`${part}.`) ? { ...reason, path: reason.path.slice(part.length + 1), text: reason.text.replace(`${part}.`, "") } : reason));
}
