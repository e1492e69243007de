import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { conditionField } from "./condition-field.ts";
import { type Json, type Place, pathOf, textOf } from "./document.ts";
import type { Editing } from "./editing.ts";
import { hoursText, readHours, readSpan, spanText } from "./hours.ts";
import { list, map } from "./lists.ts";
import type { Options, Spec } from "./specs.ts";

const small: readonly Spec["as"][] = ["text", "number", "choice", "hours", "span", "date", "own"];

/** The controls for the fields at a place, in their order: small ones that follow each other stand beside each other. */
export function fields(editing: Editing, place: Place, specs: readonly Spec[]): TemplateResult {
  const rows: Spec[][] = [];
  for (const spec of specs) {
    const last = rows.at(-1)?.at(-1);
    if (last !== undefined && small.includes(last.as) && small.includes(spec.as)) rows.at(-1)?.push(spec);
    else rows.push([spec]);
  }
  return html`${rows.map((row) => {
    const controls = row.map((spec) => control(editing, [...place, spec.key], spec));
    return small.includes(row[0]?.as ?? "group") ? html`<div class="grid">${controls}</div>` : controls;
  })}`;
}

/** The control for a field at its place. */
export function control(editing: Editing, place: Place, spec: Spec): TemplateResult {
  switch (spec.as) {
    case "group":
      return group(editing, place, spec);
    case "list":
      return list(editing, place, spec);
    case "map":
      return map(editing, place, spec);
    case "shape":
      return shape(editing, place, spec);
    case "picks":
      return picks(editing, place, spec);
    case "condition":
      return conditionField(editing, place, spec);
    case "choice":
      return choice(editing, place, spec);
    case "own":
      return ownInput(editing, place, spec);
    default:
      return input(editing, place, spec);
  }
}

/** A label, a control, and what is wrong with it. */
export function labelled(
  editing: Editing, place: Place, { label, hint, fault }: { readonly label: string; readonly hint?: string; readonly fault?: string | undefined },
  body: (about: { id: string; describedBy: string | undefined; invalid: "true" | undefined }) => TemplateResult,
): TemplateResult {
  const id = pathOf(place);
  const faults = fault === undefined ? editing.faults(place, "within") : [fault];
  const described = [faults.length > 0 ? `${id}-fault` : "", hint === undefined ? "" : `${id}-hint`].join(" ").trim();
  return html`<div class="field" data-place=${id}>
    <label for=${id}>${label}</label>
    ${body({ id, describedBy: described || undefined, invalid: faults.length > 0 ? "true" : undefined })} ${faultLines(faults, `${id}-fault`)}
    ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`;
}

export function faultLines(faults: readonly string[], id?: string): TemplateResult | typeof nothing {
  return faults.length === 0 ? nothing : html`<p class="fault" id=${ifDefined(id)}><bdi>${faults.join(" ")}</bdi></p>`;
}

function input(editing: Editing, place: Place, spec: Spec): TemplateResult {
  const value = editing.value(place);
  return labelled(editing, place, spec, ({ id, describedBy, invalid }) => {
    const hear = ({ target }: Event): void => editing.set(place, read(spec, (target as HTMLInputElement).value));
    // What is written in another form than it is kept in is read when it is finished; nothing is put there meanwhile.
    const isLate = ["lines", "hours", "span"].includes(spec.as);
    const [early, late] = isLate ? [nothing, hear] : [hear, nothing];
    const text = isLate ? shown(spec, value) : live(typed(id, (text) => read(spec, text), value) ?? shown(spec, value));
    return spec.as === "area" || spec.as === "lines"
      ? html`<textarea id=${id} rows="2" dir="auto" aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} .value=${text} @input=${early} @change=${late}></textarea>`
      : html`<input id=${id} type=${spec.as === "number" ? "number" : "text"} dir="auto" autocomplete="off" aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} .value=${text} @input=${early} @change=${late} />`;
  });
}

/** A field whose value is written in another form than it is kept in. */
function ownInput(editing: Editing, place: Place, spec: Extract<Spec, { as: "own" }>): TemplateResult {
  const { form, label, hint } = spec;
  const value = editing.value(place);
  const hear = ({ target }: Event): void => editing.set(place, form.read((target as HTMLInputElement).value, value));
  return labelled(editing, place, { label, ...(hint !== undefined && { hint }), fault: form.fault?.(value) }, ({ id, describedBy, invalid }) => {
    const text = typed(id, (text) => form.read(text, value), value) ?? form.show(value);
    return form.rows === undefined
      ? html`<input id=${id} type=${form.type ?? "text"} inputmode=${ifDefined(form.inputMode)} dir="auto" autocomplete="off" aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} .value=${live(text)} @input=${hear} />`
      : html`<textarea id=${id} rows=${form.rows} dir="auto" aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} .value=${live(text)} @input=${hear}></textarea>`;
  });
}

/** What is being typed stays as it is typed, as long as it says what is kept: “1.” is not made “1” under the hand. */
function typed(id: string, read: (text: string) => Json | undefined, value: Json | undefined): string | undefined {
  const field = document.activeElement;
  if (field?.id !== id || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return undefined;
  return JSON.stringify(read(field.value)) === JSON.stringify(value) ? field.value : undefined;
}

function shown({ as }: Spec, value: Json | undefined): string {
  if (as === "lines") return Array.isArray(value) ? value.map(textOf).join("\n") : textOf(value);
  if (as === "hours") return hoursText(value);
  return as === "span" ? spanText(value) : textOf(value);
}

/** What was typed, as the plan has it. What makes no sense is kept, so that the engine can say so at its place. */
function read({ as }: Spec, text: string): Json | undefined {
  const typed = text.trim();
  if (as === "lines") return typed.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  if (as === "hours") return readHours(typed);
  if (typed === "") return undefined;
  if (as === "span") return readSpan(typed);
  return as === "number" && !Number.isNaN(Number(typed)) ? Number(typed) : text;
}

function choice(editing: Editing, place: Place, spec: Extract<Spec, { as: "choice" }>): TemplateResult {
  const named = spec.options === "stages" ? editing.stages : spec.options;
  const options = spec.none === undefined ? named : [["", spec.none] as const, ...named];
  return labelled(editing, place, spec, ({ id, describedBy, invalid }) =>
    select(id, options, textOf(editing.value(place)), (value) => editing.set(place, value || undefined), describedBy, invalid));
}

/** A native choice; a value that is none of its options is offered too, since it stands in the plan. */
export function select(
  id: string, options: Options, value: string, chosen: (value: string) => void, describedBy?: string, invalid?: "true", label?: string,
): TemplateResult {
  const all = options.some(([name]) => name === value) ? options : [...options, [value, value || "–"] as const];
  return html`<select id=${id} aria-label=${ifDefined(label)} aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)} @change=${({ target }: Event) => chosen((target as HTMLSelectElement).value)}>
    ${all.map(([name, words]) => html`<option value=${name} .selected=${live(name === value)}>${words}</option>`)}
  </select>`;
}

/** A choice for each that was picked, and one more. */
function picks(editing: Editing, place: Place, spec: Extract<Spec, { as: "picks" }>): TemplateResult {
  const options = spec.options === "stages" ? editing.stages : spec.options;
  const value = editing.value(place);
  return labelled(editing, place, spec, ({ id, describedBy, invalid }) =>
    manyOf(id, options, Array.isArray(value) ? value.map(textOf) : [], spec.label, (names) => editing.set(place, names), describedBy, invalid));
}

export function manyOf(
  id: string, options: Options, names: readonly string[], label: string, chosen: (names: string[]) => void, describedBy?: string, invalid?: "true",
): TemplateResult {
  const put = (at: number, name: string): void => chosen([...names.slice(0, at), ...(name === "" ? [] : [name]), ...names.slice(at + 1)]);
  return html`<div class="many">
    ${[...names, ""].map((name, at) => {
      const left = options.filter(([other]) => other === name || !names.includes(other));
      if (name === "" && left.length === 0) return nothing;
      const none: Options = [["", name === "" ? "Add …" : "Take out"]];
      return select(at === 0 ? id : `${id}-${at}`, [...none, ...left], name, (picked) => put(at, picked), describedBy, invalid, at === 0 ? label : `${label}, ${at + 1}`);
    })}
  </div>`;
}

function group(editing: Editing, place: Place, spec: Extract<Spec, { as: "group" }>): TemplateResult {
  const sentence = editing.sentence(place);
  const told = sentence === undefined ? nothing : html`<p class="sub"><bdi>${sentence}</bdi></p>`;
  const body = html`${told} ${faultLines(editing.faults(place, "here"))} ${fields(editing, place, spec.specs)}`;
  return spec.label === "" ? html`<div data-place=${pathOf(place)}>${body}</div>` : html`<fieldset data-place=${pathOf(place)}><legend>${spec.label}</legend>${body}</fieldset>`;
}

function shape(editing: Editing, place: Place, spec: Extract<Spec, { as: "shape" }>): TemplateResult {
  const type = textOf(editing.value([...place, "type"]));
  const known = spec.shapes.find(([name]) => name === type);
  const options = spec.shapes.map(([name, words]) => [name, words] as const);
  return html`<div class="shape" role="group" aria-label=${spec.label} data-place=${pathOf(place)}>
    ${labelled(editing, [...place, "type"], { label: spec.label }, ({ id, describedBy, invalid }) =>
      select(id, options, type, (name) => editing.set(place, spec.shapes.find(([other]) => other === name)?.[3]), describedBy, invalid))}
    ${faultLines(editing.faults(place, "here"))} ${known === undefined ? nothing : fields(editing, place, known[2])}
  </div>`;
}
