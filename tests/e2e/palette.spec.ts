import { expect, expectDialogAccessible, expectNoSideways, go, openSample, type Page, test } from "./page.ts";

const field = (page: Page) => page.getByRole("combobox", { name: "Find people, screens and actions" });

const options = (page: Page) => page.getByRole("listbox", { name: "Found" }).getByRole("option");

test.describe("Command palette", () => {
  test("finds somebody by a few letters, wherever we are, even while typing", async ({ page }) => {
    await openSample(page);
    await go(page, "leads");
    await page.getByRole("searchbox").first().focus();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("freya");
    await expect(options(page).first()).toContainText("Freya Lindqvist");
    await expect(page.getByRole("listbox", { name: "Found" }).getByRole("option", { selected: true })).toContainText("Freya Lindqvist");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Freya Lindqvist" })).toBeFocused();
  });

  test("letters may be left out; arrows choose; Escape leaves everything as it was", async ({ page }) => {
    await openSample(page);
    await page.getByRole("button", { name: "Find people, screens and actions" }).click();
    await field(page).fill("slpl");
    await expect(options(page).first()).toContainText("Sales plan");
    await field(page).fill("hkob");
    await expect(options(page).first()).toContainText("Hana Kobayashi");
    await field(page).fill("board");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("listbox", { name: "Found" }).getByRole("option", { selected: true })).toContainText("Board: Deals");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(page.url()).toMatch(/\/(#\/today)?$/);
  });

  test("on somebody's screen it logs, plans, moves and parks; who was seen lately comes first", async ({ page }) => {
    await openSample(page);
    await go(page, "party/p_sample5");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("log");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: /Log a contact with Freya/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("move to new");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Stage: New" })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("park");
    await page.keyboard.press("Enter");
    await expect(page.locator("park-form").getByLabel(/^Why/)).toBeFocused();
    await go(page, "history");
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Control+k");
    await expect(options(page).first()).toContainText("Freya Lindqvist");
    await page.keyboard.press("Enter");
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog", { name: /Plan a contact with Freya/ })).toBeVisible();
  });

  test("what the screen can do is found too, folded away or not", async ({ page }) => {
    await openSample(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("into a cal");
    await expect(options(page).first()).toContainText("On this screen");
    const [calendar] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(calendar.suggestedFilename()).toMatch(/\.ics$/);
    await go(page, "party/p_sample5");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("complain");
    await expect(options(page).first()).toContainText(/complain/i);
    await page.keyboard.press("Enter");
    await expect(page.locator("main :focus")).toBeVisible();
    await expect(page.locator("main :focus")).toHaveText(/complain/i);
  });

  for (const scheme of ["light", "dark"] as const) {
    test(`it stands in nobody's way: ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 390, height: 844 });
      await openSample(page);
      await go(page, "party/p_sample5");
      await page.keyboard.press("Control+k");
      await expect(field(page)).toBeFocused();
      // What is scrolled out of sight can't be judged.
      await field(page).fill("move");
      await expectDialogAccessible(page, "palette");
      await expectNoSideways(page);
      await field(page).fill("");
      await page.screenshot({ path: `test-results/shots/palette-${scheme}.png` });
    });
  }
});
