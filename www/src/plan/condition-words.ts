import type { Condition } from "nextsale/slim";

/** A condition of the plan as a phrase. */
export function sayCondition(condition: Condition): string {
  if ("all" in condition) return condition.all.map(sayInner).join(" and ");
  if ("any" in condition) return condition.any.map(sayInner).join(" or ");
  if ("not" in condition) return `not (${sayCondition(condition.not)})`;
  if ("known" in condition) return `${sayFact(condition.known)} is known`;
  if ("always" in condition) return "always";
  const fact = sayFact(condition.fact);
  if ("is" in condition) return `${fact} is ${sayValue(condition.is)}`;
  if ("isNot" in condition) return `${fact} is not ${sayValue(condition.isNot)}`;
  if ("oneOf" in condition) return `${fact} is ${condition.oneOf.map(sayValue).join(" or ")}`;
  if ("atLeast" in condition) return `${fact} is at least ${condition.atLeast}`;
  return `${fact} is at most ${condition.atMost}`;
}

function sayInner(condition: Condition): string {
  return "all" in condition || "any" in condition ? `(${sayCondition(condition)})` : sayCondition(condition);
}

/** `daysSince.askedForQuote` → “days since asked for quote” */
function sayFact(name: string): string {
  return name.replaceAll(".", " ").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sayValue(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "true" : "false";
  return typeof value === "number" ? value.toLocaleString() : sayFact(value);
}
