import type { StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import type { Picked } from "../contact/party-picker.ts";
import "../contact/party-picker.ts";
import { Part } from "../part.ts";
import "../party/contact-point-form.ts";
import "../party/park-form.ts";
import "../promise/promise-actions.ts";
import { editLink, partyLink } from "../route.ts";

/** A step that is no contact, with what it takes to do it right here. */
export class OtherStep extends Part {
  static override properties = { ...Part.properties, step: { attribute: false } };

  declare step: StepView;

  override render(): TemplateResult | typeof nothing {
    const { action, party } = this.step;
    switch (action.type) {
      case "getContactDetails":
        return party === null
          ? nothing
          : html`<contact-point-form .desk=${this.desk} .party=${party}></contact-point-form>
              <p class="hint">Or <a href=${editLink(party)}>edit everything about them</a>.</p>`;
      case "findCustomer":
        return html`<div @picked=${this.#found}><party-picker .desk=${this.desk} label="Whose deal is it?"></party-picker></div>`;
      case "park":
        return party === null
          ? nothing
          : html`<park-form .desk=${this.desk} .party=${party} .reason=${action.reason} .until=${action.until}></park-form>`;
      case "lookAgain":
        return party === null
          ? nothing
          : html`<div class="actions"><button type="button" class="primary" @click=${() => this.#resume(party)}>Take them up again</button></div>
              <details><summary>Leave them parked for longer</summary><park-form .desk=${this.desk} .party=${party} .reason=${action.reason}></park-form></details>`;
      case "decide":
        return html`<p class="question"><bdi>${action.question}</bdi></p>
          ${party === null ? nothing : html`<p><a class="button" href=${partyLink(party)}>Open, and decide</a></p>`}`;
      case "move":
        return html`<div class="actions"><button type="button" class="primary" @click=${() => this.#move(action.to, action.name)}>Move to ${action.name}</button></div>`;
      case "keepPromise":
        return party === null ? nothing : html`<promise-actions .desk=${this.desk} .party=${party} .promise=${action.promise} .text=${action.text}></promise-actions>`;
      case "findOut":
        return html`${action.question === null ? nothing : html`<p class="question">“<bdi>${action.question}</bdi>”</p>`}
          ${party === null ? nothing : html`<p><a class="button" href=${partyLink(party)}>Open, and answer</a></p>`}`;
      case "contact":
        // Only where nobody knows whom to contact.
        return nothing;
    }
  }

  readonly #found = ({ detail }: CustomEvent<Picked>): void => {
    const { subject } = this.step;
    if (subject.type !== "deal") return;
    try {
      this.desk.record({ type: "dealCorrected", deal: subject.deal, party: detail.party }, `It is a deal of ${detail.name}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  };

  #move(to: string, name: string): void {
    try {
      this.desk.record({ type: "stageMoved", subject: this.step.subject, to }, `${this.step.name} moved to ${name}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }

  #resume(party: string): void {
    try {
      this.desk.record({ type: "partyResumed", party }, `Taken up again: ${this.step.name}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }
}

customElements.define("other-step", OtherStep);
