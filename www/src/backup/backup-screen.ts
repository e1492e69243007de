import { type LoadNote, NextsaleError, type TableName } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { LivePart } from "../part.ts";
import { count } from "../say/count.ts";
import { dayOf } from "../say/when.ts";
import { download, downloadBackup } from "./download.ts";

const findings: Readonly<Record<LoadNote["finding"], string>> = {
  damaged: "Damaged", newer: "From a newer version", unknownFact: "Not known to this version", unfinishedBatch: "Unfinished import",
};

/** Where the book is kept, and how to have it elsewhere too. */
export class BackupScreen extends LivePart {
  #problem = "";

  override render(): TemplateResult {
    return html`<section class="screen narrow">
      <header class="head"><h1 tabindex="-1">Backup</h1></header>
      ${this.#renderStatus()}
      <section class="card" aria-labelledby="backup-title">
        <h2 id="backup-title">A file to keep elsewhere</h2>
        <p>The whole book with its history. Keep it where this browser can’t lose it.</p>
        <div class="actions"><button type="button" class="primary" @click=${() => downloadBackup(this.desk)}>${icon("backup")}<span>Download a backup</span></button></div>
      </section>
      <section class="card" aria-labelledby="restore-title">
        <h2 id="restore-title">Restore</h2>
        <p>What is in the file is added to what is here. Nothing is replaced, nothing is lost, and nothing is there twice.</p>
        <div class="field"><label for="restore-file">Backup file</label><input id="restore-file" type="file" accept=".json,application/json" @change=${this.#restore} /></div>
        ${this.#problem === "" ? nothing : html`<p class="fault whole" role="alert"><bdi>${this.#problem}</bdi></p>`}
      </section>
      <section class="card" aria-labelledby="tables-title">
        <h2 id="tables-title">Tables for other programs</h2>
        <p>CSV files that a spreadsheet or another CRM can read.</p>
        <div class="actions">
          <button type="button" @click=${() => this.#export("parties")}>Leads and customers</button>
          <button type="button" @click=${() => this.#export("deals")}>Deals</button>
          <button type="button" @click=${this.#exportCards}>Address book (vCard)</button>
        </div>
      </section>
    </section>`;
  }

  #renderStatus(): TemplateResult {
    const { unsaved, notes } = this.desk.status;
    const { entries, notUnderstood } = this.desk.look({ type: "book" });
    const saved = unsaved === 0 && this.desk.lasting;
    const lost = this.desk.lasting ? `${count(unsaved, "change")} not saved` : "Not saved";
    return html`<section class="card" aria-labelledby="status-title">
      <h2 id="status-title">${saved ? "Saved in this browser" : lost}</h2>
      <p>
        ${count(entries, "entry", "entries")} in the journal.
        ${saved
          ? "Browsers clear their data when asked to, and some when short of room: a backup file is safer."
          : "What is not saved lasts only as long as this page is open. Download a backup, or make room and try again."}
      </p>
      ${notUnderstood === 0 ? nothing : html`<p class="note">${count(notUnderstood, "entry", "entries")} from a newer version ${notUnderstood === 1 ? "is" : "are"} kept without effect.</p>`}
      ${notes.length === 0 ? nothing : this.#renderNotes(notes)}
    </section>`;
  }

  #renderNotes(notes: readonly LoadNote[]): TemplateResult {
    return html`<h3>Not as it should be</h3>
      <p>These were left as they are. The rest of the book is here.</p>
      <ul class="rows tight notes">
        ${notes.map(({ key, finding, text }) => html`<li><div><span class="chip warn">${findings[finding]}</span> <bdi>${text}</bdi><br /><code><bdi>${key}</bdi></code></div></li>`)}
      </ul>
      <button type="button" @click=${() => this.#downloadNotes(notes)}>Download these values</button>`;
  }

  /** The values as they lie in the store, so that somebody can look at them, or a later version can read them. */
  #downloadNotes(notes: readonly LoadNote[]): void {
    const values = notes.map(({ key, finding, text }) => ({ key, finding, text, value: localStorage.getItem(`${this.desk.bookName}/${key}`) }));
    download(`nextsale-unread-${dayOf(Date.now())}.json`, JSON.stringify(values, null, 2), "application/json");
  }

  #export(table: TableName): void {
    const { csv, rows } = this.desk.look({ type: "table", table });
    // The mark at the beginning is what makes Excel read UTF-8.
    download(`nextsale-${table}-${dayOf(Date.now())}.csv`, `\uFEFF${csv}`, "text/csv");
    this.desk.say({ text: `Exported ${count(rows, "row")}.`, tone: "done", undoable: false });
  }

  readonly #exportCards = (): void => {
    const { text, cards } = this.desk.look({ type: "vcard" });
    download(`nextsale-${dayOf(Date.now())}.vcf`, text, "text/vcard");
    this.desk.say({ text: `Exported ${count(cards, "card")}.`, tone: "done", undoable: false });
  };

  readonly #restore = async (event: Event): Promise<void> => {
    const field = event.target;
    const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined;
    if (file === undefined) return;
    this.#problem = "";
    try {
      const receipt = this.desk.engine.restore(await file.text());
      const { length } = receipt.entries;
      const text = length === 0 ? "Everything in the file was here already." : `Restored ${count(length, "entry", "entries")}.`;
      // Among them may be retractions of one another, so that no Undo of all of them together would make sense.
      this.desk.say({ text, tone: "done", undoable: false });
    } catch (problem) {
      if (!(problem instanceof NextsaleError)) throw problem;
      this.#problem = problem.message;
    }
    if (field instanceof HTMLInputElement) field.value = "";
    this.requestUpdate();
  };
}

customElements.define("backup-screen", BackupScreen);
