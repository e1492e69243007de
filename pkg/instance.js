// Built by `npm run build` from js/. Do not edit.

// js/instance.ts
import { __wbg_reset_state, Core, initSync } from "./core.js";
var started;
var provider;
var generation = 0;
function provide(source) {
  provider = source;
}
function start() {
  started ??= compile().catch((problem) => {
    started = void 0;
    throw problem;
  });
  return started;
}
async function compile() {
  if (provider === void 0) {
    throw new Error("`nextsale/slim` was not told where the engine is: call `start(…)` with the wasm module first");
  }
  initSync({ module: await toModule(await provider()) });
}
async function toModule(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return toModule(await fetch(source));
  if (!(typeof Response === "function" && source instanceof Response)) {
    return WebAssembly.compile(source);
  }
  if (!source.ok) throw new Error(`${source.url}: ${source.status} ${source.statusText}`);
  return WebAssembly.compile(await source.arrayBuffer());
}
function newCore(book, replica) {
  return new Core(book, replica);
}
function currentGeneration() {
  return generation;
}
function restart() {
  generation += 1;
  __wbg_reset_state();
}
export {
  currentGeneration,
  newCore,
  provide,
  restart,
  start
};
