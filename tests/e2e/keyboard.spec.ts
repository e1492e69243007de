import type { Locator } from "@playwright/test";
import { expect, open, type Page, test } from "./page.ts";

/** Goes on by Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}

test.describe("By keyboard alone", () => {
  test("add, edit, log, a refused move, an override, undo", async ({ page }) => {
    await open(page);
    await page.keyboard.press("a");
    await expect(page.getByRole("heading", { level: 1, name: "Add a lead" })).toBeFocused();
    await tabTo(page, page.getByLabel("Name", { exact: false }).first());
    await page.keyboard.type("Ada Lovelace");
    await tabTo(page, page.locator("[name='contactPoints[0].value']"));
    await page.keyboard.type("+44 20 7946 0018");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeFocused();

    await tabTo(page, page.getByRole("link", { name: "Edit", exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Edit Ada Lovelace" })).toBeFocused();
    await tabTo(page, page.locator("[name=name]"));
    await page.keyboard.press("End");
    await page.keyboard.type(" King");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace King" })).toBeFocused();

    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: /Log a contact with/ });
    await expect(dialog.getByLabel("Notes")).toBeFocused();
    await page.keyboard.type("Said yes to a call");
    await tabTo(page, dialog.getByRole("button", { name: /^Not reached/ }));
    await page.keyboard.press("Space");
    await expect(dialog).toBeHidden();
    await expect(page.locator(".contacts li").first()).toContainText("Said yes to a call");

    const stage = page.getByRole("region", { name: /^Stage/ });
    await expect(stage.locator(".missing")).toContainText(/\w+/);
    await tabTo(page, stage.getByRole("button", { name: "Move to Interested" }).first());
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(/^Move all the same/)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(/^Move all the same/)).toHaveAttribute("aria-invalid", "true");
    await page.keyboard.type("The owner asked for it");
    await page.keyboard.press("Enter");
    await expect(stage.getByRole("heading")).toHaveText("Stage: Interested");

    await tabTo(page, stage.getByRole("button").first());
    for (const left of ["Stage: New", "no contact", "Ada Lovelace"]) {
      await page.keyboard.press("Control+z");
      if (left === "Stage: New") await expect(stage.getByRole("heading")).toHaveText(left);
      else if (left === "no contact") await expect(page.locator(".contacts li")).toHaveCount(0);
      else await expect(page.getByRole("heading", { level: 1, name: left, exact: true })).toBeVisible();
    }
  });

  test("log from anywhere: whom first, found by a few letters", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Open the sample" }).press("Enter");
    await expect(page.getByText("This is sample data")).toBeVisible();
    await page.keyboard.press("c");
    await expect(page.getByLabel("With whom?")).toBeFocused();
    await page.keyboard.type("freya");
    await expect(page.getByRole("dialog").getByRole("button", { name: /Freya Lindqvist/ })).toBeVisible();
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: /Freya Lindqvist/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByLabel("Notes")).toBeFocused();
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: /^Partly/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Logged: Freya Lindqvist, partly" })).toBeVisible();
  });

  test("pairs of keys go to every screen; the help tells them; single keys can be turned off", async ({ page }) => {
    await open(page);
    for (const [key, heading] of [["l", "Whom to contact next?"], ["h", "History"], ["i", "Import"], ["b", "Backup"], ["p", "Sales plan"], ["t", "Whom to contact next?"]] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeFocused();
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toContainText("Log a contact");
    await page.getByLabel("Keys without Ctrl work").press("Space");
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1, name: "Whom to contact next?" })).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Keyboard and help" }).click();
    await expect(page.getByLabel("Keys without Ctrl work")).not.toBeChecked();
  });

  test("the content can be gone to past the navigation", async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });
});
