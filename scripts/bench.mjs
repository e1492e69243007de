// `npm run bench`: the engine side by side with the same work done otherwise. Each file in `benches/` named
// `*.bench.mjs` is run on its own, so that none warms up or slows down another. They need no npm packages.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { main, root, run, Stop } from "./run.mjs";

await main(() => {
  const folder = join(root, "benches");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bench.mjs")) : [];
  if (files.length === 0) throw new Stop("there are no benchmarks in benches/ (*.bench.mjs)");
  for (const file of files) {
    console.log(`\n== ${file}`);
    run(process.execPath, [join(folder, file)]);
  }
});
