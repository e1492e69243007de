import type { LeadsView, StageName } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LivePart } from "../part.ts";
import { Wide } from "../shell/wide.ts";
import { bands, choices, orders, standings } from "../say/names.ts";
import { firstSteps } from "../today/first-steps.ts";
import { type Filters, isFiltered, leadsQuery, noFilters, readFilters, writeFilters } from "./filters.ts";
import { leadCards } from "./lead-cards.ts";
import { leadTable } from "./lead-table.ts";

const PAGE = 100;

/** Everybody, in the order in which to approach them unless asked otherwise. */
export class LeadsScreen extends LivePart {
  readonly #wide = new Wide(this, "62rem");
  #filters: Filters = readFilters(location.hash);
  #limit = PAGE;

  override render(): TemplateResult {
    const view = this.desk.look(leadsQuery(this.#filters, this.#limit));
    if (view.all === 0) return firstSteps(this);
    return html`<section class="screen">
      <header class="head">
        <div>
          <h1 tabindex="-1">Leads</h1>
          <p class="sub" role="status">${sayTotal(view)}</p>
        </div>
        <div class="actions wide-only"><a class="button primary" href="#/add">Add a lead</a></div>
      </header>
      ${this.#renderFilters(view.stages)}
      ${view.rows.length === 0 ? this.#renderNobody() : this.#wide.yes ? leadTable(view.rows) : leadCards(view.rows)}
      ${view.total > view.rows.length
        ? html`<p class="more"><button type="button" @click=${this.#more}>Show ${Math.min(PAGE, view.total - view.rows.length)} more</button></p>`
        : nothing}
    </section>`;
  }

  #renderFilters(stages: readonly StageName[]): TemplateResult {
    const filters = this.#filters;
    return html`<form class="filters" role="search" aria-label="Leads" @input=${this.#hear} @submit=${(event: Event) => event.preventDefault()}>
      <label class="search"><span>Search</span>
        <input type="search" name="search" dir="auto" autocomplete="off" placeholder="Name, organisation, phone …" .value=${live(filters.search)} />
      </label>
      ${choice("order", "Order", choices(orders), filters.order)}
      ${choice("standing", "Standing", [["", "All"], ...choices(standings)], filters.standing)}
      ${choice("band", "Band", [["", "All"], ...choices(bands)], filters.band)}
      ${choice("stage", "Stage", [["", "All"], ...stages.map(({ id, name }) => [id, name] as const)], filters.stage)}
    </form>`;
  }

  #renderNobody(): TemplateResult {
    return html`<div class="card calm">
      <h2>Nobody matches</h2>
      ${isFiltered(this.#filters) ? html`<button type="button" @click=${() => this.#show(noFilters)}>Show everybody</button>` : nothing}
    </div>`;
  }

  readonly #hear = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    // Read back from the address: what is not among the choices becomes none.
    this.#show(readFilters(writeFilters({ ...this.#filters, [field.name]: field.value })));
  };

  #show(filters: Filters): void {
    this.#filters = filters;
    this.#limit = PAGE;
    history.replaceState(null, "", writeFilters(filters));
    this.requestUpdate();
  }

  readonly #more = async (): Promise<void> => {
    const first = this.#limit;
    this.#limit += PAGE;
    this.requestUpdate();
    await this.updateComplete;
    // The button moved away; go on reading where the new ones begin.
    this.querySelectorAll<HTMLElement>(".lead-name")[first]?.focus();
  };
}

function choice(name: keyof Filters, label: string, options: readonly (readonly [string, string])[], chosen: string): TemplateResult {
  return html`<label class=${name}><span>${label}</span>
    <select name=${name}>
      ${options.map(([value, words]) => html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`)}
    </select>
  </label>`;
}

function sayTotal({ total, all }: LeadsView): string {
  return total === all ? `${all.toLocaleString()} in the book` : `${total.toLocaleString()} of ${all.toLocaleString()}`;
}

customElements.define("leads-screen", LeadsScreen);
