import type { Attribute, ContactPoint, PartyView, Preferences, Source } from "nextsale/slim";
import { choices, weekdays } from "../say/names.ts";
import type { Sheet } from "../form/sheet.ts";

/** The fields of a form for somebody new: one row for each way that nearly everybody has. */
export const newFields: Readonly<Record<string, string>> = {
  kind: "person",
  points: "2",
  "contactPoints[0].channel": "phone",
  "contactPoints[1].channel": "email",
  attributes: "1",
};

/** What is known of somebody, as the fields of the form. */
export function fieldsOf(view: PartyView): Readonly<Record<string, string>> {
  const attributes = Object.entries(view.attributes);
  const fields: Record<string, string> = {
    kind: view.kind,
    name: view.name,
    points: String(Math.max(1, view.contactPoints.length)),
    "contactPoints[0].channel": "phone",
    attributes: String(attributes.length + 1),
    "affiliation.organisation": view.organisation?.name ?? "",
    "affiliation.title": view.title ?? "",
    "affiliation.role": view.role ?? "",
    "source.method": view.source?.method ?? "",
    "source.campaign": view.source?.campaign ?? "",
    "source.detail": view.source?.detail ?? "",
    "source.referrer": view.source?.referrer ?? "",
    referrerName: view.referrerName ?? "",
    "preferences.channel": view.preferences.channel ?? "",
    "preferences.zone": view.preferences.zone ?? "",
  };
  view.contactPoints.forEach(({ channel, value, label }, row) => {
    fields[`contactPoints[${row}].channel`] = channel;
    fields[`contactPoints[${row}].value`] = value;
    fields[`contactPoints[${row}].label`] = label ?? "";
  });
  attributes.forEach(([name, value], row) => {
    fields[`attributes[${row}].name`] = name;
    fields[`attributes[${row}].value`] = fieldAttribute(value);
  });
  const window = view.preferences.windows?.[0];
  fields["window.from"] = window?.hours.from ?? "";
  fields["window.to"] = window?.hours.to ?? "";
  for (const day of window?.weekdays ?? []) fields[`window.${day}`] = "yes";
  return fields;
}

/** A way to reach somebody, and the row it was filled in. */
export interface RowPoint {
  readonly row: number;
  readonly point: ContactPoint;
}

/** The ways that were filled in; rows left empty say nothing. */
export function readPoints(sheet: Sheet): RowPoint[] {
  const rows = Array.from({ length: Number(sheet.value("points")) }, (_, row) => {
    const field = (name: string): string => sheet.value(`contactPoints[${row}].${name}`).trim();
    const label = field("label");
    return { row, point: { channel: field("channel") as ContactPoint["channel"], value: field("value"), ...(label && { label }) } };
  });
  return rows.filter(({ point }) => point.value !== "");
}

export function readAttributes(sheet: Sheet): Record<string, Attribute> {
  const rows = Array.from({ length: Number(sheet.value("attributes")) }, (_, row) => {
    const field = (name: string): string => sheet.value(`attributes[${row}].${name}`).trim();
    return [field("name"), readAttribute(field("value"))] as const;
  });
  return Object.fromEntries(rows.filter(([name, value]) => name !== "" && value !== ""));
}

export function readSource(sheet: Sheet): Source | undefined {
  const method = sheet.value("source.method") as Source["method"] | "";
  if (method === "") return undefined;
  const [campaign, detail, referrer] = [sheet.value("source.campaign").trim(), sheet.value("source.detail").trim(), sheet.value("source.referrer")];
  return { method, ...(campaign && { campaign }), ...(detail && { detail }), ...(referrer && { referrer }) };
}

/** What they prefer. Windows after the first, which the form does not show, are kept. */
export function readPreferences(sheet: Sheet, known: Preferences): Preferences {
  const channel = sheet.value("preferences.channel") as ContactPoint["channel"] | "";
  const zone = sheet.value("preferences.zone").trim();
  const [from, to] = [sheet.value("window.from").trim(), sheet.value("window.to").trim()];
  const days = choices(weekdays).flatMap(([day]) => (sheet.ticked(`window.${day}`) ? [day] : []));
  const first = from === "" && to === "" && days.length === 0 ? [] : [{ ...(days.length > 0 && { weekdays: days }), hours: { from: from || "00:00", to: to || "24:00" } }];
  const windows = [...first, ...(known.windows ?? []).slice(1)];
  return { ...(channel && { channel }), ...(zone && { zone }), ...(windows.length > 0 && { windows }) };
}

/** The field of a place in a party's fact. */
export function placeInParty(path: string, points: readonly RowPoint[]): string {
  const point = /^contactPoints\[(\d+)\](.*)$/.exec(path);
  if (point !== null) return `contactPoints[${points[Number(point[1])]?.row ?? 0}]${point[2] || ".value"}`;
  const window = /^(?:preferences\.)?windows\[0\]\.hours\.(from|to)/.exec(path);
  return window === null ? path : `window.${window[1]}`;
}

function fieldAttribute(value: Attribute): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

function readAttribute(text: string): Attribute {
  if (text === "yes" || text === "no") return text === "yes";
  // No number with a leading zero: that is a code or a phone number.
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}
