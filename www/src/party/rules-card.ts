import { NextsaleError, type RuleState, type RuleView, type Subject } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { LivePart } from "../part.ts";
import { sayDate } from "../say/when.ts";

const states: Readonly<Record<RuleState, string>> = { fires: "Fires", quiet: "Quiet for now", unknown: "Not known", doesNotFire: "Does not fire" };

/** Every rule of the plan for a party or a deal: which fire, which don't, what that hangs on, and the least that would change it. */
export class RulesCard extends LivePart {
  static override properties = { ...LivePart.properties, subject: { attribute: false }, name: { attribute: false } };

  declare subject: Subject;
  /** What the deal is called, where it is about one. */
  declare name: string | undefined;

  #open = false;

  override render(): TemplateResult {
    return html`<details class=${this.name === undefined ? "card fold" : nothing} @toggle=${this.#turn}>
      <summary>${this.name === undefined ? html`<h2>Why, and why not</h2>` : html`Which rules fire for <bdi>${this.name}</bdi>`}</summary>
      ${this.#open ? this.#renderRules() : nothing}
    </details>`;
  }

  #renderRules(): TemplateResult {
    const rules = this.#rules();
    if (rules.length === 0) return html`<p class="sub">The plan has no rules for this.</p>`;
    return html`<ul class="rows">${rules.map(ruleItem)}</ul>`;
  }

  /** None for somebody who was just taken back: the screen around this says so. */
  #rules(): readonly RuleView[] {
    try {
      const { subject } = this;
      return this.desk.look({ type: "rules", ...(subject.type === "deal" ? { deal: subject.deal } : { party: subject.party }) }).rules;
    } catch (problem) {
      if (problem instanceof NextsaleError) return [];
      throw problem;
    }
  }

  readonly #turn = (event: Event): void => {
    this.#open = (event.currentTarget as HTMLDetailsElement).open;
    this.requestUpdate();
  };
}

function ruleItem(rule: RuleView): TemplateResult {
  const { name, state, sentence, leaves, change, missing, quietUntil } = rule;
  const fires = state === "fires";
  return html`<li>
    <div>
      <p><strong><bdi>${name}</bdi></strong> <span class="chip ${fires ? "reached" : state === "unknown" ? "warn" : ""}">${states[state]}${quietUntil === null ? nothing : ` until ${sayDate(quietUntil)}`}</span></p>
      ${leaves.length === 0 ? nothing : html`<p class="sub">${fires ? "Because" : "It hangs on"}: <bdi>${leaves.map(({ text }) => text).join("; ")}</bdi></p>`}
      ${missing === null ? nothing : html`<p class="sub">To find out: <bdi>${missing.text}</bdi></p>`}
      ${change === null || fires ? nothing : html`<p class="sub"><strong>It would fire if</strong> <bdi>${change.map(({ text }) => text).join(" and ")}</bdi></p>`}
      <details><summary>The rule</summary><p class="sub"><bdi>${sentence}</bdi></p></details>
    </div>
  </li>`;
}

customElements.define("rules-card", RulesCard);
