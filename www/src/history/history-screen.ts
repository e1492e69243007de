import { html, nothing, type TemplateResult } from "lit";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";
import { historyLines } from "./history-lines.ts";

const PAGE = 100;

/** Everything that was recorded, latest first. Nothing is ever lost; whatever is undone stands here too. */
export class HistoryScreen extends LivePart {
  #limit = PAGE;

  override render(): TemplateResult {
    const { total, lines } = this.desk.look({ type: "history", limit: this.#limit });
    return html`<section class="screen">
      <header class="head">
        <div>
          <h1 tabindex="-1">History</h1>
          <p class="sub">${count(total, "line")}. Undo takes any of them back; undoing an Undo brings it again.</p>
        </div>
      </header>
      ${total === 0
        ? html`<div class="card calm"><h2>Nothing was recorded yet</h2><p>Whatever you do appears here, and can be taken back. <a href="#/add">Add a lead</a></p></div>`
        : html`<div class="card">${historyLines(lines, this.desk)}</div>`}
      ${total > lines.length ? html`<p class="more"><button type="button" @click=${this.#more}>Show more</button></p>` : nothing}
    </section>`;
  }

  readonly #more = (): void => {
    this.#limit += PAGE;
    this.requestUpdate();
  };
}

customElements.define("history-screen", HistoryScreen);
