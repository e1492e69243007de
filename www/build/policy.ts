import type { Plugin } from "vite";

/**
 * Leaves the Content-Security-Policy out of the page that `vite dev` serves: its live styles are inline elements. What
 * is built, and so what `vite preview` and `npm start` serve, always has it.
 */
export function policyOnlyWhenBuilt(): Plugin {
  return {
    name: "policy-only-when-built",
    apply: "serve",
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
  };
}
