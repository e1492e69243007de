import { NextsaleError, newId, type PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { areaField, choiceField, generalFault, textField, tickField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { partyLink } from "../route.ts";
import { channels, choices, roles, sourceMethods, weekdays } from "../say/names.ts";
import { alikeNote } from "./alike-note.ts";
import { correctingFacts } from "./correcting-facts.ts";
import { fieldsOf, newFields } from "./lead-fields.ts";
import { type Placed, placeOf } from "./placed.ts";
import { meetingFacts } from "./meeting-facts.ts";
import "./referrer-field.ts";

/** Adds somebody to the book, or corrects what is known of them. */
export class LeadScreen extends LivePart {
  static override properties = { ...LivePart.properties, party: { attribute: false } };

  /** Who is corrected; nobody when somebody is added. */
  declare party: string | undefined;

  readonly #sheet = new Sheet(this, () => `lead/${this.party ?? "new"}`);

  override render(): TemplateResult {
    const view = this.#view();
    if (this.party !== undefined && view === undefined) {
      return html`<section class="screen"><h1 tabindex="-1">Nobody is here</h1><p><a href="#/leads">To all leads</a></p></section>`;
    }
    const sheet = this.#sheet;
    sheet.begin(view === undefined ? newFields : fieldsOf(view));
    const person = sheet.value("kind") === "person";
    return html`<section class="screen narrow">
      <header class="head"><h1 tabindex="-1">${view === undefined ? "Add a lead" : html`Edit <bdi>${view.name}</bdi>`}</h1></header>
      ${sheet.touched ? html`<p class="hint">What you typed is kept until you save or discard it. <button type="button" class="link" @click=${() => sheet.clear()}>Discard</button></p>` : nothing}
      <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${(event: Event) => this.#save(event, view)}>
        <section class="card" aria-labelledby="who-title">
          <h2 id="who-title">Who</h2>
          <div class="grid">
            ${view === undefined ? choiceField(sheet, { name: "kind", label: "What they are", options: [["person", "Person"], ["organisation", "Organisation"]] }) : nothing}
            ${textField(sheet, { name: "name", label: "Name", required: true })}
            ${person ? this.#renderOrganisation() : nothing}
          </div>
          ${view === undefined ? alikeNote(this.desk, sheet) : nothing}
        </section>
        ${this.#renderPoints()} ${this.#renderSource()} ${this.#renderPreferences()} ${this.#renderAttributes()}
        ${view === undefined ? html`<section class="card" aria-label="Note">${areaField(sheet, { name: "note", label: "First note" })}</section>` : nothing}
        ${generalFault(sheet)}
        <footer class="sticky">
          <a class="button" href=${view === undefined ? "#/leads" : partyLink(view.party)}>Back</a>
          <button type="submit" class="primary">${view === undefined ? "Add to the book" : "Save"}</button>
        </footer>
      </form>
    </section>`;
  }

  #view(): PartyView | undefined {
    try {
      return this.party === undefined ? undefined : this.desk.look({ type: "party", party: this.party });
    } catch (problem) {
      if (problem instanceof NextsaleError) return undefined;
      throw problem;
    }
  }

  #renderOrganisation(): TemplateResult {
    const sheet = this.#sheet;
    const typed = sheet.value("affiliation.organisation").trim();
    const { rows } = this.desk.look({ type: "leads", limit: 50, ...(typed && { search: typed }) });
    const names = [...new Set(rows.filter(({ kind }) => kind === "organisation").map(({ name }) => name))];
    return html`
      ${textField(sheet, { name: "affiliation.organisation", label: "Organisation", list: "organisations", hint: "One of the book, or a new one" })}
      <datalist id="organisations">${names.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${textField(sheet, { name: "affiliation.title", label: "Job title" })}
      ${choiceField(sheet, { name: "affiliation.role", label: "Part they play when buying", none: "Not known", options: choices(roles) })}
    `;
  }

  #renderPoints(): TemplateResult {
    const sheet = this.#sheet;
    const rows = Number(sheet.value("points"));
    return html`<section class="card" aria-labelledby="points-title">
      <h2 id="points-title">How to reach them</h2>
      <p class="hint">Without any they are a suspect, and the next step is to find one.</p>
      ${Array.from(
        { length: rows },
        (_, row) => html`<div class="grid point" role="group" aria-label="Way ${row + 1}">
          ${choiceField(sheet, { name: `contactPoints[${row}].channel`, label: "How", options: choices(channels) })}
          ${textField(sheet, { name: `contactPoints[${row}].value`, label: "Number or address" })}
          ${textField(sheet, { name: `contactPoints[${row}].label`, label: "Which" })}
        </div>`,
      )}
      <button type="button" class="quiet" @click=${() => this.#more("points", "contactPoints", ".value")}>${icon("add")}<span>Another way</span></button>
    </section>`;
  }

  #renderSource(): TemplateResult {
    const sheet = this.#sheet;
    return html`<section class="card" aria-labelledby="source-title">
      <h2 id="source-title">How they were found</h2>
      <div class="grid">
        ${choiceField(sheet, { name: "source.method", label: "Source", none: "Not known", options: choices(sourceMethods) })}
        ${sheet.value("source.method") === ""
          ? nothing
          : html`${textField(sheet, { name: "source.campaign", label: "Campaign" })} ${textField(sheet, { name: "source.detail", label: "More about it" })}`}
      </div>
      ${sheet.value("source.method") === "" ? nothing : html`<referrer-field .desk=${this.desk} .sheet=${sheet} .except=${this.party}></referrer-field>`}
    </section>`;
  }

  #renderPreferences(): TemplateResult {
    const sheet = this.#sheet;
    return html`<details class="card fold">
      <summary><h2>What they prefer</h2></summary>
      <div class="grid">
        ${choiceField(sheet, { name: "preferences.channel", label: "Channel", none: "Not known", options: choices(channels) })}
        ${textField(sheet, { name: "preferences.zone", label: "Time zone", list: "zones", hint: "Such as Europe/Berlin" })}
        ${textField(sheet, { name: "window.from", label: "Convenient from", hint: "Such as 09:00, on their clock" })}
        ${textField(sheet, { name: "window.to", label: "Convenient until", hint: "Such as 11:30" })}
      </div>
      <datalist id="zones">${Intl.supportedValuesOf("timeZone").map((zone) => html`<option value=${zone}></option>`)}</datalist>
      <fieldset class="days">
        <legend>On these days; none ticked means any</legend>
        ${choices(weekdays).map(([day, name]) => tickField(sheet, { name: `window.${day}`, label: name }))}
      </fieldset>
    </details>`;
  }

  #renderAttributes(): TemplateResult {
    const sheet = this.#sheet;
    const rows = Number(sheet.value("attributes"));
    return html`<details class="card fold" ?open=${rows > 1}>
      <summary><h2>Custom fields</h2></summary>
      <p class="hint">A plain number is kept as a number, 2026-11-23 as a date, yes and no as such.</p>
      ${Array.from(
        { length: rows },
        (_, row) => html`<div class="grid" role="group" aria-label="Custom field ${row + 1}">
          ${textField(sheet, { name: `attributes[${row}].name`, label: "Field" })} ${textField(sheet, { name: `attributes[${row}].value`, label: "Value" })}
        </div>`,
      )}
      <button type="button" class="quiet" @click=${() => this.#more("attributes", "attributes", ".name")}>${icon("add")}<span>Another field</span></button>
    </details>`;
  }

  #more(counter: "points" | "attributes", list: string, field: string): void {
    const rows = Number(this.#sheet.value(counter));
    this.#sheet.set(counter, String(rows + 1));
    if (counter === "points") this.#sheet.set(`contactPoints[${rows}].channel`, "phone");
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[name="${list}[${rows}]${field}"]`)?.focus());
  }

  #save(event: Event, view: PartyView | undefined): void {
    event.preventDefault();
    const sheet = this.#sheet;
    const party = view?.party ?? newId("party");
    const name = sheet.value("name").trim();
    let placed: readonly Placed[] = [];
    const saved = sheet.attempt(
      () => {
        placed = view === undefined ? meetingFacts(this.desk, sheet, party) : correctingFacts(this.desk, sheet, view);
        if (placed.length === 0) return;
        this.desk.record(placed.map(({ fact }) => fact), view === undefined ? `Added ${name}` : `Corrected ${name}`);
      },
      (path) => placeOf(path, placed),
    );
    if (saved) location.hash = partyLink(party);
  }
}

customElements.define("lead-screen", LeadScreen);
