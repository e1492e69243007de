import { ada, expect, go, look, open, openSample, type Page, record, test } from "./page.ts";

interface Party {
  readonly name: string;
  readonly organisation: { readonly name: string } | null;
  readonly title: string | null;
  readonly source: object | null;
  readonly preferences: object;
  readonly attributes: object;
  readonly contactPoints: readonly { readonly value: string }[];
  readonly notes: readonly { readonly text: string }[];
}

async function shown(page: Page): Promise<Party> {
  await expect(page).toHaveURL(/#\/party\/[^/]+$/);
  const party = decodeURIComponent(page.url().split("/party/")[1] ?? "");
  return look<Party>(page, { type: "party", party });
}

test.describe("Add and edit a lead", () => {
  test("everything that can be said is recorded", async ({ page }) => {
    await openSample(page);
    await go(page, "add");
    await page.getByLabel("Name", { exact: false }).first().fill("Grace Hopper");
    await page.getByLabel("Organisation").fill("brightwater clinics");
    await page.getByLabel("Job title").fill("Admiral");
    await page.locator("[name='contactPoints[0].value']").fill("+44 20 7946 0999");
    await page.locator("[name='contactPoints[1].value']").fill("grace@example.com");
    await page.locator("[name='contactPoints[1].label']").fill("work");
    await page.getByRole("button", { name: "Another way" }).click();
    await page.locator("[name='contactPoints[2].channel']").selectOption("social");
    await page.locator("[name='contactPoints[2].value']").fill("@grace");
    await page.getByLabel("Source").selectOption("referral");
    await page.getByText("Who referred them?").click();
    await page.getByLabel("Somebody of the book").fill("freya");
    await page.getByRole("button", { name: /Freya Lindqvist/ }).click();
    await page.getByText("What they prefer").click();
    await page.getByLabel("Channel").selectOption("email");
    await page.getByLabel("Time zone").fill("America/New_York");
    await page.getByLabel("Convenient from").fill("09:00");
    await page.getByLabel("Convenient until").fill("11:30");
    await page.getByLabel("Tuesday").check();
    await page.getByText("Custom fields").click();
    await page.getByLabel("Field", { exact: true }).fill("Employees");
    await page.getByLabel("Value", { exact: true }).fill("120");
    await page.getByLabel("First note").fill("Found a moth");
    await page.getByRole("button", { name: "Add to the book" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grace Hopper");
    expect(await shown(page)).toMatchObject({
      name: "Grace Hopper",
      organisation: { name: "Brightwater Clinics" },
      title: "Admiral",
      source: { method: "referral", referrer: "p_sample5" },
      preferences: { channel: "email", zone: "America/New_York", windows: [{ weekdays: ["tuesday"], hours: { from: "09:00", to: "11:30" } }] },
      attributes: { Employees: 120 },
      contactPoints: [{ value: "+44 20 7946 0999" }, { value: "grace@example.com", label: "work" }, { value: "@grace" }],
      notes: [{ text: "Found a moth" }],
    });
    await expect(page.getByRole("link", { name: "Freya Lindqvist" })).toBeVisible();
  });

  test("what is wrong is said beside the field, all at once, and nothing typed is lost", async ({ page }) => {
    await open(page, "add");
    await page.locator("[name='contactPoints[1].value']").fill("ada at home");
    await page.getByText("What they prefer").click();
    await page.getByLabel("Time zone").fill("somewhere else");
    await page.getByRole("button", { name: "Add to the book" }).click();
    for (const name of ["name", "contactPoints[1].value", "preferences.zone"]) {
      const field = page.locator(`[name='${name}']`);
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(/.+/);
    }
    await expect(page.locator("[name=name]")).toBeFocused();
    expect(await look(page, { type: "book" })).toMatchObject({ entries: 0 });
    await go(page, "plan");
    await go(page, "add");
    await page.reload();
    await expect(page.locator("[name='contactPoints[1].value']")).toHaveValue("ada at home");
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(page.locator("[name='contactPoints[1].value']")).toHaveValue("");
  });

  test("only what was changed is recorded, and it can be undone", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada/edit");
    const before = await look<{ entries: number }>(page, { type: "book" });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/p_ada$/);
    expect(await look(page, { type: "book" })).toMatchObject({ entries: before.entries });
    await go(page, "party/p_ada/edit");
    await page.locator("[name=name]").fill("Ada King");
    await page.locator("[name='contactPoints[0].value']").fill("+44 20 7946 0020");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada King");
    expect((await shown(page)).contactPoints).toMatchObject([{ value: "+44 20 7946 0020" }]);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada Lovelace");
    expect((await shown(page)).contactPoints).toMatchObject([{ value: "+44 20 7946 0018" }]);
  });

  test("who is in the book already is said before they are there twice", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "add");
    await page.locator("[name=name]").fill("ada lovelace");
    await expect(page.getByText("In the book already:")).toContainText("Ada Lovelace");
    await page.locator("[name=name]").fill("Somebody Else");
    await expect(page.getByText("In the book already:")).toHaveCount(0);
  });
});
