import base64 from "#wasm-base64";
import { provide } from "./instance.js";

export * from "./facade.js";

provide(() => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
