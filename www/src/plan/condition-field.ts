import type { AskableFact } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { faultLines, manyOf, select } from "./controls.ts";
import { isObject, type Json, type JsonObject, type Place, pathOf, textOf } from "./document.ts";
import { type Editing, spaced } from "./editing.ts";
import type { Options } from "./specs.ts";

/** A condition in the common form: all of, or any of, comparisons that nothing is nested in. */
interface Common {
  readonly word: "all" | "any";
  readonly rows: readonly JsonObject[];
}

const operators = { is: "is", isNot: "is not", oneOf: "is one of", atLeast: "is at least", atMost: "is at most", known: "is known", unknown: "is not known" } as const;
type Operator = keyof typeof operators;

/** Conditions that are shown as JSON because somebody wants to see them so, by their paths. */
const asJson = new Set<string>();

/** Builds the common form with choices; everything else is there as JSON, with the same checks. */
export function conditionField(editing: Editing, place: Place, { label, hint }: { readonly label: string; readonly hint?: string }): TemplateResult {
  const id = pathOf(place);
  const value = editing.value(place);
  const common = commonOf(value);
  const json = common === undefined || asJson.has(id);
  const sentence = editing.sentence(place);
  return html`<fieldset class="condition" data-place=${id}>
    <legend>${label}</legend>
    ${hint === undefined ? nothing : html`<p class="hint">${hint}</p>`}
    ${json ? jsonField(editing, place, value) : rows(editing, place, common)}
    ${faultLines(editing.faults(place, json ? "within" : "here"))}
    ${sentence === undefined ? nothing : html`<p class="sub"><bdi>${sentence}</bdi></p>`}
    ${value === undefined || common === undefined
      ? nothing
      : html`<button type="button" class="link" @click=${() => turn(editing, place)}>${json ? "With choices" : "As JSON"}</button>`}
  </fieldset>`;
}

function turn(editing: Editing, place: Place): void {
  const id = pathOf(place);
  if (!asJson.delete(id)) asJson.add(id);
  editing.open(place, true);
}

function jsonField(editing: Editing, place: Place, value: Json | undefined): TemplateResult {
  const hear = ({ target }: Event): void => {
    const text = (target as HTMLTextAreaElement).value.trim();
    try {
      editing.set(place, text === "" ? undefined : (JSON.parse(text) as Json));
    } catch {
      // Kept as text, so that the engine says at this place that it is none.
      editing.set(place, text);
    }
  };
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 1);
  return html`<textarea id="${pathOf(place)}-json" class="code" rows="4" spellcheck="false" aria-label="Condition as JSON" .value=${text} @change=${hear}></textarea>`;
}

function rows(editing: Editing, place: Place, { word, rows: all }: Common): TemplateResult {
  const put = (changed: readonly JsonObject[], by: Common["word"] = word): void => editing.set(place, documentOf({ word: by, rows: changed }));
  return html`
    ${all.length < 2
      ? nothing
      : html`<div class="field">${select(`${pathOf(place)}-word`, [["all", "All of these"], ["any", "At least one of these"]], word, (by) => put(all, by as Common["word"]), undefined, undefined, "How they go together")}</div>`}
    <ul>${all.map((row, at) => html`<li>${rowFields(editing, [...place, ...rowPlace(all.length, word, at)], row, `${pathOf(place)}-${at}`, (changed) => put(all.with(at, changed)))}
      <button type="button" class="quiet round" aria-label="Take out this comparison" @click=${() => put(all.toSpliced(at, 1))}>${icon("close")}</button></li>`)}
    </ul>
    <button type="button" class="quiet" @click=${() => put([...all, { fact: "need", is: "yes" }])}>${icon("plus")}<span>${all.length === 0 ? "Add a condition" : "And another"}</span></button>
  `;
}

/** Where a row stands in the document. */
function rowPlace(count: number, word: string, at: number): Place {
  return count === 1 ? [] : [word, at];
}

function rowFields(editing: Editing, place: Place, row: JsonObject, id: string, put: (row: JsonObject) => void): TemplateResult {
  const { fact, operator, value } = partsOf(row);
  const custom = fact.startsWith("attribute.");
  const known = editing.facts.find(({ name }) => name === fact);
  const facts: Options = [...editing.facts.map(({ name }) => [name, spaced(name)] as const), ["attribute.", "custom field …"]];
  const allowed = operatorsFor(known);
  const faults = editing.faults(place, "within");
  const invalid = faults.length > 0 ? "true" : undefined;
  return html`<div class="row" data-place=${pathOf(place)}>
    ${select(`${id}-fact`, facts, custom ? "attribute." : fact, (name) => put(rowOf(name, operatorsFor(editing.facts.find((other) => other.name === name))[0] ?? "is", undefined, editing)), undefined, invalid, "Fact")}
    ${custom ? html`<input aria-label="Name of the custom field" .value=${fact.slice("attribute.".length)} @change=${({ target }: Event) => put(rowOf(`attribute.${(target as HTMLInputElement).value.trim()}`, operator, value, editing))} />` : nothing}
    ${select(`${id}-operator`, allowed.map((name) => [name, operators[name]] as const), operator, (name) => put(rowOf(fact, name as Operator, value, editing)), undefined, undefined, "How it compares")}
    ${operandField(editing, known, operator, value, id, (changed) => put(rowOf(fact, operator, changed, editing)))}
    ${faultLines(faults)}
  </div>`;
}

function operandField(editing: Editing, fact: AskableFact | undefined, operator: Operator, value: Json | undefined, id: string, put: (value: Json) => void): TemplateResult | typeof nothing {
  if (operator === "known" || operator === "unknown") return nothing;
  const options = namesOf(fact, editing);
  if (operator === "oneOf") {
    const names = Array.isArray(value) ? value.map(textOf) : [];
    if (options !== undefined) return manyOf(`${id}-value`, options, names, "Value", (picked) => put(picked));
    return html`<input aria-label="Values, with commas between them" .value=${names.join(", ")} @change=${({ target }: Event) => put((target as HTMLInputElement).value.split(",").map((name) => scalar(name.trim())))} />`;
  }
  if (options !== undefined) return select(`${id}-value`, options, textOf(value), put, undefined, undefined, "Value");
  const numbers = fact?.values === "numbers" || operator === "atLeast" || operator === "atMost";
  return html`<input type=${numbers ? "number" : "text"} step="any" aria-label="Value" .value=${typeof value === "boolean" ? String(value) : textOf(value)} @change=${({ target }: Event) => put(scalar((target as HTMLInputElement).value.trim()))} />`;
}

function namesOf(fact: AskableFact | undefined, editing: Editing): Options | undefined {
  if (fact?.values === "stages") return editing.stages;
  return fact?.values === "names" ? fact.names.map((name) => [name, spaced(name)] as const) : undefined;
}

function operatorsFor(fact: AskableFact | undefined): readonly Operator[] {
  if (fact?.values === "numbers") return ["atLeast", "atMost", "is", "isNot", "known", "unknown"];
  if (fact?.values === "names" || fact?.values === "stages") return ["is", "isNot", "oneOf", "known", "unknown"];
  return ["is", "isNot", "oneOf", "atLeast", "atMost", "known", "unknown"];
}

/** A number, yes or no, where it is one. */
function scalar(text: string): Json {
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

function partsOf(row: JsonObject): { fact: string; operator: Operator; value: Json | undefined } {
  if (isObject(row["not"])) return { fact: textOf(row["not"]["known"]), operator: "unknown", value: undefined };
  if (row["known"] !== undefined) return { fact: textOf(row["known"]), operator: "known", value: undefined };
  const operator = (Object.keys(row).find((key) => key !== "fact") ?? "is") as Operator;
  return { fact: textOf(row["fact"]), operator, value: row[operator] };
}

function rowOf(fact: string, operator: Operator, value: Json | undefined, editing: Editing): JsonObject {
  if (operator === "known") return { known: fact };
  if (operator === "unknown") return { not: { known: fact } };
  const known = editing.facts.find(({ name }) => name === fact);
  const usual: Json = known?.values === "numbers" ? 1 : (namesOf(known, editing)?.at(-1)?.[0] ?? "");
  const one = (Array.isArray(value) ? (value as readonly Json[])[0] : value) ?? usual;
  return { fact, [operator]: operator === "oneOf" ? (Array.isArray(value) ? value : [one]) : one };
}

function commonOf(value: Json | undefined): Common | undefined {
  if (value === undefined || value === null) return { word: "all", rows: [] };
  if (!isObject(value)) return undefined;
  for (const word of ["all", "any"] as const) {
    const list = value[word];
    if (Array.isArray(list)) return (list as readonly Json[]).every(isRow) ? { word, rows: list as readonly JsonObject[] } : undefined;
  }
  return isRow(value) ? { word: "all", rows: [value] } : undefined;
}

function isRow(value: Json): value is JsonObject {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  if (keys.length === 2) return typeof value["fact"] === "string" && keys.some((key) => key in operators && key !== "known" && key !== "unknown");
  const { known, not } = value;
  return typeof known === "string" || (isObject(not) && typeof not["known"] === "string");
}

function documentOf({ word, rows: all }: Common): Json | undefined {
  return all.length > 1 ? { [word]: all } : all[0];
}
