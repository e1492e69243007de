import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSideways, go, look, open, test } from "./page.ts";

interface Adopted {
  readonly plan: Record<string, unknown> & {
    readonly version: number;
    readonly pipelines: readonly { readonly stages: readonly Record<string, unknown>[] }[];
    readonly limits: Record<string, unknown>;
    readonly rules: readonly Record<string, unknown>[];
  };
  readonly origin: string;
}

/** The version of the plan that is built in. */
const { version }: { version: number } = JSON.parse(readFileSync(new URL("../../plans/standard.json", import.meta.url), "utf8"));

function file(plan: unknown) {
  return { name: "our-plan.json", mimeType: "application/json", buffer: Buffer.from(typeof plan === "string" ? plan : JSON.stringify(plan)) };
}

test.describe("Sales plan", () => {
  test("the plan in force is told in words", async ({ page }) => {
    await open(page, "plan");
    await expect(page.getByText(`Standard sales plan, version ${version}, built in`)).toBeVisible();
    for (const words of ["Find out whether there is any interest", "answer-quote", "At most 3 contacts with a person within 14 days.", "need is yes", "Monday 09:00–12:30"]) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
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
    await expect(page.getByRole("button", { name: `Adopt as version ${version + 1}` })).toBeDisabled();

    await go(page, "plan");
    await page.getByLabel("Plan document").setInputFiles(file("{ not json"));
    await expect(faults).toHaveCount(1);
    await go(page, "plan");
    await page.getByLabel("Plan document").setInputFiles(file({ ...plan, name: "Our own way" }));
    await expect(faults).toHaveCount(0);
    await expect(page.locator(".changes li")).toHaveText(/Name\s+Standard sales plan becomes Our own way/);
    await page.getByRole("button", { name: `Adopt as version ${version + 1}` }).click();
    await expect(page.getByText(`Our own way, version ${version + 1}, adopted`)).toBeVisible();
    await go(page, "history");
    await expect(page.locator(".history li").first()).toContainText(/plan/i);
    await page.keyboard.press("Control+z");
    await go(page, "plan");
    await expect(page.getByText(`Standard sales plan, version ${version}, built in`)).toBeVisible();
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
    await expect(page.getByRole("button", { name: `Adopt as version ${version + 1}` })).toBeDisabled();
    await chance.fill("15");
    await ideal.fill("10");
    await expect(page.locator(".fault")).toHaveCount(0);
    await expect(page.locator(".changes")).toHaveText(/Stage “Interested”, ideal days\s+14 becomes 10/);
    await page.reload();
    await expect(page.locator(".changes")).toHaveText(/14 becomes 10/);
    await page.getByRole("button", { name: `Adopt as version ${version + 1}` }).click();
    await expect(page.getByText(`version ${version + 1}, adopted`)).toBeVisible();
    await expect(page.getByText("About 10 days, stale after 15")).toBeVisible();
    await page.getByRole("button", { name: `Go back to version ${version}, Standard sales plan` }).click();
    await expect(page.getByText(`version ${version + 2}, adopted`)).toBeVisible();
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
    await page.getByRole("button", { name: `Adopt as version ${version + 1}` }).click();
    await expect(page.locator(".rules").getByText("Call back when they read")).toBeVisible();
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const [size, width] of [["desktop", 1280], ["phone", 390]] as const) {
      test(`the editor stands in nobody's way: ${scheme}, ${size}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 844 });
        await open(page, "plan/edit");
        for (const part of ["Name and worth", "Stages", "Rules", "Limits", "The day"]) await page.locator("summary").getByText(part, { exact: true }).click();
        for (const place of ["pipelines[0]", "pipelines[0].stages[1]", "rules[0]"]) await page.locator(`[data-place="${place}"] > summary`).click();
        await page.locator('[id="pipelines[0].stages[1].chancePercent"]').fill("150");
        await expectAccessible(page, "plan editor");
        await expectNoSideways(page);
        await page.screenshot({ path: `test-results/shots/plan-${scheme}-${size}.png`, fullPage: true });
      });
    }
  }
});
