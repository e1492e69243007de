import type { DayItem, DayView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon/icon.ts";
import { partyLink } from "../route.ts";
import { sayMinutes } from "../say/count.ts";
import { objectives } from "../say/names.ts";
import { sayClock } from "../say/when.ts";

/** The day from morning to evening. `pick` makes a step the current one. */
export function dayTimeline(day: DayView, pick: ((item: DayItem) => void) | undefined): TemplateResult | typeof nothing {
  if (day.items.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="timeline-title">
    <h2 id="timeline-title">The whole day</h2>
    <ol class="timeline">
      ${day.items.map((item) => timelineItem(item, pick))}
    </ol>
  </section>`;
}

function timelineItem(item: DayItem, pick: ((item: DayItem) => void) | undefined): TemplateResult {
  const { step } = item;
  const { action } = step;
  const appointment = action.type === "contact" && action.commitment === "appointment";
  return html`<li class=${appointment ? "appointment" : ""}>
    <p class="clock">
      <strong>${sayClock(item.fromClock)}</strong><span>${sayMinutes(step.minutes)}</span>
      ${item.theirClock === null ? nothing : html`<small>${sayClock(item.theirClock)} for them</small>`}
    </p>
    <div>
      <p>
        ${action.type === "contact" ? icon(action.channel) : icon("check")}
        ${step.party === null ? html`<strong><bdi>${step.name}</bdi></strong>` : html`<a href=${partyLink(step.party)}><strong><bdi>${step.name}</bdi></strong></a>`}
        ${step.organisation === null ? nothing : html`<span class="sub"><bdi>${step.organisation}</bdi></span>`}
        ${appointment ? html`<span class="chip">Appointment</span>` : nothing}
      </p>
      <p class="sub"><bdi>${step.words.whatFor}</bdi> · <bdi>${step.words.how}</bdi></p>
      <p class="print-only"><bdi>${step.words.why}</bdi>${step.words.benefit === null ? nothing : html` – they gain: <bdi>${step.words.benefit}</bdi>`}</p>
    </div>
    ${pick === undefined
      ? nothing
      : html`<button type="button" class="quiet no-print" aria-label="Do now: ${step.name}, ${action.type === "contact" ? objectives[action.objective] : step.words.whatFor}" @click=${() => pick(item)}>
          Do now
        </button>`}
  </li>`;
}
