import { ada, expect, go, look, open, openSample, record, test } from "./page.ts";

test.describe("A party", () => {
  test("the score is explained: its reasons add up, and an answer moves it", async ({ page }) => {
    await openSample(page);
    await go(page, "party/p_sample2");
    const points = page.locator(".score-reasons tbody td.amount");
    const total = page.locator(".score-reasons tfoot td.amount");
    const sum = async (): Promise<number> => (await points.allTextContents()).reduce((all, text) => all + Number(text.replace("−", "-")), 0);
    const before = Number(await total.textContent());
    expect(await sum()).toBe(before);
    await expect(page.locator(".head .score")).toContainText(String(before));
    const question = page.locator(".ask");
    await expect(question).toContainText("Ask next");
    const asked = await question.locator(".question").textContent();
    await question.getByRole("button", { name: "Yes" }).click();
    await expect.poll(async () => Number(await total.textContent())).toBeGreaterThan(before);
    expect(await sum()).toBe(Number(await total.textContent()));
    await expect(question.locator(".question")).not.toHaveText(asked ?? "");
  });

  test("an answer has certainty, evidence, an amount and a date", async ({ page }) => {
    await openSample(page);
    await go(page, "party/p_sample2");
    await page.getByRole("button", { name: "Answer: Budget" }).click();
    await page.getByLabel("How do we know?").selectOption("assumed");
    await page.getByLabel(/^Amount in/).fill("1250.5");
    await page.getByLabel("What makes us think so").fill("Last year’s order");
    await page.getByRole("button", { name: "Save the answer" }).click();
    const budget = page.locator(".topics > div", { hasText: "Budget" });
    for (const words of ["Yes", "Assumed", "€1,250.50", "Last year’s order"]) await expect(budget).toContainText(words);
    await page.getByRole("button", { name: "Answer: Timeline" }).click();
    await page.getByLabel("By when").fill("2027-03-01");
    await page.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.locator(".topics > div", { hasText: "Timeline" })).toContainText("1 Mar 2027");
    await page.getByRole("button", { name: "Answer: Budget" }).click();
    await page.getByLabel(/^Amount in/).fill("1.2345");
    await page.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.getByLabel(/^Amount in/)).toHaveAttribute("aria-invalid", "true");
  });

  test("a move the plan does not allow says what is missing, asks for a reason, and is kept with it", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada");
    const stage = page.getByRole("region", { name: /^Stage/ });
    await expect(stage.locator(".missing li").first()).toHaveText(/\w+/);
    await stage.getByRole("button", { name: "Move to Interested" }).click();
    await stage.getByRole("button", { name: "Move to Interested" }).last().click();
    const reason = page.getByLabel(/^Move all the same/);
    await expect(reason).toHaveAttribute("aria-invalid", "true");
    await expect(stage.getByRole("heading")).toHaveText("Stage: New");
    await reason.fill("They called the owner");
    await stage.getByRole("button", { name: "Move to Interested" }).last().click();
    await expect(stage.getByRole("heading")).toHaveText("Stage: Interested");
    await expect(page.locator(".history")).toContainText("They called the owner");
    await page.keyboard.press("Control+z");
    await expect(stage.getByRole("heading")).toHaveText("Stage: New");
  });

  test("a deal is opened, moved, and closed; a loss needs its reason", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada");
    const deals = page.getByRole("region", { name: "Deals" });
    await deals.getByText("Open a deal").click();
    await deals.getByLabel("What it is about").fill("Engines");
    await deals.getByLabel(/^Worth in/).fill("9999.99");
    await deals.getByRole("button", { name: "Open the deal" }).click();
    await expect(deals.getByRole("article")).toContainText("€9,999.99");
    await deals.getByText("Stage and result of Engines").click();
    await deals.getByLabel("It ended").selectOption("lost");
    await deals.getByRole("button", { name: "Close the deal" }).click();
    await expect(deals.getByRole("combobox", { name: "Why" })).toHaveAttribute("aria-invalid", "true");
    expect(await look(page, { type: "book" })).toMatchObject({ openDeals: 1, lostDeals: 0 });
    await deals.getByRole("combobox", { name: "Why" }).selectOption("noDecision");
    await deals.getByRole("button", { name: "Close the deal" }).click();
    await expect(deals.getByRole("article")).toContainText("Lost 23 Nov 2026: No decision");
    await page.keyboard.press("Control+z");
    await expect(deals.getByRole("article")).toContainText("Exploring");
    await deals.getByText("Stage and result of Engines").click();
    await deals.getByLabel("It ended").selectOption("won");
    await deals.getByLabel(/^Sold for/).fill("8000");
    await deals.getByRole("button", { name: "Close the deal" }).click();
    await expect(deals.getByRole("article")).toContainText("Won 23 Nov 2026");
    await expect(page.locator(".head .sub").first()).toContainText("Customer");
  });

  test("they can be parked and taken up again, and left alone", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada");
    await page.getByText("Park them for now").click();
    await page.getByRole("button", { name: "Park", exact: true }).click();
    await expect(page.locator("park-form input[name=reason]")).toHaveAttribute("aria-invalid", "true");
    await page.locator("park-form input[name=reason]").fill("No need before spring");
    await page.locator("park-form input[name=until]").fill("2027-03-01");
    await page.getByRole("button", { name: "Park", exact: true }).click();
    await expect(page.getByText("Parked until 1 Mar 2027: No need before spring")).toBeVisible();
    await page.getByRole("button", { name: "Take up again" }).click();
    await expect(page.locator(".head .sub").first()).toContainText("Lead");
    await page.getByText("They want to be left alone", { exact: true }).click();
    await page.getByRole("button", { name: "Save their wish" }).click();
    await expect(page.getByText("Nothing will be proposed.")).toBeVisible();
    await expect(page.locator(".head .sub").first()).toContainText("Left alone");
  });

  test("signals, ways of contact, consent and notes are added, and each can be taken back from the history", async ({ page }) => {
    await open(page);
    await record(page, [ada()]);
    await go(page, "party/p_ada");
    await page.getByText("Add a signal").first().click();
    await page.getByLabel("What they did").selectOption("askedForQuote");
    await page.getByLabel("More about it").fill("The big engine");
    await page.getByRole("button", { name: "Add the signal" }).click();
    await expect(page.getByRole("region", { name: "Signals" })).toContainText("The big engine");
    await page.getByText("Add a way").click();
    await page.getByLabel("Number or address").fill("ada@example.com");
    await page.locator("contact-point-form select").selectOption("email");
    await page.getByRole("button", { name: "Add this way" }).click();
    const reach = page.getByRole("region", { name: "How to reach them" });
    await expect(reach.getByRole("link", { name: "ada@example.com" })).toHaveAttribute("href", "mailto:ada@example.com");
    await reach.getByRole("combobox", { name: "Phone", exact: true }).selectOption("withdrawn");
    await expect(page.locator(".history li").first()).toContainText(/withdrawn/);
    await page.getByLabel("New note").fill("Counts in her head");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await expect(page.getByRole("region", { name: "Notes" })).toContainText("Counts in her head");
    await expect(page.getByLabel("New note")).toHaveValue("");
    const lines = page.locator(".history li:not(.takenBack)", { hasText: /note/i });
    await lines.first().getByRole("button", { name: /^Undo/ }).click();
    await expect(page.getByRole("region", { name: "Notes" })).not.toContainText("Counts in her head");
    await reach.getByRole("button", { name: "Remove ada@example.com" }).click();
    await expect(reach.getByRole("link", { name: "ada@example.com" })).toHaveCount(0);
  });
});
