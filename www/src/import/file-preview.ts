import type { Assignment, ColumnPreview, FilePreview, ImportFile, RowProblem, TableKind } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { count } from "../say/count.ts";
import { choices, tableKinds } from "../say/names.ts";

/** How the user wants a file read, where that is not to be found out. */
export type Reading = Partial<Pick<ImportFile, "table" | "delimiter" | "encoding" | "headerLine" | "columns" | "experiment">>;

const delimiters: readonly (readonly [string, string])[] = [[",", "Comma ,"], [";", "Semicolon ;"], ["\t", "Tab"], ["|", "Bar |"]];
const encodings: readonly (readonly [string, string])[] = [
  ["utf-8", "UTF-8"], ["windows-1252", "Windows-1252"], ["utf-16le", "UTF-16 LE"], ["utf-16be", "UTF-16 BE"],
];

/** What one file would bring, and how to read it otherwise. */
export function filePreview(file: FilePreview, reading: Reading, read: (reading: Reading) => void): TemplateResult {
  return html`<section class="card file" aria-label=${file.name}>
    <div class="top">
      <h2><bdi>${file.name}</bdi></h2>
      <p class="sub">${count(file.rows, "row")}: ${file.accepted.toLocaleString()} come in, ${count(file.duplicates, "duplicate")}, ${file.refused.toLocaleString()} refused</p>
    </div>
    ${file.fault === null
      ? nothing
      : html`<p class="fault whole" role="alert"><bdi>${file.fault.line === null ? "" : `Line ${file.fault.line}: `}${file.fault.text}</bdi></p>`}
    ${file.table === "cards" || file.table === "calendar" ? nothing : howItIsRead(file, reading, read)} ${experiment(file, reading, read)} ${file.columns.length === 0 ? nothing : columnTable(file, reading, read)} ${samples(file)} ${problems(file)}
  </section>`;
}

function howItIsRead(file: FilePreview, reading: Reading, read: (reading: Reading) => void): TemplateResult {
  const set = (change: Reading) => read({ ...reading, ...change });
  return html`<div class="grid reading">
    ${pick("What it holds", choices(tableKinds), file.table, (value) => {
      // Columns mean something else in another table.
      const { columns: _, experiment: __, ...others } = reading;
      read({ ...others, table: value as TableKind });
    })}
    ${pick("Delimiter", withOwn(delimiters, file.delimiter), file.delimiter, (delimiter) => set({ delimiter }))}
    ${pick("Encoding", withOwn(encodings, file.encoding), file.encoding, (encoding) => set({ encoding }))}
    <label class="field"><span>Line of the header</span>
      <input type="number" min="1" .value=${live(String(file.headerLine))} @change=${(event: Event) => headerChanged(event, set)} />
    </label>
  </div>`;
}

/** What a table of customers says as an experiment, and what only somebody who made it knows. */
function experiment({ experiment: found }: FilePreview, reading: Reading, read: (reading: Reading) => void): TemplateResult | typeof nothing {
  if (!found) return nothing;
  const set = (change: Reading["experiment"]) => read({ ...reading, experiment: { ...reading.experiment, ...change } });
  const decided = (value: string): void => {
    const { assigned: _, ...others } = reading.experiment ?? {};
    read({ ...reading, experiment: value === "" ? others : { ...others, assigned: value as Assignment } });
  };
  return html`<div class="grid reading">
      <label class="field"><span>Name of the experiment</span><input .value=${found.name} @change=${({ target }: Event) => set({ name: (target as HTMLInputElement).value })} /></label>
      ${pick("Who got nothing", found.arms.map(({ name }) => [name, name] as const), found.control, (control) => set({ control }))}
      ${pick("Who gets what was decided", [["", "Nobody knows how"], ["atRandom", "By chance alone"], ["chosen", "By choice"]], found.assigned ?? "", decided)}
    </div>
    <p class="sub">${found.arms.map(({ name, customers }, at) => html`${at > 0 ? " · " : nothing}<bdi>${name}</bdi>: ${count(customers, "customer")}`)}. Looked at: <bdi>${found.outcomes.map(({ name }) => name).join(", ")}</bdi>.</p>`;
}

function headerChanged(event: Event, set: (change: Reading) => void): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  const headerLine = event.target.valueAsNumber;
  if (Number.isInteger(headerLine) && headerLine >= 1) set({ headerLine });
}

function columnTable({ columns, fields }: FilePreview, reading: Reading, read: (reading: Reading) => void): TemplateResult {
  const kept = columns.filter(({ meaning }) => meaning !== "ignore").length;
  const meanings = [...fields.map(({ name, label }) => [name, label] as const), ["attribute", "A custom field"] as const, ["ignore", "– leave out –"] as const];
  const setMeaning = ({ index }: ColumnPreview, meaning: string) => read({ ...reading, columns: { ...reading.columns, [index]: meaning } });
  return html`<details open>
    <summary>Columns: ${kept} of ${columns.length} come in</summary>
    <div class="table" role="group" tabindex="0" aria-label="Columns">
      <table class="columns">
        <thead>
          <tr><th scope="col">Column</th><th scope="col">Is taken for</th><th scope="col">For example</th></tr>
        </thead>
        <tbody>
          ${columns.map(
            (column) => html`<tr class=${column.meaning === "ignore" ? "ignored" : ""}>
              <th scope="row"><bdi>${column.heading}</bdi></th>
              <td>
                <select aria-label="Meaning of ${column.heading}" @change=${(event: Event) => event.target instanceof HTMLSelectElement && setMeaning(column, event.target.value)}>
                  ${meanings.map(([value, words]) => html`<option value=${value} .selected=${live(value === column.meaning)}>${words}</option>`)}
                </select>
              </td>
              <td class="sub"><bdi>${column.samples.join(" · ")}</bdi></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function samples({ samples: rows }: FilePreview): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<details>
    <summary>The first rows as they would come in</summary>
    <ul class="rows tight">
      ${rows.map(
        ({ line, text, completes }) => html`<li><div><span class="sub">Line ${line}</span> <bdi>${text}</bdi>${completes === null ? nothing : html` <span class="chip">completes somebody known</span>`}</div></li>`,
      )}
    </ul>
  </details>`;
}

function problems({ problems: found, refused }: FilePreview): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  const kept = found.filter(({ effect }) => effect === "cellKeptAsText").length;
  return html`<details ?open=${refused > 0}>
    <summary>${count(refused, "row")} refused${kept > 0 ? `, ${count(kept, "cell")} kept as text` : ""}: where and why</summary>
    <div class="table" role="group" tabindex="0" aria-label="Problems">
      <table class="problems">
        <thead>
          <tr><th scope="col">Line</th><th scope="col">Column</th><th scope="col">Value</th><th scope="col">Why</th><th scope="col">What becomes of it</th></tr>
        </thead>
        <tbody>
          ${found.map(problemRow)}
        </tbody>
      </table>
    </div>
    ${found.length >= 200 ? html`<p class="sub">Only the first two hundred are listed.</p>` : nothing}
  </details>`;
}

function problemRow({ line, column, value, effect, text }: RowProblem): TemplateResult {
  return html`<tr>
    <td>${line}</td>
    <td><bdi>${column ?? "–"}</bdi></td>
    <td><bdi>${value}</bdi></td>
    <td><bdi>${text}</bdi></td>
    <td>${effect === "rowRefused" ? "The row stays out" : "Kept as text"}</td>
  </tr>`;
}

function pick(label: string, options: readonly (readonly [string, string])[], chosen: string, set: (value: string) => void): TemplateResult {
  return html`<label class="field"><span>${label}</span>
    <select @change=${(event: Event) => event.target instanceof HTMLSelectElement && set(event.target.value)}>
      ${options.map(([value, words]) => html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`)}
    </select>
  </label>`;
}

/** What was found stands among the choices, even if it is a rare one. */
function withOwn(options: readonly (readonly [string, string])[], own: string): readonly (readonly [string, string])[] {
  return options.some(([value]) => value === own) ? options : [...options, [own, own]];
}
