// `npm run build`: the npm package in `pkg/` from the Rust crate and the TypeScript in `js/`.
//
//   --facade       only the JavaScript, from the wasm module that lies in pkg/ (needs no Rust)
//   --out FOLDER   into another folder
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { coreSources, digestOf, facadeSources } from "./digest.mjs";
import { buildFacade } from "./facade.mjs";
import { main, root, run } from "./run.mjs";
import { buildCore, readTypes, targetFolder } from "./rust.mjs";

const { values: options } = parseArgs({
  options: { facade: { type: "boolean", default: false }, out: { type: "string", default: join(root, "pkg") } },
});

await main(async () => {
  const folder = resolve(options.out);
  mkdirSync(folder, { recursive: true });
  const before = join(folder, "build.json");
  const built = existsSync(before) ? JSON.parse(readFileSync(before, "utf8")) : {};
  if (!options.facade) {
    // Taken before the build: what is changed meanwhile may not be in it.
    const sources = digestOf(coreSources);
    writeCore(folder);
    built.core = sources;
  }
  const sources = digestOf(facadeSources);
  run("npx", ["tsc", "-p", "js/tsconfig.json"]);
  await buildFacade(folder);
  built.facade = sources;
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(root, name), join(folder, name));
  const { core, facade } = built;
  writeFileSync(before, `${JSON.stringify({ core, facade }, null, 2)}\n`);
  console.log(`built ${folder}`);
});

function writeCore(folder) {
  const glue = join(targetFolder, "glue");
  rmSync(glue, { recursive: true, force: true });
  buildCore(glue);
  renameSync(join(glue, "core_bg.wasm"), join(folder, "engine.wasm"));
  renameSync(join(glue, "core.js"), join(folder, "core.js"));
  if (existsSync(join(root, "examples/types.rs"))) writeFileSync(join(folder, "types.d.ts"), readTypes());
}
