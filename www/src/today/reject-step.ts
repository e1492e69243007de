import type { RejectionReason, StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { choices, rejections } from "../say/names.ts";

/** What binds us, and what is left when nothing else is, stays until it is done. */
const staying: ReadonlySet<StepView["origin"]["type"]> = new Set(["promise", "complaint", "other"]);

/** Turns a proposed step down, with a reason: the order of the steps learns from it. */
export class RejectStep extends Part {
  static override properties = { ...Part.properties, step: { attribute: false } };

  declare step: StepView;

  readonly #sheet = new Sheet(this, () => `reject/${this.step.party ?? ""}/${JSON.stringify(this.step.origin)}`);

  override render(): TemplateResult | typeof nothing {
    if (staying.has(this.step.origin.type)) return nothing;
    const sheet = this.#sheet;
    sheet.begin({ reason: "notNow" });
    return html`<details class="no-print">
      <summary>Not this one</summary>
      <form class="inset" data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
        <div class="grid">
          ${choiceField(sheet, { name: "reason", label: "Why not?", options: choices(rejections) })} ${textField(sheet, { name: "detail", label: "In words" })}
        </div>
        ${generalFault(sheet)}
        <footer><button type="submit">Turn it down</button></footer>
      </form>
    </details>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const { subject, origin, name } = this.step;
    const reason = sheet.value("reason") as RejectionReason;
    const detail = sheet.value("detail").trim();
    sheet.attempt(
      () => this.desk.record({ type: "stepRejected", subject, origin, reason, ...(detail && { detail }) }, `Turned down for ${name}: ${rejections[reason].toLowerCase()}`),
      withoutIndex,
    );
  };
}

customElements.define("reject-step", RejectStep);
