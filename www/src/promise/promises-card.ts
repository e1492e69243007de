import { NextsaleError, newId, type PromisesView, type PromiseView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { LivePart } from "../part.ts";
import { partyLink } from "../route.ts";
import { dayOf, sayDay } from "../say/when.ts";
import "./promise-actions.ts";

/** What we promised: all that is due, or with a party everything we ever promised them, and where a new one goes. */
export class PromisesCard extends LivePart {
  static override properties = { ...LivePart.properties, party: { attribute: false } };

  /** With whom; everybody, and only what is due, if nobody is named. */
  declare party: string | undefined;

  readonly #sheet = new Sheet(this, () => `promise/${this.party ?? ""}`);

  override render(): TemplateResult | typeof nothing {
    const promises = this.#look();
    if (promises === undefined) return nothing;
    const { open, settled } = promises;
    const due = open.filter(({ status }) => status !== "open");
    if (this.party === undefined) return due.length === 0 ? nothing : this.#renderCard("Promises due", due, nothing);
    return this.#renderCard("Promises", [...open, ...settled], this.#renderForm());
  }

  /** Nothing for somebody who was just taken back: the screen around this says so. */
  #look(): PromisesView | undefined {
    try {
      return this.desk.look({ type: "promises", ...(this.party !== undefined && { party: this.party }) });
    } catch (problem) {
      if (problem instanceof NextsaleError) return undefined;
      throw problem;
    }
  }

  #renderCard(title: string, promises: readonly PromiseView[], rest: unknown): TemplateResult {
    return html`<section class="card" aria-labelledby="promises-title">
      <h2 id="promises-title">${title}</h2>
      ${promises.length === 0 ? html`<p class="sub">None yet. What we say we will do stands here until it is done.</p>` : nothing}
      <ul class="rows">${promises.map((promise) => this.#renderPromise(promise))}</ul>
      ${rest}
    </section>`;
  }

  #renderPromise({ promise, party, name, text, due, status, stands }: PromiseView): TemplateResult {
    const isOpen = status === "open" || status === "due" || status === "overdue";
    return html`<li>
      <div>
        <p>${this.party === undefined ? html`<a href=${partyLink(party)}><strong><bdi>${name}</bdi></strong></a> ` : nothing}<bdi>${text}</bdi></p>
        <p class="sub">Due ${sayDay(due)} <span class="chip ${status === "overdue" || status === "broken" ? "warn" : status === "kept" ? "reached" : ""}"><bdi>${stands}</bdi></span></p>
      </div>
      ${isOpen ? html`<promise-actions class="no-print" .desk=${this.desk} .party=${party} .promise=${promise} .text=${text}></promise-actions>` : nothing}
    </li>`;
  }

  #renderForm(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<details>
      <summary>Make a promise</summary>
      <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
        <div class="grid">
          ${textField(sheet, { name: "text", label: "What we will do", required: true })}
          ${textField(sheet, { name: "due", label: "Due by", type: "date", min: dayOf(Date.now()), required: true })}
        </div>
        ${generalFault(sheet)}
        <footer><button type="submit">Promise it</button></footer>
      </form>
    </details>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { party } = this;
    if (party === undefined) return;
    const sheet = this.#sheet;
    const [text, due] = [sheet.value("text"), sheet.value("due")];
    sheet.attempt(() => this.desk.record({ type: "promiseMade", promise: newId("promise"), party, text, due }, `Promised: ${text}`), withoutIndex);
  };
}

customElements.define("promises-card", PromisesCard);
