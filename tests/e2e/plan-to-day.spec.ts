import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSideways, go, open, openSample, type Page, record, test } from "./page.ts";

const deal = { type: "dealOpened", deal: "d_roof", party: "p_ada", name: "A new roof", worth: { minor: 1_250_000, currency: "EUR" }, desiredOutcome: "Dry before the winter" };

function column(page: Page, name: string) {
  return page.getByRole("region", { name: new RegExp(`^${name}`) });
}

async function withDeal(page: Page): Promise<void> {
  await open(page);
  await record(page, [{ type: "partyMet", party: "p_ada", kind: "person", name: "Ada Lovelace", contactPoints: [{ channel: "phone", value: "+44 20 7946 0018" }] }, deal]);
}

test.describe("From the plan to the day", () => {
  test("the plan is edited, a deal moves and is refused, a contact is prepared and logged with a promise, which is due tomorrow; the day is printed", async ({ page }, testInfo) => {
    await withDeal(page);

    // A wrong plan is refused with its places; a right one is adopted.
    await go(page, "plan/edit");
    await page.getByText("Stages", { exact: true }).click();
    await page.locator('[data-place="pipelines[1]"] > summary').click();
    await page.locator('[data-place="pipelines[1].stages[0]"] > summary').click();
    const chance = page.locator('[id="pipelines[1].stages[0].chancePercent"]');
    await chance.fill("250");
    await expect(page.locator(".faults")).toContainText("pipelines[1].stages[0].chancePercent");
    await expect(page.getByRole("button", { name: /^Adopt as version/ })).toBeDisabled();
    await chance.fill("25");
    await page.getByRole("button", { name: /^Adopt as version/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sales plan" })).toBeVisible();

    // By mouse it is refused with what is missing; by keyboard, once that is known, it moves.
    await go(page, "board/deal");
    await page.locator("board-card").dragTo(column(page, "Proposing"));
    await expect(page.locator(".refused").getByRole("alert")).toContainText(/need is partly or yes/i);
    await page.getByRole("button", { name: "Leave it" }).click();
    await record(page, [{ type: "answerLearned", party: "p_ada", topic: "need", answer: "yes", certainty: "confirmed" }]);
    await page.getByRole("link", { name: "A new roof" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(column(page, "Proposing").getByRole("article")).toContainText("A new roof");
    await page.locator("board-card").dragTo(column(page, "Exploring"));
    await expect(column(page, "Exploring").getByRole("article")).toContainText("A new roof");

    // Prepare, then log with a promise.
    await go(page, "party/p_ada/prepare");
    await expect(page.getByRole("region", { name: "What they want" })).toContainText("Dry before the winter");
    const calm = page.getByLabel("I am calm");
    await calm.check();
    await expect(calm).toBeChecked();
    await page.getByRole("button", { name: "Log the result" }).click();
    await page.getByText("More words, and the next date").click();
    await page.getByLabel("What we promised").fill("Send the drawings");
    await page.getByLabel("Due").fill("2026-11-24");
    await page.getByLabel("Next contact").fill("2026-11-24T15:00");
    await page.getByLabel("What they gain from it, next time").fill("Sees the drawings of the own roof");
    await page.getByRole("button", { name: /^Partly/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeFocused();
    await expect(page.getByRole("region", { name: "Promises" })).toContainText("Send the drawings");

    // Tomorrow it leads the day.
    await page.clock.setFixedTime(new Date("2026-11-24T09:05:00Z"));
    await page.reload();
    await go(page, "today");
    await expect(page.getByRole("region", { name: "Promises due" })).toContainText("Send the drawings");
    const pdf = await page.pdf({ path: testInfo.outputPath("day.pdf"), format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(5_000);
    await page.emulateMedia({ media: "print" });
    await page.screenshot({ path: "test-results/shots/print.png", fullPage: true });
    await page.emulateMedia({ media: "screen" });
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Put the day into a calendar" }).click()]);
    expect(file.suggestedFilename()).toBe("nextsale-2026-11-24.ics");
    const calendar = readFileSync(await file.path(), "utf8");
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(calendar).toContain("Ada Lovelace");
    await page.getByRole("button", { name: "Kept: Send the drawings" }).first().click();
    await expect(page.getByRole("region", { name: "Promises due" })).toHaveCount(0);
  });

  test("which rules fire and which don't is said, with the least that would change it", async ({ page }) => {
    await openSample(page);
    await go(page, "party/p_sample0");
    await page.getByText("Why, and why not").click();
    const rules = page.locator("rules-card", { hasText: "Why, and why not" });
    await expect(rules).toContainText("Fires");
    await expect(rules).toContainText("Does not fire");
    await expect(rules).toContainText("It would fire if");
    // A deal of theirs has rules of its own.
    await page.getByText("Which rules fire for Three clinics").click();
    await expect(page.locator("rules-card", { hasText: "Three clinics" })).toContainText("It would fire if");
  });

  test("the week shows working time, appointments, promises and what another calendar says; it can be paged and exported", async ({ page }) => {
    await withDeal(page);
    await record(page, [
      { type: "contactPlanned", interaction: "i_meet", party: "p_ada", at: Date.parse("2026-11-25T10:00:00Z"), minutes: 60, channel: "phone", objective: "propose", why: "theyAsked", benefit: "Sees the roof drawn for the own house", commitment: "appointment" },
      { type: "promiseMade", promise: "pm_plan", party: "p_ada", text: "Send the drawings", due: "2026-11-26" },
    ]);
    await go(page, "import");
    const busy = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", "BEGIN:VEVENT", "UID:1@x", "DTSTAMP:20261101T000000Z", "DTSTART:20261124T130000Z", "DTEND:20261124T140000Z", "SUMMARY:Dentist", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
    await page.locator("#import-files").setInputFiles({ name: "mine.ics", mimeType: "text/calendar", buffer: Buffer.from(busy) });
    await page.getByRole("button", { name: /^Import 1 record/ }).click();
    await go(page, "week");
    const week = page.locator("week-screen");
    for (const words of ["10:00 Ada Lovelace", "Dentist", "Send the drawings"]) await expect(week).toContainText(words);
    await expectAccessible(page, "week");
    await page.screenshot({ path: "test-results/shots/week.png", fullPage: true });
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Into a calendar" }).click()]);
    expect(readFileSync(await file.path(), "utf8")).toContain("DTSTART");
    await page.getByRole("group", { name: "Calendar" }).focus();
    await page.keyboard.press("PageDown");
    await expect(week).not.toContainText("Ada Lovelace");
    await page.getByRole("button", { name: "This week" }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("region", { name: /Wed/ })).toContainText("Ada Lovelace");
    await expectAccessible(page, "week on a phone");
    await expectNoSideways(page);
    await page.screenshot({ path: "test-results/shots/week-phone.png", fullPage: true });
    await page.getByRole("link", { name: /10:00 Ada Lovelace/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const [size, width] of [["desktop", 1280], ["phone", 390]] as const) {
      test(`preparing stands in nobody's way: ${scheme}, ${size}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 844 });
        await openSample(page);
        await record(page, [
          { type: "hesitationRaised", hesitation: "h_price", party: "p_sample0", kind: "price", words: "Twice what we pay now" },
          { type: "promiseMade", promise: "pm_plan", party: "p_sample0", text: "Send the plan", due: "2026-11-23" },
        ]);
        await go(page, "party/p_sample0/prepare");
        await expectAccessible(page, "prepare");
        await expectNoSideways(page);
        await page.screenshot({ path: `test-results/shots/prepare-${scheme}-${size}.png`, fullPage: true });
        await page.getByRole("button", { name: "Log the result" }).click();
        await page.getByText("More words, and the next date").click();
        await expectAccessible(page, "log");
        await expectNoSideways(page);
        await page.screenshot({ path: `test-results/shots/log-${scheme}-${size}.png`, fullPage: true });
        await go(page, "today");
        await expectAccessible(page, "today");
        await go(page, "party/p_sample0");
        await page.getByText("Why, and why not").click();
        await expectAccessible(page, "rules");
        await page.screenshot({ path: `test-results/shots/party-${scheme}-${size}.png`, fullPage: true });
      });
    }
  }
});
