// Built by `npm run build` from js/. Do not edit.

// js/slim.ts
import { EngineFault } from "./facade.js";
import { provide, start as startProvided } from "./instance.js";
export * from "./facade.js";
async function start(source) {
  provide(() => source);
  try {
    await startProvided();
  } catch (cause) {
    throw new EngineFault(`the engine could not be started: ${String(cause)}`, { code: "notStarted", cause });
  }
}
export {
  start
};
