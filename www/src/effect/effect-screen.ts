import { type EffectView, type GroupingView, NextsaleError, type OutcomeView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { LivePart } from "../part.ts";
import { effectLink, promotionLink } from "../route.ts";
import { count } from "../say/count.ts";
import { sourceMethods } from "../say/names.ts";
import "./effect.css";
import { intervalChart, nameOf, sayDifference, sayInterval, sayValue } from "./interval-chart.ts";

/** What works: customers with a promotion against customers without it, and how sure that is. */
export class EffectScreen extends LivePart {
  static override properties = { ...LivePart.properties, about: { attribute: false } };

  /** A promotion or an experiment; undefined for the list of them. */
  declare about: string | undefined;

  override render(): TemplateResult {
    if (this.about === undefined) return this.#renderList();
    const view = this.#view(this.about);
    return view === undefined
      ? html`<section class="screen"><h1 tabindex="-1">There is nothing to see</h1><p>There is no promotion and no experiment with this id. <a href="#/effect">See what works</a></p></section>`
      : this.#renderEffect(view);
  }

  #view(about: string): EffectView | undefined {
    try {
      return this.desk.look(about.startsWith("e_") ? { type: "effect", experiment: about } : { type: "effect", promotion: about });
    } catch (problem) {
      if (problem instanceof NextsaleError) return undefined;
      throw problem;
    }
  }

  #renderList(): TemplateResult {
    const { experiments, promotions } = this.desk.look({ type: "experiments" });
    const names = this.#promotions();
    return html`<section class="screen effects">
      <header class="head">
        <h1 tabindex="-1">What works</h1>
        <div class="actions"><a class="button" href="#/promotions">Promotions</a></div>
      </header>
      ${experiments.length + promotions.length > 0
        ? nothing
        : html`<div class="card calm">
            <h2>Nothing to compare yet</h2>
            <p>Whether a promotion works shows only beside customers who did not get it. On the screen of whoever may buy, under “Promotions”, let chance decide who is offered one: the two groups are then alike in everything else.</p>
            <p>A large experiment from elsewhere can be imported as a table with a row for each customer.</p>
            <div class="actions"><a class="button primary" href="#/leads">Go to the leads</a> <a class="button" href="#/import">Import an experiment</a></div>
          </div>`}
      ${promotions.length === 0
        ? nothing
        : html`<section class="card" aria-labelledby="offered-title">
            <h2 id="offered-title">Promotions</h2>
            <ul class="rows">${promotions.map(({ promotion, text }) => html`<li><div><a href=${effectLink(promotion)}><bdi>${names.get(promotion) ?? promotion}</bdi></a><p class="sub"><bdi>${text}</bdi></p></div></li>`)}</ul>
          </section>`}
      ${experiments.length === 0
        ? nothing
        : html`<section class="card" aria-labelledby="experiments-title">
            <h2 id="experiments-title">Experiments</h2>
            <ul class="rows">${experiments.map(({ experiment, name, text }) => html`<li><div><a href=${effectLink(experiment)}><bdi>${name}</bdi></a><p class="sub"><bdi>${text}</bdi></p></div></li>`)}</ul>
          </section>`}
    </section>`;
  }

  #renderEffect(view: EffectView): TemplateResult {
    const { promotion, arms, control, controlCustomers, comparability, notes, worthTargeting } = view;
    const name = (promotion !== null && view.experiment === null ? this.#promotions().get(promotion) : undefined) ?? view.name;
    const doubtful = comparability.doubts.length > 0;
    return html`<section class="screen effect">
      <header class="head">
        <div>
          <h1 tabindex="-1">Effect of <bdi>${name}</bdi></h1>
          <p class="sub">${arms.map(({ arm, customers }) => html`<bdi>${armName(arm)}</bdi>: ${count(customers, "customer")} · `)}<bdi>${armName(control)}</bdi>: ${count(controlCustomers, "customer")}</p>
        </div>
        <div class="actions"><a class="button" href="#/effect">What works</a> ${promotion === null ? nothing : html`<a class="button" href=${promotionLink(promotion)}>The promotion</a>`}</div>
      </header>
      <p class=${doubtful ? "note" : "sub"}><bdi>${comparability.text}</bdi></p>
      ${arms.map((arm) => html`<section class="card" aria-label="${armName(arm.arm)} against ${armName(control)}">
        <h2><bdi>${armName(arm.arm)}</bdi> against <bdi>${armName(control)}</bdi></h2>
        ${arm.outcomes.length === 0 ? html`<p>There is not enough data to say anything: both groups need customers. Go on offering it to some and withholding it from others.</p>` : nothing}
        <div class="charts">${arm.outcomes.map((outcome) => intervalChart(outcome, armName(arm.arm), armName(control)))}</div>
        ${arm.gainText === null ? nothing : html`<p><strong>What it brought:</strong> <bdi>${arm.gainText}</bdi></p>`}
      </section>`)}
      ${worthTargeting.length === 0
        ? nothing
        : html`<section class="card" aria-labelledby="target-title">
            <h2 id="target-title">Who is worth having it</h2>
            <ul class="plain">${worthTargeting.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>
          </section>`}
      ${view.groupings.map((grouping) => groupTable(grouping))}
      ${notes.length === 0 ? nothing : html`<ul class="plain">${notes.map((note) => html`<li><bdi>${note}</bdi></li>`)}</ul>`}
      ${view.looks + view.groupLooks === 0 ? nothing : html`<p class="hint"><bdi>${view.correction}</bdi></p>`}
    </section>`;
  }

  #promotions(): ReadonlyMap<string, string> {
    return new Map(this.desk.look({ type: "promotions" }).promotions.map(({ promotion, terms }) => [promotion, terms.name]));
  }
}

/** Each group, with what can be said of each outcome. */
function groupTable({ by, groups }: GroupingView): TemplateResult {
  const several = new Set(groups.map(({ arm }) => arm)).size > 1;
  const row = (group: string, arm: string, outcome: OutcomeView): TemplateResult => html`<tr>
    <th scope="row"><bdi>${groupName(by, group)}</bdi>${several ? html`, <bdi>${armName(arm)}</bdi>` : nothing} <span class="sub"><bdi>${nameOf(outcome)}</bdi></span></th>
    <td>${sayValue(outcome, outcome.with.value)} <span class="sub">against ${sayValue(outcome, outcome.without.value)}</span></td>
    <td>${outcome.interval === null ? nothing : html`${sayDifference(outcome, outcome.difference)} <span class="sub">${sayInterval(outcome.interval, (value) => sayDifference(outcome, value))}</span>`} <span class="said">${verdicts[outcome.verdict]}</span></td>
  </tr>`;
  return html`<section class="card groups" aria-label="By ${by}">
    <h2>By <bdi>${by}</bdi></h2>
    <table>
      <thead><tr><th scope="col">Group</th><th scope="col">With and without</th><th scope="col">Difference, and what can be said</th></tr></thead>
      <tbody>${groups.flatMap(({ group, arm, outcomes }) => outcomes.map((outcome) => row(group, arm, outcome)))}</tbody>
    </table>
  </section>`;
}

const verdicts: Readonly<Record<OutcomeView["verdict"], string>> = {
  works: "Works", harms: "Harms", goesWithBetter: "Goes with better", goesWithWorse: "Goes with worse", noDifferenceSeen: "No difference seen",
  notEnoughData: "Not enough data",
};

/** Sources have words of ours. */
function groupName(by: string, group: string): string {
  return by === "source" ? ((sourceMethods as Readonly<Record<string, string>>)[group] ?? group) : group;
}

/** The arms of a promotion have names of ours; those of an experiment are their own. */
function armName(arm: string): string {
  return arm === "offered" ? "Offered" : arm === "withheld" ? "Withheld" : arm;
}

customElements.define("effect-screen", EffectScreen);
