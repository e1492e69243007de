import type { Answered, Certainty, ContactLogged, Hesitation, HesitationKind, HesitationView, Need, NextContact, Objective, PartyView, Why } from "nextsale/slim";
import { newId } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { areaField, choiceField, textField } from "../form/field.ts";
import type { Sheet } from "../form/sheet.ts";
import { icon } from "../icon/icon.ts";
import { certainties, channels, choices, hesitationKinds, objectives, whys } from "../say/names.ts";
import { dayAhead, readFieldTime } from "../say/when.ts";
import { usualContact } from "./proposed.ts";

/** Things of which a log can have several. */
type List = "needs" | "hesitations" | "promises";

const more: Readonly<Record<List, string>> = { needs: "Another need", hesitations: "Another hesitation", promises: "Another promise" };
/** The field without which a row says nothing. */
const main: Readonly<Record<List, string>> = { needs: "words", hesitations: "words", promises: "text" };

/** What they need, what holds them back, what we promise: a row for each. */
export function rowFields(sheet: Sheet, changed: () => void): TemplateResult {
  return html`
    ${rows(sheet, "needs", "Needs", changed, (row) => html`
      ${areaField(sheet, { name: `${row}.words`, label: "What they need, in their words" })}
      <div class="grid">
        ${choiceField(sheet, { name: `${row}.time`, label: "When it matters", options: [["now", "Now"], ["later", "Later"]] })}
        ${sheet.value(`${row}.time`) === "later" ? html`${textField(sheet, { name: `${row}.time.date`, label: "From when on", type: "date" })} ${textField(sheet, { name: `${row}.time.event`, label: "Or what has to happen first" })}` : nothing}
      </div>`)}
    ${rows(sheet, "hesitations", "Hesitations", changed, (row) => html`<div class="grid">
      ${choiceField(sheet, { name: `${row}.kind`, label: "What it is about", none: "Not said", options: choices(hesitationKinds) })}
      ${textField(sheet, { name: `${row}.words`, label: "What holds them back, in their words" })}
    </div>`)}
    ${rows(sheet, "promises", "Promises", changed, (row) => html`<div class="grid">
      ${textField(sheet, { name: `${row}.text`, label: "What we promised" })} ${textField(sheet, { name: `${row}.due`, label: "Due", type: "date", min: dayAhead(0) })}
    </div>`)}
  `;
}

function rows(sheet: Sheet, list: List, legend: string, changed: () => void, row: (name: string) => TemplateResult): TemplateResult {
  const count = countOf(sheet, list);
  const add = (): void => {
    sheet.set(`${list}.count`, String(count + 1));
    changed();
  };
  return html`<fieldset class="several">
    <legend>${legend}</legend>
    ${Array.from({ length: count }, (_, at) => row(`${list}[${at}]`))}
    <button type="button" class="quiet" @click=${add}>${icon("plus")}<span>${more[list]}</span></button>
  </fieldset>`;
}

function countOf(sheet: Sheet, list: List): number {
  return Math.max(1, Number(sheet.value(`${list}.count`)) || 1);
}

/** The names of the rows in which something stands. */
function filled(sheet: Sheet, list: List): string[] {
  const names = Array.from({ length: countOf(sheet, list) }, (_, at) => `${list}[${at}]`);
  return names.filter((name) => sheet.value(`${name}.${main[list]}`).trim() !== "" || (list === "hesitations" && sheet.value(`${name}.kind`) !== ""));
}

/** The field that a path of the log belongs to: rows that say nothing are left out of the log. */
export function placeInRows(sheet: Sheet, party: PartyView, path: string): string {
  const [, number, field = ""] = /^answered\[(\d+)\](.*)$/.exec(path) ?? [];
  const answer = number === undefined ? undefined : answeredOf(sheet, party)[Number(number)];
  if (answer !== undefined) return answerRow(answer.hesitation) + field;
  const [, list, at, rest = ""] = /^(needs|hesitations|promises)\[(\d+)\](.*)$/.exec(path) ?? [];
  const row = list === undefined ? undefined : filled(sheet, list as List)[Number(at)];
  return row === undefined ? path : row + (rest === "" ? `.${main[list as List]}` : rest);
}

/** What stands in the rows, as the log has it. */
export function rowsOf(sheet: Sheet, party: PartyView): Pick<ContactLogged, List | "answered"> {
  const needs = filled(sheet, "needs").map((row) => needOf(sheet, row));
  const hesitations = filled(sheet, "hesitations").map((row) => hesitationOf(sheet, row));
  const promises = filled(sheet, "promises").map((row) => ({ text: sheet.value(`${row}.text`), due: sheet.value(`${row}.due`) || dayAhead(1) }));
  const answered = answeredOf(sheet, party);
  return { ...(answered.length > 0 && { answered }), ...(needs.length > 0 && { needs }), ...(hesitations.length > 0 && { hesitations }), ...(promises.length > 0 && { promises }) };
}

function needOf(sheet: Sheet, row: string): Need {
  const words = sheet.value(`${row}.words`);
  if (sheet.value(`${row}.time`) !== "later") return { words, time: { type: "now" } };
  const [date, event] = [sheet.value(`${row}.time.date`), sheet.value(`${row}.time.event`).trim()];
  return { words, time: { type: "later", ...(date && { date }), ...(event && { event }) } };
}

function hesitationOf(sheet: Sheet, row: string): Hesitation {
  const words = sheet.value(`${row}.words`).trim();
  return { kind: (sheet.value(`${row}.kind`) || "other") as HesitationKind, ...(words && { words }) };
}

/** What still holds them back: whether a benefit answered it, and which. */
export function answeredFields(sheet: Sheet, party: PartyView): TemplateResult {
  return html`${openHesitations(party).map(({ hesitation, about, words }) => {
    const row = answerRow(hesitation);
    return html`<div class="grid">
      ${choiceField(sheet, { name: `${row}.certainty`, label: `Answered: ${words ?? about}`, none: "Not yet", options: choices(certainties) })}
      ${sheet.value(`${row}.certainty`) === "" ? nothing : textField(sheet, { name: `${row}.benefit`, label: "What they gain that answers it", required: true })}
    </div>`;
  })}`;
}

/** What the fields of the answers begin with: what the plan would answer. */
export function answersToBegin(party: PartyView): Record<string, string> {
  return Object.fromEntries(openHesitations(party).map(({ hesitation, benefit }) => [`${answerRow(hesitation)}.benefit`, benefit ?? ""]));
}

/** The hesitations that were answered, as the log has them. */
function answeredOf(sheet: Sheet, party: PartyView): Answered[] {
  return openHesitations(party).flatMap(({ hesitation }) => {
    const certainty = sheet.value(`${answerRow(hesitation)}.certainty`);
    return certainty === "" ? [] : [{ hesitation, benefit: sheet.value(`${answerRow(hesitation)}.benefit`), certainty: certainty as Certainty }];
  });
}

function openHesitations(party: PartyView): HesitationView[] {
  return party.hesitations.filter(({ open }) => open);
}

function answerRow(hesitation: string): string {
  return `answered.${hesitation}`;
}

/** When to speak again, and what for. */
export function nextFields(sheet: Sheet): TemplateResult {
  const begun = sheet.value("next.at") !== "";
  return html`<fieldset class="several">
    <legend>Next step</legend>
    <div class="grid">
      ${textField(sheet, { name: "next.at", label: "Next contact", type: "datetime-local", hint: "Else the next step proposes a time" })}
      ${begun
        ? html`${choiceField(sheet, { name: "next.channel", label: "How, next time", none: "As proposed", options: choices(channels) })}
            ${choiceField(sheet, { name: "next.objective", label: "What for, next time", none: "As proposed", options: choices(objectives) })}
            ${choiceField(sheet, { name: "next.why", label: "Why", none: "As proposed", options: choices(whys) })}`
        : nothing}
    </div>
    ${begun ? areaField(sheet, { name: "next.benefit", label: "What they gain from it, next time", hint: "Left empty, the next step says what" }) : nothing}
  </fieldset>`;
}

/** The next contact, where it is said what they gain from it. Else it is planned by what the next step proposes. */
export function nextOf(sheet: Sheet, party: PartyView): NextContact | undefined {
  const at = readFieldTime(sheet.value("next.at"));
  const benefit = sheet.value("next.benefit").trim();
  if (at === undefined || benefit === "") return undefined;
  const usual = usualContact(party);
  return {
    interaction: newId("interaction"),
    at,
    minutes: party.steps.find(({ action }) => action.type === "contact")?.minutes ?? 20,
    channel: (sheet.value("next.channel") || usual.channel) as NextContact["channel"],
    objective: (sheet.value("next.objective") || usual.objective) as Objective,
    why: (sheet.value("next.why") || "pointOfContact") as Why,
    benefit,
    commitment: "appointment",
  };
}
