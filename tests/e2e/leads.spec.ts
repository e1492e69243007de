import { expect, openSample, go, test } from "./page.ts";

test.describe("Leads", () => {
  test("they stand in the order of approach, and can be searched, filtered and sorted; the address remembers", async ({ page }) => {
    await openSample(page);
    await go(page, "leads");
    await expect(page.locator("tbody tr").first()).toContainText("Ada Okafor");
    await page.getByLabel("Search").fill("ceramics");
    await expect(page.locator("tbody tr").first()).toContainText("Kobayashi");
    for (const row of await page.locator("tbody tr").all()) await expect(row).toContainText("Kobayashi");
    await page.reload();
    await expect(page.getByLabel("Search")).toHaveValue("ceramics");
    await page.getByLabel("Search").fill("");
    await page.getByLabel("Standing").selectOption("customer");
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await expect(page.locator("tbody tr")).toContainText("Kofi Mensah");
    await page.getByLabel("Standing").selectOption("");
    await page.getByLabel("Band").selectOption("hot");
    for (const row of await page.locator("tbody tr").all()) await expect(row).toContainText("Hot");
    await page.getByLabel("Band").selectOption("");
    await page.getByLabel("Order").selectOption("name");
    const names = await page.locator("tbody .lead-name").allTextContents();
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, "en")));
    await page.getByLabel("Search").fill("nobody at all");
    await page.getByRole("button", { name: "Show everybody" }).click();
    await expect(page.getByLabel("Search")).toHaveValue("");
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test("they are cards, and every screen can be reached", async ({ page }) => {
      await openSample(page);
      await page.getByRole("navigation").getByRole("link", { name: "Leads" }).click();
      await expect(page.locator("table")).toHaveCount(0);
      await expect(page.locator(".lead-cards li").first()).toContainText("Ada Okafor");
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("link", { name: "Backup" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Backup" })).toBeFocused();
      await expect(page.getByRole("link", { name: "Import" })).toBeHidden();
    });
  });
});
