import { ada, expect, go, look, open, openSample, record, test } from "./page.ts";

test.describe("Undo", () => {
  test("Ctrl+Z undoes the last own changes one after the other, also after a reload; Ctrl+Shift+Z does them again", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada");
    for (const text of ["First note", "Second note"]) {
      await page.getByLabel("New note").fill(text);
      await page.getByRole("button", { name: "Keep the note" }).click();
    }
    const notes = page.getByRole("region", { name: "Notes" });
    await expect(notes).toContainText("Second note");
    await page.reload();
    // Before the book is open there is nothing to undo.
    await expect(notes).toContainText("Second note");
    await page.keyboard.press("Control+z");
    await expect(notes).not.toContainText("Second note");
    await expect(page.getByRole("status").filter({ hasText: "Undone: Noted about Ada Lovelace" })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(notes).not.toContainText("First note");
    await expect(page.getByRole("banner").getByRole("button", { name: "Undo" })).toBeDisabled();
    await page.keyboard.press("Control+Shift+z");
    await expect(notes).toContainText("First note");
    await page.getByRole("banner").getByRole("button", { name: "Redo" }).click();
    await expect(notes).toContainText("Second note");
    await expect(page.getByRole("banner").getByRole("button", { name: "Redo" })).toBeDisabled();
  });

  test("in a field Ctrl+Z is the field's own", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada");
    await page.getByLabel("New note").fill("Kept");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await page.getByLabel("New note").pressSequentially("typed");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("region", { name: "Notes" })).toContainText("Kept");
    await expect(page.getByLabel("New note")).not.toHaveValue("typed");
  });

  test("any line of the history can be undone, and its undoing too; nothing leaves the journal", async ({ page }) => {
    await open(page);
    await record(page, [ada(), ada("p_bob", "Bob Babbage")]);
    await go(page, "history");
    const lines = page.locator(".history li");
    await expect(lines).toHaveCount(2);
    await page.getByRole("button", { name: /^Undo: .*Ada Lovelace/ }).click();
    await expect(lines).toHaveCount(3);
    await expect(page.locator(".history li.takenBack")).toContainText("Ada Lovelace");
    expect(await look(page, { type: "book" })).toMatchObject({ parties: 1 });
    await lines.first().getByRole("button", { name: /^Undo/ }).click();
    await expect(lines).toHaveCount(4);
    expect(await look(page, { type: "book" })).toMatchObject({ parties: 2 });
  });

  test("the sample is one click away, a book of its own, and one click gone", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    const own = await look(page, { type: "book" });
    await page.evaluate(() => document.querySelector("[data-screen]")?.dispatchEvent(new CustomEvent("open-sample", { bubbles: true })));
    await expect(page.getByText("This is sample data")).toBeVisible();
    expect(await look(page, { type: "book" })).toMatchObject({ customers: 1 });
    await page.reload();
    await expect(page.getByText("This is sample data")).toBeVisible();
    await page.getByRole("button", { name: "Remove the sample" }).click();
    await expect(page.getByText("This is sample data")).toHaveCount(0);
    expect(await look(page, { type: "book" })).toEqual(own);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("sample")))).toEqual([]);
  });

  test("the sample is the same for everybody on the same day", async ({ page, browser, baseURL }) => {
    const order = { type: "leads", order: "approach" };
    await openSample(page);
    const here = await look<{ rows: readonly { name: string }[] }>(page, order);
    const context = await browser.newContext({ ...(baseURL && { baseURL }), timezoneId: "Europe/London", locale: "en-GB" });
    await context.clock.install({ time: new Date("2026-11-23T09:05:00Z") });
    const other = await context.newPage();
    await openSample(other);
    const there = await look<{ rows: readonly { name: string }[] }>(other, order);
    expect(there.rows.map(({ name }) => name)).toEqual(here.rows.map(({ name }) => name));
    await context.close();
  });
});
