// Bytes: what a book takes in the store, what the engine takes on the wire.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { Engine, memoryStore } from "../pkg/index.js";

/** UTF-16 units that a browser's localStorage holds at least, keys and values taken together. */
export const STORAGE = 5_242_880;
/** What the engine may take on the wire. */
export const ENGINE_BUDGET = 160_000;
/** What the page may take on its first visit, all in; and of that, its scripts and its styles. */
export const PAGE_BUDGETS = { all: 250_000, js: 40_000, css: 5_000 };

/** UTF-16 units that facts take when they are recorded as one batch. */
export async function storedUnits(facts, { now, zone }) {
  const store = memoryStore();
  const engine = await Engine.open({ store, zone, clock: () => now });
  engine.recordAll(facts);
  engine.close();
  return [...store.keys()].reduce((sum, key) => sum + key.length + store.get(key).length, 0);
}

export function transferred(bytes) {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

/** The files of a built page with their sizes; nothing where it was not built. */
export function pageFiles(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  // What the page names, and the engine, is needed on the first visit; the rest comes on demand.
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const isNeeded = (name) => name === "index.html" || name.endsWith(".wasm") || html.includes(name);
  return paths.map((path) => ({
    file: path.slice(folder.length + 1),
    when: isNeeded(basename(path)) ? "first" : "later",
    ...transferred(readFileSync(path)),
  }));
}
