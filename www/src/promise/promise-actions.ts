import type { Fact } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";

/** What became of a promise: one tap each, and Undo. */
export class PromiseActions extends Part {
  static override properties = { ...Part.properties, party: { attribute: false }, promise: { attribute: false }, text: { attribute: false } };

  declare party: string;
  declare promise: string;
  declare text: string;

  override render(): TemplateResult {
    const { party, promise, text } = this;
    return html`<div class="actions">
      <button type="button" class="primary" aria-label="Kept: ${text}" @click=${() => this.#record({ type: "promiseKept", party, promise }, `Kept the promise: ${text}`)}>${icon("check")}<span>Kept</span></button>
      <button type="button" class="quiet" aria-label="Broken: ${text}" @click=${() => this.#record({ type: "promiseBroken", party, promise }, `Broke the promise: ${text}`)}>Broken</button>
    </div>`;
  }

  #record(fact: Fact, words: string): void {
    try {
      this.desk.record(fact, words);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }
}

customElements.define("promise-actions", PromiseActions);
