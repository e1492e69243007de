import type { PartyView, SignalKind } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { choices, signals } from "../say/names.ts";
import { fieldTime, readFieldTime, sayAgo } from "../say/when.ts";
import { signed } from "./score-card.ts";

/** What they did, what it counts for now, and where to add what they just did. */
export class SignalsCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  readonly #sheet = new Sheet(this, () => `signal/${this.view.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ signal: "askedForInformation" });
    return html`<section class="card" aria-labelledby="signals-title">
      <h2 id="signals-title">Signals</h2>
      ${this.view.signals.length === 0 ? html`<p class="sub">None seen yet: what they ask for and look at counts, and fades with time.</p>` : nothing}
      <ul class="rows tight">
        ${this.view.signals.map(
          ({ signal, at, detail, points }) => html`<li>
            <div>${signals[signal]}${detail === null ? nothing : html` <span class="sub"><bdi>${detail}</bdi></span>`} <span class="sub">${sayAgo(at)}</span></div>
            <span class="amount">${signed(points)}</span>
          </li>`,
        )}
      </ul>
      <details>
        <summary>Add a signal</summary>
        <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
          <div class="grid">
            ${choiceField(sheet, { name: "signal", label: "What they did", options: choices(signals) })}
            ${textField(sheet, { name: "detail", label: "More about it", hint: "Which page, which product" })}
            ${textField(sheet, { name: "at", label: "When, if not now", type: "datetime-local", max: fieldTime(Date.now()) })}
          </div>
          ${generalFault(sheet)}
          <footer><button type="submit">Add the signal</button></footer>
        </form>
      </details>
    </section>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const { party, name } = this.view;
    sheet.attempt(() => {
      const signal = sheet.value("signal") as SignalKind;
      const detail = sheet.value("detail").trim();
      const at = sheet.value("at") === "" ? Date.now() : readFieldTime(sheet.value("at"));
      if (at === undefined) return sheet.complain("at", "This time does not exist on that day: the clocks change.");
      this.desk.record({ type: "signalSeen", party, signal, at, ...(detail && { detail }) }, `${name}: ${signals[signal].toLowerCase()}`);
    }, withoutIndex);
  };
}

customElements.define("signals-card", SignalsCard);
