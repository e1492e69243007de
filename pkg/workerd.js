// Built by `npm run build` from js/. Do not edit.

// js/workerd.ts
import module from "./engine.wasm";
import { provide } from "./instance.js";
export * from "./facade.js";
provide(() => module);
