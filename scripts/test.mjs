// `npm test`: everything. On a fresh clone it installs what it needs first. Each step runs even when one before it
// failed, and the last line counts them.
//
//   npm test -- rust node    only these steps (the others are listed as not asked for)
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { installPackages } from "./install.mjs";
import { root, run, Stop } from "./run.mjs";
import { readTypes, requireCargo, targetFolder, wasmToolchain } from "./rust.mjs";

const cargo = (...args) => {
  requireCargo();
  run("cargo", args, { env: { CARGO_TARGET_DIR: targetFolder } });
};
const warningsDenied = ["--", "-D", "warnings"];

const steps = {
  packages: () => installPackages(),
  format() {
    cargo("fmt", "--check");
    cargo("fmt", "--check", "--manifest-path", "tools/wasm-package/Cargo.toml");
  },
  clippy() {
    cargo("clippy", "--locked", "--all-targets", "--features", "typescript", ...warningsDenied);
    // `src/wasm.rs` exists for this target alone.
    const { args } = wasmToolchain();
    if (args.length === 0) cargo("clippy", "--locked", "--lib", "--target", "wasm32-unknown-unknown", ...warningsDenied);
    else console.log("src/wasm.rs is not linted here: its standard library would be built for this alone");
  },
  // With the feature, so that the types of the next step but one are built along.
  rust: () => cargo("test", "--locked", "--features", "typescript"),
  digest: () => run("node", ["scripts/check-digest.mjs"]),
  types: () => compareTypes(),
  page() {
    for (const part of ["build", "worker"]) run("npx", ["tsc", "--noEmit", "-p", `www/tsconfig.${part}.json`]);
    run("npx", ["tsc", "--noEmit", "-p", "www/tsconfig.json"]);
  },
  node: () => nodeTests("tests/js"),
  package: () => nodeTests("tests/package", { CHROMIUM_PATH: findChromium() }),
  readme: () => nodeTests("tests/readme"),
  browser: () =>
    run("npx", ["playwright", "test", "--config", "tests/e2e/playwright.config.mjs"], {
      env: { CHROMIUM_PATH: findChromium() },
    }),
  rebuild: () => rebuild(),
};

function nodeTests(folder, env = {}) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs"));
  if (files.length === 0) throw new Stop(`there are no tests in ${folder}`);
  run("node", ["--test", "--test-reporter=spec", ...files.map((name) => `${folder}/${name}`)], { env });
}

/** The committed declarations are what the engine's types say now. */
function compareTypes() {
  const committed = readFileSync(join(root, "pkg/types.d.ts"), "utf8").replaceAll("\r\n", "\n");
  if (committed !== readTypes()) throw new Stop("pkg/types.d.ts differs from the engine's types: run `npm run build`");
}

/** The sources that are here build into a package that works, whatever is committed. */
function rebuild() {
  const folder = join(targetFolder, "rebuilt");
  const built = join(folder, "node_modules/nextsale");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  for (const name of ["package.json", "types.d.ts"]) cpSync(join(root, "pkg", name), join(built, name));
  run("node", ["scripts/build.mjs", "--out", built]);
  cpSync(join(root, "tests/package/smoke.mjs"), join(folder, "smoke.mjs"));
  run("node", ["smoke.mjs"], { cwd: folder });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`there is no step ${unknown.join(", ")}; the steps are ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}

const results = [];
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) {
    results.push({ name, outcome: "not asked for" });
    continue;
  }
  console.log(`\n== ${name}`);
  const begun = Date.now();
  let outcome = "passed";
  try {
    await step();
  } catch (problem) {
    outcome = "failed";
    console.error(problem instanceof Stop ? problem.message : problem);
  }
  results.push({ name, outcome, seconds: Math.round((Date.now() - begun) / 1000) });
}

console.log("\n== summary");
for (const { name, outcome, seconds } of results) {
  console.log(`${name.padEnd(10)} ${outcome}${seconds === undefined ? "" : `  (${seconds} s)`}`);
}
const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
console.log(`${count("passed")} passed, ${count("failed")} failed`);
process.exitCode = count("failed") === 0 ? 0 : 1;
