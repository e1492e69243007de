import { EngineFault } from "./facade.js";
import { provide, start as startProvided, type WasmSource } from "./instance.js";

export * from "./facade.js";
export type { WasmSource } from "./instance.js";

/**
 * Starts the engine from its module (`nextsale/engine.wasm`): its address, a response, its bytes, or the compiled
 * module. Once is enough, before the first `Engine.open`.
 */
export async function start(source: WasmSource | Promise<WasmSource>): Promise<void> {
  provide(() => source);
  try {
    await startProvided();
  } catch (cause) {
    throw new EngineFault(`the engine could not be started: ${String(cause)}`, { code: "notStarted", cause });
  }
}
