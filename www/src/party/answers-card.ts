import type { Answer, AnswerLearned, Certainty, PartyView, Topic, TopicView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { answers, certainties, choices, topics } from "../say/names.ts";
import { fieldMoney, readMinor, sayMoney } from "../say/money.ts";
import { sayAgo, sayDay } from "../say/when.ts";

/** Budget, authority, need and timeline: what we know, what to ask next, and where the answer goes. */
export class AnswersCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  #topic: Topic | undefined;
  readonly #sheet = new Sheet(this, () => `answer/${this.view.party}/${this.#topic ?? ""}`);

  override render(): TemplateResult {
    const { askNext, qualification } = this.view;
    return html`<section class="card" aria-labelledby="answers-title">
      <h2 id="answers-title">What we know of them</h2>
      ${askNext === null
        ? nothing
        : html`<div class="ask">
            <p class="eyebrow"><span>Ask next</span> <span>${topics[askNext.topic]}</span></p>
            <p class="question">“<bdi>${askNext.question}</bdi>”</p>
            <p class="sub"><bdi>${askNext.text}</bdi></p>
            <div class="actions" role="group" aria-label="Their answer">
              ${(["yes", "partly", "no"] as const).map(
                (answer) => html`<button type="button" @click=${() => this.#record(askNext.topic, { answer, certainty: "confirmed" })}>${answers[answer]}</button>`,
              )}
              <button type="button" class="quiet" @click=${() => this.#open(askNext.topic)}>In more words</button>
            </div>
          </div>`}
      <dl class="facts topics">
        ${qualification.map((topic) => this.#renderTopic(topic))}
      </dl>
      ${this.#topic === undefined ? nothing : this.#renderForm(this.#topic)}
    </section>`;
  }

  #renderTopic(view: TopicView): TemplateResult {
    const { topic, answer, certainty, fading, evidence, learnedAt, amount, date } = view;
    return html`<div>
      <dt>${topics[topic]}</dt>
      <dd>
        <strong>${answers[answer]}</strong>${amount === null ? nothing : ` · ${sayMoney(amount)}`}${date === null ? nothing : ` · by ${sayDay(date)}`}
        ${certainty === null || answer === "unknown" ? nothing : html`<span class="chip">${certainty === "confirmed" ? "Confirmed" : "Assumed"}</span>`}
        ${fading === "toBeConfirmed" ? html`<span class="chip warn">To be confirmed again</span>` : nothing}
        ${evidence === null ? nothing : html`<span class="sub">“<bdi>${evidence}</bdi>”</span>`}
        ${learnedAt === null ? nothing : html`<span class="sub">${sayAgo(learnedAt)}</span>`}
      </dd>
      <dd class="act"><button type="button" class="quiet" aria-label="Answer: ${topics[topic]}" @click=${() => this.#open(topic)}>${answer === "unknown" ? "Answer" : "Change"}</button></dd>
    </div>`;
  }

  #renderForm(topic: Topic): TemplateResult {
    const sheet = this.#sheet;
    const known = this.view.qualification.find((view) => view.topic === topic);
    sheet.begin({
      answer: known === undefined || known.answer === "unknown" ? "yes" : known.answer,
      certainty: known?.certainty ?? "confirmed",
      evidence: known?.evidence ?? "",
      amount: known?.amount ? fieldMoney(known.amount) : "",
      date: known?.date ?? "",
    });
    return html`<form class="inset" data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save} aria-label=${topics[topic]}>
      <div class="grid">
        ${choiceField(sheet, { name: "answer", label: topics[topic], options: choices(answers) })}
        ${choiceField(sheet, { name: "certainty", label: "How do we know?", options: choices(certainties) })}
        ${topic === "budget" ? textField(sheet, { name: "amount", label: `Amount in ${this.#currency}`, type: "number", step: "any", min: "0" }) : nothing}
        ${topic === "timeline" ? textField(sheet, { name: "date", label: "By when", type: "date" }) : nothing}
      </div>
      ${textField(sheet, { name: "evidence", label: "What makes us think so" })} ${generalFault(sheet)}
      <footer>
        <button type="button" @click=${() => this.#open(undefined)}>Cancel</button>
        <button type="submit" class="primary">Save the answer</button>
      </footer>
    </form>`;
  }

  #open(topic: Topic | undefined): void {
    this.#sheet.leave();
    this.#topic = topic;
    this.requestUpdate();
    if (topic !== undefined) void this.updateComplete.then(() => this.querySelector<HTMLElement>("form select")?.focus());
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const topic = this.#topic;
    if (topic === undefined) return;
    const sheet = this.#sheet;
    const evidence = sheet.value("evidence").trim();
    const saved = sheet.attempt(() => {
      const minor = sheet.value("amount") === "" ? undefined : readMinor(sheet.value("amount"), this.#currency);
      if (topic === "budget" && sheet.value("amount") !== "" && minor === undefined) return sheet.complain("amount", `Give an amount in ${this.#currency}.`);
      this.#learn(topic, {
        answer: sheet.value("answer") as Answer,
        certainty: sheet.value("certainty") as Certainty,
        ...(evidence && { evidence }),
        ...(topic === "budget" && minor !== undefined && { amount: { minor, currency: this.#currency } }),
        ...(topic === "timeline" && sheet.value("date") && { date: sheet.value("date") }),
      });
    }, withoutIndex);
    if (saved) this.#open(undefined);
  };

  #record(topic: Topic, answer: Omit<AnswerLearned, "party" | "topic">): void {
    try {
      this.#learn(topic, answer);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }

  #learn(topic: Topic, answer: Omit<AnswerLearned, "party" | "topic">): void {
    const { party, name } = this.view;
    this.desk.record({ type: "answerLearned", party, topic, ...answer }, `${topics[topic]} of ${name}: ${answers[answer.answer].toLowerCase()}`);
  }

  get #currency(): string {
    const known = this.view.qualification.find(({ topic }) => topic === "budget")?.amount;
    return known?.currency ?? this.desk.look({ type: "plan" }).plan.currency;
  }
}

customElements.define("answers-card", AnswersCard);
