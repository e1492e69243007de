import type { PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import type { Logged } from "./log-form.ts";
import "./log-form.ts";
import "./party-picker.ts";
import type { Picked } from "./party-picker.ts";
import type { PlanDialog } from "./plan-dialog.ts";
import "./plan-dialog.ts";
import { firstContact } from "./proposed.ts";

/** Logs a contact from anywhere: with whom, if that is not clear from where we are, and how it went. */
export class LogDialog extends LivePart {
  #party: string | undefined;
  #open = false;

  /** Opens it for a party, or asks for one. */
  open(party: string | undefined): void {
    this.#party = party;
    this.#open = true;
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      this.#dialog?.showModal();
      const first = this.querySelector<LivePart>("party-picker, log-form");
      await first?.updateComplete;
      first?.querySelector<HTMLElement>("input, textarea")?.focus();
    });
  }

  /** Plans a contact with a party, if we are with one. */
  plan(party: string | undefined): void {
    if (party === undefined) return;
    const step = firstContact(this.desk.look({ type: "steps", party }));
    this.querySelector<PlanDialog>("plan-dialog")?.open({ party, step });
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="log-title" @close=${this.#closed} @logged=${this.#logged} @picked=${this.#picked}>
        ${this.#open ? this.#renderOpen() : nothing}
      </dialog>
      <plan-dialog .desk=${this.desk}></plan-dialog>
    `;
  }

  #renderOpen(): TemplateResult {
    const party = this.#view();
    return html`
      <header>
        <h2 id="log-title">Log a contact${party === undefined ? nothing : html` with <bdi>${party.name}</bdi>`}</h2>
        <button type="button" class="quiet round" aria-label="Close" @click=${() => this.#dialog?.close()}>${icon("close")}</button>
      </header>
      ${party === undefined
        ? html`<party-picker .desk=${this.desk} label="With whom?"></party-picker>`
        : keyed(party.party, html`<log-form .desk=${this.desk} .party=${party} .step=${party.steps.find(({ action }) => action.type === "contact")}></log-form>`)}
    `;
  }

  #view(): PartyView | undefined {
    try {
      return this.#party === undefined ? undefined : this.desk.look({ type: "party", party: this.#party });
    } catch {
      // Gone since, or an address that somebody typed: ask again.
      return undefined;
    }
  }

  readonly #picked = (event: CustomEvent<Picked>): void => {
    this.#party = event.detail.party;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("log-form textarea")?.focus());
  };

  readonly #logged = ({ detail }: CustomEvent<Logged>): void => {
    this.#dialog?.close();
    const { party, unplanned } = detail;
    if (unplanned !== undefined) this.querySelector<PlanDialog>("plan-dialog")?.open({ party, ...unplanned });
  };

  readonly #closed = (): void => {
    if (this.isOpen) return;
    this.#open = false;
    this.requestUpdate();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }
}

customElements.define("log-dialog", LogDialog);
