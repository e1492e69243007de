// Runs programs, and says in plain words when one is missing or fails.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A failure that is explained by its message alone; no stack is needed to mend it. */
export class Stop extends Error {}

/** Runs a program to its end with its output shown; stops when it fails. */
export function run(program, args, { env = {}, cwd = root, timeout } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    timeout,
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: needsShell(program),
  });
  if (result.error?.code === "ENOENT") throw new Stop(`\`${program}\` is not installed`);
  if (result.error?.code === "ETIMEDOUT") throw new Stop(`\`${program}\` took longer than ${timeout / 1000} s`);
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new Stop(`\`${[program, ...args].join(" ")}\` failed (${result.signal ?? `exit code ${result.status}`})`);
  }
}

/** What a program writes; nothing when it can't be run or fails. */
export function read(program, args, { env = {}, cwd = root } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
    shell: needsShell(program),
  });
  return result.status === 0 ? result.stdout : undefined;
}

/** npm is a script on Windows, and only a shell starts scripts there. */
function needsShell(program) {
  return process.platform === "win32" && (program === "npm" || program === "npx");
}

/** Runs the main function of a script and turns a `Stop` into a message and an exit code. */
export async function main(work) {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    console.error(`\n${problem.message}`);
    process.exitCode = 1;
  }
}
