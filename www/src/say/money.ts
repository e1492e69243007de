import type { Money } from "nextsale/slim";

/**
 * Digits after the decimal mark by ISO 4217, where they are not two. `Intl` is not asked: it tells what people are used
 * to write, which for a dozen currencies is not what a minor unit is.
 */
const digitsOf = new Map<string, number>([
  ...["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"].map(
    (currency) => [currency, 0] as const,
  ),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((currency) => [currency, 3] as const),
  ["CLF", 4],
  ["UYW", 4],
]);

export function digits(currency: string): number {
  return digitsOf.get(currency) ?? 2;
}

const formats = new Map<string, Intl.NumberFormat>();

/** `€1,250.50`; without decimals where there is nothing in them. */
export function sayMoney({ minor, currency }: Money): string {
  const places = digits(currency);
  const whole = minor % 10 ** places === 0;
  const name = `${currency}${whole}`;
  const shown = whole ? 0 : places;
  const format =
    formats.get(name) ??
    new Intl.NumberFormat(undefined, { style: "currency", currency, minimumFractionDigits: shown, maximumFractionDigits: shown });
  formats.set(name, format);
  return format.format(minor / 10 ** places);
}

/** Minor units of an amount as a number field holds it (`1250.5`), without going through a fraction that can't be held. */
export function readMinor(text: string, currency: string): number | undefined {
  const places = digits(currency);
  const [, sign = "", whole = "", part = ""] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (whole + part === "" || part.length > places) return undefined;
  const minor = Number(sign + whole + part.padEnd(places, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** An amount as a number field holds it. */
export function fieldMoney({ minor, currency }: Money): string {
  const places = digits(currency);
  if (places === 0) return String(minor);
  const figures = String(Math.abs(minor)).padStart(places + 1, "0");
  const part = figures.slice(-places).replace(/0+$/, "");
  return `${minor < 0 ? "-" : ""}${figures.slice(0, -places)}${part && `.${part}`}`;
}
