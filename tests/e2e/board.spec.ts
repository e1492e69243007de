import { expect, expectAccessible, expectNoSideways, go, open, openSample, type Page, record, test, unfold } from "./page.ts";

const deal = { type: "dealOpened", deal: "d_roof", party: "p_ada", name: "A new roof", worth: { minor: 1_250_000, currency: "EUR" } };

async function withDeal(page: Page): Promise<void> {
  await open(page);
  await record(page, [{ type: "partyMet", party: "p_ada", kind: "person", name: "Ada Lovelace", contactPoints: [{ channel: "phone", value: "+44 20 7946 0018" }] }, deal]);
  await go(page, "board");
}

function column(page: Page, name: string) {
  return page.getByRole("region", { name: new RegExp(`^${name}`) });
}

test.describe("Board", () => {
  test("every stage is a column with what it is for, how many stand in it and what they are worth", async ({ page }) => {
    await withDeal(page);
    const first = column(page, "Exploring");
    await expect(first).toContainText("€12,500");
    await expect(first.getByRole("article")).toContainText("A new roof");
    await expect(first.getByRole("article")).toContainText("Next:");
    await page.getByRole("link", { name: "Customers", exact: true }).click();
    await expect(page.getByRole("heading", { name: "No customers yet" })).toBeVisible();
  });

  test("a card moves by its choice; a refused move says what is missing; a reason overrides; Undo takes it back", async ({ page }) => {
    await withDeal(page);
    const choice = page.getByLabel("Move A new roof to");
    await choice.selectOption({ label: "Agreeing (not yet)" });
    const refused = page.locator(".refused");
    await expect(refused.getByRole("alert")).toContainText("Not moved to Agreeing");
    await expect(refused.getByRole("alert")).toContainText("The plan does not lead there from here, only to");
    await expect(refused.getByLabel(/^Move all the same/)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(refused.getByLabel(/^Move all the same/)).toHaveAttribute("aria-invalid", "true");
    await page.keyboard.type("The board asked for the contract");
    await page.keyboard.press("Enter");
    await expect(column(page, "Agreeing").getByRole("article")).toContainText("A new roof");
    await expect(page.getByRole("link", { name: "A new roof" })).toBeFocused();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(column(page, "Exploring").getByRole("article")).toContainText("A new roof");
  });

  test("a card is dragged by mouse, and moved by arrow keys", async ({ page }) => {
    await withDeal(page);
    await record(page, [{ type: "answerLearned", party: "p_ada", topic: "need", answer: "yes", certainty: "confirmed" }]);
    const card = page.locator("board-card");
    await card.dragTo(column(page, "Proposing"));
    await expect(column(page, "Proposing").getByRole("article")).toContainText("A new roof");
    const name = page.getByRole("link", { name: "A new roof" });
    await name.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(column(page, "Exploring").getByRole("article")).toContainText("A new roof");
    await expect(name).toBeFocused();
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const [size, width] of [["desktop", 1280], ["phone", 390]] as const) {
      test(`it stands in nobody's way: ${scheme}, ${size}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 844 });
        await openSample(page);
        for (const covers of ["lead", "deal", "customer"]) {
          await go(page, `board/${covers}`);
          await unfold(page);
          await expectAccessible(page, `board of ${covers}s`);
          await expectNoSideways(page);
          await page.screenshot({ path: `test-results/shots/board-${covers}-${scheme}-${size}.png`, fullPage: true });
        }
      });
    }
  }
});
