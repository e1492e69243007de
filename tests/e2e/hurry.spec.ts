import { expect, go, open, openSample, type Page, test } from "./page.ts";

interface Hurry {
  /** Whether the open dialog is closed first. */
  readonly closing?: boolean;
  /** Where to go first. */
  readonly to?: string;
  readonly keys: readonly { readonly key: string; readonly ctrlKey?: boolean }[];
}

/** All of it before the page comes to anything else, as a slow machine makes of a fast typist. */
async function hurry(page: Page, what: Hurry): Promise<void> {
  await page.evaluate(({ closing = false, to, keys }) => {
    if (closing) document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    if (to !== undefined) location.hash = to;
    for (const { key, ctrlKey = false } of keys) {
      const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, code, ctrlKey, bubbles: true, cancelable: true }));
    }
  }, what);
  // Whatever the browser tells late has been told then.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
}

const find = { key: "k", ctrlKey: true };

const field = (page: Page) => page.getByRole("combobox", { name: "Find people, screens and actions" });

test.describe("In a hurry", () => {
  test("what is typed right after Ctrl+K is no shortcut, the first time and later", async ({ page }) => {
    await openSample(page);
    for (let time = 0; time < 2; time += 1) {
      await hurry(page, { keys: [find, { key: "a" }] });
      await expect(field(page)).toBeFocused();
      // What came before the palette did stands in it; what a script presses in its field writes nothing.
      await expect(field(page)).toHaveValue(time === 0 ? "a" : "");
      expect(page.url()).toMatch(/#\/today$|\/$/);
      await page.keyboard.press("Escape");
      await expect(field(page)).toBeHidden();
    }
  });

  test("the palette offers as much when it is opened again at once", async ({ page }) => {
    await openSample(page);
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await hurry(page, { closing: true, keys: [find] });
    await expect(page.getByRole("listbox", { name: "Found" }).getByRole("option").first()).toBeVisible();
  });

  test("a dialog to plan, closed and opened again at once, keeps its form", async ({ page }) => {
    await openSample(page);
    await go(page, "party/p_sample5");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: /Plan a contact with Freya/ });
    await expect(dialog).toBeVisible();
    await hurry(page, { closing: true, keys: [{ key: "n" }] });
    await expect(dialog.getByLabel("What they gain from it")).toBeVisible();
  });

  test("keys count for where the address is, even if the screen comes later", async ({ page }) => {
    await openSample(page);
    await go(page, "history");
    await hurry(page, { to: "#/party/p_sample5", keys: [{ key: "n" }] });
    await expect(page.getByRole("dialog", { name: /Plan a contact with Freya/ })).toBeVisible();
  });
});

test.describe("On a slow network", () => {
  // What the worker has kept needs no network.
  test.use({ serviceWorkers: "block" });

  test("a screen that comes late does not push aside where the user went meanwhile", async ({ page }) => {
    await open(page);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route(/plan-screen.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(/plan-screen.*\.js/);
    await page.evaluate(() => void (location.hash = "#/plan"));
    await asked;
    await go(page, "leads");
    release();
    await page.evaluate(async () => {
      await customElements.whenDefined("plan-screen");
      await new Promise((done) => setTimeout(done, 50));
    });
    await expect(page.locator("leads-screen h1")).toBeVisible();
    expect(page.url()).toMatch(/#\/leads$/);
  });

  test("a screen that can't be fetched is told, and the user stays where they are", async ({ page, watch }) => {
    await open(page, "leads");
    await page.route(/plan-screen.*\.js/, (route) => route.abort());
    await page.evaluate(() => void (location.hash = "#/plan"));
    await expect(page.getByText("could not be fetched")).toBeVisible();
    await expect(page.locator("leads-screen h1")).toBeVisible();
    expect(page.url()).toMatch(/#\/leads$/);
    // The browser itself writes that a file could not be loaded.
    expect(watch.splice(0).every((wrong) => wrong.includes("Failed to load resource"))).toBe(true);
  });
});
