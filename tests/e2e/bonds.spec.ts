import { ada, expect, expectAccessible, expectNoSideways, go, look, open, type Page, record, test, unfold } from "./page.ts";

const deal = { type: "dealOpened", deal: "d_roof", party: "p_ada", name: "A new roof" };
const hesitation = { type: "hesitationRaised", hesitation: "h_price", party: "p_ada", kind: "price", words: "Twice what we paid last time" };

async function withAda(page: Page, facts: readonly object[] = []): Promise<void> {
  await open(page);
  await record(page, [ada(), ...facts]);
  await go(page, "party/p_ada");
}

test.describe("What binds us to them", () => {
  test("a complaint is taken up, comes first, and is put right", async ({ page }) => {
    await withAda(page, [deal]);
    const complaints = page.getByRole("region", { name: "Complaints" });
    await complaints.getByText("They complained").click();
    await complaints.getByRole("button", { name: "Take up the complaint" }).click();
    await expect(complaints.getByLabel(/^What is wrong/)).toHaveAttribute("aria-invalid", "true");
    await complaints.getByLabel(/^What is wrong/).fill("It leaks at the chimney");
    await complaints.getByLabel("How bad it is for them").selectOption("grave");
    await complaints.getByLabel("They need an answer by").fill("2026-11-24T12:00");
    await complaints.getByLabel("About the deal").selectOption("d_roof");
    await complaints.getByRole("button", { name: "Take up the complaint" }).click();
    const complaint = complaints.getByRole("article");
    await expect(complaint).toContainText("“It leaks at the chimney”");
    await expect(complaint).toContainText("answer by 24 Nov 2026, 12:00");
    const first = page.getByRole("region", { name: "Next step" }).getByRole("article").first();
    await expect(first).toContainText("They complained: It leaks at the chimney");
    await expect(first).toContainText("Begin with what went wrong, in their words: “It leaks at the chimney”");
    await expect(first).not.toContainText("A sale is worth");
    await complaint.getByText("It was put right", { exact: true }).click();
    await complaint.getByLabel(/^How it was put right/).fill("New flashing, the same day");
    await complaint.getByRole("button", { name: "Close the complaint" }).click();
    await expect(complaint).toContainText("Put right");
    await expect(complaint).toContainText("New flashing, the same day");
    await page.keyboard.press("Control+z");
    await expect(complaint.getByText("It was put right", { exact: true })).toBeVisible();
  });

  test("something personal is noted; what is for us only is never proposed", async ({ page }) => {
    await withAda(page);
    const personally = page.getByRole("region", { name: "Personally" });
    await personally.getByText("Note something personal").click();
    await personally.getByLabel(/^What matters to them/).fill("Her daughter sails");
    await personally.getByLabel("When, if not today").fill("2026-11-20");
    await personally.getByRole("button", { name: "Keep it in mind" }).click();
    await expect(personally.getByRole("listitem")).toContainText("20 Nov 2026");
    await personally.getByLabel(/^What matters to them/).fill("Her firm is for sale");
    await personally.getByLabel(/^For us only/).check();
    await personally.getByRole("button", { name: "Keep it in mind" }).click();
    await expect(personally.getByRole("listitem").first()).toContainText("For us only");
    const { openWith } = await look<{ openWith: { words: string }[] }>(page, { type: "party", party: "p_ada" });
    expect(openWith.map(({ words }) => words)).toEqual(["Her daughter sails"]);
    await personally.getByRole("button", { name: "Take back: Her firm is for sale" }).click();
    await expect(personally.getByRole("listitem")).toHaveCount(1);
  });

  test("the outcome that they want leads a deal, and a late deal may be given time", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await withAda(page, [deal]);
    const roof = page.getByRole("region", { name: "Deals" }).getByRole("article");
    await roof.getByText("What they want of A new roof").click();
    await roof.getByLabel(/^The outcome they want/).fill("Dry before the winter");
    await roof.getByRole("button", { name: "Save the outcome" }).click();
    await expect(roof.locator("p").first()).toHaveText("“Dry before the winter”");
    await expect(roof.getByLabel(/^The outcome they want/)).toHaveValue("Dry before the winter");
    await roof.getByText("Stage and result of A new roof").click();
    await expect(roof.getByText("On track", { exact: true })).toBeVisible();
    await expect(roof.getByText("It may take longer")).toHaveCount(0);
    await page.clock.fastForward(20 * 24 * 60 * 60 * 1000);
    await expect(roof.getByText(/^Stale: nothing heard for \d+ working days/)).toBeVisible();
    await roof.getByText("It may take longer").click();
    await roof.getByLabel(/^Why it takes longer/).fill("Their board meets in January");
    await roof.getByLabel(/^It may, until/).fill("2027-01-15");
    await unfold(page);
    await expectNoSideways(page);
    await expectAccessible(page, "party with all its forms");
    await roof.getByRole("button", { name: "Give it time" }).click();
    await expect(roof.getByText("Excused", { exact: true })).toBeVisible();
    await expect(roof.getByText(/it may take longer until .*: Their board meets in January/)).toBeVisible();

    // It may change: the day and the reason, from those that were given.
    await roof.getByText("Change the reason or the day").click();
    const [why, until] = [roof.getByLabel(/^Why it takes longer/), roof.getByLabel(/^It may, until/)];
    await expect(why).toHaveValue("Their board meets in January");
    await expect(until).toHaveValue("2027-01-15");
    await until.fill("2026-12-01");
    await roof.getByRole("button", { name: "Change it" }).click();
    await expect(until).toHaveAttribute("aria-invalid", "true");
    await expect(roof.getByText(/it may take longer until .*2027.*: Their board meets in January/)).toBeVisible();
    await why.fill("Their board meets in February");
    await until.fill("2027-02-12");
    await page.keyboard.press("Enter");
    await expect(roof.getByText(/it may take longer until .*Feb.*: Their board meets in February/)).toBeVisible();
    await expect(roof.getByText("Change the reason or the day")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(why).toHaveValue("Their board meets in February");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expectAccessible(page, "a delay that was excused");
    await page.keyboard.press("Control+z");
    await expect(roof.getByText(/it may take longer until .*: Their board meets in January/)).toBeVisible();
  });

  test("the log says what answered a hesitation, and once they confirm it, it no longer holds them back", async ({ page }) => {
    await withAda(page, [hesitation]);
    const held = async (): Promise<unknown> => (await look<{ hesitations: { open: boolean; answered: string | null }[] }>(page, { type: "party", party: "p_ada" })).hesitations;
    await page.keyboard.press("c");
    const log = page.getByRole("dialog", { name: "Log a contact with Ada Lovelace" });
    await log.getByText("More words, and the next date").click();
    await log.getByLabel("Answered: Twice what we paid last time").selectOption("assumed");
    const benefit = log.getByLabel(/^What they gain that answers it/);
    await expect(benefit).not.toHaveValue("");
    await benefit.fill("");
    await log.getByRole("button", { name: /^Partly/ }).click();
    await expect(benefit).toHaveAttribute("aria-invalid", "true");
    await benefit.fill("Lasts three times as long");
    await log.getByRole("button", { name: /^Partly/ }).click();
    await expect(log).toBeHidden();
    expect(await held()).toMatchObject([{ open: true, answered: "Lasts three times as long" }]);
    await page.keyboard.press("c");
    await log.getByText("More words, and the next date").click();
    await log.getByLabel("Answered: Twice what we paid last time").selectOption("confirmed");
    await log.getByRole("button", { name: /^Reached/ }).click();
    await expect(log).toBeHidden();
    expect(await held()).toMatchObject([{ open: false }]);
    await page.keyboard.press("c");
    await log.getByText("More words, and the next date").click();
    await expect(log.getByLabel(/^Answered/)).toHaveCount(0);
  });
});
