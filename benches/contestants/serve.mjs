// A contestant does one task for each line it is sent, and answers with a line of JSON. Its times are its own: what
// passes between the processes is not in them.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** What stands in a file that was named on the command line. */
export const argument = (index) => JSON.parse(readFileSync(process.argv[2 + index], "utf8"));

/** Serves tasks: functions by name, or `look` for queries. One that prepares gives back the function to be timed. */
export async function serve({ look, ...tasks }) {
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = line.startsWith("{") ? timed(() => look(JSON.parse(line))) : tasks[line]();
    process.stdout.write(`${JSON.stringify(await answer)}\n`);
  }
}

/** How long some work takes. */
export async function timed(work) {
  const begun = performance.now();
  await work();
  return { ms: performance.now() - begun };
}
