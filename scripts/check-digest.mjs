// Fails when the committed package was built from other sources than those that are here.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coreSources, digestOf, facadeSources } from "./digest.mjs";
import { main, root, Stop } from "./run.mjs";

await main(() => {
  const path = join(root, "pkg/build.json");
  if (!existsSync(path)) throw new Stop("pkg/build.json is missing: run `npm run build` and commit pkg/");
  const built = JSON.parse(readFileSync(path, "utf8"));
  const stale = [];
  if (built.core !== digestOf(coreSources)) stale.push(`the wasm module and the types (${coreSources.join(", ")})`);
  if (built.facade !== digestOf(facadeSources)) stale.push(`the JavaScript (${facadeSources.join(", ")})`);
  if (stale.length > 0) {
    throw new Stop(`pkg/ is stale: ${stale.join(" and ")} changed since it was built. Run \`npm run build\` and commit pkg/.`);
  }
  console.log("pkg/ was built from the sources that are here");
});
