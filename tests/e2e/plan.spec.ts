import { expect, go, look, open, test } from "./page.ts";

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
    await expect(page.getByText("Standard sales plan, version 1, built in")).toBeVisible();
    for (const words of ["Find out whether there is any interest", "answer-quote", "At most 3 contacts with a person within 14 days.", "need is yes", "Monday 09:00–12:30"]) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
    await expect(page.getByRole("main")).not.toContainText(/undefined|\[object|NaN/);
  });

  test("a faulty document is refused as a whole, every problem with its place; a sound one is adopted, and Undo brings the old one back", async ({ page }) => {
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
    const faults = page.locator(".faults li");
    await expect(faults.filter({ hasText: "nmae" })).toContainText("name");
    await expect(faults.filter({ has: page.getByText("limits.gapHours", { exact: true }) })).toHaveText(/\w+ \w+/);
    await expect(faults.filter({ has: page.getByText("rules[0].when.fact", { exact: true }) })).toContainText("score");
    await expect(page.getByText("built in")).toBeVisible();

    await page.getByLabel("Plan document").setInputFiles(file("{ not json"));
    await expect(faults).toHaveCount(1);
    await page.getByLabel("Plan document").setInputFiles(file({ ...plan, version: 2, name: "Our own way" }));
    await expect(page.getByText("Our own way, version 2, adopted")).toBeVisible();
    await expect(faults).toHaveCount(0);
    await go(page, "history");
    await expect(page.locator(".history li").first()).toContainText(/plan/i);
    await page.keyboard.press("Control+z");
    await go(page, "plan");
    await expect(page.getByText("Standard sales plan, version 1, built in")).toBeVisible();
  });
});
