import { expect, expectAccessible, expectNoSideways, go, look, open, type Page, record, test } from "./page.ts";

const met = (party: string, name: string, phone: string) => ({ type: "partyMet", party, kind: "person", name, contactPoints: [{ channel: "phone", value: phone }] });

async function twice(page: Page): Promise<void> {
  await open(page);
  await record(page, [
    met("p_ada", "Ada Lovelace", "+44 20 7946 0018"),
    met("p_ada2", "Ada Lovelace", "+442079460018"),
    { type: "noteTaken", party: "p_ada2", text: "Writes programs for a machine" },
  ]);
}

test.describe("People", () => {
  test("who is in the book twice is found and merged, nothing is lost, and Undo takes it back", async ({ page }) => {
    await twice(page);
    await go(page, "duplicates");
    await expect(page.getByText("1 group that looks like one and the same")).toBeVisible();
    await expectAccessible(page, "duplicates");
    await page.screenshot({ path: "test-results/shots/duplicates.png", fullPage: true });
    await page.getByRole("radio", { name: /Ada Lovelace/ }).first().check();
    await page.getByRole("button", { name: "Merge 2 into one" }).click();
    await expect(page.getByText("Nobody is in the book twice.")).toBeVisible();
    await go(page, "party/p_ada");
    await expect(page.getByText("Writes programs for a machine").first()).toBeVisible();
    expect((await look<{ total: number }>(page, { type: "leads" })).total).toBe(1);
    await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
    expect((await look<{ total: number }>(page, { type: "leads" })).total).toBe(2);
  });

  test("an address book is imported, shown first", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, "import");
    const text = ["BEGIN:VCARD", "VERSION:3.0", "FN:Grace Hopper", "N:Hopper;Grace;;;", "TEL;TYPE=work:+1 202 555 0143", "EMAIL:grace@example.com", "END:VCARD", ""].join("\r\n");
    await page.locator("#import-files").setInputFiles({ name: "friends.vcf", mimeType: "text/vcard", buffer: Buffer.from(text) });
    await expect(page.getByRole("region", { name: "friends.vcf" })).toContainText("1 come in");
    await expectNoSideways(page);
    await page.getByRole("button", { name: /^Import 1 record/ }).click();
    expect((await look<{ rows: { name: string }[] }>(page, { type: "leads" })).rows.map(({ name }) => name)).toEqual(["Grace Hopper"]);
  });
});
