import { html, nothing, type TemplateResult } from "lit";
import { downloadBackup } from "../backup/download.ts";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";

/** Stays as long as the browser has not taken everything that was recorded. */
export class SaveBanner extends LivePart {
  override render(): TemplateResult {
    const { unsaved, problem } = this.desk.status;
    if (!this.desk.lasting) return this.#renderPassing();
    return html`<div role="alert">
      ${unsaved === 0
        ? nothing
        : html`<div class="banner trouble">
            <p>
              <strong>${count(unsaved, "change")} not saved.</strong> This browser did not take
              ${unsaved === 1 ? "it" : "them"}: ${unsaved === 1 ? "it lasts" : "they last"} only as long as this page is open.
              ${problem === undefined ? nothing : html`<span class="detail">(<bdi>${problem}</bdi>)</span>`}
            </p>
            <div class="actions">
              <button type="button" @click=${() => downloadBackup(this.desk)}>Download a backup</button>
              <button type="button" @click=${this.#tryAgain}>Try again</button>
            </div>
          </div>`}
    </div>`;
  }

  #renderPassing(): TemplateResult {
    return html`<div class="banner trouble" role="alert">
      <p><strong>Nothing is saved here.</strong> This browser allows the page no storage: the book lasts only as long as this page is open.</p>
      <div class="actions"><button type="button" @click=${() => downloadBackup(this.desk)}>Download a backup</button></div>
    </div>`;
  }

  readonly #tryAgain = (): void => {
    if (this.desk.engine.save()) this.desk.say({ text: "Everything is saved in this browser.", tone: "done", undoable: false });
    else this.desk.say({ text: "Still not saved. Make room in this browser, or download a backup.", tone: "trouble", undoable: false });
  };
}

customElements.define("save-banner", SaveBanner);
