import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, expectAccessible, expectNoSideways, go, look, open, type Page, test } from "./page.ts";

const fixture = fileURLToPath(new URL("../fixtures/csv/salesforce_leads_1000.csv", import.meta.url));
const maven = fileURLToPath(new URL("../../../shared/data/maven_crm/", import.meta.url));

interface Preview {
  readonly newParties: number;
}

async function choose(page: Page, files: readonly string[]): Promise<void> {
  await page.getByLabel(/Choose (files|other files)/).setInputFiles([...files]);
  await expect(page.getByRole("heading", { name: "What would come in" })).toBeVisible();
}

/** How many would come in, as the screen says. */
async function counted(page: Page, words: string): Promise<number> {
  const text = await page.locator(".counts > div", { hasText: words }).locator("dd").textContent();
  return Number(text?.replaceAll(/\D/g, ""));
}

test.describe("Import", () => {
  test("a thousand leads of a CRM: seen before they come in, worked through, undone, and all of it offline", async ({ page, context }) => {
    test.slow();
    await open(page, "import");
    await choose(page, [fixture]);

    // What would come in: the columns with what they are taken for, and the refused rows with place and reason.
    const file = page.getByRole("region", { name: "salesforce_leads_1000.csv" });
    await expect(file.getByLabel("What it holds")).toHaveValue("leads");
    await expect(file.getByLabel("Delimiter")).toHaveValue(",");
    await expect(file.getByLabel("Line of the header")).toHaveValue("1");
    for (const [heading, meaning] of [["FirstName", "First name"], ["LastName", "Last name"], ["Company", "Company"], ["LeadSource", "Lead source"]] as const) {
      await expect(file.getByLabel(`Meaning of ${heading}`, { exact: true }).locator("option:checked")).toHaveText(meaning);
    }
    const refused = await counted(page, "rows refused");
    expect(refused).toBeGreaterThan(0);
    const reasons = file.locator(".problems tbody tr", { hasText: "The row stays out" });
    await expect(reasons).toHaveCount(refused);
    for (const row of await reasons.all()) {
      await expect(row.locator("td").first()).toHaveText(/^\d+$/);
      await expect(row.locator("td").nth(3)).toHaveText(/\w+ \w+/);
    }
    await expectAccessible(page, "import preview");

    // Another mapping is another preview.
    const parties = await counted(page, "new in the book");
    await file.getByLabel("Meaning of Company", { exact: true }).selectOption("ignore");
    await expect.poll(() => counted(page, "new in the book")).toBeLessThan(parties);
    await file.getByLabel("Meaning of Company", { exact: true }).selectOption({ label: "Company" });
    await expect.poll(() => counted(page, "new in the book")).toBe(parties);
    expect((await look<Preview & { entries: number }>(page, { type: "book" })).entries).toBe(0);

    await page.getByRole("button", { name: /^Import [\d,]+ records/ }).click();
    await expect(page.getByRole("heading", { name: "Imported" })).toBeFocused();
    await page.getByRole("link", { name: "See today’s plan" }).click();

    // Today lists contacts, each with who, how and what for; the first with everything.
    const items = page.locator(".timeline li");
    expect(await items.count()).toBeGreaterThan(10);
    for (const item of await items.all()) {
      await expect(item.locator("a")).toHaveText(/\S/);
      await expect(item.locator("div > p.sub")).toHaveText(/\S.* · .*\S/);
    }
    for (let seen = 0; seen < 3; seen += 1) {
      const step = page.getByRole("article");
      for (const term of ["Why", "How", "What for", "What they gain"]) {
        await expect(step.locator("dl.words > div", { hasText: term }).first().locator("dd")).toHaveText(/\S/);
      }
      expect(await step.locator(".reasons li").count()).toBeGreaterThan(1);
      await page.getByRole("button", { name: "Skip for now" }).click();
    }

    // Log one: the log, the moved score and a new next step are there, also after a reload without network.
    const who = page.getByRole("article").getByRole("heading", { level: 2 }).getByRole("link");
    const name = (await who.textContent())?.trim() ?? "";
    const party = decodeURIComponent((await who.getAttribute("href"))?.split("/").at(-1) ?? "");
    const before = await look<PartyNow>(page, { type: "party", party });
    await page.getByRole("button", { name: "Log the result" }).click();
    await page.getByLabel("Notes").fill("They plan for spring");
    await page.getByText("More words, and the next date").click();
    await page.getByLabel(/^Asked:/).selectOption("yes");
    await page.getByRole("button", { name: /^Reached/ }).click();
    await expect(page.getByRole("status").filter({ hasText: `Logged: ${name}, reached` })).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await go(page, `party/${party}`);
    await expect(page.locator(".contacts li").first()).toContainText("They plan for spring");
    const after = await look<PartyNow>(page, { type: "party", party });
    expect(after.score.points).toBeGreaterThan(before.score.points);
    await expect(page.locator(".score-reasons tfoot")).toContainText(String(after.score.points));
    expect(after.steps.length).toBeGreaterThan(0);
    expect(after.steps[0]?.at).not.toBe(before.steps[0]?.at);
    await expect(page.locator(".step").first().locator("dl.words")).toContainText(after.steps[0]?.words.whatFor ?? "nothing");

    // Undo, still offline, brings the former state back; then the import goes as a whole.
    await page.keyboard.press("Control+z");
    await expect(page.locator(".contacts li")).toHaveCount(0);
    const undone = await look<PartyNow>(page, { type: "party", party });
    expect({ score: undone.score, qualification: undone.qualification }).toEqual({ score: before.score, qualification: before.qualification });
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("heading", { name: "Nobody is here" })).toBeVisible();
    expect(await look(page, { type: "book" })).toMatchObject({ parties: 0 });
    await context.setOffline(false);
  });

  test("the whole import is undone from where it was done", async ({ page }) => {
    await open(page, "import");
    await choose(page, [fixture]);
    await page.getByRole("button", { name: /^Import [\d,]+ records/ }).click();
    await page.getByRole("button", { name: "Undo the whole import" }).click();
    await expect(page.getByRole("heading", { name: "The import was taken back" })).toBeVisible();
    expect(await look(page, { type: "book" })).toMatchObject({ parties: 0 });
    await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible();
    expect((await look<{ parties: number }>(page, { type: "book" })).parties).toBeGreaterThan(900);
  });

  test("a file dropped on the page is read; one that is no table is refused with the reason", async ({ page }) => {
    await open(page, "import");
    const transfer = await page.evaluateHandle(() => {
      const files = new DataTransfer();
      files.items.add(new File(["Name;Phone\nAda Lovelace;+44 20 7946 0018\n"], "dropped.csv"));
      return files;
    });
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
    const file = page.getByRole("region", { name: "dropped.csv" });
    await expect(file.getByLabel("Delimiter")).toHaveValue(";");
    await expect(file).toContainText("1 row: 1 come in");
    await choose(page, [fileURLToPath(new URL("../../pkg/engine.wasm", import.meta.url))]);
    await expect(page.getByRole("region", { name: "engine.wasm" }).getByRole("alert")).toHaveText(/\w+ \w+/);
    await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });

    test("the preview has room, and is accessible", async ({ page }) => {
      await open(page, "import");
      await choose(page, [fixture]);
      await expectNoSideways(page);
      await expectAccessible(page, "import preview on a phone");
    });
  });

  test("accounts, products, sellers and 8,800 opportunities of a real CRM", async ({ page }) => {
    if (!existsSync(maven)) {
      console.log(`${maven} is absent: the import of the real CRM was not tried`);
      return;
    }
    test.slow();
    await open(page, "import");
    await choose(page, ["accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"].map((name) => maven + name));
    for (const [name, table] of [["accounts.csv", "accounts"], ["products.csv", "products"], ["sales_teams.csv", "members"], ["sales_pipeline.csv", "opportunities"]] as const) {
      await expect(page.getByRole("region", { name, exact: true }).getByLabel("What it holds")).toHaveValue(table);
    }
    await page.getByRole("button", { name: /^Import [\d,]+ records/ }).click();
    await expect(page.getByRole("heading", { name: "Imported" })).toBeFocused({ timeout: 30_000 });
    const book = await look<Book>(page, { type: "book" });
    expect(book.openDeals + book.wonDeals + book.lostDeals).toBe(8800);
    expect({ products: book.products.length, members: book.members.length, parties: book.parties }).toEqual({ products: 7, members: 35, parties: 85 });
    await go(page, "today");
    await expect(page.locator(".timeline li").first()).toBeVisible();
    const step = page.getByRole("article");
    for (const term of ["Why", "How", "What for"]) await expect(step.locator("dl.words > div", { hasText: term }).first().locator("dd")).toHaveText(/\S/);
    await page.reload();
    await expect(page.locator(".timeline li").first()).toBeVisible();
    expect(await look<Book>(page, { type: "book" })).toEqual(book);
    await go(page, "leads");
    await page.getByLabel("Search").fill("Hottechi");
    await page.getByRole("link", { name: "Hottechi" }).click();
    await expect(page.locator(".deal").nth(10)).toBeAttached();
  });
});

interface PartyNow {
  readonly score: { readonly points: number };
  readonly steps: readonly { readonly at: number | null; readonly words: { readonly whatFor: string } }[];
  readonly qualification: unknown;
}

interface Book {
  readonly parties: number;
  readonly openDeals: number;
  readonly wonDeals: number;
  readonly lostDeals: number;
  readonly products: readonly unknown[];
  readonly members: readonly unknown[];
}
