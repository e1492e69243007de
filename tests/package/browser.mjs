// A site on localhost under a strict policy, and the system's browser to open it in.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumFlags, findChromium } from "../../scripts/chromium.mjs";

/** What the page of the project is served with. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

/** Serves a folder until the test is over. */
export async function serve(folder, context) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = join(folder, normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    if (!existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${server.address().port}/` };
}

/** Opens the browser until the test is over. */
export async function openBrowser(context) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  context.after(() => browser.close());
  return {
    browser,
    /** What a page writes to the console, errors and refusals of the policy included, until the smoke test has spoken. */
    async consoleOf(url) {
      const page = await browser.newPage();
      const lines = [];
      const spoken = new Promise((resolve) => {
        const say = (line) => {
          lines.push(line);
          resolve();
        };
        page.on("console", (message) => say(message.text()));
        page.on("pageerror", (error) => say(String(error)));
        page.on("requestfailed", (request) => say(`${request.url()}: ${request.failure()?.errorText}`));
      });
      await page.goto(url);
      await spoken;
      await page.close();
      return lines;
    },
  };
}
