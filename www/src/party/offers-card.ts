import type { OfferedView, PartyView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../desk/desk.ts";
import "../effect/offer-form.ts";
import { effectLink } from "../route.ts";
import { machineTime, sayAgo } from "../say/when.ts";

/** Which promotions they were offered or not, and a form to offer one. */
export function offersCard(view: PartyView, desk: Desk): TemplateResult {
  return html`<section class="card" aria-labelledby="offers-title">
    <h2 id="offers-title">Promotions</h2>
    ${view.offered.length === 0
      ? html`<p class="sub">None was offered to them or withheld from them yet.</p>`
      : html`<ul class="rows tight">${view.offered.map((offered) => offeredItem(offered, view))}</ul>`}
    <details><summary>Offer one, or withhold it</summary><offer-form .desk=${desk} .view=${view}></offer-form></details>
  </section>`;
}

function offeredItem({ promotion, name, group, assigned, at, deal }: OfferedView, { deals }: PartyView): TemplateResult {
  const known = deals.find((one) => one.deal === deal)?.name;
  return html`<li>
    <div>
      ${name === null ? html`<strong>A promotion that is no longer listed</strong>` : html`<a href=${effectLink(promotion)}><strong><bdi>${name}</bdi></strong></a>`}
      <span class="chip ${group === "offered" ? "reached" : ""}">${group === "offered" ? "Offered" : "Withheld"}</span>
      <p class="sub">
        <time datetime=${machineTime(at)}>${sayAgo(at)}</time>, ${assigned === "atRandom" ? "as chance decided" : "as we chose"}${known === undefined ? nothing : html`, for <bdi>${known}</bdi>`}
      </p>
    </div>
  </li>`;
}
