// Builds the JavaScript of the package from `js/` and the core that lies in the package's folder.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { root } from "./run.mjs";

const source = (name) => join(root, "js", name);
const banner = "// Built by `npm run build` from js/. Do not edit.";

/** Writes every entry of the package, and its declarations, beside `core.js` and `engine.wasm`. */
export async function buildFacade(folder) {
  const base64 = readFileSync(join(folder, "engine.wasm")).toString("base64");
  const shared = { folder, base64 };
  // Modules of their own in both formats: all entries of a program must share one engine.
  for (const format of ["esm", "cjs"]) {
    for (const name of ["instance", "facade", "index", "slim"]) await bundle({ ...shared, name, format });
  }
  await bundle({ ...shared, name: "workerd", format: "esm" });
  await bundle({ ...shared, name: "global", format: "iife" });
  for (const extension of ["js", "cjs"]) {
    await declare({ folder, extension, input: "facade.ts", output: "index" });
    await declare({ folder, extension, input: "slim.ts", output: "slim" });
  }
  await declare({ folder, extension: "js", input: "global.ts", output: "global" });
  writeFileSync(join(folder, "types.d.cts"), readFileSync(join(folder, "types.d.ts")));
}

async function bundle({ folder, base64, name, format }) {
  const extension = format === "cjs" ? "cjs" : "js";
  await build({
    absWorkingDir: root,
    entryPoints: [source(`${name}.ts`)],
    outfile: join(folder, `${name}.${extension}`),
    bundle: true,
    format,
    target: "es2022",
    platform: "neutral",
    charset: "utf8",
    legalComments: "none",
    minify: format === "iife",
    banner: { js: banner },
    logLevel: "warning",
    tsconfigRaw: {},
    plugins: [
      {
        name: "package",
        setup(plugin) {
          plugin.onResolve({ filter: /^#core$/ }, () =>
            format === "esm" ? { path: "./core.js", external: true } : { path: "core", namespace: "glue" },
          );
          // By name and not by path: the path would end up in a comment.
          plugin.onLoad({ filter: /^/, namespace: "glue" }, () => ({ contents: readFileSync(join(folder, "core.js")) }));
          plugin.onResolve({ filter: /^#wasm-base64$/ }, () => ({ path: "engine", namespace: "base64" }));
          plugin.onLoad({ filter: /^/, namespace: "base64" }, () => ({ contents: base64, loader: "text" }));
          plugin.onResolve({ filter: /^\.\/engine\.wasm$/ }, () => ({ path: "./engine.wasm", external: true }));
          // The global entry is one file; elsewhere these two are files of their own.
          plugin.onResolve({ filter: /^\.\/(instance|facade)\.js$/ }, ({ path }) =>
            format === "iife" ? undefined : { path: path.replace(/js$/, extension), external: true },
          );
        },
      },
    ],
  });
}

async function declare({ folder, extension, input, output }) {
  const other = (name) => `./${name}.${extension}`;
  const bundled = await rollup({
    input: source(input),
    plugins: [dts({ tsconfig: source("tsconfig.json"), compilerOptions: { noEmit: false } })],
    external: (name, from) => name === "#types" || name === "#core" || (from !== undefined && /\/(facade|index)\.js$/.test(name)),
  });
  const { output: chunks } = await bundled.generate({ format: "es", banner });
  const text = chunks[0].code
    .replaceAll(/(["'])#types\1/g, `"${other("types")}"`)
    .replaceAll(/(["'])[^"'\n]*\/(facade|index)\.js\1/g, `"${other("index")}"`);
  writeFileSync(join(folder, `${output}.d.${extension === "js" ? "ts" : "cts"}`), text);
}
