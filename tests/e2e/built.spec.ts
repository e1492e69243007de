import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { expect, open, test } from "./page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = `${root}www/dist/`;

/** What a file weighs on the wire, in kB. */
function weight(name: string): number {
  return brotliCompressSync(readFileSync(dist + name)).length / 1000;
}

test("the first visit fetches at most 40 kB of script and 5 kB of styles", async ({ page }) => {
  const fetched = new Set<string>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    // What the service worker keeps for later is asked for by the worker, not by the page.
    if (response.request().serviceWorker() === null) fetched.add(pathname.slice(1) || "index.html");
  });
  await open(page);
  const total = (extension: string): number => [...fetched].filter((name) => name.endsWith(extension) && name !== "service-worker.js").reduce((sum, name) => sum + weight(name), 0);
  expect(total(".js")).toBeGreaterThan(10);
  expect(total(".js")).toBeLessThanOrEqual(40);
  expect(total(".css")).toBeGreaterThan(1);
  expect(total(".css")).toBeLessThanOrEqual(5);
});

for (const project of ["www", "www/tsconfig.worker.json", "www/tsconfig.build.json", "tests/e2e"]) {
  test(`${project} holds up to the strictest types`, () => {
    const { status, stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", project], { cwd: root, encoding: "utf8" });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });
}

// `.style=` is no inline style: it sets the property, through the CSSOM, which the policy allows.
test("no source launders markup, sets inline styles, or gives up on types", () => {
  const sources = readdirSync(`${root}www/src`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  expect(sources.length).toBeGreaterThan(50);
  for (const name of sources) {
    expect(readFileSync(`${root}www/src/${name}`, "utf8"), name).not.toMatch(/unsafeHTML|unsafeSVG|styleMap|innerHTML|(?<!\.)\bstyle=|:\s*any\b|as any|@ts-ignore|@ts-expect-error/);
  }
});
