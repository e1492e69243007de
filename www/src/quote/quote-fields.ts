import type { ProductView, ReasonView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../icon/icon.ts";
import { control, labelled } from "../plan/controls.ts";
import { isObject, type Json, type JsonObject, listAt, type Place, textOf } from "../plan/document.ts";
import type { Spec } from "../plan/specs.ts";
import { minorForm, namedCodesForm } from "../promotion/forms.ts";
import type { Work } from "../promotion/work.ts";
import "./quote.css";

/** What a quote is made from, under this name of the document: lines, delivery and codes. */
const root = "quote";

const linesPlace: Place = [root, "lines"];

export function emptyQuote(): JsonObject {
  return { [root]: { lines: [{ line: "line-1", quantity: 1 }] } };
}

/** What is asked of the engine, and on which row each of its lines stands: rows that nobody has begun are left out. */
export function requestOf(document: Json, currency: string): { readonly request: JsonObject; readonly rows: readonly number[] } {
  const quote = isObject(document) ? document[root] : undefined;
  const begun = listAt(document, linesPlace).flatMap((line, row) => (isObject(line) && (line["name"] ?? line["unitPrice"]) !== undefined ? [{ line, row }] : []));
  return { request: { ...(isObject(quote) ? quote : {}), currency, lines: begun.map(({ line }) => line) }, rows: begun.map(({ row }) => row) };
}

/** The engine's complaints, at the rows that they are about. */
export function placed(reasons: readonly ReasonView[], rows: readonly number[]): readonly ReasonView[] {
  return reasons.map((reason) => {
    const path = reason.path.replace(/^lines\[(\d+)\]/, (_, line: string) => `lines[${rows[Number(line)] ?? line}]`);
    return { ...reason, path: `${root}.${path}`, text: reason.text.replace(`${reason.path}: `, "") };
  });
}

/** The controls for the lines, the delivery charge and the codes. */
export function quoteFields(work: Work, currency: string, products: readonly ProductView[]): TemplateResult {
  const lines = listAt(work.document, linesPlace);
  const add = (): void => work.set(linesPlace, [...lines, { line: freeId(lines), quantity: 1 }]);
  return html`
    <datalist id="quote-products">${products.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
    ${lines.map((_, at) => lineFields(work, at, lines.length, currency, products))}
    <button type="button" class="quiet" @click=${add}>${icon("plus")}<span>Add a line</span></button>
    <div class="grid">
      ${control(work, [root, "delivery"], { as: "own", key: "delivery", label: `Delivery, in ${currency}`, form: minorForm(currency) })}
      ${control(work, [root, "codes"], { as: "own", key: "codes", label: "Codes the customer named", form: namedCodesForm, hint: "With commas between them" })}
    </div>
  `;
}

function lineFields(work: Work, at: number, many: number, currency: string, products: readonly ProductView[]): TemplateResult {
  const place = [...linesPlace, at];
  const field = (spec: Spec): TemplateResult => control(work, [...place, spec.key], spec);
  return html`<fieldset class="quote-line">
    <legend>Line ${at + 1}</legend>
    ${productField(work, place, products, currency)} ${field({ as: "number", key: "quantity", label: "Quantity" })}
    ${field({ as: "own", key: "unitPrice", label: `Unit price, in ${currency}`, form: minorForm(currency) })}
    ${field({ as: "own", key: "lowestPrice", label: "Lowest price", form: minorForm(currency) })}
    ${many < 2 ? nothing : html`<button type="button" class="quiet round" aria-label="Take out line ${at + 1}" title="Take out" @click=${() => work.set(place, undefined)}>${icon("close")}</button>`}
  </fieldset>`;
}

/** A product by its name, which brings its price; or anything else, in words. */
function productField(work: Work, place: Place, products: readonly ProductView[], currency: string): TemplateResult {
  const line = work.value(place);
  const hear = ({ target }: Event): void => {
    const text = (target as HTMLInputElement).value;
    const { product: before, name: _, ...rest }: JsonObject = isObject(line) ? line : {};
    const product = products.find(({ name }) => name === text.trim());
    if (product === undefined) return work.set(place, text.trim() === "" ? rest : { ...rest, name: text });
    const price = product.price?.currency === currency ? { unitPrice: product.price.minor } : {};
    work.set(place, { ...rest, name: product.name, product: product.product, ...(before === product.product ? {} : price) });
  };
  return labelled(work, [...place, "name"], { label: "What" }, ({ id, describedBy, invalid }) => html`
    <input id=${id} list="quote-products" dir="auto" autocomplete="off" aria-describedby=${describedBy ?? nothing} aria-invalid=${invalid ?? nothing}
      .value=${live(isObject(line) ? textOf(line["name"]) : "")} @input=${hear} />
  `);
}

function freeId(lines: readonly Json[]): string {
  const taken = new Set(lines.map((line) => (isObject(line) ? line["line"] : undefined)));
  let number = lines.length + 1;
  while (taken.has(`line-${number}`)) number += 1;
  return `line-${number}`;
}
