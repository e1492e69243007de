import { NextsaleError, type Fact, type Pipeline, type Plan, type Proposal, type Stage } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { download } from "../backup/download.ts";
import { LivePart } from "../part.ts";
import { count, sayMinutes } from "../say/count.ts";
import { sayMoney } from "../say/money.ts";
import { channels, choices, objectives, pipelines, signals, topics, weekdays, whys } from "../say/names.ts";
import { sayCondition } from "./condition-words.ts";

/** A fault in a plan, as the engine tells it. */
interface PlanFault {
  readonly path: string;
  readonly text: string;
}

/** How this company sells: the stages, the rules and the limits in force, and where to bring another plan. */
export class PlanScreen extends LivePart {
  #faults: readonly PlanFault[] = [];
  #fileName = "";

  override render(): TemplateResult {
    const { plan, origin } = this.desk.look({ type: "plan" });
    return html`<section class="screen plan">
      <header class="head">
        <div>
          <h1 tabindex="-1">Sales plan</h1>
          <p class="sub"><bdi>${plan.name}</bdi>, version ${plan.version}${origin === "builtIn" ? ", built in" : ", adopted"}</p>
        </div>
        <div class="actions">
          <button type="button" @click=${() => download(`${plan.id}-${plan.version}.json`, JSON.stringify(plan, null, 2), "application/json")}>Download the plan</button>
        </div>
      </header>
      ${plan.pipelines.map(pipelineCard)} ${rulesCard(plan)} ${limitsCard(plan)} ${weightsCard(plan)} ${this.#renderLoad()}
    </section>`;
  }

  #renderLoad(): TemplateResult {
    return html`<section class="card" aria-labelledby="load-title">
      <h2 id="load-title">Adopt another plan</h2>
      <p>Download the plan, change it, and load it here. It is checked as a whole first; the plan before stays in the history.</p>
      <div class="field"><label for="plan-file">Plan document</label><input id="plan-file" type="file" accept=".json,application/json" @change=${this.#load} /></div>
      ${this.#faults.length === 0
        ? nothing
        : html`<div role="alert" class="faults">
            <p class="fault whole" tabindex="-1"><bdi>${this.#fileName}</bdi> was not adopted: ${count(this.#faults.length, "problem")}.</p>
            <ul class="rows tight">
              ${this.#faults.map(({ path, text }) => html`<li><div><code><bdi>${path || "the document"}</bdi></code> <bdi>${text}</bdi></div></li>`)}
            </ul>
          </div>`}
    </section>`;
  }

  readonly #load = async (event: Event): Promise<void> => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const file = field.files?.[0];
    if (file === undefined) return;
    this.#fileName = file.name;
    const text = await file.text();
    // So that the same file can be chosen again after it was mended.
    field.value = "";
    this.#faults = this.#adopt(text);
    this.requestUpdate();
  };

  /** Adopts the plan; gives back what is wrong with it. */
  #adopt(text: string): readonly PlanFault[] {
    try {
      const plan = JSON.parse(text) as Plan;
      this.desk.record({ type: "planAdopted", plan } as Fact, "Adopted the sales plan");
      return [];
    } catch (problem) {
      if (problem instanceof SyntaxError) return [{ path: "", text: problem.message }];
      if (!(problem instanceof NextsaleError)) throw problem;
      const found = problem.reasons.length === 0 ? [{ path: problem.path, text: problem.message }] : problem.reasons;
      return found.map(inDocument);
    }
  }
}

/** A fault with its place in the document, which is where its reader looks. */
function inDocument({ path, text }: PlanFault): PlanFault {
  return { path: path.replace(/^(facts)?\[0\]\.?/, "").replace(/^plan\.?/, ""), text };
}

function pipelineCard(pipeline: Pipeline): TemplateResult {
  const names = new Map(pipeline.stages.map(({ id, name }) => [id, name]));
  return html`<section class="card" aria-label=${pipelines[pipeline.covers]}>
    <h2>${pipelines[pipeline.covers]}</h2>
    <ol class="stages">
      ${pipeline.stages.map((stage) => stageItem(stage, names))}
    </ol>
  </section>`;
}

function stageItem(stage: Stage, names: ReadonlyMap<string, string>): TemplateResult {
  const next = (stage.next ?? []).map((id) => names.get(id) ?? id);
  return html`<li>
    <h3><bdi>${stage.name}</bdi></h3>
    <p><bdi>${stage.purpose}</bdi></p>
    <p class="sub">
      About ${count(stage.idealDays, "day")}, stale after ${stage.staleAfterDays}; a sale from here is ${stage.chancePercent} % likely.
      ${stage.enter === undefined ? nothing : html`<br />To enter: <bdi>${sayCondition(stage.enter)}</bdi>.`}
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

function rulesCard({ rules }: Plan): TemplateResult {
  return html`<section class="card" aria-labelledby="rules-title">
    <h2 id="rules-title">Rules</h2>
    <ul class="plain rules">
      ${rules.map(
        (rule) => html`<li>
          <strong><bdi>${rule.name}</bdi></strong> <code class="rule">${rule.id}</code>
          <p class="sub">For ${rule.covers.map((kind) => pipelines[kind].toLowerCase()).join(", ")}. When <bdi>${sayCondition(rule.when)}</bdi>: <bdi>${sayProposal(rule.propose)}</bdi>.</p>
        </li>`,
      )}
    </ul>
  </section>`;
}

function sayProposal(proposal: Proposal): string {
  switch (proposal.type) {
    case "contact":
      return `${objectives[proposal.objective].toLowerCase()} by ${proposal.channels.map((channel) => channels[channel].toLowerCase()).join(", else ")}, because: ${whys[proposal.why].toLowerCase()}`;
    case "park":
      return `park for ${count(proposal.days, "day")} (${proposal.reason})`;
    case "decide":
      return `decide: ${proposal.question}`;
  }
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

customElements.define("plan-screen", PlanScreen);
