import { html, nothing, type TemplateResult } from "lit";
import { Part } from "../part.ts";
import { standings } from "../say/names.ts";

/** Who was picked. */
export interface Picked {
  readonly party: string;
  readonly name: string;
}

/** More than that nobody reads; another word finds better. */
const MOST = 12;

let pickers = 0;

/** Finds somebody by a part of their name, organisation or address. */
export class PartyPicker extends Part {
  static override properties = { ...Part.properties, label: {}, except: { attribute: false } };

  declare label: string;
  /** Somebody who may not be picked. */
  declare except: string | undefined;

  readonly #id = `picker-${(pickers += 1)}`;
  #search = "";

  override render(): TemplateResult {
    const { rows, total } = this.desk.look({ type: "leads", limit: MOST, ...(this.#search && { search: this.#search }) });
    const found = rows.filter(({ party }) => party !== this.except);
    return html`
      <div class="field">
        <label for=${this.#id}>${this.label}</label>
        <input id=${this.#id} type="search" autocomplete="off" dir="auto" placeholder="Name, organisation, phone …" @input=${this.#hear} />
      </div>
      <ul class="picks" aria-label="Found">
        ${found.map(
          ({ party, name, organisation, standing }) => html`<li>
            <button type="button" @click=${() => this.#pick({ party, name })}>
              <strong><bdi>${name}</bdi></strong>
              <span>${organisation === null ? nothing : html`<bdi>${organisation}</bdi> · `}${standings[standing]}</span>
            </button>
          </li>`,
        )}
      </ul>
      <p class="hint" role="status">
        ${total === 0 ? "Nobody found." : total > MOST ? `${total.toLocaleString()} found; the first ${MOST} are shown.` : nothing}
      </p>
    `;
  }

  readonly #hear = (event: Event): void => {
    event.stopPropagation();
    if (event.target instanceof HTMLInputElement) this.#search = event.target.value.trim();
    this.requestUpdate();
  };

  #pick(picked: Picked): void {
    this.dispatchEvent(new CustomEvent<Picked>("picked", { detail: picked, bubbles: true }));
  }
}

customElements.define("party-picker", PartyPicker);
