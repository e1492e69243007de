import { ada, expect, expectAccessible, expectNoSideways, go, look, open, openSample, type Page, record, test } from "./page.ts";

const deal = { type: "dealOpened", deal: "d_roof", party: "p_ada", name: "A new roof" };

interface Promotions {
  readonly promotions: readonly { readonly promotion: string; readonly terms: Record<string, unknown>; readonly uses: number }[];
}

async function withDeal(page: Page): Promise<void> {
  await open(page);
  await record(page, [ada(), deal]);
}

async function begin(page: Page, title: string): Promise<void> {
  await go(page, "promotions");
  await page.getByRole("link", { name: `Begin with: ${title}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New promotion" })).toBeFocused();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save the promotion" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Promotions", exact: true })).toBeFocused();
}

/** What the example quote comes to. */
function preview(page: Page) {
  return page.getByRole("region", { name: "On an example quote" });
}

async function fillLine(page: Page, at: number, what: string, quantity: string, price: string): Promise<void> {
  const line = page.getByRole("group", { name: `Line ${at}` });
  await line.getByLabel("What").fill(what);
  await line.getByLabel("Quantity").fill(quantity);
  await line.getByLabel(/^Unit price/).fill(price);
}

test.describe("Promotions and quotes", () => {
  test("each kind is made, a deal is quoted with a code, accepted and closed, and the effect is seen", async ({ page }) => {
    test.slow();
    await withDeal(page);
    await go(page, "promotions");
    await expect(page.getByRole("heading", { name: "No promotions yet" })).toBeVisible();

    // Money: 12.5 % with a code; the example counts it with every keystroke.
    await begin(page, "10 % with a code");
    await expect(preview(page)).toContainText("€270");
    await page.getByLabel("Percent off").fill("12.5");
    await expect(preview(page)).toContainText("€262.50");
    await page.getByLabel("Codes", { exact: true }).fill("AUTUMN\nROOF");
    await expect(preview(page).getByRole("list", { name: "Not applied" })).toContainText("no promotion has this code");
    await save(page);

    // Goods: of three the cheapest is free. Services: a free trial for new business.
    await begin(page, "Buy two, get one");
    await expect(preview(page)).toContainText("€200");
    await save(page);
    await begin(page, "Free trial");
    await page.getByLabel("Days", { exact: true }).fill("14");
    await expect(preview(page)).toContainText("Free trial, 14 days");
    await save(page);
    const list = page.locator(".promotion-list");
    for (const words of ["12.5 % off the whole quote", "AUTUMN, ROOF", "Buy 2, get 1 free", "14 days of free trial"]) await expect(list).toContainText(words);

    // The quote: before and after, what applied, and what did not with its reason.
    await go(page, "party/p_ada");
    await page.getByRole("link", { name: "Make a quote for A new roof" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Quote for A new roof" })).toBeFocused();
    await fillLine(page, 1, "Slate", "3", "100.10");
    await page.getByRole("button", { name: "Add a line" }).click();
    await fillLine(page, 2, "Work", "1", "50");
    await page.getByLabel(/^Delivery/).fill("20");
    await page.getByLabel("Codes the customer named").fill("roof, LATE");
    const result = page.getByRole("region", { name: "What it comes to" });
    const applied = result.getByRole("list", { name: "Applied", exact: true });
    for (const words of ["Ten percent with a code", "roof", "Three for two", "Free trial"]) await expect(applied).toContainText(new RegExp(words, "i"));
    await expect(result.getByRole("list", { name: "Not applied" })).toContainText("Code “LATE”: no promotion has this code");
    const quoted = await page.getByRole("button", { name: /^They accept/ }).textContent();
    await expect(result.locator("tfoot")).toContainText(quoted?.match(/€[\d.,]+/)?.[0] ?? "nothing");

    // Accept, undo in one step, accept again, close.
    await page.getByRole("button", { name: /^They accept/ }).click();
    const close = page.getByRole("button", { name: /^Close the deal as won for/ });
    await expect(close).toBeFocused();
    expect((await look<Promotions>(page, { type: "promotions" })).promotions.map(({ uses }) => uses)).toEqual([1, 1, 1]);
    await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
    await expect(close).toHaveCount(0);
    expect((await look<Promotions>(page, { type: "promotions" })).promotions.map(({ uses }) => uses)).toEqual([0, 0, 0]);
    await page.getByRole("button", { name: "Redo" }).click();
    await close.click();
    await expect(page.getByText("The deal is closed.")).toBeVisible();
    expect(await look(page, { type: "book" })).toMatchObject({ openDeals: 0, wonDeals: 1 });

    // Goods come back, to the minor unit; then all of it is cancelled.
    await page.getByText("Goods came back").click();
    await page.getByLabel(/^Slate/).fill("1");
    await page.getByRole("button", { name: "Record what came back" }).click();
    await expect(page.getByLabel(/^Slate/)).toHaveAttribute("max", "2");
    await page.getByText("Cancel this quote").click();
    await page.getByLabel("Why").fill("Changed their mind");
    await page.getByRole("button", { name: "Cancel the quote" }).click();
    await expect(page.locator("accepted-quotes")).toContainText("Cancelled");
    expect((await look<Promotions>(page, { type: "promotions" })).promotions.map(({ uses }) => uses)).toEqual([0, 0, 0]);

    // Its effect.
    const people = Array.from({ length: 40 }, (_, at) => ada(`p_many${at}`, `Somebody ${at}`));
    const { promotions } = await look<Promotions>(page, { type: "promotions" });
    const promotion = promotions.find(({ terms }) => terms["name"] === "Three for two")?.promotion;
    await record(page, people);
    await record(page, people.map((_, at) => ({ type: "promotionOffered", promotion, party: `p_many${at}`, group: at % 2 === 0 ? "offered" : "withheld", assigned: "atRandom" })));
    await page.clock.setFixedTime(new Date("2026-11-23T09:10:00Z"));
    await record(page, people.flatMap((_, at) => (at % 2 === 0 && at > 8 ? [
      { type: "dealOpened", deal: `d_many${at}`, party: `p_many${at}`, name: "Roof" },
      { type: "dealClosed", deal: `d_many${at}`, outcome: { type: "won", worth: { minor: 100_000, currency: "EUR" } } },
    ] : [])));
    await go(page, "effect");
    await page.getByRole("link", { name: "Three for two" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Effect of Three for two" })).toBeFocused();
    const chart = page.getByRole("figure").first();
    await expect(chart).toContainText("Bought");
    await expect(chart.getByRole("row", { name: /^Offered/ })).toContainText("75 %");
    await expect(chart.getByRole("row", { name: /^Difference/ })).toContainText("+75 points");
    await expect(chart.locator(".verdict")).toContainText(/works|Not enough data/);
    await expect(chart.locator("svg")).toHaveCount(3);
    await page.screenshot({ path: "test-results/shots/effect.png", fullPage: true });
  });

  test("what is wrong with a promotion is said at its field, and nothing is recorded", async ({ page }) => {
    await open(page);
    await go(page, "promotions/new");
    await page.getByRole("button", { name: "Save the promotion" }).click();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("Name", { exact: true }).fill("Too much");
    await page.getByLabel("Percent off").fill("120");
    await expect(page.getByLabel("Percent off")).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: "Save the promotion" }).click();
    await expect(page.locator("[data-screen] [role=alert]")).toContainText("gives.basisPoints");
    expect((await look<Promotions>(page, { type: "promotions" })).promotions).toEqual([]);
    await page.getByLabel("Percent off").fill("20");
    await page.getByText("When, how often, how much").click();
    await page.getByLabel(/^Budget/).fill("10.999");
    await expect(page.getByLabel(/^Budget/)).toHaveAttribute("aria-invalid", "true");
    // Two currencies, exact to the minor unit of each.
    await page.getByLabel(/^Budget/).fill("1000.10; 5000 JPY");
    await expect(page.getByLabel(/^Budget/)).not.toHaveAttribute("aria-invalid", "true");
    await save(page);
    expect((await look<Promotions>(page, { type: "promotions" })).promotions[0]?.terms).toMatchObject({
      limits: { budget: [{ minor: 100_010, currency: "EUR" }, { minor: 5000, currency: "JPY" }] },
    });
  });

  test("terms that no field shows are kept when others change; a promotion is paused and resumed", async ({ page }) => {
    await open(page);
    const terms = {
      name: "Deep", gives: { type: "percentOff", basisPoints: 500, target: "whole", tiersBy: "eachLine", tiers: [{ from: { quantity: 5 }, basisPoints: 700 }] },
      codes: [{ code: "ONCE", uses: 1 }, { code: "TWICE", uses: 2 }], requires: [{ quantityFrom: 2 }], spread: "evenly",
    };
    await record(page, [{ type: "promotionListed", promotion: "po_deep", terms }]);
    await go(page, "promotions");
    await page.getByRole("link", { name: "Edit Deep" }).click();
    await page.getByLabel("Percent off").first().fill("6");
    await page.getByLabel("Codes", { exact: true }).fill("TWICE\nNEW");
    await page.getByText("All terms as text").click();
    await expect(page.getByLabel("Terms as JSON")).toHaveValue(/"spread": "evenly"/);
    await page.getByLabel("Terms as JSON").fill("{");
    await expect(page.getByText("This is not JSON yet.")).toBeVisible();
    await page.getByLabel("Percent off").first().fill("6.5");
    await save(page);
    const kept = async (): Promise<unknown> => (await look<Promotions>(page, { type: "promotions" })).promotions[0]?.terms;
    const changed = { ...terms, gives: { ...terms.gives, basisPoints: 650 }, codes: [{ code: "TWICE", uses: 2 }, { code: "NEW" }] };
    expect(await kept()).toEqual(changed);
    await page.getByRole("button", { name: "Pause Deep" }).click();
    await expect(page.locator(".promotion-list")).toContainText("Paused");
    expect(await kept()).toEqual({ ...changed, standing: "paused" });
    await page.getByRole("button", { name: "Resume Deep" }).click();
    await expect(page.locator(".promotion-list")).toContainText("Active");
    expect(await kept()).toEqual(changed);
  });

  test("a quote that has no room any more is refused in words", async ({ page }) => {
    await withDeal(page);
    await record(page, [{ type: "promotionListed", promotion: "po_once", terms: { name: "Once", gives: { type: "amountOff", amounts: [{ minor: 500, currency: "EUR" }], target: "whole" }, limits: { uses: 1 } } }]);
    await go(page, "quote/d_roof");
    await fillLine(page, 1, "Slate", "1", "10");
    const accept = page.getByRole("button", { name: "They accept €5" });
    await expect(accept).toBeVisible();
    // Somebody else is faster, by less than the page takes to show it.
    await accept.evaluate((button: HTMLElement) => {
      const { desk } = document.querySelector("[data-screen]") as unknown as { desk: { engine: { record(fact: object): void } } };
      const reservation = { currency: "EUR", lines: [{ line: "a", quantity: 1, unitPrice: 1000, total: 500 }], uses: [{ promotion: "po_once", amount: 500, shares: [{ line: "a", amount: 500 }] }], total: 500 };
      desk.engine.record({ type: "quoteAccepted", quote: "q_other", reservation });
      button.click();
    });
    const alert = page.locator("[data-screen] [role=alert]");
    await expect(alert).toContainText("It was not accepted");
    await expect(alert).toContainText(/does not apply any more/);
    await expect(alert).toBeFocused();
    await expect(page.getByRole("button", { name: "They accept €10" })).toBeVisible();
    await expect(page.getByRole("list", { name: "Not applied" })).toContainText("it could be used once and was");
    expect(await look(page, { type: "acceptedQuotes", deal: "d_roof" })).toEqual([]);
  });

  test("a quote that was given to them to hold for a while keeps what is over since, and no longer than it holds", async ({ page }) => {
    await withDeal(page);
    const at = (text: string) => Date.parse(`${text}Z`);
    const made = [
      { type: "promotionListed", promotion: "po_autumn", terms: { name: "Autumn", gives: { type: "amountOff", amounts: [{ minor: 500, currency: "EUR" }], target: "whole" }, period: { from: at("2026-11-01T00:00"), until: at("2026-11-20T00:00") } } },
    ];
    // It is listed while it runs: the engine counts nothing before it was known.
    await page.evaluate(([facts, now]) => {
      const { desk } = document.querySelector("[data-screen]") as unknown as { desk: { engine: { recordAll(facts: readonly object[], options: object): void } } };
      desk.engine.recordAll(facts as readonly object[], { now });
    }, [made, at("2026-11-02T09:00")] as const);
    await go(page, "quote/d_roof/p_ada");
    await fillLine(page, 1, "Slate", "1", "10");
    const accept = page.getByRole("button", { name: /^They accept/ });
    await expect(accept).toHaveText("They accept €10");

    await page.getByText("They were given this quote, and it holds for a while").click();
    const [given, until] = [page.getByLabel("Given to them"), page.getByLabel("Holds until")];
    await given.fill("2026-11-16T10:00");
    await expect(page.getByText("Say both: when they were given it, and until when it holds.")).toBeVisible();
    await expect(accept).toBeDisabled();
    await until.fill("2026-11-15T10:00");
    await expect(page.getByText("It has to hold until some time after it was given.")).toBeVisible();
    await until.fill("2026-11-22T10:00");
    await expect(page.getByText(/^It held until .*counted as of today/)).toBeVisible();
    await expect(accept).toHaveText("They accept €10");
    await until.fill("2026-11-30T18:00");
    await expect(page.getByText(/^It is counted as on .*16 Nov/)).toBeVisible();
    await expect(accept).toHaveText("They accept €5");
    await expectAccessible(page, "quote that holds");
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(/^Given on .*holds until .*30 Nov/)).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await accept.click();
    await expect(page.locator("accepted-quotes")).toContainText("€5");
    const last = await page.evaluate(() => {
      const { desk } = document.querySelector("[data-screen]") as unknown as { desk: { engine: { backup(): string } } };
      return /"validity":\{[^}]*\}/.exec(desk.engine.backup())?.[0] ?? "";
    });
    expect(last).toBe(`"validity":{"givenAt":${at("2026-11-16T10:00")},"until":${at("2026-11-30T18:00")}}`);
  });

  test("a promotion is offered or withheld by chance from the screen of a party", async ({ page }) => {
    await withDeal(page);
    await record(page, [{ type: "promotionListed", promotion: "po_trial", terms: { name: "Free trial", gives: { type: "freeTrial", days: 30 } } }]);
    await go(page, "party/p_ada");
    const card = page.getByRole("region", { name: "Promotions" });
    await expect(card).toContainText("None was offered to them or withheld from them yet.");
    await page.getByText("Offer one, or withhold it").click();
    await page.getByRole("button", { name: "Decide at random for me" }).click();
    await expect(page.locator(".message")).toContainText("Chance decided");
    const { promotions } = await look<{ promotions: readonly { offered: number; withheld: number }[] }>(page, { type: "experiments" });
    expect((promotions[0]?.offered ?? 0) + (promotions[0]?.withheld ?? 0)).toBe(1);

    // The party tells which it was offered, how that was decided, when and for which deal.
    const told = card.getByRole("listitem");
    await expect(told).toContainText(promotions[0]?.offered === 1 ? "Offered" : "Withheld");
    await expect(told).toContainText("today, as chance decided, for A new roof");
    await record(page, [
      { type: "promotionListed", promotion: "po_gift", terms: { name: "A mug", gives: { type: "sample", name: "Mug" } } },
      { type: "promotionOffered", promotion: "po_gift", party: "p_ada", group: "withheld", assigned: "chosen", offeredAt: Date.parse("2026-11-20T09:00:00Z") },
    ]);
    await expect(told).toHaveCount(2);
    await expect(told.nth(1)).toContainText(/A mug\s+Withheld\s+3 days ago, as we chose/);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await expectAccessible(page, "party with promotions");
    await card.getByRole("link", { name: "A mug" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Effect of A mug" })).toBeVisible();
  });

  test("a quote is made in another currency: its products cost what they cost there, the rest stays as it was typed", async ({ page }) => {
    await open(page);
    await record(page, [
      ada(), { ...deal, worth: { minor: 500_000, currency: "CHF" } },
      { type: "productListed", product: "pr_tile", name: "Tile", price: { minor: 1250, currency: "EUR" } },
      { type: "productListed", product: "pr_beam", name: "Beam", price: { minor: 4000, currency: "USD" } },
    ]);
    await go(page, "quote/d_roof/p_ada");
    const currency = page.getByLabel("Currency");
    await expect(currency, "that of the deal's worth").toHaveValue("CHF");
    await currency.selectOption("EUR");
    await fillLine(page, 1, "Tile", "2", "12.5");
    await page.getByRole("button", { name: "Add a line" }).click();
    await fillLine(page, 2, "Scaffold", "1", "100.5");
    await page.getByLabel("Delivery, in EUR").fill("20");
    const result = page.getByRole("region", { name: "What it comes to" });
    await expect(result).toContainText("€145.50");

    await currency.selectOption("USD");
    const price = (at: number) => page.getByRole("group", { name: `Line ${at}` }).getByLabel("Unit price, in USD");
    await expect(price(1), "nobody knows what it costs there").toHaveValue("");
    await expect(price(2)).toHaveValue("100.5");
    await expect(page.getByLabel("Delivery, in USD")).toHaveValue("20");
    await price(1).fill("15");
    await page.getByRole("button", { name: "Add a line" }).click();
    await page.getByRole("group", { name: "Line 3" }).getByLabel("What").fill("Beam");
    await expect(price(3)).toHaveValue("40");
    await expect(result).toContainText("US$190.50");
    await page.reload();
    await expect(currency, "the draft keeps it").toHaveValue("USD");

    // Where there are no cents, what has some can't stay.
    await currency.selectOption("JPY");
    await expect(page.getByRole("group", { name: "Line 2" }).getByLabel("Unit price, in JPY")).toHaveValue("");
    await currency.selectOption("USD");
    for (const [at, what] of [[1, "15"], [2, "100.5"]] as const) await price(at).fill(what);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideways(page);
    await expectAccessible(page, "quote in dollars");
    await page.screenshot({ path: "test-results/shots/quote-usd-phone.png", fullPage: true });
    await page.getByRole("button", { name: /They accept US\$190.50/ }).click();
    await expect(page.locator("accepted-quotes")).toContainText("US$190.50");
    const [accepted] = await look<{ paid: object }[]>(page, { type: "acceptedQuotes", deal: "d_roof" });
    expect(accepted?.paid).toEqual({ minor: 19_050, currency: "USD" });
  });

  test("an experiment is imported as a table of its customers, and its effect is seen", async ({ page }) => {
    await open(page);
    await go(page, "effect");
    await expect(page.getByRole("heading", { name: "Nothing to compare yet" })).toBeVisible();
    await page.getByRole("link", { name: "Import an experiment" }).click();
    const rows = Array.from({ length: 600 }, (_, at) => `${at},${at % 3 === 0 ? "Phone" : "Web"},${at % 2 === 0 ? "Mens E-Mail" : "No E-Mail"},${at % (at % 2 === 0 ? 4 : 9) === 0 ? 1 : 0},0`);
    const csv = ["recency,channel,segment,visit,conversion", ...rows].join("\n");
    await page.locator("#import-files").setInputFiles({ name: "mailing.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.getByLabel("Who gets what was decided").selectOption("atRandom");
    await expect(page.getByRole("region", { name: "mailing.csv" })).toContainText("No E-Mail: 300 customers");
    await page.getByRole("button", { name: "Import 1 record", exact: true }).click();
    await page.getByRole("link", { name: "See what works" }).click();
    await page.getByRole("link", { name: /mailing/i }).click();
    const chart = page.getByRole("figure").first();
    await expect(chart.getByRole("row", { name: /^Mens E-Mail/ })).toContainText("50 %");
    await expect(chart.locator(".verdict")).toContainText("It works.");
    await expect(page.getByRole("region", { name: "By channel" })).toContainText("Phone");
    await expectAccessible(page, "effect of an experiment");
  });

  test("by keyboard alone: a promotion is found in the palette, made, and a quote accepted", async ({ page }) => {
    await withDeal(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.type("new promotion");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "New promotion" })).toBeFocused();
    const tabTo = async (label: string | RegExp, role: "textbox" | "button" | "spinbutton" | "combobox" = "textbox"): Promise<void> => {
      const wanted = page.getByRole(role, { name: label }).first();
      await wanted.waitFor();
      for (let at = 0; at < 60; at += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never reached ${String(label)}`);
    };
    await tabTo("Name");
    await page.keyboard.type("Ten off");
    await tabTo("Percent off");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("7,5");
    await expect(page.getByRole("textbox", { name: "Percent off" })).toHaveValue("7,5");
    await tabTo("Save the promotion", "button");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Promotions", exact: true })).toBeFocused();
    await go(page, "quote/d_roof/p_ada");
    await tabTo("What", "combobox");
    await page.keyboard.type("Slate");
    await tabTo(/^Unit price/);
    await page.keyboard.type("200");
    await tabTo(/^They accept €185/, "button");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Close the deal as won for €185/ })).toBeFocused();
  });

  test("the quote is printed without what the customer need not see", async ({ page }) => {
    await openSample(page);
    await go(page, "quote/d_clinics/p_sample0");
    await page.getByLabel("What", { exact: true }).fill("Front desk plan");
    await page.getByLabel("Quantity").fill("3");
    await page.getByLabel("Codes the customer named").fill("FAIR10");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1, name: "Quote for Three clinics" })).toBeVisible();
    await expect(page.locator(".quote tfoot")).toBeVisible();
    await expect(page.getByText("costs us")).toBeHidden();
    await expect(page.getByRole("button", { name: /^They accept/ })).toBeHidden();
    await page.screenshot({ path: "test-results/shots/quote-print.png", fullPage: true });
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`on a phone nothing is wider than the screen, and nothing stands in anybody’s way: ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 844 });
      await openSample(page);
      for (const hash of ["promotions", "promotions/new/three-for-two", "promotions/po_fair", "quote/d_motors/p_sample10", "effect", "effect/po_trial"]) {
        await go(page, hash);
        await page.evaluate(() => document.querySelectorAll("main details").forEach((details) => details.setAttribute("open", "")));
        await expectNoSideways(page);
        await expectAccessible(page, hash);
      }
      await go(page, "quote/d_clinics/p_sample0");
      await page.getByLabel("What", { exact: true }).fill("Front desk plan");
      await page.getByLabel("Codes the customer named").fill("FAIR10, NOPE");
      await expectNoSideways(page);
      await expectAccessible(page, "quote");
    });
  }
});
