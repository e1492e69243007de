import { ada, expect, expectAccessible, expectDialogAccessible, expectNoSideways, go, look, open, openSample, type Page, record, test } from "./page.ts";

interface Week {
  readonly days: readonly { readonly date: string; readonly contacts: readonly { readonly name: string; readonly time: { readonly fromClock: string } }[] }[];
}

function planned(interaction: string, at: string, more: object = {}): object {
  return {
    type: "contactPlanned", interaction, party: "p_ada", at: Date.parse(at), minutes: 60, channel: "phone", objective: "propose", why: "theyAsked",
    benefit: "Sees the roof drawn for the own house", commitment: "appointment", ...more,
  };
}

/** An appointment with Ada on Wednesday at ten, one with Grace on Thursday at two. */
async function openWeek(page: Page): Promise<void> {
  await open(page);
  await record(page, [ada(), ada("p_grace", "Grace Hopper"), planned("i_meet", "2026-11-25T10:00:00Z"), planned("i_other", "2026-11-26T14:00:00Z", { party: "p_grace" })]);
  await go(page, "week");
}

async function timesOf(page: Page, name: string): Promise<string[]> {
  const { days } = await look<Week>(page, { type: "week", date: "2026-11-23" });
  return days.flatMap(({ date, contacts }) => contacts.filter((contact) => contact.name === name).map(({ time }) => `${date} ${time.fromClock}`));
}

const where = (page: Page) => page.getByLabel("To which day and time");

test.describe("Week", () => {
  test("the sample has contacts in the days that come, some agreed on and some only intended", async ({ page }) => {
    await openSample(page);
    await expect(page.locator(".timeline .appointment")).toContainText("Léa Dubois");
    await go(page, "week");
    for (const entry of [/14:30 Léa Dubois/, /10:00 Mahsa Karimi/, /11:00 Kofi Mensah/, /14:00 Bruno Castellanos/]) await expect(page.getByRole("link", { name: entry })).toBeVisible();
    expect(await timesOf(page, "Kofi Mensah")).toEqual(["2026-11-25 11:00"]);
    await expect(page.locator(".entry", { hasText: "Mahsa Karimi" })).toHaveClass(/intended/);
    await expect(page.locator(".entry", { hasText: "Léa Dubois" })).not.toHaveClass(/intended/);
    await expectAccessible(page, "week of the sample");
    await page.screenshot({ path: "test-results/shots/week-sample.png", fullPage: true });
  });

  for (const [when, first] of [["2026-11-27T15:00:00Z", "2026-11-30"], ["2026-11-28T10:00:00Z", "2026-11-30"], ["2026-11-26T08:00:00Z", "2026-11-26"]] as const) {
    test(`whenever somebody opens the sample, its contacts lie ahead in working hours: ${when}`, async ({ page }) => {
      await page.clock.setFixedTime(when);
      await openSample(page);
      const weeks = await Promise.all([first, "2026-12-03"].map((date) => look<Week>(page, { type: "week", date })));
      const days = weeks.flatMap((week) => week.days.filter(({ contacts }) => contacts.length > 0).map(({ date }) => date));
      expect(days[0]).toBe(first);
      expect(new Set(days).size).toBe(4);
      expect(days.every((date) => ![0, 6].includes(new Date(date).getUTCDay()))).toBe(true);
    });
  }

  test("an appointment is moved to another day and time, with all that was said of it, and Undo brings it back", async ({ page }) => {
    await openWeek(page);
    await page.getByRole("button", { name: "Move Ada Lovelace, 10:00" }).click();
    await expect(page.getByRole("dialog", { name: "Move the contact with Ada Lovelace" })).toBeVisible();
    await expect(where(page)).toBeFocused();
    await expect(where(page)).toHaveValue("2026-11-25T10:00");
    await expectDialogAccessible(page, "move a contact");
    await where(page).fill("2026-11-24T11:30");
    await page.getByRole("button", { name: "Move it" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByText("Ada Lovelace moved to tomorrow 11:30")).toBeVisible();
    await expect(page.getByRole("link", { name: /11:30 Ada Lovelace/ })).toBeFocused();
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-24 11:30"]);
    const [entry] = await page.evaluate(() => [document.querySelector<HTMLElement>(".entry[data-interaction]")?.dataset["interaction"]]);
    const { contact } = await look<{ contact: object }>(page, { type: "planned", interaction: entry });
    expect(contact).toMatchObject({ benefit: "Sees the roof drawn for the own house", commitment: "appointment", minutes: 60, why: "theyAsked" });
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("link", { name: /10:00 Ada Lovelace/ })).toBeVisible();
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-25 10:00"]);
  });

  test("a clash is refused with whom it clashes, and the times offered instead are taken with one click", async ({ page }) => {
    await openWeek(page);
    await page.getByRole("button", { name: "Move Ada Lovelace, 10:00" }).click();
    await where(page).fill("2026-11-26T14:30");
    await page.keyboard.press("Enter");
    const refused = page.locator(".move [role=alert]");
    await expect(refused).toContainText("Not moved to 26 Nov 2026, 14:30.");
    await expect(refused).toContainText("Grace Hopper");
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-25 10:00"]);
    await expectDialogAccessible(page, "a move refused");
    await page.screenshot({ path: "test-results/shots/week-refused.png" });
    await page.locator(".move .refused").getByRole("button").first().click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const [moved] = await timesOf(page, "Ada Lovelace");
    expect(moved).toMatch(/^2026-11-26 1[5-7]/);

    // What is over can't be planned, and a time that is none is said at its field.
    await page.getByRole("button", { name: /^Move Ada Lovelace/ }).click();
    await where(page).fill("2026-11-20T10:00");
    await page.getByRole("button", { name: "Move it" }).click();
    await expect(refused).toContainText("allowed is now or later");
    await where(page).fill("");
    await page.getByRole("button", { name: "Move it" }).click();
    await expect(page.locator(".move .fault")).toHaveText("Give a day and a time that exist.");
    await page.keyboard.press("Escape");
    expect(await timesOf(page, "Ada Lovelace")).toEqual([moved]);
  });

  test("what a guard holds back moves only with a reason, which the history keeps", async ({ page }) => {
    await openWeek(page);
    await page.getByRole("button", { name: "Move Ada Lovelace, 10:00" }).click();
    await where(page).fill("2026-11-25T21:00");
    await page.getByRole("button", { name: "Move it" }).click();
    await expect(page.locator(".move [role=alert]")).toContainText("Quiet hours");
    const reason = page.getByLabel("Move all the same, because");
    await expect(reason).toBeFocused();
    await page.getByRole("button", { name: "Move all the same" }).click();
    await expect(page.locator(".move .fault")).toHaveText("Say why it moves all the same.");
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-25 10:00"]);
    // Another time needs no reason.
    await where(page).fill("2026-11-25T11:00");
    await expect(reason).toHaveCount(0);
    await where(page).fill("2026-11-25T21:00");
    await reason.fill("They work late, and asked for it");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-25 21:00"]);
    await go(page, "history");
    await expect(page.getByRole("main")).toContainText("They work late, and asked for it");
  });

  test("what is at the same time is seen, each with its own handle", async ({ page }) => {
    await openWeek(page);
    await record(page, [planned("i_same", "2026-11-25T10:00:00Z", { party: "p_grace", commitment: "intended", minutes: 30 })]);
    const left = (interaction: string) => page.locator(`.entry[data-interaction="${interaction}"]`).evaluate((entry) => entry.getBoundingClientRect().left);
    expect(Math.abs((await left("i_same")) - (await left("i_meet")))).toBeGreaterThan(15);
    await page.getByRole("button", { name: "Move Grace Hopper, 10:00" }).click();
    await where(page).fill("2026-11-25T15:00");
    await page.getByRole("button", { name: "Move it" }).click();
    await expect(page.getByRole("link", { name: /15:00 Grace Hopper/ })).toBeFocused();
    expect(await left("i_meet")).toBe(await page.getByRole("link", { name: /15:00 Grace Hopper/ }).evaluate((link) => link.closest(".entry")?.getBoundingClientRect().left));
    await expectAccessible(page, "a week with much at one time");
  });

  test("the arrow keys choose a time, Enter moves it there, Escape leaves it", async ({ page }) => {
    await openWeek(page);
    const entry = page.getByRole("link", { name: /10:00 Ada Lovelace/ });
    const status = page.locator("week-screen .unseen");
    await entry.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(status).toContainText("Ada Lovelace: to tomorrow 10:30. Enter moves it there, Escape leaves it.");
    await expect(page.locator(".lifted")).toContainText("10:30");
    expect(await timesOf(page, "Ada Lovelace"), "nothing has moved yet").toEqual(["2026-11-25 10:00"]);
    await page.keyboard.press("Escape");
    await expect(page.locator(".lifted")).toHaveCount(0);
    await expect(entry).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: /09:45 Ada Lovelace/ })).toBeFocused();
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-25 09:45"]);

    // To a time that is taken: the refusal is shown, and leaving it leaves everything.
    await page.keyboard.press("ArrowRight");
    for (let quarter = 0; quarter < 18; quarter += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.locator(".move [role=alert]")).toContainText("Grace Hopper");
    await page.keyboard.press("Escape");
    await expect(page.locator(".lifted")).toHaveCount(0);
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-25 09:45"]);

    // Over the end of the week, and back with Escape.
    for (let day = 0; day < 5; day += 1) await page.keyboard.press("ArrowRight");
    await expect(page.getByText("Mon 30 Nov")).toBeVisible();
    await expect(status).toContainText("30 Nov 2026, 09:45");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: /09:45 Ada Lovelace/ })).toBeFocused();
  });

  test("it is dragged by the mouse, and a click still opens whom it is with", async ({ page }) => {
    await openWeek(page);
    const entry = page.locator('.entry[data-interaction="i_meet"]');
    await entry.scrollIntoViewIfNeeded();
    const from = await entry.boundingBox();
    const to = await page.locator('h2[data-date="2026-11-24"]').boundingBox();
    if (from === null || to === null) throw new Error("nothing to drag");
    const [x, y] = [from.x + 20, from.y + 8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, y + 16, { steps: 4 });
    await expect(page.locator(".lifted")).toContainText("10:15");
    await page.screenshot({ path: "test-results/shots/week-dragged.png" });
    await page.mouse.up();
    await expect(page.getByRole("link", { name: /10:15 Ada Lovelace/ })).toBeFocused();
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-24 10:15"]);

    await page.mouse.move(to.x + 30, y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + 30, y + 120, { steps: 4 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(page.locator(".lifted")).toHaveCount(0);
    expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-24 10:15"]);
    await page.getByRole("link", { name: /10:15 Ada Lovelace/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  });

  test.describe("by touch", () => {
    test.use({ hasTouch: true, viewport: { width: 1100, height: 800 } });

    test("it is dragged by a finger", async ({ page }) => {
      await openWeek(page);
      const entry = page.locator('.entry[data-interaction="i_meet"]');
      await entry.scrollIntoViewIfNeeded();
      const from = await entry.boundingBox();
      const to = await page.locator('h2[data-date="2026-11-27"]').boundingBox();
      if (from === null || to === null) throw new Error("nothing to drag");
      const finger = await page.context().newCDPSession(page);
      const touch = async (type: "touchStart" | "touchMove" | "touchEnd", ...points: { x: number; y: number }[]): Promise<void> => {
        await finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
      };
      const [x, y] = [from.x + 20, from.y + 8];
      await touch("touchStart", { x, y });
      for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", { x: x + (to.x + 20 - x) * part, y: y + 64 * part });
      await expect(page.locator(".lifted")).toContainText("11:00");
      await touch("touchEnd");
      await expect(page.getByRole("link", { name: /11:00 Ada Lovelace/ })).toBeVisible();
      expect(await timesOf(page, "Ada Lovelace")).toEqual(["2026-11-27 11:00"]);
    });
  });

  for (const scheme of ["light", "dark"] as const) {
    test(`on a phone each contact has “Move to…”: ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 360, height: 740 });
      await openWeek(page);
      await expectAccessible(page, "week on a phone");
      await expectNoSideways(page);
      await page.getByRole("button", { name: "Move Ada Lovelace, 10:00" }).click();
      await where(page).fill("2026-11-25T22:00");
      await page.getByRole("button", { name: "Move it" }).click();
      await expect(page.locator(".move [role=alert]")).toContainText("Quiet hours");
      await expectDialogAccessible(page, "a move refused on a phone");
      await page.screenshot({ path: `test-results/shots/week-move-phone-${scheme}.png` });
      await where(page).fill("2026-11-24T10:00");
      await page.getByRole("button", { name: "Move it" }).click();
      await expect(page.getByRole("region", { name: /Tue/ })).toContainText("Ada Lovelace");
      await page.screenshot({ path: `test-results/shots/week-phone-${scheme}.png`, fullPage: true });
      await page.setViewportSize({ width: 1280, height: 860 });
      await expect(page.getByRole("group", { name: "Calendar" })).toContainText("Ada Lovelace");
      await expectAccessible(page, "week");
      await page.screenshot({ path: `test-results/shots/week-${scheme}.png`, fullPage: true });
    });
  }
});
