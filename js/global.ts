import * as nextsale from "./index.js";

declare global {
  /** The package, for pages that load it by a plain script tag. */
  var nextsale: typeof import("./index.js");
}

globalThis.nextsale = nextsale;
