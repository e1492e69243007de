import type { Freshness, PartyView, RapportView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { areaField, generalFault, textField, tickField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";
import { dayOf, sayDay } from "../say/when.ts";

const freshnesses: Readonly<Record<Freshness, string>> = { fresh: "", faded: "Some time ago", private: "For us only" };

/** What we know of somebody personally: something to open a conversation with. */
export class RapportCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  readonly #sheet = new Sheet(this, () => `rapport/${this.view.party}`);

  override render(): TemplateResult {
    const { rapport } = this.view;
    return html`<section class="card" aria-labelledby="rapport-title">
      <h2 id="rapport-title">Personally</h2>
      ${rapport.length === 0 ? html`<p class="sub">What matters to them beside the business is a way to open a conversation.</p>` : nothing}
      <ul class="rows">${rapport.map((noted) => this.#renderNoted(noted))}</ul>
      <details>
        <summary>Note something personal</summary>
        ${this.#renderForm()}
      </details>
    </section>`;
  }

  #renderNoted({ entry, text, date, freshness }: RapportView): TemplateResult {
    return html`<li>
      <div>
        <p class="said"><bdi>${text}</bdi></p>
        <p class="sub">${sayDay(date)} ${freshness === "fresh" ? nothing : html`<span class="chip">${freshnesses[freshness]}</span>`}</p>
      </div>
      <button type="button" class="quiet round" aria-label="Take back: ${text}" @click=${() => this.desk.takeBack(entry, "Took back a personal note")}>${icon("close")}</button>
    </li>`;
  }

  #renderForm(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      ${areaField(sheet, { name: "text", label: "What matters to them", required: true })}
      ${textField(sheet, { name: "date", label: "When, if not today", type: "date", max: dayOf(Date.now()) })}
      ${tickField(sheet, { name: "private", label: "For us only: never propose it" })} ${generalFault(sheet)}
      <footer><button type="submit">Keep it in mind</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { party, name } = this.view;
    const sheet = this.#sheet;
    const [text, date] = [sheet.value("text"), sheet.value("date")];
    const privacy = sheet.ticked("private") ? "private" : "shareable";
    sheet.attempt(() => this.desk.record({ type: "rapportNoted", party, text, ...(date && { date }), privacy }, `Noted personally of ${name}`), withoutIndex);
  };
}

customElements.define("rapport-card", RapportCard);
