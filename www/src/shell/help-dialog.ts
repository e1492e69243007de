import { html, LitElement, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { shortcuts, singleKeysOn, turnSingleKeys } from "./shortcuts.ts";

/** What the keyboard can do, and a way to turn its single keys off. */
export class HelpDialog extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  open(): void {
    this.requestUpdate();
    this.#dialog?.showModal();
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="help-title" class="small">
        <header>
          <h2 id="help-title">Keyboard and help</h2>
          <button type="button" class="quiet round" aria-label="Close" @click=${() => this.#dialog?.close()}>${icon("close")}</button>
        </header>
        <p>
          <strong>Today</strong> shows one step at a time: who, why, how, what for and what they gain. Log the result, and the next
          one opens. Everything can be undone, here or in the History.
        </p>
        <dl class="keys">
          ${shortcuts.map(
            ({ keys, name }) => html`<div>
              <dt>${keys.split(/ |(?<=.)\+/).map((key) => html`<kbd>${key === "z" ? "Z" : key}</kbd> `)}</dt>
              <dd>${name}</dd>
            </div>`,
          )}
        </dl>
        <div class="tick">
          <input id="single-keys" type="checkbox" .checked=${singleKeysOn()} @change=${this.#turn} />
          <label for="single-keys">Keys without Ctrl work</label>
        </div>
      </dialog>
    `;
  }

  readonly #turn = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) turnSingleKeys(event.target.checked);
  };

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }
}

customElements.define("help-dialog", HelpDialog);
