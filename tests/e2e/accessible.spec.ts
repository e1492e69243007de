import { expect, expectAccessible, expectDialogAccessible, expectNoSideways, go, open, openSample, test, unfold } from "./page.ts";

const screens = [
  { hash: "today", heading: "Today", title: "Today – nextsale (sample)" },
  { hash: "leads", heading: "Leads", title: "Leads – nextsale (sample)" },
  { hash: "party/p_sample0", heading: "Ada Okafor", title: "Ada Okafor – nextsale (sample)" },
  { hash: "party/p_sample0/edit", heading: "Edit Ada Okafor", title: "Edit – nextsale (sample)" },
  { hash: "add", heading: "Add a lead", title: "Add a lead – nextsale (sample)" },
  { hash: "import", heading: "Import", title: "Import – nextsale (sample)" },
  { hash: "history", heading: "History", title: "History – nextsale (sample)" },
  { hash: "backup", heading: "Backup", title: "Backup – nextsale (sample)" },
  { hash: "board", heading: "Board", title: "Board – nextsale (sample)" },
  { hash: "week", heading: "Week", title: "Week – nextsale (sample)" },
  { hash: "duplicates", heading: "Duplicates", title: "Duplicates – nextsale (sample)" },
  { hash: "party/p_sample0/prepare", heading: "Ada Okafor", title: "Prepare – nextsale (sample)" },
  { hash: "plan/edit", heading: "Edit the sales plan", title: "Edit the sales plan – nextsale (sample)" },
  { hash: "plan", heading: "Sales plan", title: "Sales plan – nextsale (sample)" },
  { hash: "promotions", heading: "Promotions", title: "Promotions – nextsale (sample)" },
  { hash: "promotions/po_sites", heading: "Edit the promotion", title: "Edit a promotion – nextsale (sample)" },
  { hash: "quote/d_clinics/p_sample0", heading: "Quote for Three clinics", title: "Quote – nextsale (sample)" },
  { hash: "effect", heading: "What works", title: "What works – nextsale (sample)" },
  { hash: "effect/po_trial", heading: "Effect of First month on us", title: "What works – nextsale (sample)" },
  { hash: "nowhere/at/all", heading: "There is nothing here", title: "Nothing here – nextsale (sample)" },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, viewport] of [["desktop", { width: 1280, height: 860 }], ["phone", { width: 360, height: 740 }]] as const) {
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test("every screen has its heading and title, takes the focus, and is accessible", async ({ page }) => {
        test.slow();
        await openSample(page);
        for (const { hash, heading, title } of screens) {
          // The first is there already: going there again from another takes the focus like any.
          if (hash === "today") await go(page, "leads");
          await go(page, hash);
          await expect(page.locator("h1")).toHaveText(heading);
          await expect(page).toHaveTitle(title);
          await unfold(page);
          await expectAccessible(page, hash);
          await expectNoSideways(page);
        }
      });

      test("the empty book teaches, and is accessible", async ({ page }) => {
        await open(page);
        await expect(page.getByRole("link", { name: "Import a file" })).toBeVisible();
        await expectAccessible(page, "empty");
        await expectNoSideways(page);
      });

      test("logging, planning and help are accessible", async ({ page }) => {
        await openSample(page);
        await page.getByRole("button", { name: "Log the result" }).click();
        await page.getByText("More words, and the next date").click();
        await expectAccessible(page, "log on Today");
        await expectNoSideways(page);
        await page.getByRole("button", { name: "Not yet" }).click();
        await page.getByRole("button", { name: "Plan for later" }).click();
        await expect(page.getByRole("dialog", { name: /Plan a contact/ })).toBeVisible();
        await expectDialogAccessible(page, "plan a contact");
        await page.keyboard.press("Escape");
        await page.getByRole("banner").getByRole("button", { name: /^Log/ }).click();
        await expect(page.getByRole("dialog", { name: "Log a contact" })).toBeVisible();
        await expectDialogAccessible(page, "log from anywhere");
        await page.keyboard.press("Escape");
        await page.keyboard.press("?");
        await expect(page.getByRole("dialog", { name: "Keyboard and help" })).toBeVisible();
        await expectDialogAccessible(page, "help");
      });
    });
  }
}
