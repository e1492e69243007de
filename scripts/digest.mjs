// The digest of what `pkg/` is built from. It depends on names and contents alone: not on file times, and not on how a
// checkout ends its lines.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** What the wasm module, its glue and the types are built from. */
export const coreSources = [
  "Cargo.lock",
  "Cargo.toml",
  "examples/types.rs",
  "plans",
  "scripts/build.mjs",
  "scripts/rust.mjs",
  "src",
  "tools/wasm-package/Cargo.lock",
  "tools/wasm-package/Cargo.toml",
  "tools/wasm-package/src",
];

/** What the JavaScript of the package is built from. */
export const facadeSources = ["js", "scripts/facade.mjs"];

/** Every file under these paths, sorted by name. */
export function filesUnder(paths) {
  const files = [];
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isFile()) return void files.push(path);
    for (const name of readdirSync(full)) visit(`${path}/${name}`);
  };
  paths.forEach(visit);
  return files.sort();
}

/** One SHA-256 over the names and contents of these files and folders. */
export function digestOf(paths) {
  const digest = createHash("sha256");
  for (const file of filesUnder(paths)) {
    const content = readFileSync(join(root, file), "latin1").replaceAll("\r\n", "\n");
    digest.update(`${file}\n${Buffer.byteLength(content, "latin1")}\n`).update(content, "latin1");
  }
  return digest.digest("hex");
}
