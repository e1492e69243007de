/** A value of a plan as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** A place in a plan: fields and numbers, from the outside in. */
export type Place = readonly (string | number)[];

/** The place as the engine writes it: `pipelines[0].stages[1].idealDays`. */
export function pathOf(place: Place): string {
  return place.reduce<string>((path, step) => (typeof step === "number" ? `${path}[${step}]` : path === "" ? step : `${path}.${step}`), "");
}

/** Whether a path lies at a place or within it. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listAt(document: Json, place: Place): readonly Json[] {
  const value = valueAt(document, place);
  return Array.isArray(value) ? value : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function valueAt(document: Json, place: Place): Json | undefined {
  return place.reduce<Json | undefined>((value, step) => {
    if (Array.isArray(value) && typeof step === "number") return (value as readonly Json[])[step];
    return isObject(value) && typeof step === "string" ? value[step] : undefined;
  }, document);
}

/** The document with another value at a place; undefined takes it out. */
export function withValue(document: Json | undefined, place: Place, value: Json | undefined): Json {
  const [step, ...rest] = place;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const list = Array.isArray(document) ? [...(document as readonly Json[])] : [];
    if (rest.length === 0 && value === undefined) list.splice(step, 1);
    else list[step] = withValue(list[step], rest, value);
    return list;
  }
  const fields = isObject(document) ? document : {};
  if (rest.length > 0 || value !== undefined) return { ...fields, [step]: withValue(fields[step], rest, value) };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== step));
}
