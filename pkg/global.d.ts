// Built by `npm run build` from js/. Do not edit.
import * as __index_js from "./index.js";

declare global {
    /** The package, for pages that load it by a plain script tag. */
    var nextsale: typeof __index_js;
}
