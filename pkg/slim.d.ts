// Built by `npm run build` from js/. Do not edit.
export * from "./index.js";

/** Where a compiled engine can come from. */
type WasmSource = WebAssembly.Module | BufferSource | Response | URL | string;

/**
 * Starts the engine from its module (`nextsale/engine.wasm`): its address, a response, its bytes, or the compiled
 * module. Once is enough, before the first `Engine.open`.
 */
declare function start(source: WasmSource | Promise<WasmSource>): Promise<void>;

export { start };
export type { WasmSource };
