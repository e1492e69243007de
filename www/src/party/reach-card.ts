import type { Channel, Consent, ContactPoint, DoNotContact, PartyView, Preferences } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../icon/icon.ts";
import { Part } from "../part.ts";
import { channels, choices, consents, weekdays } from "../say/names.ts";
import { reachLink } from "../say/reach.ts";
import { sayDay } from "../say/when.ts";
import "./alone-form.ts";
import "./contact-point-form.ts";

/** How to reach them, and what they allow. */
export class ReachCard extends Part {
  static override properties = { ...Part.properties, view: { attribute: false } };

  declare view: PartyView;

  override render(): TemplateResult {
    const { view } = this;
    return html`<section class="card" aria-labelledby="reach-title">
      <h2 id="reach-title">How to reach them</h2>
      ${view.contactPoints.length === 0 ? html`<p class="sub">No way is known yet.</p>` : nothing}
      <ul class="points">
        ${view.contactPoints.map((point) => this.#renderPoint(point))}
      </ul>
      <details>
        <summary>Add a way</summary>
        <contact-point-form .desk=${this.desk} .party=${view.party}></contact-point-form>
      </details>
      <p class="sub">${sayPreferences(view.preferences)}</p>
      <h3>What they allow</h3>
      <div class="consents">
        ${choices(channels).map(([channel, name]) => this.#renderConsent(channel, name))}
      </div>
      <p class=${view.doNotContact.type === "contactable" ? "sub" : "alone"}>${sayAlone(view.doNotContact)}</p>
      <details>
        <summary>${view.doNotContact.type === "contactable" ? "They want to be left alone" : "Change this"}</summary>
        <alone-form .desk=${this.desk} .party=${view.party} .name=${view.name}></alone-form>
      </details>
    </section>`;
  }

  #renderPoint(point: ContactPoint): TemplateResult {
    const link = reachLink(point);
    const words = html`${icon(point.channel)} <bdi>${point.value}</bdi>`;
    return html`<li>
      ${link === undefined ? html`<span>${words}</span>` : html`<a href=${link}>${words}</a>`}
      ${point.label ? html`<small><bdi>${point.label}</bdi></small>` : nothing}
      <button type="button" class="quiet round" aria-label="Remove ${point.value}" @click=${() => this.#remove(point)}>${icon("close")}</button>
    </li>`;
  }

  #renderConsent(channel: Channel, name: string): TemplateResult {
    const now = this.view.consent[channel] ?? "unknown";
    return html`<label class=${now}><span>${name}</span>
      <select @change=${(event: Event) => this.#allow(channel, event)}>
        ${choices(consents).map(([consent, words]) => html`<option value=${consent} .selected=${live(consent === now)}>${words}</option>`)}
      </select>
    </label>`;
  }

  #allow(channel: Channel, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const consent = event.target.value as Consent;
    const { party, name } = this.view;
    this.#record(() =>
      this.desk.record({ type: "consentChanged", party, channel, consent }, `${name}, ${channels[channel].toLowerCase()}: ${consents[consent].toLowerCase()}`),
    );
  }

  #remove(contactPoint: ContactPoint): void {
    const { party, name } = this.view;
    this.#record(() => this.desk.record({ type: "contactPointRemoved", party, contactPoint }, `Removed ${contactPoint.value} of ${name}`));
  }

  #record(work: () => void): void {
    try {
      work();
    } catch (problem) {
      this.desk.sayTrouble(problem);
      this.requestUpdate();
    }
  }
}

function sayPreferences({ channel, windows, zone }: Preferences): string {
  const when = (windows ?? []).map(({ weekdays: days, hours }) => `${(days ?? []).map((day) => weekdays[day]).join(", ")} ${hours.from}–${hours.to}`.trim());
  const wishes = [
    channel === undefined ? "" : `Prefers: ${channels[channel].toLowerCase()}.`,
    when.length === 0 ? "" : `At these times: ${when.join("; ")}.`,
    zone === undefined ? "" : `Lives by the clock of ${zone}.`,
  ];
  return wishes.filter((wish) => wish !== "").join(" ");
}

function sayAlone(scope: DoNotContact): string {
  switch (scope.type) {
    case "contactable":
      return "They have not asked to be left alone.";
    case "never":
      return "They want to be left alone. Nothing will be proposed.";
    case "notBefore":
      return `They want to be left alone until ${sayDay(scope.date)}.`;
  }
}

customElements.define("reach-card", ReachCard);
