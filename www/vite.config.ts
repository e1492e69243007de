import { defineConfig } from "vite";
import { offline } from "./build/offline.ts";
import { policyOnlyWhenBuilt } from "./build/policy.ts";

export default defineConfig({
  // Relative, so that the built page works in any folder of any host.
  base: "./",
  plugins: [offline(), policyOnlyWhenBuilt()],
  build: {
    target: "es2022",
    // The engine must stay a file of its own: a data: address would be refused by the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
  },
});
