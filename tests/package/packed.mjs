// The package as npm would publish it: packed into a tarball and unpacked where a host would have it.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");

/** What the last line of `smoke.mjs` is when all went well. */
export const works = "nextsale works: Ada Lovelace, Malformed at name";

/** A host's project with the packed package installed, and the smoke test in it. */
export function hostProject() {
  const folder = mkdtempSync(join(tmpdir(), "nextsale-host-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  program("npm", ["pack", "--pack-destination", folder], { cwd: join(root, "pkg") });
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")));
  const installed = join(folder, "node_modules/nextsale");
  mkdirSync(installed, { recursive: true });
  program("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }\n`);
  cpSync(join(here, "smoke.mjs"), join(folder, "smoke.mjs"));
  return {
    folder,
    tarball,
    installed,
    /** Writes a file of the host, and gives its path. */
    write(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    /** Runs Node on a file of the host, and gives what it prints. */
    node: (...args) => program(process.execPath, args, { cwd: folder }),
  };
}

/** The text of the smoke test, with another entry in the place of `nextsale`. */
export function smokeWith(entry) {
  return readFileSync(join(here, "smoke.mjs"), "utf8").replace('"nextsale"', JSON.stringify(entry));
}

/** The smoke test as CommonJS. */
export function smokeAsCommonJs(entry = "nextsale") {
  const [head, ...body] = smokeWith(entry).split(/(?<=;\n)/);
  const required = head.replace("import", "const").replace(/ from (".*");/, " = require($1);");
  return `${required}\n(async () => {\n${body.join("")}\n})();\n`;
}

/** Runs a program to its end and gives what it prints; throws with all of it when it fails. */
export function program(name, args, options = {}) {
  const shell = process.platform === "win32" && (name === "npm" || name === "npx");
  const result = spawnSync(name, args, { encoding: "utf8", shell, maxBuffer: 1 << 26, ...options });
  if (result.status === 0) return result.stdout;
  throw new Error(`${name} ${args.join(" ")} failed\n${result.error ?? ""}${result.stdout}${result.stderr}`);
}

/** The program of a development dependency. */
export const installedProgram = (name) => join(root, "node_modules/.bin", name);
