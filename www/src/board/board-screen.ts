import { type BoardCard, type BoardColumn, type BoardView, NextsaleError, type PipelineKind } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";
import { sayMoney } from "../say/money.ts";
import { choices, pipelines } from "../say/names.ts";
import { Wide } from "../shell/wide.ts";
import "./board-card.ts";
import "./board.css";
import { idOf, nameOf, type Refused, type Wish } from "./wish.ts";

/** Where everything stands: a column for each stage, and every way to move from one to another. */
export class BoardScreen extends LivePart {
  static override properties = { ...LivePart.properties, covers: { attribute: false } };

  declare covers: PipelineKind | undefined;

  /** The move that was refused last, to be shown where it was wished for. */
  #refused: Refused | undefined;
  #dragged: BoardCard | undefined;
  #over: string | undefined;
  /** The stage that a phone shows. */
  #stage: string | undefined;
  /** The pipeline that was chosen, where there are several. */
  #pipeline: string | undefined;
  readonly #wide = new Wide(this);

  override render(): TemplateResult {
    const covers = this.covers ?? this.#usual();
    const board = this.#board(covers);
    return html`<section class="screen board" @wish=${this.#hear} @override=${this.#override} @step-aside=${this.#aside} @dragend=${this.#dropped}>
      <header class="head">
        <h1 tabindex="-1">Board</h1>
        <nav class="kinds" aria-label="What the board shows">
          ${choices(pipelines).map(([kind, name]) => html`<a class="button" href="#/board/${kind}" aria-current=${kind === covers ? "page" : nothing}>${name}</a>`)}
        </nav>
      </header>
      ${this.#renderPipelines(board)} ${board.columns.every((column) => column.count === 0) ? this.#renderEmpty(covers) : this.#renderBoard(board)}
    </section>`;
  }

  /** Deals, where there are any. */
  #usual(): PipelineKind {
    return this.desk.look({ type: "book" }).openDeals > 0 ? "deal" : "lead";
  }

  #board(covers: PipelineKind): BoardView {
    const query = { type: "board", covers } as const;
    const board = this.desk.look(query);
    const chosen = board.pipelines.find(({ id }) => id === this.#pipeline);
    return chosen === undefined ? board : this.desk.look({ ...query, pipeline: chosen.id });
  }

  #renderPipelines({ pipelines: all, pipeline }: BoardView): TemplateResult | typeof nothing {
    if (all.length < 2) return nothing;
    return html`<div class="field">
      <label for="board-pipeline">Pipeline</label>
      <select id="board-pipeline" @change=${this.#choose}>
        ${all.map(({ id, name }) => html`<option value=${id} .selected=${live(id === pipeline)}>${name ?? id}</option>`)}
      </select>
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.#pipeline = event.target.value;
    this.requestUpdate();
  };

  #renderEmpty(covers: PipelineKind): TemplateResult {
    const words: Readonly<Record<PipelineKind, TemplateResult>> = {
      lead: html`<p>Everybody who may buy stands here, in the stage they have reached.</p>
        <div class="actions"><a class="button primary" href="#/add">Add a lead</a> <a class="button" href="#/import">Import a file</a></div>`,
      deal: html`<p>A deal is one possible sale: open one on the screen of whoever may buy, under “Deals”. It begins in the first stage.</p>
        <div class="actions"><a class="button primary" href="#/leads">Go to the leads</a></div>`,
      customer: html`<p>Whoever buys comes here by themselves, as soon as a deal with them is won.</p>
        <div class="actions"><a class="button primary" href="#/board/deal">Go to the deals</a></div>`,
    };
    return html`<div class="card calm"><h2>No ${pipelines[covers].toLowerCase()} yet</h2>${words[covers]}</div>`;
  }

  #renderBoard(board: BoardView): TemplateResult {
    const { columns } = board;
    const chosen = columns.find(({ stage }) => stage.id === this.#stage) ?? columns.find((column) => column.count > 0) ?? columns[0];
    const shown = this.#wide.yes ? columns : chosen === undefined ? [] : [chosen];
    return html`
      <p class="hint" id="board-keys">
        ${this.#wide.yes ? "Drag a card, or choose where to under its name. With the name in focus, ← and → move it, ↑ and ↓ go to the next one." : "Choose under a name where to move it."}
      </p>
      ${this.#wide.yes || chosen === undefined ? nothing : this.#renderPicker(columns, chosen)}
      <div class="columns">${shown.map((column) => this.#renderColumn(column, board))}</div>
    `;
  }

  #renderPicker(columns: readonly BoardColumn[], chosen: BoardColumn): TemplateResult {
    return html`<div class="field">
      <label for="board-stage">Stage</label>
      <select id="board-stage" @change=${this.#pick}>
        ${columns.map(({ stage, count: many }) => html`<option value=${stage.id} .selected=${live(stage.id === chosen.stage.id)}>${stage.name} (${many.toLocaleString()})</option>`)}
      </select>
    </div>`;
  }

  #renderColumn(column: BoardColumn, board: BoardView): TemplateResult {
    const { stage, purpose, idealDays, cards } = column;
    const rest = column.count - cards.length;
    const dragged = this.#dragged;
    const open = dragged?.moves.find(({ to }) => to.id === stage.id);
    const state = dragged === undefined || open === undefined ? "" : open.missing.length === 0 ? "may" : "not-yet";
    return html`<section
      class="column ${state} ${this.#over === stage.id ? "over" : ""}"
      aria-labelledby="stage-${stage.id}"
      @dragover=${(event: DragEvent) => this.#drag(event, stage.id)}
      @drop=${(event: DragEvent) => this.#drop(event, stage.id)}
    >
      <header>
        <h2 id="stage-${stage.id}"><bdi>${stage.name}</bdi> <span class="number">${column.count.toLocaleString()}</span></h2>
        <p class="sub"><bdi>${purpose}</bdi></p>
        <p class="sub">
          About ${count(idealDays, "day")}${column.worth.length === 0 ? nothing : html` · <strong>${column.worth.map(sayMoney).join(" + ")}</strong>`}
        </p>
      </header>
      ${cards.length === 0 ? html`<p class="sub none">Nothing stands here.</p>` : nothing}
      <ul>
        ${repeat(cards, idOf, (card) => html`<li>
          <board-card
            .desk=${this.desk} .card=${card} .column=${column} .board=${board}
            .refused=${this.#refused?.card === idOf(card) ? this.#refused : undefined}
            draggable="true"
            @dragstart=${(event: DragEvent) => this.#lift(event, card)}
          ></board-card>
        </li>`)}
      </ul>
      ${rest > 0 ? html`<p class="sub">and ${rest.toLocaleString()} more</p>` : nothing}
    </section>`;
  }

  readonly #pick = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.#stage = event.target.value;
    this.requestUpdate();
  };

  readonly #hear = ({ detail }: CustomEvent<Wish>): void => this.#move(detail.card, detail.to, undefined);

  readonly #override = ({ detail }: CustomEvent<Wish & { readonly reason: string }>): void => this.#move(detail.card, detail.to, detail.reason);

  readonly #aside = ({ detail }: CustomEvent<BoardCard>): void => {
    this.#refused = undefined;
    this.#focus(detail);
  };

  /** Moves, or shows what is missing for it. */
  #move(card: BoardCard, to: Wish["to"], reason: string | undefined): void {
    try {
      this.#refused = undefined;
      const { subject } = card;
      this.desk.record({ type: "stageMoved", subject, to: to.id, ...(reason !== undefined && { overridden: { reason } }) }, `${nameOf(card)} moved to ${to.name}`);
      this.desk.drafts.forget(`override/${idOf(card)}/${to.id}`);
      if (!this.#wide.yes) this.#stage = to.id;
      this.#focus(card);
    } catch (problem) {
      if (!(problem instanceof NextsaleError)) throw problem;
      this.#refused = { card: idOf(card), to, problem, overridden: reason !== undefined };
      this.requestUpdate();
    }
  }

  /** The focus stays with the card, wherever it went. */
  #focus(card: BoardCard): void {
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      const moved = [...this.querySelectorAll("board-card")].find((element) => idOf(element.card) === idOf(card));
      await moved?.updateComplete;
      moved?.querySelector<HTMLElement>(".handle")?.focus();
    });
  }

  #lift(event: DragEvent, card: BoardCard): void {
    // Some browsers only drag what carries something.
    event.dataTransfer?.setData("text/plain", nameOf(card));
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = "move";
    this.#dragged = card;
    this.requestUpdate();
  }

  #drag(event: DragEvent, stage: string): void {
    if (this.#dragged === undefined) return;
    event.preventDefault();
    if (this.#over === stage) return;
    this.#over = stage;
    this.requestUpdate();
  }

  #drop(event: DragEvent, stage: string): void {
    const card = this.#dragged;
    if (card === undefined) return;
    event.preventDefault();
    this.#dropped();
    const { columns } = this.#board(this.covers ?? this.#usual());
    const to = columns.find((column) => column.stage.id === stage);
    const here = to?.cards.some((other) => idOf(other) === idOf(card)) ?? true;
    if (to !== undefined && !here) this.#move(card, to.stage, undefined);
  }

  readonly #dropped = (): void => {
    this.#dragged = undefined;
    this.#over = undefined;
    this.requestUpdate();
  };
}

customElements.define("board-screen", BoardScreen);
