import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "vite";

const worker = fileURLToPath(new URL("../service-worker/service-worker.ts", import.meta.url));

/** Writes `service-worker.js` beside the built page: it knows every file, and is another one when any of them is. */
export function offline(): Plugin {
  let folder = "";
  return {
    name: "offline",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = filesOf(folder);
      const digest = createHash("sha256");
      for (const file of files) digest.update(`${file}\n`).update(readFileSync(join(folder, file)));
      const { outputFiles } = await build({
        entryPoints: [worker],
        bundle: true,
        minify: true,
        write: false,
        format: "iife",
        target: "es2022",
        define: {
          BUILD: JSON.stringify(digest.digest("hex").slice(0, 16)),
          FILES: JSON.stringify(files.map((file) => (file === "index.html" ? "./" : `./${file}`))),
        },
      });
      const [script] = outputFiles;
      if (script === undefined) throw new Error("the service worker was not built");
      writeFileSync(join(folder, "service-worker.js"), script.contents);
    },
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "service-worker.js")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
    .sort();
}
