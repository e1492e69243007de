import type { DuplicateGroup, DuplicateParty } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { LivePart } from "../part.ts";
import { partyLink } from "../route.ts";
import { count } from "../say/count.ts";
import { sayDate } from "../say/when.ts";

/** Parties that are recognised as one, and the button that makes them so. Nothing of either is lost. */
export class DuplicatesScreen extends LivePart {
  /** Which of a group to keep, where another one was chosen than is proposed. */
  readonly #kept = new Map<string, string>();

  override render(): TemplateResult {
    const { groups, total } = this.desk.look({ type: "duplicates" });
    return html`<section class="screen">
      <header class="head">
        <div>
          <h1 tabindex="-1">Duplicates</h1>
          <p class="sub">${total === 0 ? "Nobody is in the book twice." : `${count(total, "group")} that ${total === 1 ? "looks" : "look"} like one and the same. Merging loses nothing, and Undo takes it back.`}</p>
        </div>
        <div class="actions"><a class="button" href="#/leads">Back to the leads</a></div>
      </header>
      ${total === 0
        ? html`<div class="card calm"><p>Who has the same email, phone number, or name and organisation is found here, also after an import.</p></div>`
        : groups.map((group) => this.#renderGroup(group))}
      ${total > groups.length ? html`<p class="sub">and ${(total - groups.length).toLocaleString()} more</p>` : nothing}
    </section>`;
  }

  #renderGroup(group: DuplicateGroup): TemplateResult {
    const all = [group.kept, ...group.others];
    const id = group.kept.party;
    const chosen = all.find(({ party }) => party === this.#kept.get(id)) ?? group.kept;
    return html`<section class="card" aria-label=${chosen.name}>
      <h2><bdi>${chosen.name}</bdi></h2>
      <ul class="plain">${group.because.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>
      <fieldset>
        <legend>Which one to keep</legend>
        <ul class="rows">${all.map((party) => this.#renderParty(party, id, party === chosen))}</ul>
      </fieldset>
      <div class="actions"><button type="button" class="primary" @click=${() => this.#merge(chosen, all)}>Merge ${all.length} into one</button></div>
    </section>`;
  }

  #renderParty({ party, name, organisation, contactPoints, contacts, deals, metAt }: DuplicateParty, group: string, kept: boolean): TemplateResult {
    const choose = (): void => {
      this.#kept.set(group, party);
      this.requestUpdate();
    };
    return html`<li>
      <label class="tick"><input type="radio" name="keep-${group}" .checked=${kept} @change=${choose} /> <span><strong><bdi>${name}</bdi></strong>${organisation === null ? nothing : html`, <bdi>${organisation}</bdi>`}</span></label>
      <div>
        <p class="sub"><bdi>${contactPoints.map(({ value }) => value).join(", ")}</bdi></p>
        <p class="sub">${count(contacts, "contact")}, ${count(deals, "deal")}, met ${sayDate(metAt)} · <a href=${partyLink(party)} aria-label="Open ${name}">Open</a></p>
      </div>
    </li>`;
  }

  #merge(kept: DuplicateParty, all: readonly DuplicateParty[]): void {
    const others = all.filter((party) => party !== kept);
    try {
      this.desk.record(others.map(({ party }) => ({ type: "partiesMerged", kept: kept.party, merged: party })), `Merged ${all.length} into ${kept.name}`);
    } catch (problem) {
      this.desk.sayTrouble(problem);
    }
  }
}

customElements.define("duplicates-screen", DuplicatesScreen);
