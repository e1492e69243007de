import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import type { Sheet } from "./sheet.ts";

interface About {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

interface TextAbout extends About {
  readonly type?: "text" | "email" | "tel" | "number" | "date" | "datetime-local" | "search";
  readonly autocomplete?: AutoFill;
  readonly step?: string;
  readonly min?: string;
  readonly max?: string;
  readonly list?: string;
}

interface Described {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: "true" | undefined;
}

/** A field for one line of text, a number, a date … */
export function textField(sheet: Sheet, about: TextAbout): TemplateResult {
  return field(sheet, about, ({ id, describedBy, invalid }) => html`
    <input
      id=${id}
      name=${about.name}
      type=${about.type ?? "text"}
      dir=${about.type === undefined || about.type === "text" ? "auto" : "ltr"}
      autocomplete=${about.autocomplete ?? "off"}
      step=${ifDefined(about.step)}
      min=${ifDefined(about.min)}
      max=${ifDefined(about.max)}
      list=${ifDefined(about.list)}
      aria-required=${ifDefined(about.required ? "true" : undefined)}
      aria-describedby=${ifDefined(describedBy)}
      aria-invalid=${ifDefined(invalid)}
      .value=${live(sheet.value(about.name))}
    />
  `);
}

/** A field for several lines. */
export function areaField(sheet: Sheet, about: About & { readonly rows?: number }): TemplateResult {
  return field(sheet, about, ({ id, describedBy, invalid }) => html`
    <textarea
      id=${id}
      name=${about.name}
      rows=${about.rows ?? 2}
      dir="auto"
      aria-describedby=${ifDefined(describedBy)}
      aria-invalid=${ifDefined(invalid)}
      .value=${live(sheet.value(about.name))}
    ></textarea>
  `);
}

/** A choice. `none` is the words of not choosing anything, where that is allowed. */
export function choiceField(
  sheet: Sheet,
  about: About & { readonly options: readonly (readonly [value: string, words: string])[]; readonly none?: string },
): TemplateResult {
  const options = about.none === undefined ? about.options : [["", about.none] as const, ...about.options];
  return field(sheet, about, ({ id, describedBy, invalid }) => html`
    <select id=${id} name=${about.name} aria-describedby=${ifDefined(describedBy)} aria-invalid=${ifDefined(invalid)}>
      ${options.map(
        ([value, words]) => html`<option value=${value} .selected=${live(sheet.value(about.name) === value)}>${words}</option>`,
      )}
    </select>
  `);
}

/** A box to tick. */
export function tickField(sheet: Sheet, { name, label }: About): TemplateResult {
  const id = `${sheet.id}-${name}`;
  return html`<div class="tick">
    <input id=${id} name=${name} type="checkbox" .checked=${live(sheet.ticked(name))} /><label for=${id}>${label}</label>
  </div>`;
}

/** What is wrong with the form as a whole. */
export function generalFault(sheet: Sheet): TemplateResult | typeof nothing {
  if (sheet.general === "") return nothing;
  return html`<p class="fault whole" id="${sheet.id}-general" role="alert" tabindex="-1"><bdi>${sheet.general}</bdi></p>`;
}

function field(sheet: Sheet, about: About, control: (described: Described) => TemplateResult): TemplateResult {
  const id = `${sheet.id}-${about.name}`;
  const fault = sheet.fault(about.name);
  const hintId = about.hint === undefined ? undefined : `${id}-hint`;
  const faultId = fault === "" ? undefined : `${id}-fault`;
  const describedBy = [faultId, hintId].filter((name) => name !== undefined).join(" ") || undefined;
  return html`<div class="field">
    <label for=${id}>${about.label}${about.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</label>
    ${control({ id, describedBy, invalid: faultId === undefined ? undefined : "true" })}
    ${fault === "" ? nothing : html`<p class="fault" id=${faultId ?? ""}><bdi>${fault}</bdi></p>`}
    ${about.hint === undefined ? nothing : html`<p class="hint" id=${hintId ?? ""}>${about.hint}</p>`}
  </div>`;
}
