// The packed package in a real browser, without any bundler.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser, serve } from "./browser.mjs";
import { hostProject, smokeWith, works } from "./packed.mjs";

const host = hostProject();
const installed = "./node_modules/nextsale";
const html = (scripts) => `<!doctype html><meta charset="utf-8"><title>host</title>${scripts}`;

test("a module script imports it as it lies", async (context) => {
  host.write("page.js", smokeWith(`${installed}/index.js`));
  host.write("index.html", html('<script type="module" src="page.js"></script>'));
  const site = await serve(host.folder, context);
  assert.deepEqual(await (await openBrowser(context)).consoleOf(site.url), [works]);
});

test("a module script imports the slim entry and fetches the engine", async (context) => {
  const start = `await start(new URL("${installed}/engine.wasm", import.meta.url));\n`;
  const text = smokeWith(`${installed}/slim.js`).replace("Engine, Malformed", "Engine, start, Malformed");
  host.write("slim.js", text.replace(/(?=const store)/, start));
  host.write("slim.html", html('<script type="module" src="slim.js"></script>'));
  const site = await serve(host.folder, context);
  assert.deepEqual(await (await openBrowser(context)).consoleOf(`${site.url}slim.html`), [works]);
});

test("a plain script tag brings it, over http and from a file", async (context) => {
  const text = smokeWith("nextsale").replace(/import (\{.*\}) from .*;/, "const $1 = nextsale;");
  host.write("global-page.js", `(async () => {\n${text}\n})();`);
  host.write("global.html", html(`<script src="${installed}/global.js"></script><script src="global-page.js"></script>`));
  const site = await serve(host.folder, context);
  const browser = await openBrowser(context);
  assert.deepEqual(await browser.consoleOf(`${site.url}global.html`), [works]);
  assert.deepEqual(await browser.consoleOf(pathToFileURL(join(host.folder, "global.html")).href), [works]);
});

test("a worker imports it", async (context) => {
  mkdirSync(join(host.folder, "worker"), { recursive: true });
  host.write("worker/worker.js", smokeWith(`../${installed}/index.js`).replace("console.log(", "postMessage("));
  // The page's policy asks for a named policy where a script's address is made.
  host.write(
    "worker/page.js",
    `const addresses = trustedTypes.createPolicy("worker", { createScriptURL: (address) => address });
    const worker = new Worker(addresses.createScriptURL("worker.js"), { type: "module" });
    worker.onmessage = ({ data }) => console.log(data);
    worker.onerror = (event) => console.log(event.message ?? "the worker failed");`,
  );
  host.write("worker/index.html", html('<script type="module" src="page.js"></script>'));
  const site = await serve(host.folder, context);
  assert.deepEqual(await (await openBrowser(context)).consoleOf(`${site.url}worker/`), [works]);
});
