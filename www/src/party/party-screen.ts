import { NextsaleError, type PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { PlanDialog, ToPlan } from "../contact/plan-dialog.ts";
import "../contact/plan-dialog.ts";
import { historyLines } from "../history/history-lines.ts";
import { icon } from "../icon/icon.ts";
import { scoreBadge } from "../leads/score-badge.ts";
import { LivePart } from "../part.ts";
import { editLink, partyLink } from "../route.ts";
import { buyingPoints, roles, sourceMethods, standings } from "../say/names.ts";
import { sayAgo, sayDate, sayDay } from "../say/when.ts";
import "./answers-card.ts";
import "./complaints-card.ts";
import { contactsCard } from "./contacts-card.ts";
import "./deals-card.ts";
import "./notes-card.ts";
import { offersCard } from "./offers-card.ts";
import "./park-form.ts";
import "./party.css";
import "../promise/promises-card.ts";
import "./rapport-card.ts";
import "./reach-card.ts";
import "./rules-card.ts";
import { scoreCard } from "./score-card.ts";
import "./signals-card.ts";
import "./stage-moves.ts";
import { stepsCard } from "./steps-card.ts";

/** Everything about one party, and everything that can be done for them. */
export class PartyScreen extends LivePart {
  static override properties = { ...LivePart.properties, party: { attribute: false } };

  declare party: string;

  override render(): TemplateResult {
    const view = this.#view();
    if (view === undefined) return this.#renderNobody();
    return html`${keyed(view.party, this.#renderParty(view))}`;
  }

  #view(): PartyView | undefined {
    try {
      return this.desk.look({ type: "party", party: this.party });
    } catch (problem) {
      if (problem instanceof NextsaleError) return undefined;
      throw problem;
    }
  }

  #renderNobody(): TemplateResult {
    return html`<section class="screen">
      <h1 tabindex="-1">Nobody is here</h1>
      <p>Nobody in this book has the id <code><bdi>${this.party}</bdi></code>. Maybe it was taken back: the <a href="#/history">History</a> can bring it again.</p>
    </section>`;
  }

  #renderParty(view: PartyView): TemplateResult {
    const history = this.desk.look({ type: "history", party: view.party, limit: 30 });
    return html`<section class="screen party" @plan-later=${this.#planLater}>
      ${this.#renderHead(view)} ${this.#renderParked(view)}
      <div class="two">
        <div>
          ${stepsCard(view, this.desk, (plan) => this.#plan(plan))}
          <answers-card .desk=${this.desk} .view=${view}></answers-card>
          <deals-card .desk=${this.desk} .view=${view}></deals-card>
          ${offersCard(view, this.desk)}
          <promises-card .desk=${this.desk} .party=${view.party}></promises-card>
          <complaints-card .desk=${this.desk} .view=${view}></complaints-card>
          ${contactsCard(view)}
          <notes-card .desk=${this.desk} .view=${view}></notes-card>
        </div>
        <div>
          ${scoreCard(view)}
          <section class="card" aria-labelledby="stage-title">
            <h2 id="stage-title">Stage: ${view.stage.stage.name}</h2>
            <stage-moves .desk=${this.desk} .subject=${{ type: "party", party: view.party }} .name=${view.name} .stage=${view.stage}></stage-moves>
          </section>
          <reach-card .desk=${this.desk} .view=${view}></reach-card>
          <rapport-card .desk=${this.desk} .view=${view}></rapport-card>
          <signals-card .desk=${this.desk} .view=${view}></signals-card>
          <rules-card .desk=${this.desk} .subject=${{ type: "party", party: view.party }}></rules-card>
          ${this.#renderAbout(view)}
        </div>
      </div>
      <section class="card" aria-labelledby="party-history">
        <h2 id="party-history">History</h2>
        ${historyLines(history.lines, this.desk)}
      </section>
      <plan-dialog .desk=${this.desk}></plan-dialog>
    </section>`;
  }

  #renderHead(view: PartyView): TemplateResult {
    const { organisation } = view;
    return html`<header class="head">
      <div>
        <h1 tabindex="-1"><bdi>${view.name}</bdi></h1>
        <p class="sub">
          ${standings[view.standing]} · ${buyingPoints[view.buyingPoint]}
          ${view.title === null ? nothing : html` · <bdi>${view.title}</bdi>`}
          ${organisation === null ? nothing : html` · <a href=${partyLink(organisation.party)}><bdi>${organisation.name}</bdi></a>`}
          ${view.role === null ? nothing : html` · ${roles[view.role]}`}
        </p>
      </div>
      <div class="actions">${scoreBadge(view.score.points, view.score.band)} <a class="button" href=${editLink(view.party)}>Edit</a></div>
    </header>`;
  }

  #renderParked({ parked, name, party }: PartyView): TemplateResult | typeof nothing {
    if (parked === null) return nothing;
    return html`<div class="banner">
      <p>${icon("pause")} Parked until ${sayDay(parked.until)}: <bdi>${parked.reason}</bdi></p>
      <button type="button" @click=${() => this.desk.record({ type: "partyResumed", party }, `Taken up again: ${name}`)}>Take up again</button>
    </div>`;
  }

  #renderAbout(view: PartyView): TemplateResult {
    const { source, referrerName } = view;
    const attributes = Object.entries(view.attributes);
    return html`<section class="card" aria-labelledby="about-title">
      <h2 id="about-title">About</h2>
      <dl class="facts">
        <div><dt>Met</dt><dd>${sayDate(view.metAt)}, ${sayAgo(view.metAt)}</dd></div>
        ${source === null
          ? nothing
          : html`<div>
              <dt>Source</dt>
              <dd>
                ${sourceMethods[source.method]}${source.campaign ? html`, <bdi>${source.campaign}</bdi>` : nothing}${source.referrer
                  ? html`, by <a href=${partyLink(source.referrer)}><bdi>${referrerName ?? source.referrer}</bdi></a>`
                  : nothing}${source.detail ? html` (<bdi>${source.detail}</bdi>)` : nothing}
              </dd>
            </div>`}
        ${view.ownerName === null ? nothing : html`<div><dt>Looked after by</dt><dd><bdi>${view.ownerName}</bdi></dd></div>`}
        ${attributes.map(([name, value]) => html`<div><dt><bdi>${name}</bdi></dt><dd><bdi>${sayAttribute(value)}</bdi></dd></div>`)}
        ${view.externalIds.length === 0 ? nothing : html`<div><dt>Elsewhere</dt><dd><bdi>${view.externalIds.join(", ")}</bdi></dd></div>`}
      </dl>
      ${view.people.length === 0
        ? nothing
        : html`<h3>People</h3>
            <ul class="plain">
              ${view.people.map(({ party, name, role }) => html`<li><a href=${partyLink(party)}><bdi>${name}</bdi></a>${role === null ? nothing : ` · ${roles[role]}`}</li>`)}
            </ul>`}
      ${view.parked !== null
        ? nothing
        : html`<details>
            <summary>Park them for now</summary>
            <park-form .desk=${this.desk} .party=${view.party}></park-form>
          </details>`}
    </section>`;
  }

  readonly #planLater = ({ detail }: CustomEvent<ToPlan>): void => this.#plan(detail);

  #plan(plan: ToPlan): void {
    this.querySelector<PlanDialog>("plan-dialog")?.open(plan);
  }
}

function sayAttribute(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString();
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDay(value) : value;
}

customElements.define("party-screen", PartyScreen);
