import type { NoteView, PartyView } from "nextsale/slim";
import { html, type TemplateResult } from "lit";
import { withoutIndex } from "../contact/place.ts";
import { areaField, generalFault } from "../form/field.ts";
import { Sheet } from "../form/sheet.ts";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";
import { sayMoment } from "../say/when.ts";

/** Notes about somebody. */
export class NotesCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  readonly #sheet = new Sheet(this, () => `note/${this.view.party}`);

  override render(): TemplateResult {
    const sheet = this.#sheet;
    sheet.begin({});
    return html`<section class="card" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      <form data-sheet=${sheet.id} novalidate @input=${sheet.hear} @submit=${this.#save}>
        ${areaField(sheet, { name: "text", label: "New note" })} ${generalFault(sheet)}
        <footer><button type="submit">Keep the note</button></footer>
      </form>
      <ul class="rows">
        ${this.view.notes.map((note) => this.#renderNote(note))}
      </ul>
    </section>`;
  }

  #renderNote({ entry, at, text }: NoteView): TemplateResult {
    return html`<li>
      <div><p class="said"><bdi>${text}</bdi></p><p class="sub">${sayMoment(at)}</p></div>
      <button type="button" class="quiet round" aria-label="Take back the note of ${sayMoment(at)}" @click=${() => this.desk.takeBack(entry, "Took back a note")}>${icon("close")}</button>
    </li>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const { party, name } = this.view;
    const text = this.#sheet.value("text");
    this.#sheet.attempt(() => this.desk.record({ type: "noteTaken", party, text }, `Noted about ${name}`), withoutIndex);
  };
}

customElements.define("notes-card", NotesCard);
