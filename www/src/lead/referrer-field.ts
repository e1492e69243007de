import { html, type TemplateResult } from "lit";
import type { Picked } from "../contact/party-picker.ts";
import "../contact/party-picker.ts";
import type { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { partyLink } from "../route.ts";

/** Who referred them: a link to somebody of the book, not just a name. */
export class ReferrerField extends Part {
  static override properties = { ...Part.properties, sheet: { attribute: false }, except: { attribute: false } };

  declare sheet: Sheet;
  /** Nobody refers themselves. */
  declare except: string | undefined;

  override render(): TemplateResult {
    const party = this.sheet.value("source.referrer");
    if (party === "") {
      return html`<details>
        <summary>Who referred them?</summary>
        <div @picked=${this.#picked}><party-picker .desk=${this.desk} label="Somebody of the book" .except=${this.except}></party-picker></div>
      </details>`;
    }
    const fault = this.sheet.fault("source.referrer");
    return html`<p>
        Referred by <a href=${partyLink(party)}><bdi>${this.sheet.value("referrerName") || party}</bdi></a>
        <button type="button" class="link" @click=${() => this.#set({ party: "", name: "" })}>Not they</button>
      </p>
      <input type="hidden" name="source.referrer" .value=${party} />
      ${fault === "" ? "" : html`<p class="fault"><bdi>${fault}</bdi></p>`}`;
  }

  readonly #picked = (event: CustomEvent<Picked>): void => {
    event.stopPropagation();
    this.#set(event.detail);
  };

  #set({ party, name }: Picked): void {
    this.sheet.set("source.referrer", party);
    this.sheet.set("referrerName", name);
    this.requestUpdate();
  }
}

customElements.define("referrer-field", ReferrerField);
