import type { PlanTrialRow, PlanTrialView, TrialSide } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { scoreBadge } from "../leads/score-badge.ts";
import { signed } from "../party/score-card.ts";
import { Part } from "../part.ts";
import { partyLink } from "../route.ts";
import { count } from "../say/count.ts";
import { bands, paces } from "../say/names.ts";
import { stepReasons } from "../today/step-words.ts";

/** How many parties are shown at first, and how many more each time. */
const page = 10;

/**
 * What a draft of the plan would change for the parties of this book. It is asked for with a button: everybody is judged
 * by both plans, which takes longer than a keystroke may.
 */
export class TrialCard extends Part {
  static override properties = { ...Part.properties, text: { attribute: false }, ready: { attribute: false } };

  /** The draft. */
  declare text: string;
  /** Whether it is whole, and differs from the plan in force. */
  declare ready: boolean;

  #tried: { readonly text: string; readonly limit: number; readonly view: PlanTrialView } | undefined;
  #looking = false;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // What was tried on the book as it was says nothing of the book as it is.
    this.#stop = this.desk.onChange(() => {
      this.#tried = undefined;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render(): TemplateResult {
    const tried = this.#tried?.text === this.text ? this.#tried.view : undefined;
    return html`<section class="card trial" aria-labelledby="trial-title">
      <h2 id="trial-title">What it changes for your leads</h2>
      <p class="sub">Everybody in this book, judged by the plan in force and by the draft. Nothing is adopted by looking.</p>
      <div class="actions"><button type="button" ?disabled=${!this.ready} aria-busy=${this.#looking} @click=${() => this.#try(page)}>See what it changes</button></div>
      <p role="status">${tried === undefined ? this.#whyNothing() : summary(tried)}</p>
      ${tried === undefined || tried.changed === 0 ? nothing : this.#renderChanges(tried)}
    </section>`;
  }

  #whyNothing(): string | typeof nothing {
    if (this.#looking) return "Judging everybody by both plans …";
    if (this.#tried !== undefined && this.ready) return "The draft has changed since you looked: look again.";
    return this.ready ? nothing : "There has to be a change in the plan first, and no problem.";
  }

  async #try(limit: number): Promise<void> {
    const { text } = this;
    this.#looking = true;
    this.requestUpdate();
    // Thousands take a while: that something is going on is seen before it does.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    try {
      this.#tried = { text, limit, view: this.desk.look({ type: "planTrial", text, limit }) };
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
    this.#looking = false;
    this.requestUpdate();
  }

  #renderChanges(view: PlanTrialView): TemplateResult {
    const more = view.changed - view.rows.length;
    return html`
      <ul class="plain">${view.differences.map(({ text }) => html`<li>${text}</li>`)}</ul>
      ${tallies("Parties by band", view.bands.map(({ band, before, after }) => [bands[band], before, after] as const))}
      ${tallies("Parties and deals against the timeline", view.paces.map(({ pace, before, after }) => [paces[pace], before, after] as const))}
      ${view.rules.length === 0 ? nothing : html`<h3>Rules</h3><ul class="plain">${view.rules.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>`}
      <h3>For whom most changes</h3>
      <ol class="rows">${view.rows.map(row)}</ol>
      ${more > 0 ? html`<button type="button" class="quiet" @click=${() => this.#try((this.#tried?.limit ?? 0) + page)}>Show ${count(Math.min(more, page), "more", "more")} of ${more.toLocaleString()}</button>` : nothing}
    `;
  }
}

function summary({ parties, changed }: PlanTrialView): string {
  if (parties === 0) return "There is nobody in this book yet whom it could change anything for.";
  if (changed > 0) return `Something changes for ${changed.toLocaleString()} of ${count(parties, "party", "parties")}.`;
  return "Nothing changes for anybody: bands and scores, the order of approach, first steps and their times, stages, the timeline and the rules that fire are the same.";
}

/** How many before and after; nothing where all of them stay. */
function tallies(title: string, rows: readonly (readonly [name: string, before: number, after: number])[]): TemplateResult | typeof nothing {
  if (rows.every(([, before, after]) => before === after)) return nothing;
  return html`<table class="tallies">
    <caption>${title}</caption>
    <thead><tr><td></td><th scope="col">So far</th><th scope="col">With the draft</th></tr></thead>
    <tbody>
      ${rows.filter(([, before, after]) => before + after > 0).map(
        ([name, before, after]) => html`<tr><th scope="row">${name}</th><td>${before.toLocaleString()}</td><td>${before === after ? after.toLocaleString() : html`<strong>${after.toLocaleString()}</strong>`}</td></tr>`,
      )}
    </tbody>
  </table>`;
}

function row({ party, name, organisation, changes, before, after }: PlanTrialRow): TemplateResult {
  return html`<li>
    <div>
      <p class="top">
        <span><a href=${partyLink(party)}><strong><bdi>${name}</bdi></strong></a>${organisation === null ? nothing : html` <span class="sub"><bdi>${organisation}</bdi></span>`}</span>
        ${before.score.points === after.score.points && before.score.band === after.score.band ? nothing : html`<span class="scores">${badge(before)} <span aria-hidden="true">→</span><span class="unseen">becomes</span> ${badge(after)}</span>`}
      </p>
      <ul class="plain">${changes.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>
      <details>
        <summary aria-label="Reasons by both plans: ${name}">Reasons by both plans</summary>
        <div class="sides">${side("So far", before)} ${side("With the draft", after)}</div>
      </details>
    </div>
  </li>`;
}

function badge({ score }: TrialSide): TemplateResult {
  return scoreBadge(score.points, score.band);
}

function side(title: string, { score, step, stands }: TrialSide): TemplateResult {
  const rules = stands.flatMap(({ rules: of, dealName }) => of.map((rule) => ({ rule, dealName })));
  return html`<section>
    <h4>${title}</h4>
    <p class="sub">Score ${score.points}: <bdi>${score.reasons.map(({ text, points }) => `${text} ${signed(points)}`).join("; ") || "nothing is known"}</bdi></p>
    ${step === null ? html`<p class="sub">No step</p>` : html`<p class="sub">First step: <bdi>${step.words.whatFor}, ${step.words.how}</bdi></p>${stepReasons(step)}`}
    ${stands.map(({ dealName, progress, stage }) => progress === null ? nothing : html`<p class="sub"><bdi>${dealName ?? stage?.name}</bdi>: <bdi>${progress.text}</bdi></p>`)}
    ${rules.map(({ rule, dealName }) => html`<p class="sub">${dealName === null ? nothing : html`<bdi>${dealName}</bdi>: `}“<bdi>${rule.name}</bdi>” ${rule.state === "fires" ? "fires" : "does not fire"}: <bdi>${rule.leaves.map(({ text }) => text).join("; ")}</bdi></p>`)}
  </section>`;
}

customElements.define("trial-card", TrialCard);
