// workerd does not compile bytes while it runs; it gives the module when its file is imported.
import module from "./engine.wasm";
import { provide } from "./instance.js";

export * from "./facade.js";

provide(() => module);
