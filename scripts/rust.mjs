// Finds the Rust tools and builds the wasm module with them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { read, root, run, Stop } from "./run.mjs";

const target = "wasm32-unknown-unknown";
const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
// Installed by rustup, but not yet on the PATH of every shell.
process.env.PATH = [process.env.PATH, join(cargoHome, "bin")].join(delimiter);

/** Where cargo puts what it builds. */
export const targetFolder = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** Stops where there is no cargo. */
export function requireCargo() {
  if (read("cargo", ["--version"]) !== undefined) return;
  throw new Stop("cargo is not installed. Get Rust from https://rustup.rs, or from your system's packages.");
}

/**
 * How to compile for wasm here: with the target's own standard library, which rustup adds where it is missing, or
 * with one that is built from its source, as Debian packages it.
 */
export function wasmToolchain() {
  requireCargo();
  if (hasTarget()) return { args: [], env: {} };
  if (read("rustup", ["--version"]) !== undefined) {
    try {
      run("rustup", ["target", "add", target], { timeout: 180_000 });
    } catch (problem) {
      console.error(problem.message);
    }
    if (hasTarget()) return { args: [], env: {} };
  }
  const sysroot = read("rustc", ["--print", "sysroot"])?.trim() ?? "";
  if (existsSync(join(sysroot, "lib/rustlib/src/rust/library/std/Cargo.toml"))) {
    // Stable compilers accept -Z with this; the standard library is built by the very compiler that it came with.
    return { args: ["-Zbuild-std=std,panic_abort"], env: { RUSTC_BOOTSTRAP: "1" } };
  }
  throw new Stop(
    [
      `Rust can't compile for ${target} here. Either of these helps:`,
      `  rustup target add ${target}`,
      "  apt install rustc-web cargo-web rust-web-src rust-web-llvm   (Debian; the standard library is then built from source)",
      "Without it, the package as committed in pkg/ still works: `npm start` does not need Rust.",
    ].join("\n"),
  );
}

function hasTarget() {
  const folder = read("rustc", ["--print", "target-libdir", "--target", target])?.trim();
  return folder !== undefined && existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("libstd-"));
}

/** Compiles the engine, and writes `core.js` and `core_bg.wasm` to a folder. */
export function buildCore(folder) {
  const toolchain = wasmToolchain();
  requireOneWasmBindgen();
  const args = ["build", "--locked", "--profile", "npm", "--lib", "--target", target, "--target-dir", targetFolder];
  run("cargo", [...args, ...toolchain.args], {
    env: {
      ...toolchain.env,
      CARGO_ENCODED_RUSTFLAGS: ["-Ctarget-feature=+simd128", ...remappedPaths()].join("\x1f"),
      // The tool takes the names out; before that, it needs the sections that stripping would remove.
      CARGO_PROFILE_NPM_STRIP: "none",
    },
  });
  const tool = ["run", "--locked", "--quiet", "--manifest-path", "tools/wasm-package/Cargo.toml"];
  const module = join(targetFolder, target, "npm/nextsale.wasm");
  run("cargo", [...tool, "--target-dir", join(targetFolder, "tools"), "--", module, folder]);
}

/** No path of the machine that builds may end up in the module. */
function remappedPaths() {
  const sources = join(cargoHome, "registry/src");
  const registries = existsSync(sources) ? readdirSync(sources).map((name) => [join(sources, name), "/crates"]) : [];
  const sysroot = read("rustc", ["--print", "sysroot"])?.trim();
  const pairs = [[cargoHome, "/cargo"], ...registries, [root.replace(/[/\\]$/, ""), "/nextsale"]];
  if (sysroot) pairs.push([join(sysroot, "lib/rustlib/src/rust"), "/rust"]);
  // The last prefix that fits is the one that counts, so that the special ones follow the general one.
  return pairs.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
}

/** The glue is written by one version of wasm-bindgen and calls into code of another: they must be the same. */
function requireOneWasmBindgen() {
  const engine = locked("Cargo.lock", "wasm-bindgen");
  const tool = locked("tools/wasm-package/Cargo.lock", "wasm-bindgen-cli-support");
  if (engine === tool) return;
  throw new Stop(
    `wasm-bindgen is ${engine} in Cargo.lock, but wasm-bindgen-cli-support is ${tool} in tools/wasm-package/Cargo.lock.\n` +
      "Set both Cargo.toml to the same version (=x.y.z) and run `cargo update -p` for each.",
  );
}

function locked(lockFile, name) {
  const text = readFileSync(join(root, lockFile), "utf8");
  return new RegExp(`name = "${name}"\\r?\\nversion = "([^"]+)"`).exec(text)?.[1] ?? "missing";
}

/** The TypeScript declarations of facts, queries and views, printed by the engine's own types. */
export function readTypes() {
  requireCargo();
  const args = ["run", "--locked", "--quiet", "--example", "types", "--features", "typescript"];
  const text = read("cargo", [...args, "--target-dir", targetFolder], { env: { TS_RS_LARGE_INT: "number" } });
  if (text === undefined) throw new Stop(`\`cargo ${args.join(" ")}\` failed`);
  return text;
}
