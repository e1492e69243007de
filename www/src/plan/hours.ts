import { isObject, type Json, textOf } from "./document.ts";

/** `09:00–12:30` */
export function spanText(value: Json | undefined): string {
  return isObject(value) ? `${textOf(value["from"])}–${textOf(value["to"])}` : textOf(value);
}

/** `09:00–12:30, 13:30–17:30` */
export function hoursText(value: Json | undefined): string {
  return Array.isArray(value) ? value.map(spanText).join(", ") : textOf(value);
}

export function readSpan(text: string): Json {
  const [from = "", to = ""] = text.split(/\s*(?:–|-|—|\bto\b)\s*/);
  return { from: clock(from), to: clock(to) };
}

export function readHours(text: string): Json | undefined {
  return text === "" ? undefined : text.split(/\s*[,;]\s*|\s+and\s+/).filter((span) => span !== "").map(readSpan);
}

/** `9` and `9:00` are meant as `09:00`. */
function clock(text: string): string {
  const [, hours, minutes = "00"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? text.trim() : `${hours.padStart(2, "0")}:${minutes}`;
}
