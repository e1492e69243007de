import { Malformed } from "./errors.js";

/** Anything that JSON can carry without loss. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** How deep an argument may be nested. */
const DEPTH = 64;
/** How many values an argument may hold: also what stops an object that is shared so often that it never ends. */
const VALUES = 2_000_000;
/** How many UTF-16 units of text an argument may hold. */
const TEXT = 64 * 1024 * 1024;

/** A surrogate without its other half: in Unicode mode a proper pair is one character and does not match. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * The JSON text of an argument. Whatever JSON would drop, bend or choke on is a `Malformed` with its place instead. An
 * object may be hostile (getters and proxies that throw or change): each value is read once, and only the copy goes on.
 */
export function plainText(value: unknown): string {
  return JSON.stringify(new Walk().copy(value, "", 0));
}

class Walk {
  #values = 0;
  #text = 0;
  readonly #above = new Set<object>();

  copy(value: unknown, path: string, depth: number): Plain {
    this.#values += 1;
    if (this.#values > VALUES) throw malformed(path, `more than ${VALUES} values in one call`);
    switch (typeof value) {
      case "boolean":
        return value;
      case "number":
        return number(value, path);
      case "string":
        return this.#string(value, path);
      case "object":
        return value === null ? null : this.#object(value, path, depth);
      case "bigint":
        throw malformed(path, "a BigInt; give a number");
      default:
        throw malformed(path, value === undefined ? "undefined; leave the field out" : `a ${typeof value}`);
    }
  }

  #string(value: string, path: string): string {
    this.#text += value.length;
    if (this.#text > TEXT) throw malformed(path, `more than ${TEXT} characters in one call`);
    if (LONE_SURROGATE.test(value)) throw malformed(path, "text with half a surrogate pair");
    return value;
  }

  #object(value: object, path: string, depth: number): Plain {
    if (depth >= DEPTH) throw malformed(path, `nested deeper than ${DEPTH} levels`);
    if (this.#above.has(value)) throw malformed(path, "an object that contains itself");
    this.#above.add(value);
    try {
      return reading(path, () => Array.isArray(value))
        ? this.#list(value as readonly unknown[], path, depth)
        : this.#record(value, path, depth);
    } finally {
      this.#above.delete(value);
    }
  }

  #list(list: readonly unknown[], path: string, depth: number): Plain[] {
    const length = reading(path, () => list.length);
    // Asked before the loop: a list may claim any length.
    if (!(length <= VALUES)) throw malformed(path, `more than ${VALUES} values in one call`);
    const copy: Plain[] = [];
    for (let index = 0; index < length; index += 1) {
      const place = `${path}[${index}]`;
      copy.push(this.copy(own(list, String(index), place), place, depth + 1));
    }
    return copy;
  }

  #record(record: object, path: string, depth: number): Plain {
    const prototype = reading(path, () => Object.getPrototypeOf(record) as object | null);
    // Another realm's plain object has another `Object.prototype`, but nothing above that one either.
    if (prototype !== null && reading(path, () => Object.getPrototypeOf(prototype) as unknown) !== null) {
      throw malformed(path, "an object of a class; give a plain object");
    }
    // Without a prototype there is no setter that a key could run into.
    const copy = Object.create(null) as Record<string, Plain>;
    for (const key of reading(path, () => Reflect.ownKeys(record))) {
      if (typeof key === "symbol") throw malformed(path, "a field named by a symbol");
      const place = below(path, key);
      if (key === "__proto__") throw malformed(place, "a field that would change the object's prototype");
      if (LONE_SURROGATE.test(key)) throw malformed(path, "a field name with half a surrogate pair");
      this.#text += key.length;
      const value = own(record, key, place);
      // As everywhere in JavaScript: an optional field may be written out as undefined.
      if (value !== undefined) copy[key] = this.copy(value, place, depth + 1);
    }
    return copy;
  }
}

function number(value: number, path: string): number {
  if (!Number.isFinite(value)) throw malformed(path, `${value}; give a finite number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw malformed(path, "a whole number beyond 2^53, which JavaScript can't hold exactly");
  }
  return value;
}

/** The value of a field of the object itself, without running code of the object's owner. */
function own(holder: object, key: string, path: string): unknown {
  const field = reading(path, () => Reflect.getOwnPropertyDescriptor(holder, key));
  if (field === undefined) throw malformed(path, "a hole in a list");
  if (!("value" in field)) throw malformed(path, "a getter or setter; give a plain value");
  return field.value as unknown;
}

/** What a proxy throws must not leave as an error of its own. */
function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Malformed(`${path || "the argument"}: can't be read`, { path, cause });
  }
}

function below(path: string, key: string): string {
  if (!IDENTIFIER.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

function malformed(path: string, found: string): Malformed {
  const text = `${path || "the argument"}: ${found}`;
  return new Malformed(text, { path, reasons: [{ path, code: "notPlain", allowed: "plain data", likely: null, times: [], text }] });
}
