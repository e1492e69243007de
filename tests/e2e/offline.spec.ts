import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { ada, expect, go, open, record, test } from "./page.ts";

const built = fileURLToPath(new URL("../../www/dist/", import.meta.url));
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
const types: Record<string, string> = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};

/** A server of the built page that can be given a newer build. */
async function serve(): Promise<{ server: Server; url: string; release(mark: string): void }> {
  let mark = "first build";
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    const name = path === "/" ? "index.html" : path.slice(1);
    let content: Buffer | string = readFileSync(built + name);
    if (name === "index.html") content = content.toString().replace("<body>", `<body data-build="${mark}">`);
    if (name === "service-worker.js") content = content.toString().replace(/[0-9a-f]{16}/, mark.replace(" ", "-"));
    response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain", "cache-control": "no-store" }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, url: `http://localhost:${address.port}/`, release: (newer) => (mark = newer) };
}

test.describe("Offline", () => {
  test("the policy is the one of the design, with named policies for Trusted Types; breaking it is noticed", async ({ page, watch }) => {
    await open(page);
    const content = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    expect(content).toBe(`${policy}; trusted-types lit-html nextsale-worker`);
    const blocked = await page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<b>no</b>";
        return "allowed";
      } catch (problem) {
        return (problem as Error).name;
      }
    });
    expect(blocked).toBe("TypeError");
    await expect.poll(() => watch.join("; ")).toContain("against the policy: require-trusted-types-for");
    watch.length = 0;
  });

  test("every screen opens without network after one visit", async ({ page, context }) => {
    await open(page);
    await record(page, [ada()]);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    for (const screen of ["today", "leads", "party/p_ada", "party/p_ada/edit", "add", "import", "history", "backup", "plan"]) {
      await page.goto("about:blank");
      await open(page, screen);
    }
    await go(page, "party/p_ada");
    await page.getByLabel("New note").fill("From the field");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await page.reload();
    await expect(page.getByRole("region", { name: "Notes" })).toContainText("From the field");
    await context.setOffline(false);
  });

  test("it can be installed", async ({ page, baseURL }) => {
    await open(page);
    const href = await page.locator("link[rel=manifest]").getAttribute("href");
    const manifest = await (await page.request.get(new URL(href ?? "", baseURL).href)).json();
    expect(manifest).toMatchObject({ name: "nextsale", display: "standalone" });
    for (const { src } of manifest.icons) expect((await page.request.get(new URL(src, baseURL).href)).headers()["content-type"]).toContain("svg");
  });
});

test.describe("A newer build", () => {
  test("it waits until the user says so", async ({ browser }) => {
    const { server, url, release } = await serve();
    const context = await browser.newContext();
    const wrongs: string[] = [];
    context.on("weberror", (problem) => wrongs.push(problem.error().message));
    try {
      const page = await context.newPage();
      await page.goto(url);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      release("second build");
      await page.reload();
      const body = page.locator("body");
      await expect(body).toHaveAttribute("data-build", "first build");
      const banner = page.getByText("A newer version of this page is ready.");
      await expect(banner).toBeVisible();
      await page.reload();
      await expect(body).toHaveAttribute("data-build", "first build");
      await expect(banner).toBeVisible();
      await page.getByRole("button", { name: "Use it now" }).click();
      await expect(body).toHaveAttribute("data-build", "second build");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(banner).toHaveCount(0);
      await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["nextsale-page-second-build"]);
      expect(wrongs).toEqual([]);
    } finally {
      await context.close();
      server.close();
    }
  });
});
