// The page under test, watched all the time: whatever a test does, no other host may be asked, nothing may be written to
// the console as an error, nothing may break the policy, and nothing may be thrown.
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";

export { expect, type BrowserContext, type Page };

/** A Monday morning, when there is a day to work through, wherever and whenever the tests run. */
export const morning = new Date("2026-11-23T09:05:00Z");

export const test = base.extend<{ watch: string[] }>({
  locale: "en-GB",
  timezoneId: "Europe/London",
  context: async ({ context }, use) => {
    await context.clock.install({ time: morning });
    await use(context);
  },
  watch: [
    async ({ context, baseURL }, use) => {
      const wrongs = await watch(context, new URL(baseURL ?? "").origin);
      await use(wrongs);
      expect(wrongs).toEqual([]);
    },
    { auto: true },
  ],
});

/** Notes everything that must not happen in any page of the context. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const wrongs: string[] = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["blob:", "data:"].includes(url.protocol) && url.origin !== origin) wrongs.push(`asked another host: ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") wrongs.push(`console error: ${message.text()}`);
  });
  context.on("weberror", (problem) => wrongs.push(`thrown: ${problem.error().message}`));
  await context.exposeBinding("noteViolation", (_, directive: string, blocked: string) => {
    wrongs.push(`against the policy: ${directive} ${blocked}`);
  });
  await context.addInitScript(() => {
    const { noteViolation } = globalThis as unknown as { noteViolation(directive: string, blocked: string): void };
    document.addEventListener("securitypolicyviolation", (event) => noteViolation(event.violatedDirective, event.blockedURI));
  });
  return wrongs;
}

/** Opens a screen. */
export async function open(page: Page, screen = "today"): Promise<void> {
  await page.goto(`./#/${screen}`);
  await expect(page.locator("h1")).toBeVisible();
}

/** Goes to a screen by its address, as a link would. */
export async function go(page: Page, screen: string): Promise<void> {
  // After a reload the page has to stand before it can go anywhere.
  await expect(page.locator("h1")).toBeVisible();
  await page.evaluate((hash) => {
    // The heading of the screen before may have the focus still: only the new one's counts.
    if (location.hash !== hash && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    location.hash = hash;
  }, `#/${screen}`);
  await expect(page.locator("h1")).toBeFocused();
}

/** Opens the page with the sample in it. */
export async function openSample(page: Page): Promise<void> {
  await open(page);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await expect(page.getByText("This is sample data")).toBeVisible();
}

/** Unfolds whatever is folded away. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => details.setAttribute("open", "")));
}

/** What a screen's `desk` lets a test do, as a host's own code could. */
interface TestDesk {
  engine: { record(fact: object): { entry: string }; look(query: object): unknown };
}

/** Records facts through the engine of the page. */
export async function record(page: Page, facts: readonly object[]): Promise<void> {
  await page.evaluate((all) => {
    const { desk } = document.querySelector("[data-screen]") as unknown as { desk: TestDesk };
    for (const fact of all) desk.engine.record(fact);
  }, facts);
}

/** Asks the engine of the page. */
export async function look<View>(page: Page, query: object): Promise<View> {
  return page.evaluate((asked) => {
    const { desk } = document.querySelector("[data-screen]") as unknown as { desk: TestDesk };
    return desk.engine.look(asked);
  }, query) as Promise<View>;
}

/** Somebody who can be called. */
export function ada(party = "p_ada", name = "Ada Lovelace"): object {
  return { type: "partyMet", party, kind: "person", name, contactPoints: [{ channel: "phone", value: "+44 20 7946 0018" }] };
}

/** Nothing stands in the way of anybody: what axe finds wrong, and what it could not decide, both count. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations, incomplete } = await new AxeBuilder({ page }).analyze();
  const found = [...violations, ...incomplete].map(({ id, nodes }) => ({ screen: name, id, nodes: nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message).join(" ")}`) }));
  expect(found).toEqual([]);
}

/**
 * The same for an open dialog. What lies behind it is hidden meanwhile: axe reckons with it although no light comes
 * through, and can't decide where a paragraph lies above several things.
 */
export async function expectDialogAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("next-sale { visibility: hidden } dialog[open] { visibility: visible }");
    document.adoptedStyleSheets = [sheet];
  });
  await expectAccessible(page, name);
  await page.evaluate(() => void (document.adoptedStyleSheets = []));
}

/** On a phone nothing may be wider than the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}
