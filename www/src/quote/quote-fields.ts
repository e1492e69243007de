import type { ProductView, ReasonView } from "nextsale/slim";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../icon/icon.ts";
import { control, labelled, select } from "../plan/controls.ts";
import { isObject, type Json, type JsonObject, listAt, type Place, textOf } from "../plan/document.ts";
import type { Spec } from "../plan/specs.ts";
import { minorForm, namedCodesForm } from "../promotion/forms.ts";
import type { Work } from "../promotion/work.ts";
import { fieldMoney, readMinor } from "../say/money.ts";
import "./quote.css";

/** What a quote is made from, under this name of the document: lines, delivery and codes. */
const root = "quote";

const linesPlace: Place = [root, "lines"];

export function emptyQuote(): JsonObject {
  return { [root]: { lines: [{ line: "line-1", quantity: 1 }] } };
}

/** The currency that was chosen for a quote. */
export function currencyOf(document: Json): string | undefined {
  const quote = isObject(document) ? document[root] : undefined;
  return (isObject(quote) && textOf(quote["currency"])) || undefined;
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

/** The controls for the currency, the lines, the delivery charge and the codes. */
export function quoteFields(work: Work, currency: string, products: readonly ProductView[], inUse: readonly string[]): TemplateResult {
  const lines = listAt(work.document, linesPlace);
  const add = (): void => work.set(linesPlace, [...lines, { line: freeId(lines), quantity: 1 }]);
  const currencies = [...new Set([currency, ...inUse, ...products.flatMap(({ price }) => price?.currency ?? []), ...usualCurrencies])];
  const place: Place = [root, "currency"];
  return html`
    ${labelled(work, place, { label: "Currency" }, ({ id, describedBy, invalid }) =>
      select(id, currencies.map((code) => [code, named(code)] as const), currency, (to) => work.set([root], inCurrency(work.value([root]), currency, to, products)), describedBy, invalid))}
    <datalist id="quote-products">${products.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
    ${lines.map((_, at) => lineFields(work, at, lines.length, currency, products))}
    <button type="button" class="quiet" @click=${add}>${icon("plus")}<span>Add a line</span></button>
    <div class="grid">
      ${control(work, [root, "delivery"], { as: "own", key: "delivery", label: `Delivery, in ${currency}`, form: minorForm(currency) })}
      ${control(work, [root, "codes"], { as: "own", key: "codes", label: "Codes the customer named", form: namedCodesForm, hint: "With commas between them" })}
    </div>
  `;
}

/** Those that are offered although nothing in the book is in them yet. */
const usualCurrencies = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "TRY", "AED", "ZAR", "INR", "CNY", "JPY", "AUD", "NZD", "CAD", "MXN", "BRL"];

const currencyNames = new Intl.DisplayNames(undefined, { type: "currency" });

/** `EUR – Euro` */
function named(code: string): string {
  try {
    return `${code} – ${currencyNames.of(code) ?? code}`;
  } catch {
    return code;
  }
}

/**
 * The same quote in another currency. What was typed stays as it was typed: nobody knows a rate here. But the price of a
 * product is another one there, or none.
 */
function inCurrency(quote: Json | undefined, from: string, to: string, products: readonly ProductView[]): Json {
  const typed = (value: Json | undefined): Json | undefined => (typeof value === "number" ? readMinor(fieldMoney({ minor: value, currency: from }), to) : value);
  const fields = isObject(quote) ? quote : {};
  const lines = listAt(fields, ["lines"]).map((line): Json => {
    if (!isObject(line)) return line;
    const product = products.find((one) => one.product === line["product"]);
    const listed = product?.price?.currency === to ? product.price.minor : undefined;
    return present({ ...line, unitPrice: product === undefined ? typed(line["unitPrice"]) : listed, lowestPrice: typed(line["lowestPrice"]) });
  });
  return present({ ...fields, currency: to, lines, delivery: typed(fields["delivery"]) });
}

function present(fields: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined));
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
