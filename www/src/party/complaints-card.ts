import { type ComplaintMade, type ComplaintView, newId, type PartyView, type Severity } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { areaField, choiceField, generalFault, textField } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { Part } from "../part.ts";
import { choices } from "../say/names.ts";
import { fieldTime, readFieldTime, sayAgo, sayMoment } from "../say/when.ts";
import "./put-right-form.ts";

const severities: Readonly<Record<Severity, string>> = {
  minor: "Minor: a nuisance", serious: "Serious: it costs them time or money", grave: "Grave: their business or their trust is at stake",
};

/** What they complained about, how it was put right, and where a new complaint goes. */
export class ComplaintsCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  readonly #sheet = new Sheet(this, () => `complaint/${this.view.party}`);

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="complaints-title">
      <h2 id="complaints-title">Complaints</h2>
      ${this.view.complaints.map((complaint) => this.#renderComplaint(complaint))}
      <details>
        <summary>They complained</summary>
        ${this.#renderForm()}
      </details>
    </section>`;
  }

  #renderComplaint(complaint: ComplaintView): TemplateResult {
    const { severity, words, at, answerBy, resolved } = complaint;
    const [name] = severities[severity].split(":");
    return html`<article class="deal">
      <p>“<bdi>${words}</bdi>”</p>
      <p class="sub">
        <span class="chip ${resolved === null ? "warn" : "reached"}">${resolved === null ? name : "Put right"}</span> ${sayAgo(at)}
        ${resolved !== null ? html`· <bdi>${resolved}</bdi>` : answerBy === null ? nothing : html`· answer by ${sayMoment(answerBy)}`}
      </p>
      ${resolved !== null
        ? nothing
        : html`<details>
            <summary>It was put right</summary>
            <put-right-form .desk=${this.desk} .party=${this.view.party} .complaint=${complaint}></put-right-form>
          </details>`}
    </article>`;
  }

  #renderForm(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({ severity: "serious" });
    const deals = this.view.deals.map(({ deal, name }) => [deal, name] as const);
    return html`<form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
      ${areaField(sheet, { name: "words", label: "What is wrong, in their words", required: true })}
      <div class="grid">
        ${choiceField(sheet, { name: "severity", label: "How bad it is for them", options: choices(severities) })}
        ${textField(sheet, { name: "answerBy", label: "They need an answer by", type: "datetime-local", min: fieldTime(Date.now()) })}
        ${deals.length === 0 ? nothing : choiceField(sheet, { name: "deal", label: "About the deal", none: "None of them", options: deals })}
      </div>
      ${generalFault(sheet)}
      <footer><button type="submit">Take up the complaint</button></footer>
    </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const sheet = this.#sheet;
    const [by, deal] = [sheet.value("answerBy"), sheet.value("deal")];
    sheet.attempt(() => {
      const answerBy = by === "" ? undefined : readFieldTime(by);
      if (by !== "" && answerBy === undefined) return sheet.complain("answerBy", "This time does not exist on that day: the clocks change.");
      const made: ComplaintMade = {
        complaint: newId("complaint"),
        party: this.view.party,
        severity: sheet.value("severity") as Severity,
        words: sheet.value("words"),
        ...(answerBy !== undefined && { answerBy }),
        ...(deal && { deal }),
      };
      this.desk.record({ type: "complaintMade", ...made }, `Took up a complaint of ${this.view.name}`);
    }, withoutIndex);
  };
}

customElements.define("complaints-card", ComplaintsCard);
