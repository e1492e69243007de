import { html, nothing, type TemplateResult } from "lit";
import { control } from "../plan/controls.ts";
import { isObject, type Json } from "../plan/document.ts";
import { momentForm } from "../promotion/forms.ts";
import type { Work } from "../promotion/work.ts";
import { sayDate, sayMoment } from "../say/when.ts";

/** For how long a quote holds that was given to the customer. */
export interface Validity {
  readonly givenAt: number;
  readonly until: number;
}

/** What stands in the fields: a validity, none, or a fault in words. */
export interface WrittenValidity {
  readonly validity?: Validity;
  readonly fault?: string;
}

/** Where it stands in the document of the quote. */
const root = "validity";

export function writtenValidity(document: Json): WrittenValidity {
  const fields = isObject(document) ? document[root] : undefined;
  if (!isObject(fields)) return {};
  const { givenAt, until } = fields;
  if (typeof givenAt !== "number" || typeof until !== "number") return { fault: "Say both: when they were given it, and until when it holds." };
  return until <= givenAt ? { fault: "It has to hold until some time after it was given." } : { validity: { givenAt, until } };
}

/** The moment as of which the quote is counted: as long as it holds, that at which they were given it. */
export function countedAt({ validity }: WrittenValidity, now = Date.now()): number | undefined {
  return validity !== undefined && validity.givenAt <= now && now < validity.until ? validity.givenAt : undefined;
}

/** The fields, and what follows from them. */
export function validityFields(work: Work, written: WrittenValidity): TemplateResult {
  const begun = written.validity !== undefined || written.fault !== undefined;
  return html`<details class="no-print" ?open=${begun}>
    <summary>They were given this quote, and it holds for a while</summary>
    <div class="grid">
      ${control(work, [root, "givenAt"], { as: "own", key: "givenAt", label: "Given to them", form: momentForm })}
      ${control(work, [root, "until"], { as: "own", key: "until", label: "Holds until", form: momentForm })}
    </div>
    ${written.fault === undefined ? html`<p class="hint">${consequence(written)}</p>` : html`<p class="fault">${written.fault}</p>`}
  </details>`;
}

/** What a printed quote says of it. */
export function validityLine({ validity }: WrittenValidity): TemplateResult | typeof nothing {
  return validity === undefined ? nothing : html`<p class="print-only">Given on ${sayDate(validity.givenAt)}, holds until ${sayMoment(validity.until)}</p>`;
}

function consequence(written: WrittenValidity, now = Date.now()): string {
  const { validity } = written;
  if (validity === undefined) return "Promotions that are over since then still count for them, as long as the quote holds.";
  if (countedAt(written, now) !== undefined) return `It is counted as on ${sayMoment(validity.givenAt)}: what was given then still counts until ${sayMoment(validity.until)}.`;
  return now < validity.until ? "It can't have been given later than now." : `It held until ${sayMoment(validity.until)}: it is counted as of today.`;
}
