import type { ContactView, ListeningView, PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { objectives, outcomes } from "../say/names.ts";
import { sayNear } from "../say/when.ts";

/** The contacts that were and that are planned, and how much we listened in them. */
export function contactsCard({ contacts, listening }: PartyView): TemplateResult {
  return html`<section class="card" aria-labelledby="contacts-title">
    <div class="top">
      <h2 id="contacts-title">Contacts</h2>
      ${listening === null ? nothing : ratio(listening)}
    </div>
    ${contacts.length === 0 ? html`<p class="sub">None yet. What is logged stands here, with what came of it.</p>` : nothing}
    <ol class="contacts">
      ${contacts.map(contactItem)}
    </ol>
  </section>`;
}

function contactItem(contact: ContactView): TemplateResult {
  return html`<li>
    <p>
      ${icon(contact.channel)} <strong>${objectives[contact.objective]}</strong>
      <span class="chip ${contact.outcome ?? "planned"}">${contact.outcome === null ? "Planned" : outcomes[contact.outcome]}</span>
      <span class="sub">${sayNear(contact.at)}</span>
    </p>
    ${words("Notes", contact.notes)} ${words("They gain", contact.benefit)} ${list("Needs", contact.needs)}
    ${list("Hesitations", contact.hesitations)} ${list("Agreed", contact.agreements)}
    ${contact.listening === null ? nothing : ratio(contact.listening)}
  </li>`;
}

function words(name: string, text: string | null): TemplateResult | typeof nothing {
  return text === null ? nothing : html`<p class="said"><span class="sub">${name}:</span> <bdi>${text}</bdi></p>`;
}

function list(name: string, texts: readonly string[]): TemplateResult | typeof nothing {
  if (texts.length === 0) return nothing;
  return html`<p class="said"><span class="sub">${name}:</span> ${texts.map((text, index) => html`${index > 0 ? "; " : nothing}<bdi>${text}</bdi>`)}</p>`;
}

function ratio({ listeningPercent, text }: ListeningView): TemplateResult {
  return html`<p class="ratio">
    <meter min="0" max="100" low="50" high="66" optimum="80" value=${listeningPercent} aria-label="Listening"></meter>
    <span><bdi>${text}</bdi></span>
  </p>`;
}
