import type { Pipeline, Plan, Stage } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { download } from "../backup/download.ts";
import { LivePart } from "../part.ts";
import { count, sayMinutes } from "../say/count.ts";
import { sayMoney } from "../say/money.ts";
import { channels, choices, followed, hesitationKinds, objectives, pipelines, signals, topics, weekdays } from "../say/names.ts";
import { draftName, editPlan } from "./draft.ts";
import "./plan.css";
import "./versions-card.ts";

/** What the engine says of a place in the plan: what must be true to enter a stage, what a rule does. */
type Sentences = ReadonlyMap<string, string>;

/** How this company sells: the stages, the rules and the limits in force, the versions before, and the way to change it. */
export class PlanScreen extends LivePart {
  override render(): TemplateResult {
    const { plan, origin } = this.desk.look({ type: "plan" });
    const text = JSON.stringify(plan);
    const sentences: Sentences = new Map(this.desk.look({ type: "planDraft", text }).sentences.map((sentence) => [sentence.path, sentence.text]));
    const begun = this.desk.drafts.get(draftName) !== undefined;
    return html`<section class="screen plan">
      <header class="head">
        <div>
          <h1 tabindex="-1">Sales plan</h1>
          <p class="sub"><bdi>${plan.name}</bdi>, version ${plan.version}${origin === "builtIn" ? ", built in" : ", adopted"}</p>
        </div>
        <div class="actions">
          <a class="button primary" href="#/plan/edit">${begun ? "Go on with the draft" : "Edit the plan"}</a>
          <button type="button" @click=${() => download(`${plan.id}-${plan.version}.json`, JSON.stringify(plan, null, 2), "application/json")}>Download</button>
        </div>
      </header>
      ${plan.pipelines.map((pipeline, at) => pipelineCard(pipeline, at, sentences, stageNames(plan, pipeline)))} ${rulesCard(plan, sentences)} ${limitsCard(plan)} ${weightsCard(plan)}
      ${hesitationsCard(plan, sentences)} ${complaintsCard(sentences)} ${quotesCard(plan, sentences)}
      <versions-card .desk=${this.desk}></versions-card>
      ${this.#renderLoad()}
    </section>`;
  }

  #renderLoad(): TemplateResult {
    return html`<section class="card" aria-labelledby="load-title">
      <h2 id="load-title">Begin with another plan</h2>
      <div class="actions">
        ${this.desk.look({ type: "planVersions" }).builtIn.map((plan) => html`<button type="button" @click=${() => editPlan(this.desk, JSON.stringify(plan, null, 2))}>${plan.name}</button>`)}
      </div>
      <p>It opens as a draft: checked as a whole, with what it would change. The plan before stays among the versions.</p>
      <div class="field"><label for="plan-file">Plan document</label><input id="plan-file" type="file" accept=".json,application/json" @change=${this.#load} /></div>
    </section>`;
  }

  readonly #load = async (event: Event): Promise<void> => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const file = field.files?.[0];
    if (file !== undefined) editPlan(this.desk, await file.text());
  };
}

/** What the stages are called that this pipeline can lead to: its own, and those of others of its kind. */
function stageNames({ pipelines: all }: Plan, { covers, stages }: Pipeline): ReadonlyMap<string, string> {
  const others = all.filter((pipeline) => pipeline.covers === covers).flatMap((pipeline) => pipeline.stages);
  return new Map([...others, ...stages].map(({ id, name }) => [id, name]));
}

function pipelineCard(pipeline: Pipeline, at: number, sentences: Sentences, names: ReadonlyMap<string, string>): TemplateResult {
  const name = pipeline.name ?? pipelines[pipeline.covers];
  return html`<section class="card" aria-label="${pipelines[pipeline.covers]}: ${name}">
    <h2><bdi>${name}</bdi>${pipeline.name === undefined ? nothing : html` <span class="chip">${pipelines[pipeline.covers]}</span>`}</h2>
    <ol class="stages">
      ${pipeline.stages.map((stage, place) => stageItem(stage, names, sentences.get(`pipelines[${at}].stages[${place}].enter`)))}
    </ol>
  </section>`;
}

function stageItem(stage: Stage, names: ReadonlyMap<string, string>, enter: string | undefined): TemplateResult {
  const next = (stage.next ?? []).map((id) => names.get(id) ?? id);
  return html`<li>
    <h3><bdi>${stage.name}</bdi></h3>
    <p><bdi>${stage.purpose}</bdi></p>
    <p class="sub">
      About ${count(stage.idealDays, "day")}, stale after ${stage.staleAfterDays}; a sale from here is ${stage.chancePercent} % likely.
      ${enter === undefined ? nothing : html`<br />To enter: <bdi>${enter}</bdi>`}
      ${next.length === 0 ? nothing : html`<br />Leads to: <bdi>${next.join(", ")}</bdi>.`}
    </p>
    ${(stage.pointsOfContact ?? []).length === 0
      ? nothing
      : html`<details>
          <summary>${count(stage.pointsOfContact?.length ?? 0, "point of contact", "points of contact")}</summary>
          <ul class="plain">
            ${stage.pointsOfContact?.map(
              (point) => html`<li>
                <strong>After ${count(point.afterDays, "day")}: ${objectives[point.objective].toLowerCase()}</strong>, by
                ${point.channels.map((channel) => channels[channel].toLowerCase()).join(", else ")}. They gain: <bdi>${point.benefits.join("; or: ")}</bdi>. A
                good result: <bdi>${point.desiredResult}</bdi>.
              </li>`,
            )}
          </ul>
        </details>`}
  </li>`;
}

function rulesCard({ rules }: Plan, sentences: Sentences): TemplateResult {
  return html`<section class="card" aria-labelledby="rules-title">
    <h2 id="rules-title">Rules</h2>
    <ul class="plain rules">
      ${rules.map(
        (rule, at) => html`<li>
          <strong><bdi>${rule.name}</bdi></strong> <code class="rule">${rule.id}</code>
          <p class="sub"><bdi>${sentences.get(`rules[${at}]`)}</bdi></p>
        </li>`,
      )}
    </ul>
  </section>`;
}

function limitsCard({ limits, day }: Plan): TemplateResult {
  return html`<section class="card" aria-labelledby="limits-title">
    <h2 id="limits-title">Limits and the day</h2>
    <ul class="plain">
      ${(limits.caps ?? []).map(
        ({ channel, most, days }) => html`<li>At most ${count(most, "contact")}${channel === undefined ? "" : ` by ${channels[channel].toLowerCase()}`} with a person within ${count(days, "day")}.</li>`,
      )}
      <li>At least ${count(limits.gapHours, "hour")} between two contacts with a person.</li>
      <li>
        After no answer at least ${count(limits.afterNoAnswer.firstHours, "hour")}; then each time ${limits.afterNoAnswer.growthPercent} % of that, up to
        ${count(limits.afterNoAnswer.mostHours, "hour")}.
      </li>
      <li>Nobody is called or visited from ${limits.quietHours.from} to ${limits.quietHours.to}, by their own clock.</li>
      <li>People are contacted on ${limits.contactDays.map((name) => weekdays[name]).join(", ")}.</li>
      ${(limits.consentRequired ?? []).length === 0
        ? nothing
        : html`<li>Only with consent given: ${limits.consentRequired?.map((channel) => channels[channel].toLowerCase()).join(", ")}.</li>`}
      <li>Working hours: ${sayHours(day)}.</li>
      <li>Minutes: ${choices(channels).flatMap(([channel, name]) => (day.minutes[channel] === undefined ? [] : [`${name.toLowerCase()} ${day.minutes[channel]}`])).join(", ")}; other steps ${day.otherMinutes}; ${sayMinutes(day.switchMinutes)} between channels.</li>
    </ul>
  </section>`;
}

function sayHours({ hours = {} }: Plan["day"]): string {
  return choices(weekdays)
    .flatMap(([name, words]) => {
      const ranges = hours[name] ?? [];
      return ranges.length === 0 ? [] : [`${words} ${ranges.map(({ from, to }) => `${from}–${to}`).join(" and ")}`];
    })
    .join("; ");
}

function weightsCard({ score, qualification, signals: weights, currency, typicalWorth }: Plan): TemplateResult {
  return html`<section class="card" aria-labelledby="weights-title">
    <h2 id="weights-title">What the score is made of</h2>
    <ul class="plain">
      <li>Fit, at most ${score.fitMost}: ${choices(topics).flatMap(([topic, name]) => (qualification.topics[topic] === undefined ? [] : [`${name.toLowerCase()} ${qualification.topics[topic].yes}`])).join(", ")}. Answers are fresh for ${count(qualification.freshDays, "day")}.</li>
      <li>
        Intent, at most ${score.intentMost}:
        ${choices(signals).flatMap(([kind, name]) => { const weight = weights.kinds?.[kind]; return weight === undefined ? [] : [`${name.toLowerCase()} ${weight.points} (half after ${count(weight.halfLifeDays, "day")})`]; }).join(", ")}.
      </li>
      <li>Hot from ${score.bands.hot}, warm from ${score.bands.warm}, cool from ${score.bands.cool}.</li>
      <li>A sale is worth ${sayMoney({ minor: typicalWorth, currency })} as long as nobody knows better.</li>
    </ul>
  </section>`;
}

function hesitationsCard({ hesitations = {} }: Plan, sentences: Sentences): TemplateResult | typeof nothing {
  const planned = choices(hesitationKinds).filter(([kind]) => hesitations[kind] !== undefined);
  if (planned.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="hesitations-title">
    <h2 id="hesitations-title">What answers hesitations</h2>
    <ul class="plain rules">
      ${planned.map(([kind, name]) => html`<li><strong>${name}</strong><p class="sub"><bdi>${sentences.get(`hesitations.${kind}`)}</bdi></p></li>`)}
    </ul>
  </section>`;
}

function complaintsCard(sentences: Sentences): TemplateResult {
  return html`<section class="card" aria-labelledby="complaints-title">
    <h2 id="complaints-title">How complaints are put right</h2>
    <p><bdi>${sentences.get("complaints")}</bdi></p>
    <p class="sub">While one is open nothing is sold to them.</p>
  </section>`;
}

function quotesCard({ quotes }: Plan, sentences: Sentences): TemplateResult {
  const planned = choices(followed).filter(([given]) => quotes?.follows?.[given] !== undefined);
  return html`<section class="card" aria-labelledby="quotes-title">
    <h2 id="quotes-title">How quotes are counted</h2>
    <p><bdi>${sentences.get("quotes")}</bdi></p>
    ${planned.length === 0
      ? nothing
      : html`<h3>What follows from what promotions give</h3>
          <ul class="plain rules">${planned.map(([given, name]) => html`<li><strong>${name}</strong><p class="sub"><bdi>${sentences.get(`quotes.follows.${given}`)}</bdi></p></li>`)}</ul>`}
  </section>`;
}

customElements.define("plan-screen", PlanScreen);
