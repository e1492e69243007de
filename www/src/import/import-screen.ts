import { type DateOrder, type DescribedFile, type ImportOptions, type ImportPreview, type ImportReceipt, NextsaleError } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { targetsOf } from "../desk/desk.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";
import { filePreview, type Reading } from "./file-preview.ts";

/** A file that was chosen, and how the user wants it read. */
interface Chosen {
  readonly name: string;
  readonly content: Uint8Array;
  readonly reading: Reading;
}

const dateOrders: Readonly<Record<DateOrder, string>> = { dayFirst: "Day first: 31/12/2026", monthFirst: "Month first: 12/31/2026" };

/** Brings files of other systems into the book: first shown, then recorded as one, and taken back as one. */
export class ImportScreen extends LivePart {
  #files: readonly Chosen[] = [];
  #preview: ImportPreview | undefined;
  #problem = "";
  #receipt: ImportReceipt | undefined;
  #over = false;
  #options: ImportOptions = {};

  override render(): TemplateResult {
    return html`<section class="screen" aria-busy="false">
      <header class="head">
        <div>
          <h1 tabindex="-1">Import</h1>
          <p class="sub">CSV files from a CRM or a spreadsheet: leads, contacts, accounts, opportunities, products, team. Several at once find each other. Also address books (.vcf), experiments with a row for each customer, and calendars (.ics) for the times at which you are busy.</p>
        </div>
      </header>
      ${this.#receipt === undefined ? this.#renderChoice() : this.#renderDone(this.#receipt)}
      ${this.#problem === "" ? nothing : html`<p class="fault whole" role="alert"><bdi>${this.#problem}</bdi></p>`}
      ${this.#preview === undefined ? nothing : this.#renderPreview(this.#preview)}
    </section>`;
  }

  #renderChoice(): TemplateResult {
    return html`<div class="drop card ${this.#over ? "over" : ""}" @dragover=${this.#dragOver} @dragleave=${this.#dragLeave} @drop=${this.#dropped}>
      ${icon("import")}
      <label for="import-files">${this.#files.length === 0 ? "Choose files, or drop them here" : "Choose other files"}</label>
      <input id="import-files" type="file" multiple accept=".csv,.tsv,.txt,.vcf,.vcard,.ics,.ifb,text/csv,text/plain,text/vcard,text/calendar" @change=${this.#chosen} />
      <p class="hint">Nothing is recorded before you have seen what it would be.</p>
    </div>`;
  }

  #renderPreview(preview: ImportPreview): TemplateResult {
    const nothingComes = preview.entries === 0;
    return html`
      <div class="card" role="status">
        <h2>What would come in</h2>
        <dl class="counts">
          ${counted(preview.newParties, "new in the book")} ${counted(preview.completedParties, "completed")} ${counted(preview.newDeals, "new deals")}
          ${counted(preview.busyTimes, "busy times")} ${counted(preview.newProducts, "new products")} ${counted(preview.newMembers, "new in the team")}
          ${counted(preview.newExperiments, "experiments")}
          ${counted(preview.files.reduce((sum, { refused }) => sum + refused, 0), "rows refused")}
        </dl>
        ${this.#renderOptions()}
        <div class="actions">
          <button type="button" class="primary big" ?disabled=${nothingComes} @click=${this.#import}>
            ${nothingComes ? "Nothing to import" : `Import ${count(preview.newParties + preview.completedParties + preview.newDeals + preview.newExperiments + preview.busyTimes, "record")}`}
          </button>
          <button type="button" class="quiet" @click=${this.#reset}>Cancel</button>
        </div>
      </div>
      ${preview.files.map((file, index) => filePreview(file, this.#files[index]?.reading ?? {}, (reading) => this.#read(index, reading)))}
    `;
  }

  #renderOptions(): TemplateResult {
    const { currency, country, dateOrder } = this.#options;
    return html`<details>
      <summary>Currency, country, order of dates</summary>
      <div class="grid" @change=${this.#optionChanged}>
        <label class="field"><span>Currency of amounts that name none</span><input name="currency" size="4" maxlength="3" placeholder="EUR" .value=${live(currency ?? "")} /></label>
        <label class="field"><span>Country of phone numbers without one</span><input name="country" size="4" maxlength="2" placeholder="DE" .value=${live(country ?? "")} /></label>
        <label class="field"><span>Dates that can be read both ways</span>
          <select name="dateOrder">
            <option value="" .selected=${live(dateOrder === undefined)}>Find out</option>
            ${Object.entries(dateOrders).map(([value, words]) => html`<option value=${value} .selected=${live(dateOrder === value)}>${words}</option>`)}
          </select>
        </label>
      </div>
    </details>`;
  }

  #renderDone({ preview, batch, entries }: ImportReceipt): TemplateResult {
    const undone = batch === null ? undefined : this.desk.look({ type: "history", limit: 20 }).lines.find(({ entry }) => entry === batch)?.state === "takenBack";
    return html`<div class="card calm" role="status">
      <h2 tabindex="-1">${undone ? "The import was taken back" : "Imported"}</h2>
      <p>${undone ? "The book is as it was before." : `${count(preview.newParties, "new party", "new parties")}, ${count(preview.completedParties, "party", "parties")} completed, ${count(preview.newDeals, "new deal")}${preview.newExperiments > 0 ? `, ${count(preview.newExperiments, "experiment")}` : ""}.`}</p>
      <div class="actions">
        ${undone
          ? nothing
          : html`${preview.newExperiments > 0 ? html`<a class="button primary" href="#/effect">See what works</a>` : html`<a class="button primary" href="#/today">See today’s plan</a>`}
              <button type="button" @click=${() => this.desk.takeBack(batch === null ? (entries[0] ?? "") : { batch }, "Took back the import")}>${icon("undo")}<span>Undo the whole import</span></button>`}
        <button type="button" class="quiet" @click=${this.#reset}>Import more</button>
      </div>
    </div>`;
  }

  readonly #chosen = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) void this.#take([...(event.target.files ?? [])]);
  };

  readonly #dragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.#over = true;
    this.requestUpdate();
  };

  readonly #dragLeave = (): void => {
    this.#over = false;
    this.requestUpdate();
  };

  readonly #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.#over = false;
    void this.#take([...(event.dataTransfer?.files ?? [])]);
  };

  async #take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.#files = await Promise.all(
      files.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()), reading: {} })),
    );
    this.#look();
  }

  #read(index: number, reading: Reading): void {
    this.#files = this.#files.map((file, at) => (at === index ? { ...file, reading } : file));
    this.#look();
  }

  readonly #optionChanged = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const { [field.name as "currency"]: _, ...others } = this.#options;
    const value = field.value.trim();
    this.#options = value === "" ? others : { ...others, [field.name]: field.name === "dateOrder" ? value : value.toUpperCase() };
    this.#look();
  };

  #look(): void {
    this.#receipt = undefined;
    this.#attempt(() => {
      this.#preview = this.desk.engine.preview(this.#described, this.#options);
    });
  }

  readonly #import = (): void => {
    this.#attempt(() => {
      const receipt = this.desk.engine.import(this.#described, this.#options);
      this.#receipt = receipt;
      this.#preview = undefined;
      this.desk.done({ words: `Imported ${this.#files.map(({ name }) => name).join(", ")}`, targets: targetsOf(receipt) });
    });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".calm h2")?.focus());
  };

  readonly #reset = (): void => {
    this.#files = [];
    this.#preview = undefined;
    this.#receipt = undefined;
    this.#problem = "";
    this.requestUpdate();
  };

  #attempt(work: () => void): void {
    this.#problem = "";
    try {
      work();
    } catch (problem) {
      if (!(problem instanceof NextsaleError)) throw problem;
      this.#problem = problem.message;
    }
    this.requestUpdate();
  }

  get #described(): DescribedFile[] {
    return this.#files.map(({ name, content, reading }) => ({ name, content, ...reading }));
  }
}

function counted(number: number, words: string): TemplateResult | typeof nothing {
  return number === 0 ? nothing : html`<div><dt>${words}</dt><dd>${number.toLocaleString()}</dd></div>`;
}

customElements.define("import-screen", ImportScreen);
