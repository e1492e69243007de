import { readFileSync } from "node:fs";
import { ada, expect, expectAccessible, expectNoSideways, go, look, open, openSample, record, test } from "./page.ts";

/** The version of the plan that came with the engine. */
const builtIn = (JSON.parse(readFileSync(new URL("../../plans/standard.json", import.meta.url), "utf8")) as { version: number }).version;

interface Adopted {
  readonly plan: Record<string, unknown> & {
    readonly version: number;
    readonly pipelines: readonly { readonly stages: readonly Record<string, unknown>[] }[];
    readonly limits: Record<string, unknown>;
    readonly rules: readonly Record<string, unknown>[];
  };
  readonly origin: string;
}

function file(plan: unknown) {
  return { name: "our-plan.json", mimeType: "application/json", buffer: Buffer.from(typeof plan === "string" ? plan : JSON.stringify(plan)) };
}

test.describe("Sales plan", () => {
  test("the plan in force is told in words", async ({ page }) => {
    await open(page, "plan");
    await expect(page.getByText(`Standard sales plan, version ${builtIn}, built in`)).toBeVisible();
    for (const words of ["Find out whether there is any interest", "answer-quote", "At most 3 contacts with a person within 14 days.", "need is yes", "Monday 09:00–12:30"]) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
    const complaints = page.getByRole("region", { name: "How complaints are put right" });
    await expect(complaints).toContainText("They are put right by phone, else in person");
    await expect(complaints).toContainText("A good result: They say that it is put right.");
    const quotes = page.getByRole("region", { name: "How quotes are counted" });
    await expect(quotes).toContainText("What a percentage takes off is rounded, with halves away from zero.");
    await expect(quotes.getByRole("listitem").filter({ hasText: "Sample" })).toContainText("Ask for feedback, 7 days after the quote was accepted.");
    await expect(page.getByRole("main")).not.toContainText(/undefined|\[object|NaN/);
  });

  test("another plan opens as a draft: every problem has its place, what it changes is shown, and Undo brings the old one back", async ({ page }) => {
    await open(page, "plan");
    const { plan } = await look<Adopted>(page, { type: "plan" });
    const [first, ...others] = plan.rules;
    const broken = {
      ...plan,
      nmae: "misspelt",
      limits: { ...plan.limits, gapHours: -3 },
      rules: [{ ...first, when: { fact: "scor", atLeast: 3 } }, first, ...others],
    };
    await page.getByLabel("Plan document").setInputFiles(file(broken));
    await expect(page.getByRole("heading", { level: 1, name: "Edit the sales plan" })).toBeFocused();
    const faults = page.locator(".faults li");
    await expect(faults.filter({ hasText: "nmae" })).toContainText("name");
    await expect(faults.filter({ has: page.getByText("limits.gapHours", { exact: true }) })).toHaveText(/\w+ \w+/);
    await expect(faults.filter({ has: page.getByText("rules[0].when.fact", { exact: true }) })).toContainText("score");
    await expect(page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` })).toBeDisabled();

    await go(page, "plan");
    await page.getByLabel("Plan document").setInputFiles(file("{ not json"));
    await expect(faults).toHaveCount(1);
    await go(page, "plan");
    await page.getByLabel("Plan document").setInputFiles(file({ ...plan, name: "Our own way" }));
    await expect(faults).toHaveCount(0);
    await expect(page.locator(".changes li")).toHaveText(/Name\s+Standard sales plan becomes Our own way/);
    await page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` }).click();
    await expect(page.getByText(`Our own way, version ${builtIn + 1}, adopted`)).toBeVisible();
    await go(page, "history");
    await expect(page.locator(".history li").first()).toContainText(/plan/i);
    await page.keyboard.press("Control+z");
    await go(page, "plan");
    await expect(page.getByText(`Standard sales plan, version ${builtIn}, built in`)).toBeVisible();
  });

  test("a stage is edited with its fault beside it; the draft survives a reload; the version before can be gone back to", async ({ page }) => {
    await open(page, "plan");
    await page.getByRole("link", { name: "Edit the plan" }).click();
    await page.getByText("Stages", { exact: true }).click();
    await page.locator('[data-place="pipelines[0]"] > summary').click();
    await page.locator('[data-place="pipelines[0].stages[1]"] > summary').click();
    const ideal = page.locator('[id="pipelines[0].stages[1].idealDays"]');
    const chance = page.locator('[id="pipelines[0].stages[1].chancePercent"]');
    await chance.fill("150");
    const field = page.locator('[data-place="pipelines[0].stages[1].chancePercent"]');
    await expect(field.locator(".fault")).toContainText("a whole number from 0 to 100");
    await expect(chance).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` })).toBeDisabled();
    await chance.fill("15");
    await ideal.fill("10");
    await expect(page.locator(".fault")).toHaveCount(0);
    await expect(page.locator(".changes")).toHaveText(/Stage “Interested”, ideal days\s+14 becomes 10/);
    await page.reload();
    await expect(page.locator(".changes")).toHaveText(/14 becomes 10/);
    await page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` }).click();
    await expect(page.getByText(`version ${builtIn + 1}, adopted`)).toBeVisible();
    await expect(page.getByText("About 10 days, stale after 15")).toBeVisible();
    await page.getByRole("button", { name: `Go back to version ${builtIn}, Standard sales plan` }).click();
    await expect(page.getByText(`version ${builtIn + 2}, adopted`)).toBeVisible();
    await expect(page.getByText("About 10 days, stale after 15")).toHaveCount(0);
  });

  test("a rule is built with choices, and told in plain language while it is", async ({ page }) => {
    await open(page, "plan/edit");
    await page.getByText("Rules", { exact: true }).click();
    await page.getByRole("button", { name: "Add a rule" }).click();
    const rule = page.locator("details.item[open]").last();
    await rule.getByLabel("Name", { exact: true }).fill("Call back when they read");
    await rule.getByLabel("Fact").selectOption("daysSince.readContent");
    await rule.getByLabel("How it compares").selectOption("atMost");
    await rule.getByLabel("Value").fill("2");
    await rule.getByLabel("Value").blur();
    await rule.getByRole("button", { name: "And another" }).click();
    await rule.getByLabel("Fact").nth(1).selectOption("stage");
    await rule.getByLabel("Value").nth(1).selectOption("interested");
    await expect(rule.locator(".condition")).toContainText("When days since read content is at most 2 and stage is interested.");
    await page.getByRole("button", { name: /^Go to rules.*desiredResult/ }).click();
    await expect(rule.getByLabel("What a good result would be")).toBeFocused();
    await page.keyboard.type("They ask for more");
    await page.getByRole("button", { name: /^Go to rules.*benefits/ }).click();
    await expect(rule.getByLabel("What they gain from it")).toBeFocused();
    await page.keyboard.type("Gets the next chapter before all others");
    await page.keyboard.press("Tab");
    await expect(rule.locator("summary .sub")).toContainText("For leads: when days since read content is at most 2 and stage is interested, find out whether there is interest by phone, else by e-mail");
    await expect(page.locator(".faults")).toHaveCount(0);
    await page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` }).click();
    await expect(page.locator(".rules").getByText("Call back when they read")).toBeVisible();
  });

  test("what the score is made of and what answers hesitations is changed without JSON, checked and told in words", async ({ page }) => {
    await open(page, "plan/edit");
    for (const part of ["Score", "Signals", "Questions", "Hesitations"]) await page.locator("summary").getByText(part, { exact: true }).click();
    const priced = page.locator('[data-place="signals.kinds.viewedPricing"]');
    await expect(priced).toContainText("+14 when it is fresh, half of that after 14 days, a quarter after 28. It shows that they are looking at prices.");
    await priced.locator("summary").focus();
    await page.keyboard.press("Enter");
    await priced.getByLabel("Points when it is fresh").fill("200");
    await expect(priced.locator(".fault").first()).toContainText("a whole number from -100 to 100");
    await expect(page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` })).toBeDisabled();
    await priced.getByLabel("Points when it is fresh").fill("20");
    await priced.getByLabel("What it shows").selectOption("Deciding");
    await expect(priced).toContainText("+20 when it is fresh, half of that after 14 days, a quarter after 28. It shows that they are deciding.");

    await page.getByLabel("Hot", { exact: true }).fill("20");
    await page.getByRole("button", { name: "Go to score.bands" }).click();
    await expect(page.getByLabel("Hot", { exact: true })).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("70");
    await expect(page.locator('[data-place="score"]')).toContainText("Hot is from 70, warm from 35, cool from 15");

    const need = page.locator('[data-place="qualification.topics.need"]');
    await need.locator("summary").click();
    await need.getByLabel("Points for no").fill("-20");
    await expect(need).toContainText("Yes counts +14, partly +7, no -20.");
    await expect(need.getByRole("button", { name: /Take out/ })).toHaveCount(0);

    const other = page.locator('[data-place="hesitations.other"]');
    await other.locator("summary").click();
    await page.getByRole("button", { name: "Take out: Something else" }).click();
    await expect(other).toHaveCount(0);
    await page.getByLabel("Add a hesitation").selectOption("Something else");
    await page.getByRole("button", { name: "Go to hesitations.other.question" }).click();
    await expect(other.getByLabel("What to ask")).toBeFocused();
    await page.keyboard.type("What else should we know?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Has it looked into before they decide");
    await page.keyboard.press("Tab");
    await expect(page.locator(".fault")).toHaveCount(0);
    await expect(other).toContainText("We ask: “What else should we know?” They gain: Has it looked into before they decide.");

    for (const change of [/Signals, kinds, viewed pricing, points\s+14 becomes 20/, /Score, bands, hot\s+60 becomes 70/, /Qualification, topics, need, no\s+-12 becomes -20/, /Hesitations, other, question/]) {
      await expect(page.locator(".changes")).toHaveText(change);
    }
    await page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` }).click();
    for (const words of ["Hot from 70, warm from 35", "looked at prices 20 (half after 14 days)", "Has it looked into before they decide"]) {
      await expect(page.getByText(words, { exact: false }).first()).toBeVisible();
    }
  });

  test("worth is written as money, and how quotes are counted as choices; what is not known can be taken out", async ({ page }) => {
    await open(page, "plan");
    const { plan } = await look<Adopted>(page, { type: "plan" });
    const hesitations = { ...(plan["hesitations"] as object), prize: { benefits: ["Sees it"], question: "Which?" } };
    await page.getByLabel("Plan document").setInputFiles(file({ ...plan, hesitations }));
    await page.getByRole("button", { name: "Go to hesitations.prize" }).click();
    await page.getByRole("button", { name: "Take out: prize" }).click();
    await expect(page.locator(".faults li")).toHaveCount(0);

    await page.locator("summary").getByText("Name and worth", { exact: true }).click();
    const worth = page.getByLabel("Worth of a sale while nobody knows better, in EUR");
    await worth.fill("1250.5");
    await expect(worth).toHaveValue("1250.5");
    await expect(page.locator(".changes")).toHaveText(/Typical worth\s+\d+ becomes 125050/);
    await worth.fill("a lot");
    await expect(page.locator('[data-place="typicalWorth"] .fault')).toHaveText("Give an amount in EUR.");
    await expect(page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` })).toBeDisabled();
    await worth.fill("2500");

    await page.locator("summary").getByText("Quotes", { exact: true }).click();
    await page.getByLabel("Half a minor unit goes").selectOption("Never off the price");
    await page.getByRole("button", { name: "Add a lane" }).click();
    await page.locator('[data-place="quotes.lanes[0]"]').getByLabel("Name", { exact: true }).fill("House offers");
    const sample = page.locator('[data-place="quotes.follows.sample"]');
    await sample.locator("summary").click();
    await sample.getByLabel("Days after the quote was accepted").fill("3");
    await expect(sample).toContainText("Ask for feedback, 3 days after the quote was accepted.");
    await page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` }).click();
    await expect(page.getByText("A sale is worth €2,500")).toBeVisible();
    await expect(page.getByText("lane by lane: of “House offers” those that together are best for the customer; then of the others", { exact: false })).toBeVisible();
    await expect(page.getByText("with halves never off the price", { exact: false })).toBeVisible();
    const adopted = await look<Adopted>(page, { type: "plan" });
    expect(adopted.plan["quotes"]).toMatchObject({ rounding: "againstBuyer", lanes: [{ id: "lane-1", name: "House offers" }], follows: { sample: { afterDays: 3 } } });
  });

  test("what is half typed stays, whatever else happens meanwhile", async ({ page }) => {
    await open(page, "plan/edit");
    await page.locator("summary").getByText("Hesitations", { exact: true }).click();
    const price = page.locator('[data-place="hesitations.price"]');
    await price.locator("summary").click();
    const benefits = price.getByLabel("What they gain that answers it");
    await benefits.fill("Knows what it costs per ");
    await benefits.press("End");
    await record(page, [ada()]);
    await expect(benefits).toBeFocused();
    await page.keyboard.type("month");
    await page.keyboard.press("Tab");
    await expect(price).toContainText("They gain: Knows what it costs per month.");
  });

  test("what a draft would change for the leads is shown before it is adopted, and is what adopting it brings", async ({ page }) => {
    await openSample(page);
    await go(page, "plan/edit");
    const trial = page.locator("trial-card");
    const see = trial.getByRole("button", { name: "See what it changes" });
    await expect(see).toBeDisabled();
    await expect(trial.getByRole("status")).toHaveText("There has to be a change in the plan first, and no problem.");

    await page.locator("summary").getByText("Name and worth", { exact: true }).click();
    await page.getByLabel("Name of the plan").fill("Our own way");
    await see.click();
    await expect(trial.getByRole("status")).toHaveText(/^Nothing changes for anybody/);
    await expect(trial.getByRole("link")).toHaveCount(0);

    await page.locator("summary").getByText("Score", { exact: true }).click();
    await page.getByLabel("Warm", { exact: true }).fill("20");
    await expect(trial.getByRole("status")).toHaveText("The draft has changed since you looked: look again.");
    await page.getByLabel("Hot", { exact: true }).fill("10");
    await expect(see).toBeDisabled();
    await page.getByLabel("Hot", { exact: true }).fill("30");
    const before = await look<{ rows: { name: string; score: number; band: string }[] }>(page, { type: "leads" });
    await see.focus();
    await page.keyboard.press("Enter");
    await expect(trial.getByRole("status")).toHaveText(/^Something changes for \d+ of 28 parties\.$/);
    await expect(see).toBeFocused();
    const warmed = before.rows.find(({ score }) => score >= 30 && score < 60);
    const row = trial.locator("ol > li").filter({ hasText: warmed?.name ?? "nobody" });
    await expect(row.getByText(`Hot instead of ${warmed?.band}`)).toBeVisible();
    await row.getByText("Reasons by both plans").click();
    await expect(row.locator(".sides section")).toHaveText([/So far\s+Score \d+: .*First step/s, /With the draft\s+Score \d+: .*First step/s]);
    await expect(trial).not.toContainText(/undefined|\[object|NaN/);
    const told = (await trial.locator(".tallies").filter({ hasText: "Parties by band" }).locator("tr").filter({ hasText: "Hot" }).locator("td").allTextContents()).map(Number);

    await page.getByRole("button", { name: `Adopt as version ${builtIn + 1}` }).click();
    await expect(page.getByText(`version ${builtIn + 1}, adopted`)).toBeVisible();
    const after = await look<typeof before>(page, { type: "leads" });
    const hot = (rows: typeof before.rows) => rows.filter(({ band }) => band === "hot").length;
    expect(told).toEqual([hot(before.rows), hot(after.rows)]);
    expect(hot(after.rows)).toBeGreaterThan(hot(before.rows));
  });

  test("a trial says when the book or the draft is another, and leads to whom it names, on a phone too", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 844 });
    await openSample(page);
    await go(page, "plan/edit");
    await page.locator("summary").getByText("Rules", { exact: true }).click();
    const rule = page.locator('[data-place="rules[0]"]');
    await rule.locator("> summary").click();
    await rule.getByRole("button", { name: /^Take out: They asked for a quote/ }).click();
    await page.locator("summary").getByText("Rules", { exact: true }).click();
    const trial = page.locator("trial-card");
    await trial.getByRole("button", { name: "See what it changes" }).click();
    await expect(trial.getByText(/no longer fires for \d+/)).toBeVisible();
    await trial.locator("details").first().locator("summary").click();
    await expectAccessible(page, "trial of a plan");
    await expectNoSideways(page);
    await trial.screenshot({ path: "test-results/shots/plan-trial-phone.png" });
    await record(page, [{ type: "noteTaken", party: "p_sample1", text: "Back on Monday." }]);
    await expect(trial.locator("ol")).toHaveCount(0);
    await trial.getByRole("button", { name: "See what it changes" }).click();
    const first = trial.getByRole("link").first();
    const name = await first.textContent();
    await first.click();
    await expect(page.getByRole("heading", { level: 1, name: name ?? "" })).toBeFocused();
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const [size, width] of [["desktop", 1280], ["phone", 360]] as const) {
      test(`the editor stands in nobody's way: ${scheme}, ${size}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 844 });
        await open(page, "plan/edit");
        for (const part of ["Name and worth", "Stages", "Rules", "Score", "Signals", "Questions", "Hesitations", "Limits", "The day", "Quotes"]) await page.locator("summary").getByText(part, { exact: true }).click();
        for (const place of ["pipelines[0]", "pipelines[0].stages[1]", "rules[0]", "signals.kinds.bought", "qualification.topics.need", "hesitations.price", "quotes.follows.sample"]) await page.locator(`[data-place="${place}"] > summary`).click();
        await page.locator('[id="pipelines[0].stages[1].chancePercent"]').fill("150");
        await expectAccessible(page, "plan editor");
        await expectNoSideways(page);
        await page.screenshot({ path: `test-results/shots/plan-${scheme}-${size}.png`, fullPage: true });
      });
    }
  }
});
