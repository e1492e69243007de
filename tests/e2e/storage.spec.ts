import { readFile } from "node:fs/promises";
import { ada, expect, expectAccessible, go, look, open, type Page, record, test } from "./page.ts";

/** Records facts one by one, letting the page breathe in between, as two people at two tabs would. */
function recordSlowly(page: Page, facts: readonly object[]): Promise<void> {
  return page.evaluate(async (all) => {
    const { desk } = document.querySelector("[data-screen]") as unknown as { desk: { engine: { record(fact: object): unknown } } };
    for (const fact of all) {
      desk.engine.record(fact);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, facts);
}

function crowd(tab: string): object[] {
  return Array.from({ length: 200 }, (_, index) => ada(`p_${tab}${index}`, `Person ${index} of ${tab}`));
}

async function saved(page: Page, link: Parameters<Page["getByRole"]>[1]): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", link).first().click()]);
  return readFile(await download.path(), "utf8");
}

test.describe("Storage", () => {
  test("two tabs that record 200 facts each at the same time both show all 400, also after a reload", async ({ page, context }) => {
    const other = await context.newPage();
    await open(page);
    await open(other);
    await Promise.all([recordSlowly(page, crowd("one")), recordSlowly(other, crowd("two"))]);
    for (const tab of [page, other]) {
      await go(tab, "leads");
      await expect(tab.getByText("400 in the book")).toBeVisible();
    }
    for (const tab of [page, other]) {
      await tab.reload();
      await expect(tab.getByText("400 in the book")).toBeVisible();
      await tab.getByLabel("Search").fill("person 199");
      await expect(tab.getByText("2 of 400")).toBeVisible();
    }
  });

  test("what another tab records appears without being asked for", async ({ page, context }) => {
    const other = await context.newPage();
    await open(page);
    await open(other);
    await record(other, [ada()]);
    await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toContainText("Ada Lovelace");
    await other.getByRole("button", { name: "Log the result" }).click();
    await other.getByRole("button", { name: /^No answer/ }).click();
    await expect(page.getByRole("heading", { name: "Nothing more for today" })).toBeVisible();
  });

  test("damaged, truncated and foreign values are named, kept and offered; the rest is there", async ({ page }) => {
    await open(page);
    await record(page, [ada("p_one", "First Whole"), ada("p_two", "Second Whole"), ada("p_three", "Third Broken"), ada("p_four", "Fourth Cut")]);
    const broken = await page.evaluate(() => {
      const find = (name: string): string => Object.keys(localStorage).find((key) => localStorage.getItem(key)?.includes(name)) ?? "";
      const [third, fourth] = [find("Third Broken"), find("Fourth Cut")];
      localStorage.setItem(third, localStorage.getItem(third)?.replace("Third", "Thurd") ?? "");
      localStorage.setItem(fourth, localStorage.getItem(fourth)?.slice(0, -9) ?? "");
      const foreign = third.slice(0, -1) + "zzz";
      localStorage.setItem(foreign, "\u{1F4A5}{]<b>");
      localStorage.setItem("nextsale/not of ours", "hello");
      localStorage.setItem("somebody else", "hello");
      return [third, fourth, foreign].map((key) => key.replace("nextsale/", ""));
    });
    expect(broken.every((key) => key.length > 3)).toBe(true);
    await page.reload();
    await go(page, "leads");
    await expect(page.getByText("2 in the book")).toBeVisible();
    await go(page, "backup");
    const notes = page.locator(".notes li");
    for (const key of broken) await expect(notes.filter({ has: page.getByText(key, { exact: true }) })).toHaveCount(1);
    await expectAccessible(page, "backup with notes");
    const text = await saved(page, { name: "Download these values" });
    expect(text).toContain("Thurd Broken");
    expect(JSON.parse(text)).toHaveLength(await notes.count());
    expect(await page.evaluate((key) => localStorage.getItem(`nextsale/${key}`), broken[0])).toContain("Thurd Broken");
  });

  test("a full storage is said until it is saved, and nothing is dropped", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await page.evaluate(() => {
      let block = "x".repeat(4_000_000);
      for (let part = 0; block.length > 0; ) {
        try {
          localStorage.setItem(`filler ${part}`, block);
          part += 1;
        } catch {
          block = block.slice(0, Math.floor(block.length / 2));
        }
      }
    });
    await page.getByRole("button", { name: "Log the result" }).click();
    await page.getByLabel("Notes").fill("Not to be lost");
    await page.getByRole("button", { name: /^Reached/ }).click();
    const banner = page.getByRole("alert").filter({ hasText: "not saved" });
    await expect(banner).toContainText("1 change not saved");
    await go(page, "party/p_ada");
    await expect(page.locator(".contacts li").first()).toContainText("Not to be lost");
    await expect(banner).toBeVisible();
    await expectAccessible(page, "full");
    expect(await saved(page, { name: "Download a backup" })).toContain("Not to be lost");
    await banner.getByRole("button", { name: "Try again" }).click();
    await expect(banner).toBeVisible();
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("filler")).forEach((key) => localStorage.removeItem(key)));
    await banner.getByRole("button", { name: "Try again" }).click();
    await expect(banner).toBeHidden();
    await page.reload();
    await expect(page.locator(".contacts li").first()).toContainText("Not to be lost");
  });

  test("a backup brings everything to another browser, and is there only once", async ({ page, browser, baseURL }, info) => {
    await open(page);
    await record(page, [ada(), { type: "noteTaken", party: "p_ada", text: "Counts in her head" }]);
    await go(page, "backup");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download a backup" }).click()]);
    expect(download.suggestedFilename()).toBe("nextsale-2026-11-23.json");
    const path = info.outputPath("backup.json");
    await download.saveAs(path);
    const context = await browser.newContext({ ...(baseURL && { baseURL }) });
    const fresh = await context.newPage();
    await open(fresh, "backup");
    await fresh.getByLabel("Backup file").setInputFiles(path);
    await expect(fresh.getByText("Restored 2 entries.")).toBeVisible();
    await fresh.getByLabel("Backup file").setInputFiles(path);
    await expect(fresh.getByText("Everything in the file was here already.")).toBeVisible();
    await fresh.getByLabel("Backup file").setInputFiles({ name: "wrong.json", mimeType: "application/json", buffer: Buffer.from('{"no":"backup"}') });
    await expect(fresh.getByRole("alert").filter({ hasText: /\w+ \w+/ })).toBeVisible();
    await go(fresh, "party/p_ada");
    await expect(fresh.getByRole("region", { name: "Notes" })).toContainText("Counts in her head");
    expect(await look(fresh, { type: "book" })).toMatchObject({ entries: 2 });
    await context.close();
  });

  test("tables for other programs hold everybody, and no cell can run", async ({ page }) => {
    await open(page);
    await record(page, [ada(), ada("p_evil", "=HYPERLINK(\"http://evil.example\")")]);
    await go(page, "backup");
    const table = await saved(page, { name: "Leads and customers" });
    expect(table).toContain("Ada Lovelace");
    expect(table).toContain("'=HYPERLINK");
    expect(table).not.toMatch(/(^|,|")=/m);
  });
});

test.describe("Without storage", () => {
  test("the page says so, and works for as long as it is open", async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      }
    });
    await page.goto("./#/today");
    await expect(page.getByRole("heading", { name: "Your book could not be opened" })).toBeVisible();
    await page.getByRole("button", { name: "Go on without saving" }).click();
    await expect(page.getByText("Nothing is saved here.")).toBeVisible();
    await go(page, "add");
    await page.locator("[name=name]").fill("Ada Lovelace");
    await page.getByRole("button", { name: "Add to the book" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("heading", { level: 1, name: "Nobody is here" })).toBeVisible();
    await page.keyboard.press("Control+Shift+z");
    expect(await saved(page, { name: "Download a backup" })).toContain("Ada Lovelace");
  });
});
