import { type Commitment, type ContactPlanned, type Fact, newId, type PartyView, type StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { areaField, choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";
import { channels, choices, objectives, whys } from "../say/names.ts";
import { fieldTime, readFieldTime, sayNear } from "../say/when.ts";
import { withoutIndex } from "./place.ts";
import { contactOf, dealOf, usualContact } from "./proposed.ts";

/** What is to be planned. */
export interface ToPlan {
  readonly party: string;
  readonly step?: StepView | undefined;
  readonly at?: number;
  /** Why this is asked, when the user did not. */
  readonly words?: string;
}

const commitments: Readonly<Record<Commitment, string>> = { intended: "I intend to", appointment: "Appointment: the time is agreed" };

/** Plans a contact: nothing is planned without why, what for and what they gain. */
export class PlanDialog extends Part {
  #plan: ToPlan | undefined;
  #view: PartyView | undefined;
  readonly #sheet = new Sheet(this, () => `plan/${this.#plan?.party ?? ""}/${dealOf(this.#plan?.step) ?? ""}`);

  open(plan: ToPlan): void {
    this.#plan = plan;
    this.#view = this.desk.look({ type: "party", party: plan.party });
    this.#sheet.begin(this.#initial(plan, this.#view));
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.querySelector("dialog")?.showModal();
      this.querySelector<HTMLElement>("form input")?.focus();
    });
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="plan-title" @close=${this.#closed}>${this.#plan === undefined ? nothing : this.#renderForm(this.#plan)}</dialog>`;
  }

  #renderForm({ words }: ToPlan): TemplateResult {
    const sheet = this.#sheet;
    return html`
      <header>
        <h2 id="plan-title">Plan a contact with <bdi>${this.#view?.name}</bdi></h2>
        <button type="button" class="quiet round" aria-label="Close" @click=${this.#close}>${icon("close")}</button>
      </header>
      ${words === undefined ? nothing : html`<p class="fault whole" role="alert"><bdi>The contact was logged, but the next one could not be planned as it is. ${words}</bdi></p>`}
      <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
        <div class="grid">
          ${textField(sheet, { name: "at", label: "When", type: "datetime-local", required: true })}
          ${textField(sheet, { name: "minutes", label: "Minutes", type: "number", min: "1", required: true })}
          ${choiceField(sheet, { name: "channel", label: "How", options: choices(channels) })}
          ${choiceField(sheet, { name: "objective", label: "What for", options: choices(objectives) })}
          ${choiceField(sheet, { name: "why", label: "Why", options: choices(whys) })}
          ${textField(sheet, { name: "whyDetail", label: "Why, in words" })}
        </div>
        ${areaField(sheet, { name: "benefit", label: "What they gain from it", required: true, hint: "Another one than last time. “Just checking in” is none." })}
        ${textField(sheet, { name: "desiredResult", label: "What a good result would be" })}
        ${choiceField(sheet, { name: "commitment", label: "Is the time agreed?", options: choices(commitments) })}
        ${generalFault(sheet)}
        <footer>
          <button type="button" @click=${this.#cancel}>Cancel</button>
          <button type="submit" class="primary">Plan it</button>
        </footer>
      </form>
    `;
  }

  #initial({ step, at }: ToPlan, party: PartyView): Readonly<Record<string, string>> {
    const contact = contactOf(step);
    const usual = contact ?? usualContact(party);
    return {
      at: fieldTime(at ?? Math.max(step?.at ?? 0, nextHour())),
      minutes: String(step?.minutes ?? 20),
      channel: usual.channel,
      objective: usual.objective,
      why: contact?.why ?? "pointOfContact",
      whyDetail: contact?.whyDetail ?? "",
      benefit: contact?.benefit ?? "",
      desiredResult: contact?.desiredResult ?? "",
      commitment: contact?.commitment ?? "intended",
    };
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const saved = sheet.attempt(() => {
      const at = readFieldTime(sheet.value("at"));
      if (at === undefined) return sheet.complain("at", "Give a day and a time that exist.");
      this.desk.record(this.#facts(at), `Planned: ${this.#view?.name ?? ""}, ${sayNear(at)}`);
    }, withoutIndex);
    if (saved) this.#close();
  };

  #facts(at: number): Fact[] {
    const sheet = this.#sheet;
    const { party = "", step } = this.#plan ?? {};
    const deal = dealOf(step);
    const before = contactOf(step)?.interaction ?? null;
    const optional = (field: "whyDetail" | "desiredResult") => (sheet.value(field).trim() ? { [field]: sheet.value(field) } : {});
    const plan: ContactPlanned = {
      interaction: newId("interaction"),
      party,
      ...(deal && { deal }),
      at,
      minutes: Number(sheet.value("minutes")),
      channel: sheet.value("channel") as ContactPlanned["channel"],
      objective: sheet.value("objective") as ContactPlanned["objective"],
      why: sheet.value("why") as ContactPlanned["why"],
      benefit: sheet.value("benefit"),
      commitment: sheet.value("commitment") as Commitment,
      ...optional("whyDetail"), ...optional("desiredResult"), ...(step && { origin: step.origin }),
    };
    const facts: Fact[] = [{ type: "contactPlanned", ...plan }];
    // A contact that was planned before moves: it must not stay at its old time too.
    return before === null ? facts : [{ type: "contactCancelled", interaction: before, reason: "Moved to another time" }, ...facts];
  }

  readonly #cancel = (): void => {
    this.#sheet.clear();
    this.#close();
  };

  readonly #close = (): void => {
    this.querySelector("dialog")?.close();
  };

  readonly #closed = (): void => {
    if (this.isOpen) return;
    this.#sheet.leave();
    this.#plan = undefined;
    this.requestUpdate();
  };
}

const HOUR = 60 * 60 * 1000;

function nextHour(): number {
  return Math.ceil(Date.now() / HOUR) * HOUR;
}

customElements.define("plan-dialog", PlanDialog);
