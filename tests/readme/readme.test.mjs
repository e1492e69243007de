// Every example in the documents is run: what they show is what happens.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { hostProject } from "../package/packed.mjs";

const host = hostProject();

for (const document of ["README.md", "pkg/README.md"]) {
  const path = fileURLToPath(new URL(`../../${document}`, import.meta.url));
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  // One that can't run in Node (it needs a browser or a bundler) says so: ```js browser
  const examples = [...text.matchAll(/^```(?:js|ts)\n(.*?)^```$/gms)].map((match) => match[1]);

  test(`${document} has examples`, () => assert.ok(examples.length > 0));

  for (const [index, example] of examples.entries()) {
    test(`${document}, example ${index + 1}`, async () => {
      const { code } = await transform(example, { loader: "ts", format: "esm" });
      const name = `${document.replaceAll(/\W/g, "-")}-${index}.mjs`;
      host.write(name, code);
      const printed = host.node(name).split("\n");
      // `console.log(x); // says this` is held to its word.
      for (const [, said] of example.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)) {
        assert.ok(printed.includes(said), `it prints \`${said}\`, and not only\n${printed.join("\n")}`);
      }
    });
  }
}
