import { __wbg_reset_state, Core, initSync } from "#core";

/** Where a compiled engine can come from. */
export type WasmSource = WebAssembly.Module | BufferSource | Response | URL | string;

/** All engines of a program share one instance of the module, and so one fate when it traps. */
let started: Promise<void> | undefined;
let provider: (() => WasmSource | Promise<WasmSource>) | undefined;
let generation = 0;

/** Says where the module comes from, without loading it: importing the package costs nothing yet. */
export function provide(source: () => WasmSource | Promise<WasmSource>): void {
  provider = source;
}

/** Compiles the module and starts it, once. What fails can be tried again. */
export function start(): Promise<void> {
  started ??= compile().catch((problem: unknown) => {
    started = undefined;
    throw problem;
  });
  return started;
}

async function compile(): Promise<void> {
  if (provider === undefined) {
    throw new Error("`nextsale/slim` was not told where the engine is: call `start(…)` with the wasm module first");
  }
  initSync({ module: await toModule(await provider()) });
}

async function toModule(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return toModule(await fetch(source));
  if (!(typeof Response === "function" && source instanceof Response)) {
    return WebAssembly.compile(source as BufferSource);
  }
  if (!source.ok) throw new Error(`${source.url}: ${source.status} ${source.statusText}`);
  // Not compiled while it streams: that would depend on the media type which the server happens to send.
  return WebAssembly.compile(await source.arrayBuffer());
}

/** A core of its own for one book. */
export function newCore(book: string, replica: string): Core {
  return new Core(book, replica);
}

/** The number of the instance that runs now. A core of an earlier one is gone and must be built again. */
export function currentGeneration(): number {
  return generation;
}

/** Throws away the instance, with all cores in it, and starts a fresh one. */
export function restart(): void {
  generation += 1;
  __wbg_reset_state();
}

export type { Core };
