import { html, nothing, type TemplateResult } from "lit";
import type { Message } from "../desk/desk.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";

/** Long enough to read and to reach; Undo stays at the top of the page and in the history. */
const SHOWN_MS = 10_000;

/** What was just done, for eyes and ears, with a way back. */
export class MessageLine extends LivePart {
  #shown: Message | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    const { message } = this.desk;
    // The region is always there: one that comes together with its words is not read out.
    return html`<div role="status" class=${`message ${message?.tone ?? "none"}`}>
      ${message === undefined
        ? nothing
        : html`<p><bdi>${message.text}</bdi></p>
            ${message.undoable ? html`<button type="button" class="link" @click=${() => this.desk.undo()}>Undo</button>` : nothing}
            <button type="button" class="quiet round" aria-label="Dismiss" @click=${() => this.desk.dismiss()}>${icon("close")}</button>`}
    </div>`;
  }

  protected override updated(): void {
    const { message } = this.desk;
    if (message === this.#shown) return;
    this.#shown = message;
    clearTimeout(this.#timer);
    // What went wrong stays until it was seen.
    if (message?.tone === "done") this.#timer = setTimeout(() => this.#fade(message), SHOWN_MS);
  }

  #fade(message: Message): void {
    if (this.desk.message === message && !this.matches(":hover, :focus-within")) this.desk.dismiss();
  }
}

customElements.define("message-line", MessageLine);
