import { type ContactLogged, type ContactOutcome, type Fact, newId, type PartyView, type StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { areaField, choiceField, generalFault, textField, tickField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { answers, channels, choices, objectives, outcomeHints, outcomes } from "../say/names.ts";
import { fieldTime, readFieldTime, sayNear } from "../say/when.ts";
import { answeredFields, answersToBegin, nextFields, nextOf, placeInRows, rowFields, rowsOf } from "./log-rows.ts";
import { withoutIndex } from "./place.ts";
import { contactOf, dealOf, firstContact, planned, usualContact } from "./proposed.ts";
import { settle } from "./talk-timer.ts";

/** Where to say that the next contact could not be planned, although this one was logged. */
export interface Logged {
  readonly party: string;
  /** The step that was to be planned, and for when, if that was refused. */
  readonly unplanned: { readonly step: StepView | undefined; readonly at: number; readonly words: string } | undefined;
}

/** What came of a contact: words if there are any, and then one tap on how it went, which saves. */
export class LogForm extends Part {
  static override properties = { ...Part.properties, party: { attribute: false }, step: { attribute: false } };

  /** Whom it was with. */
  declare party: PartyView;
  /** The step that it was, if it was one. */
  declare step: StepView | undefined;

  readonly #sheet = new Sheet(this, () => `log/${this.party.party}/${dealOf(this.step) ?? ""}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    const usual = contactOf(this.step) ?? usualContact(this.party);
    sheet.begin({ channel: usual.channel, objective: usual.objective, ...answersToBegin(this.party) });
    const { askNext } = this.party;
    return html`
      <form class="log" data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
        ${areaField(sheet, { name: "notes", label: "Notes", rows: 3 })}
        <details>
          <summary>More words, and the next date</summary>
          ${answeredFields(sheet, this.party)} ${rowFields(sheet, () => this.requestUpdate())}
          <div class="grid">
            ${areaField(sheet, { name: "agreements", label: "What was agreed", hint: "One on each line" })}
            ${areaField(sheet, { name: "confirmed", label: "What they confirmed when you repeated it" })}
            ${areaField(sheet, { name: "feedback", label: "Feedback they gave" })}
            ${askNext === null
              ? nothing
              : html`<div>
                  ${choiceField(sheet, {
                    name: "answer", label: `Asked: ${askNext.question}`, none: "No answer yet",
                    options: choices(answers).filter(([answer]) => answer !== "unknown"),
                  })}
                  ${textField(sheet, { name: "evidence", label: "What they said" })}
                </div>`}
            ${choiceField(sheet, { name: "channel", label: "How", options: choices(channels) })}
            ${choiceField(sheet, { name: "objective", label: "What for", options: choices(objectives) })}
            ${textField(sheet, { name: "at", label: "When, if not now", type: "datetime-local", max: fieldTime(Date.now()) })}
          </div>
          <fieldset class="several">
            <legend>Listening and talking</legend>
            <talk-timer .desk=${this.desk} .sheet=${sheet} @timed=${() => this.requestUpdate()}></talk-timer>
            <div class="grid">
              ${textField(sheet, { name: "listeningSeconds", label: "Minutes listening", type: "number", min: "0", step: "any" })}
              ${textField(sheet, { name: "talkingSeconds", label: "Minutes talking", type: "number", min: "0", step: "any" })}
            </div>
          </fieldset>
          ${nextFields(sheet)}
          ${tickField(sheet, { name: "theirs", label: "They contacted us" })}
        </details>
        ${generalFault(sheet)}
        <fieldset class="outcomes" tabindex="-1">
          <legend>How did it go? <span class="hint">One tap saves.</span></legend>
          ${choices(outcomes).map(
            ([outcome, name]) => html`<button type="submit" class="outcome ${outcome}" value=${outcome}>
              <strong>${name}</strong><span>${outcomeHints[outcome]}</span>
            </button>`,
          )}
        </fieldset>
      </form>
    `;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const outcome = outcomeOf(event.submitter);
    if (outcome === undefined) return;
    const { party, name } = this.party;
    const sheet = this.#sheet;
    const agreed: { next?: number | undefined } = {};
    const saved = sheet.attempt(() => {
      settle(sheet);
      const at = this.#time("at");
      const next = this.#time("next.at");
      if (at === "none" || next === "none") return;
      agreed.next = nextOf(sheet, this.party) === undefined ? next : undefined;
      this.desk.record(this.#facts(outcome, at), `Logged: ${name}, ${outcomes[outcome].toLowerCase()}`);
    }, (path) => placeInRows(sheet, this.party, withoutIndex(path)));
    if (!saved) return;
    const unplanned = agreed.next === undefined ? undefined : this.#planNext(agreed.next);
    this.dispatchEvent(new CustomEvent<Logged>("logged", { detail: { party, unplanned }, bubbles: true }));
  };

  #facts(outcome: ContactOutcome, at: number | undefined): Fact[] {
    const { party, askNext } = this.party;
    const sheet = this.#sheet;
    const deal = dealOf(this.step);
    const contact = contactOf(this.step);
    const text = (field: "notes" | "confirmed" | "feedback") => (sheet.value(field).trim() ? { [field]: sheet.value(field) } : {});
    const next = nextOf(sheet, this.party);
    const list = (field: "agreements") => (sheet.lines(field).length > 0 ? { [field]: sheet.lines(field) } : {});
    const log: ContactLogged = {
      interaction: contact?.interaction ?? newId("interaction"),
      party,
      ...(deal && { deal }),
      at: at ?? Date.now(),
      channel: sheet.value("channel") as ContactLogged["channel"],
      objective: sheet.value("objective") as ContactLogged["objective"],
      initiative: sheet.ticked("theirs") ? "customer" : "seller",
      outcome,
      ...(contact && outcome !== "noAnswer" && { benefit: contact.benefit }),
      ...text("notes"), ...text("confirmed"), ...text("feedback"),
      ...rowsOf(sheet, this.party), ...list("agreements"), ...(next && { next }),
      ...(contact && { why: contact.why }), ...(this.step && { origin: this.step.origin }),
      ...this.#seconds("listeningSeconds"), ...this.#seconds("talkingSeconds"),
    };
    const facts: Fact[] = [{ type: "contactLogged", ...log }];
    const answer = choices(answers).find(([name]) => name === sheet.value("answer"))?.[0];
    if (askNext !== null && answer !== undefined) {
      const evidence = sheet.value("evidence").trim();
      facts.push({ type: "answerLearned", party, topic: askNext.topic, answer, certainty: "confirmed", ...(evidence && { evidence }) });
    }
    return facts;
  }

  #seconds(field: "listeningSeconds" | "talkingSeconds"): { [name in typeof field]?: number } {
    const minutes = Number(this.#sheet.value(field));
    return this.#sheet.value(field) === "" || Number.isNaN(minutes) ? {} : { [field]: Math.round(minutes * 60) };
  }

  /** The moment in a field; `none` when it holds one that does not exist. */
  #time(field: "at" | "next.at"): number | "none" | undefined {
    const text = this.#sheet.value(field);
    if (text === "") return undefined;
    const at = readFieldTime(text);
    if (at === undefined) this.#sheet.complain(field, "This time does not exist on that day: the clocks change.");
    return at ?? "none";
  }

  /** Plans the step that follows from what was logged for the time that was agreed. */
  #planNext(at: number): Logged["unplanned"] {
    const { party, name } = this.party;
    const step = firstContact(this.desk.look({ type: "steps", party }));
    const action = contactOf(step);
    if (step === undefined || action === undefined) return { step, at, words: "Say what the next contact is for." };
    try {
      this.desk.doneWithLast(this.desk.engine.recordAll([planned(step, action, party, at)]));
      this.desk.say({ text: `Logged: ${name}. Next contact ${sayNear(at)}.`, tone: "done", undoable: true });
      return undefined;
    } catch (problem) {
      return { step, at, words: problem instanceof Error ? problem.message : String(problem) };
    }
  }
}

function outcomeOf(submitter: HTMLElement | null): ContactOutcome | undefined {
  const value = submitter instanceof HTMLButtonElement ? submitter.value : "";
  return choices(outcomes).find(([outcome]) => outcome === value)?.[0];
}

customElements.define("log-form", LogForm);
