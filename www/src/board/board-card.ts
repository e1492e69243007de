import type { BoardCard, BoardColumn, BoardView, StageName } from "nextsale/slim";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { partyLink, quoteLink } from "../route.ts";
import { count } from "../say/count.ts";
import { sayMoney } from "../say/money.ts";
import { paceChip } from "../say/pace.ts";
import { plainText } from "../say/reason.ts";
import { sayDue } from "../say/when.ts";
import { idOf, nameOf, type Refused, type Wish } from "./wish.ts";

/** A party or a deal on the board: what it is worth, how long it has stood there, what is next, and where it can go. */
export class BoardCardPart extends Part {
  static override properties = {
    ...Part.properties, card: { attribute: false }, column: { attribute: false }, board: { attribute: false }, refused: { attribute: false },
  };

  declare card: BoardCard;
  declare column: BoardColumn;
  declare board: BoardView;
  /** The move of this card that was just refused. */
  declare refused: Refused | undefined;

  readonly #sheet = new Sheet(this, () => `override/${idOf(this.card)}/${this.refused?.to.id ?? ""}`);

  override render(): TemplateResult {
    const { card } = this;
    const beside = card.dealName === null ? card.organisation : card.name;
    return html`<article class="card" @keydown=${this.#press}>
      <h3>${this.#renderName()}</h3>
      ${beside === null ? nothing : html`<p class="sub"><bdi>${beside}</bdi></p>`}
      <p class="pace">${card.worth === null ? nothing : html`<strong>${sayMoney(card.worth)}</strong>`} ${this.#renderPace()}</p>
      ${card.nextStep === null ? nothing : html`<p class="sub">Next: <bdi>${card.nextStep}</bdi>${card.nextAt === null ? nothing : html`, ${sayDue(card.nextAt)}`}</p>`}
      ${card.subject.type === "deal" ? html`<p class="sub"><a href=${quoteLink(card.subject.deal, card.party)} draggable="false">Quote</a></p>` : nothing}
      ${this.#renderSelect()} ${this.refused === undefined ? nothing : this.#renderRefused(this.refused)}
    </article>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has("refused") && this.refused !== undefined) this.querySelector<HTMLElement>("form input")?.focus();
  }

  #renderName(): TemplateResult {
    const { party } = this.card;
    const name = html`<bdi>${nameOf(this.card)}</bdi>`;
    if (party === null) return html`<span class="handle" tabindex="0" aria-describedby="board-keys">${name}</span>`;
    return html`<a class="handle" href=${partyLink(party)} draggable="false" aria-describedby="board-keys">${name}</a>`;
  }

  #renderPace(): TemplateResult {
    const { days, progress } = this.card;
    return html`<span class="sub">${count(days, "day")} here</span>
      ${progress === null ? nothing : paceChip(progress.pace, progress.text)}`;
  }

  #renderSelect(): TemplateResult {
    const may = new Set(this.card.moves.filter(({ missing }) => missing.length === 0).map(({ to }) => to.id));
    const others = this.board.columns.map(({ stage }) => stage).filter(({ id }) => id !== this.column.stage.id);
    return html`<select aria-label="Move ${nameOf(this.card)} to" @change=${this.#choose} @keydown=${openFirst}>
      <option value="">Move to…</option>
      ${others.map(({ id, name }) => html`<option value=${id}>${name}${may.has(id) ? nothing : " (not yet)"}</option>`)}
    </select>`;
  }

  #renderRefused({ to, problem }: Refused): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<div class="refused">
      <div role="alert">
        <p><strong>Not moved to <bdi>${to.name}</bdi>.</strong></p>
        <ul class="plain">${problem.reasons.map((reason) => html`<li><bdi>${plainText(reason)}</bdi></li>`)}</ul>
      </div>
      <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#override}>
        ${textField(sheet, { name: "overridden.reason", label: "Move all the same, because", required: true, hint: "The reason is kept in the history." })}
        ${generalFault(sheet)}
        <footer>
          <button type="button" @click=${this.#aside}>Leave it</button>
          <button type="submit" class="primary">Move all the same</button>
        </footer>
      </form>
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    event.target.value = "";
    const column = this.board.columns.find(({ stage }) => stage.id === value);
    if (column !== undefined) this.#wish(column.stage);
  };

  #wish(to: StageName): void {
    this.dispatchEvent(new CustomEvent<Wish>("wish", { detail: { card: this.card, to }, bubbles: true }));
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".handle") || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") this.#moveBy(event.key === "ArrowLeft" ? -1 : 1);
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") this.#goBy(event.key === "ArrowUp" ? -1 : 1);
    else return;
    event.preventDefault();
  };

  #moveBy(step: number): void {
    const { columns } = this.board;
    const at = columns.findIndex(({ stage }) => stage.id === this.column.stage.id);
    const to = columns[at + step];
    if (to !== undefined) this.#wish(to.stage);
  }

  #goBy(step: number): void {
    const handles = [...(this.closest(".column")?.querySelectorAll<HTMLElement>(".handle") ?? [])];
    const at = handles.findIndex((handle) => this.contains(handle));
    handles[at + step]?.focus();
  }

  readonly #override = (event: SubmitEvent): void => {
    event.preventDefault();
    const { refused } = this;
    const reason = this.#sheet.value("overridden.reason");
    if (refused === undefined) return;
    if (reason.trim() === "") return this.#sheet.complain("overridden.reason", "Say why it moves all the same.");
    const detail = { card: this.card, to: refused.to, reason };
    this.dispatchEvent(new CustomEvent("override", { detail, bubbles: true }));
  };

  readonly #aside = (): void => {
    this.#sheet.clear();
    this.dispatchEvent(new CustomEvent<BoardCard>("step-aside", { detail: this.card, bubbles: true }));
  };
}

/** A closed choice would take the first arrow key for the answer: it is opened first. */
function openFirst(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  try {
    (event.target as HTMLSelectElement).showPicker();
    event.preventDefault();
  } catch {
    // A browser without it does as it always did.
  }
}

customElements.define("board-card", BoardCardPart);

declare global {
  interface HTMLElementTagNameMap {
    "board-card": BoardCardPart;
  }
}
