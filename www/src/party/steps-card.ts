import type { PartyView, StepView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import type { ToPlan } from "../contact/plan-dialog.ts";
import type { Desk } from "../desk/desk.ts";
import { firstContact } from "../contact/proposed.ts";
import { icon } from "../icon/icon.ts";
import { prepareLink } from "../route.ts";
import { sayMinutes } from "../say/count.ts";
import { sayDue } from "../say/when.ts";
import { stepHeld, stepReasons, stepWords } from "../today/step-words.ts";
import "../today/other-step.ts";
import "../today/reject-step.ts";

/** The next steps, best first, each with what led to it and what holds it back. */
export function stepsCard(view: PartyView, desk: Desk, plan: (plan: ToPlan) => void): TemplateResult {
  const [first, ...others] = view.steps;
  return html`<section class="card" aria-labelledby="steps-title">
    <div class="top">
      <h2 id="steps-title">Next step</h2>
      <div class="actions"><a class="button" href=${prepareLink(view.party)}>Prepare</a>
      <button type="button" @click=${() => plan({ party: view.party, step: firstContact(view.steps) })}>${icon("clock")}<span>Plan a contact</span></button></div>
    </div>
    ${first === undefined ? html`<p class="sub">There is nothing to do for now.</p>` : stepItem(first, desk, true)}
    ${others.length === 0
      ? nothing
      : html`<details>
          <summary>Other steps that could be done (${others.length})</summary>
          ${others.map((step) => stepItem(step, desk, false))}
        </details>`}
  </section>`;
}

function stepItem(step: StepView, desk: Desk, first: boolean): TemplateResult {
  return html`<article class="step">
    <p class="eyebrow"><span>${step.at === null ? "No time is allowed" : sayDue(step.at)}</span> <span>${sayMinutes(step.minutes)}</span>${step.dealName === null ? nothing : html` <span><bdi>${step.dealName}</bdi></span>`}</p>
    ${stepWords(step)} ${stepHeld(step)}
    <details ?open=${first}>
      <summary>What led to this</summary>
      ${stepReasons(step)}
    </details>
    <reject-step .desk=${desk} .step=${step}></reject-step>
  </article>`;
}
