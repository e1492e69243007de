import { type BriefView, type HesitationView, NextsaleError, type ReadinessView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import "../contact/log-form.ts";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import "../promise/promise-actions.ts";
import { partyLink } from "../route.ts";
import { reachLink } from "../say/reach.ts";
import { sayMinutes } from "../say/count.ts";
import { hesitationKinds, topics } from "../say/names.ts";
import { sayAgo, sayDay, sayDue } from "../say/when.ts";
import { stepHeld, stepReasons } from "../today/step-words.ts";
import "./prepare.css";

/** One screen before a contact: what they want first, then where we stand, and whether we are ready. Then the log. */
export class PrepareScreen extends LivePart {
  static override properties = { ...LivePart.properties, party: { attribute: false } };

  declare party: string;

  /** What was ticked of the readiness check. */
  readonly #ticked = new Set<string>();
  #logging = false;

  override render(): TemplateResult {
    const brief = this.#brief();
    if (brief === undefined) return html`<section class="screen"><h1 tabindex="-1">Nobody is here</h1><p><a href="#/leads">Go to the leads</a></p></section>`;
    const { step } = brief;
    return html`<section class="screen prepare" @logged=${this.#logged}>
      <header class="head">
        <div>
          <p class="eyebrow"><span>Prepare</span>${step === null ? nothing : html` <span>${step.at === null ? "No time is allowed" : sayDue(step.at)}</span> <span>${sayMinutes(step.minutes)}</span>`}</p>
          <h1 tabindex="-1"><bdi>${brief.name}</bdi></h1>
          <p class="sub">${[brief.organisation, brief.dealName, brief.stage].filter((part) => part !== null).map((part, at) => html`${at > 0 ? " · " : nothing}<bdi>${part}</bdi>`)}</p>
        </div>
        <div class="actions">
          ${this.#renderReach(step)}
          <a class="button" href=${partyLink(brief.party)}>Open</a>
          <button type="button" class="primary" @click=${this.#log}>${icon("log")}<span>Log the result</span></button>
        </div>
      </header>
      <div class="two">
        <div>${this.#renderWant(brief)} ${this.#renderWords(brief)} ${this.#renderHesitations(brief)} ${this.#renderLast(brief)}</div>
        <div>${this.#renderStep(brief)} ${this.#renderPromises(brief)}</div>
      </div>
      ${this.#renderReady(brief.readiness)} ${this.#renderLog(brief)}
    </section>`;
  }

  #brief(): BriefView | undefined {
    try {
      return this.desk.look({ type: "brief", party: this.party });
    } catch (problem) {
      if (problem instanceof NextsaleError) return undefined;
      throw problem;
    }
  }

  /** Calls or writes, where the device can. */
  #renderReach(step: BriefView["step"]): TemplateResult | typeof nothing {
    const point = step?.action.type === "contact" ? step.action.contactPoint : null;
    const link = point === null ? undefined : reachLink(point);
    return point === null || link === undefined ? nothing : html`<a class="button" href=${link}>${icon(point.channel)}<span><bdi>${point.value}</bdi></span></a>`;
  }

  #renderWant({ desiredOutcome, progress, complaints }: BriefView): TemplateResult {
    return html`<section class="card want" aria-labelledby="want-title">
      <h2 id="want-title">What they want</h2>
      ${desiredOutcome === null ? html`<p class="sub">The outcome that they want is not known yet: ask for it.</p>` : html`<p class="question">“<bdi>${desiredOutcome}</bdi>”</p>`}
      ${progress === null ? nothing : html`<p class="sub"><bdi>${progress.text}</bdi></p>`}
      ${complaints.map(({ words }) => html`<p class="note"><strong>Open complaint:</strong> <bdi>${words}</bdi></p>`)}
    </section>`;
  }

  #renderWords({ needs, questions, askNext }: BriefView): TemplateResult {
    return html`<section class="card" aria-labelledby="needs-title">
      <h2 id="needs-title">Their needs, in their words</h2>
      ${needs.length === 0 ? html`<p class="sub">None is known yet: listen twice as much as you talk.</p>` : nothing}
      <ul class="rows tight">
        ${needs.map(({ words, when }) => html`<li><div>“<bdi>${words}</bdi>”</div><span class="sub"><bdi>${when}</bdi></span></li>`)}
      </ul>
      ${questions.length === 0
        ? nothing
        : html`<h3>Questions to ask</h3>
            <ul class="plain">${questions.map((question) => html`<li><bdi>${question}</bdi>${question === askNext?.question ? html` <span class="chip">${topics[askNext.topic]}</span>` : nothing}</li>`)}</ul>`}
    </section>`;
  }

  #renderHesitations({ hesitations }: BriefView): TemplateResult | typeof nothing {
    if (hesitations.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="hesitations-title">
      <h2 id="hesitations-title">What holds them back</h2>
      <ul class="rows">${hesitations.map((hesitation) => this.#renderHesitation(hesitation))}</ul>
    </section>`;
  }

  #renderHesitation({ about, kind, words, benefit, hesitation }: HesitationView): TemplateResult {
    const answered = (certainty: "confirmed" | "assumed"): void => {
      if (benefit !== null) this.#record({ hesitation, benefit, certainty }, about);
    };
    return html`<li>
      <div>
        <p><strong>${hesitationKinds[kind]}</strong>${words === null ? nothing : html` “<bdi>${words}</bdi>”`}</p>
        ${benefit === null ? nothing : html`<p class="benefit"><span class="sub">What answers it:</span> <bdi>${benefit}</bdi></p>`}
      </div>
      ${benefit === null ? nothing : html`<button type="button" @click=${() => answered("confirmed")}>They confirmed it</button>`}
    </li>`;
  }

  #record(answered: { hesitation: string; benefit: string; certainty: "confirmed" | "assumed" }, about: string): void {
    try {
      this.desk.record({ type: "hesitationAnswered", party: this.party, ...answered }, `Answered: ${about}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }

  #renderStep({ step, desiredResult }: BriefView): TemplateResult {
    if (step === null) return html`<section class="card"><h2>No contact is due</h2><p class="sub">You can log one all the same.</p></section>`;
    const { words } = step;
    return html`<section class="card" aria-labelledby="for-title">
      <h2 id="for-title"><bdi>${words.whatFor}</bdi></h2>
      <dl class="words">
        <div><dt>Why</dt><dd><bdi>${words.why}</bdi></dd></div>
        <div><dt>How</dt><dd><bdi>${words.how}</bdi></dd></div>
        ${words.opening === null ? nothing : html`<div><dt>Opening</dt><dd><bdi>${words.opening}</bdi></dd></div>`}
        ${words.benefit === null ? nothing : html`<div class="benefit"><dt>What they gain</dt><dd><bdi>${words.benefit}</bdi></dd></div>`}
        ${desiredResult === null ? nothing : html`<div><dt>What good looks like</dt><dd><bdi>${desiredResult}</bdi></dd></div>`}
      </dl>
      ${stepHeld(step)}
      <details><summary>What led to this</summary>${stepReasons(step)}</details>
    </section>`;
  }

  #renderPromises({ promises, agreements }: BriefView): TemplateResult | typeof nothing {
    if (promises.length + agreements.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="promised-title">
      <h2 id="promised-title">Promised and agreed</h2>
      <ul class="rows">
        ${promises.map(
          ({ party, promise, text, due, stands }) => html`<li>
            <div><p><bdi>${text}</bdi></p><p class="sub">${sayDay(due)} · <bdi>${stands}</bdi></p></div>
            <promise-actions .desk=${this.desk} .party=${party} .promise=${promise} .text=${text}></promise-actions>
          </li>`,
        )}
        ${agreements.map((agreement) => html`<li><div><bdi>${agreement}</bdi> <span class="chip reached">Agreed</span></div></li>`)}
      </ul>
    </section>`;
  }

  #renderLast({ last }: BriefView): TemplateResult | typeof nothing {
    const { openWith } = this.desk.look({ type: "party", party: this.party });
    if (last === null && openWith.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="last-title">
      <h2 id="last-title">To begin with</h2>
      ${last === null ? nothing : html`<p><span class="sub">Last time, ${sayAgo(last.at)}:</span> <bdi>${last.text}</bdi></p>${last.notes === null ? nothing : html`<p class="said"><bdi>${last.notes}</bdi></p>`}`}
      ${openWith.length === 0 ? nothing : html`<ul class="plain">${openWith.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>`}
    </section>`;
  }

  #renderReady(readiness: readonly ReadinessView[]): TemplateResult {
    const done = readiness.filter(({ item, state }) => state === "ready" || this.#ticked.has(item)).length;
    return html`<section class="card ready" aria-labelledby="ready-title">
      <div class="top"><h2 id="ready-title">Am I ready?</h2><span class="number" role="status">${done} of ${readiness.length}</span></div>
      ${readiness.map(({ item, state, text }) => {
        const known = state === "ready";
        const tick = (event: Event): void => {
          if ((event.target as HTMLInputElement).checked) this.#ticked.add(item);
          else this.#ticked.delete(item);
          this.requestUpdate();
        };
        return html`<div class="tick">
          <input id="ready-${item}" type="checkbox" .checked=${live(known || this.#ticked.has(item))} ?disabled=${known} @change=${tick} />
          <label for="ready-${item}"><bdi>${text}</bdi>${state === "missing" ? html` <span class="chip warn">Not yet in the book</span>` : nothing}</label>
        </div>`;
      })}
    </section>`;
  }

  #renderLog({ step }: BriefView): TemplateResult | typeof nothing {
    if (!this.#logging) return nothing;
    const party = this.desk.look({ type: "party", party: step?.party ?? this.party });
    return html`<section class="card" aria-label="Log"><log-form .desk=${this.desk} .party=${party} .step=${step ?? undefined}></log-form></section>`;
  }

  readonly #log = (): void => {
    this.#logging = true;
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      const form = this.querySelector<LivePart>("log-form");
      await form?.updateComplete;
      form?.querySelector<HTMLElement>("textarea")?.focus({ preventScroll: true });
      form?.scrollIntoView({ block: "start" });
    });
  };

  readonly #logged = (): void => {
    location.hash = partyLink(this.party);
  };
}

customElements.define("prepare-screen", PrepareScreen);
