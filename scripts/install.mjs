// Installs the npm packages that the lock file names, where they are not there yet.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** Runs `npm ci` unless every package that this repository asks for is installed in just its version. */
export function installPackages() {
  const wanted = Object.entries(json("package.json").devDependencies);
  const missing = wanted.filter(([name, version]) => {
    const path = `node_modules/${name}/package.json`;
    // An alias names another package before its version: npm:other@1.2.3
    return !existsSync(join(root, path)) || json(path).version !== version.split("@").at(-1);
  });
  if (missing.length === 0) return;
  console.log(`installing npm packages (${missing.map(([name]) => name).join(", ")} …)`);
  run("npm", ["ci", "--no-fund", "--no-audit"]);
}
