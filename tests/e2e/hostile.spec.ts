import { expect, go, open, type Page, record, test, unfold } from "./page.ts";

const names = [
  `<img src=x onerror="pwned=1">`,
  `"><script>pwned=1</script><b>`,
  `\${pwned=1}{{pwned=1}}`,
  `javascript:pwned=1`,
  `\u202Egnp.exe\u202C \u2067rtl\u2069`,
  `שלום (א) 123 +`,
  `${"Wolfeschlegelstein".repeat(9)}`,
  `' OR 1=1; -- \\u0000 %00 &lt;i&gt; 💥`,
];

/** Everything that can be said of somebody, said in a hostile way. */
function hostile(text: string, index: number): object[] {
  const party = `p_evil${index}`;
  return [
    { type: "partyMet", party: `p_org${index}`, kind: "organisation", name: text },
    {
      type: "partyMet", party, kind: "person", name: text,
      affiliation: { organisation: `p_org${index}`, title: text, role: "user" },
      contactPoints: [{ channel: "phone", value: `+44 20 7946 00${10 + index}`, label: text }, { channel: "social", value: text }],
      source: { method: "other", campaign: text, detail: text },
      attributes: { [text]: text },
      externalIds: [text],
    },
    { type: "noteTaken", party, text },
    { type: "signalSeen", party, signal: "visited", at: Date.parse("2026-11-20T10:00:00Z"), detail: text },
    { type: "answerLearned", party, topic: "need", answer: "yes", certainty: "confirmed", evidence: text },
    {
      type: "contactLogged", interaction: `i_evil${index}`, party, at: Date.parse("2026-11-10T10:00:00Z"), channel: "phone",
      objective: "findOutInterest", initiative: "seller", outcome: "partly", notes: text, needs: [text], hesitations: [text], agreements: [text],
    },
    { type: "dealOpened", deal: `d_evil${index}`, party, name: text, worth: { minor: 100, currency: "EUR" } },
  ];
}

/** No markup of theirs became an element, and none of their code ran. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: "pwned" in globalThis,
    elements: [...document.querySelectorAll("main img, main script, main b, main i")].map((element) => element.outerHTML),
    links: [...document.querySelectorAll("a")].map(({ href }) => new URL(href).protocol).filter((protocol) => !/^(https?|tel|mailto):$/.test(protocol)),
  }));
  expect(found).toEqual({ ran: false, elements: [], links: [] });
}

test.describe("Hostile names", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("they stay text in every view, turned neither around nor into markup, and fit on a phone", async ({ page }) => {
    test.slow();
    await open(page);
    await record(page, names.flatMap(hostile));
    for (const screen of ["leads", "today", "history", "backup", "plan", ...names.flatMap((_, index) => [`party/p_evil${index}`, `party/p_evil${index}/edit`])]) {
      await go(page, screen);
      await expectHarmless(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), screen).toBeLessThanOrEqual(0);
    }
    for (const [index, name] of names.entries()) {
      await go(page, `party/p_evil${index}`);
      const heading = page.locator("h1 bdi");
      expect(await heading.textContent()).toBe(name);
      await expect(page).toHaveTitle(`${name} – nextsale`);
      expect(await page.locator(".contacts bdi").first().textContent()).toBe(name);
      // What names are shown in keeps their direction to itself.
      expect(await heading.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe("isolate");
    }
  });

  test("they stay text in the preview of an import", async ({ page }) => {
    await open(page, "import");
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const text = [`Name,Phone,${names.map(cell).join(",")}`, ...names.map((name) => [cell(name), "+44 20 7946 0018", ...names.map(cell)].join(","))].join("\n");
    await page.getByLabel(/Choose files/).setInputFiles({ name: `${names[0]?.replaceAll("/", "")}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(page.getByRole("heading", { name: "What would come in" })).toBeVisible();
    await unfold(page);
    await expectHarmless(page);
    await expect(page.locator(".columns")).toContainText(names[1] ?? "");
  });

  test("an address can lead nowhere bad", async ({ page }) => {
    for (const hash of ["party/%3Cimg%20src=x%20onerror=pwned=1%3E", "party/__proto__", "party/%E0%A4%A", "leads?search=%3Cscript%3E&order=__proto__&band=toString", "__proto__", "party/"]) {
      await open(page, hash);
      await expectHarmless(page);
    }
  });
});
