// The packed package through each bundler, and what comes out of it in Node or in the browser.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import * as esbuild from "esbuild";
import * as vite from "vite";
import webpack from "webpack";
import { openBrowser, serve } from "./browser.mjs";
import { hostProject, smokeWith, works } from "./packed.mjs";

const host = hostProject();
const page = `<!doctype html><meta charset="utf-8"><title>host</title><script type="module" src="./page.js"></script>`;

/** The slim entry, told where the engine is by an expression that the bundler understands. */
const slim = (start) =>
  smokeWith("nextsale/slim")
    .replace("Engine, Malformed", "Engine, start, Malformed")
    .replace(/(?=const store)/, start);

/** Opens what a bundler wrote in the browser, and gives what the smoke test says there. */
async function inBrowser(folder, context) {
  const site = await serve(folder, context);
  const browser = await openBrowser(context);
  return browser.consoleOf(site.url);
}

async function withWebpack(entry, output) {
  const compiler = webpack({
    mode: "production",
    target: "web",
    context: host.folder,
    entry,
    output: { path: join(host.folder, output), filename: "page.js", publicPath: "./", module: true },
    experiments: { outputModule: true },
    performance: { hints: false },
  });
  const stats = await new Promise((resolve, reject) => compiler.run((problem, result) => (problem ? reject(problem) : resolve(result))));
  assert.deepEqual(stats.toJson().errors, []);
  assert.deepEqual(stats.toJson().warnings, []);
}

async function withVite(page, output) {
  await vite.build({
    root: host.folder,
    configFile: false,
    logLevel: "error",
    base: "./",
    build: { outDir: join(host.folder, output), emptyOutDir: true, target: "es2022", rollupOptions: { input: page } },
  });
}

test("esbuild for Node", async () => {
  for (const format of ["esm", "cjs"]) {
    const outfile = join(host.folder, `esbuild.${format === "esm" ? "mjs" : "cjs"}`);
    const contents = format === "esm" ? smokeWith("nextsale") : `(async () => {${smokeWith("nextsale").replace(/import (\{.*\}) from "nextsale";/, 'const $1 = require("nextsale");')}})();`;
    await esbuild.build({ stdin: { contents, resolveDir: host.folder }, bundle: true, format, platform: "node", outfile });
    assert.equal(host.node(outfile).trim(), works, format);
  }
});

test("the entry for workerd, which gets a compiled module when it imports a .wasm file", async () => {
  const outfile = join(host.folder, "workerd.mjs");
  const asModule = {
    name: "wasm as workerd imports it",
    setup(plugin) {
      plugin.onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
        contents: `import { readFileSync } from "node:fs"; export default new WebAssembly.Module(readFileSync(${JSON.stringify(path)}));`,
      }));
    },
  };
  const { metafile } = await esbuild.build({
    entryPoints: [join(host.folder, "smoke.mjs")],
    conditions: ["workerd"],
    plugins: [asModule],
    bundle: true,
    format: "esm",
    platform: "node",
    metafile: true,
    outfile,
  });
  assert.ok(Object.keys(metafile.inputs).some((path) => path.endsWith("nextsale/workerd.js")));
  assert.equal(host.node(outfile).trim(), works);
});

test("esbuild for browsers", async (context) => {
  const outdir = join(host.folder, "esbuild");
  await esbuild.build({ entryPoints: { page: join(host.folder, "smoke.mjs") }, bundle: true, format: "esm", minify: true, outdir });
  host.write("esbuild/index.html", page);
  assert.deepEqual(await inBrowser(outdir, context), [works]);
});

test("webpack", async (context) => {
  await withWebpack("./smoke.mjs", "webpack");
  host.write("webpack/index.html", page);
  assert.deepEqual(await inBrowser(join(host.folder, "webpack"), context), [works]);
});

test("webpack with the slim entry and the engine as a file", async (context) => {
  host.write("slim-webpack.mjs", slim('await start(new URL("nextsale/engine.wasm", import.meta.url));\n'));
  await withWebpack("./slim-webpack.mjs", "webpack-slim");
  host.write("webpack-slim/index.html", page);
  assert.deepEqual(await inBrowser(join(host.folder, "webpack-slim"), context), [works]);
});

test("Vite", async (context) => {
  const input = host.write("index.html", page.replace("page.js", "smoke.mjs"));
  await withVite(input, "vite");
  assert.deepEqual(await inBrowser(join(host.folder, "vite"), context), [works]);
});

test("Vite with the slim entry and the engine as a file", async (context) => {
  host.write("slim-vite.mjs", `import address from "nextsale/engine.wasm?url";\n${slim("await start(address);\n")}`);
  const input = host.write("index.html", page.replace("page.js", "slim-vite.mjs"));
  await withVite(input, "vite-slim");
  assert.deepEqual(await inBrowser(join(host.folder, "vite-slim"), context), [works]);
});
