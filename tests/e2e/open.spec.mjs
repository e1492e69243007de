// The page opens: under its policy, without an error, and with nothing from any other host.
import { expect, test } from "@playwright/test";

test("it opens without an error, a violation of its policy or a request to another host", async ({ page, baseURL }) => {
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith("data:")) wrong.push(request.url());
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  });
  await page.goto("./");
  await expect(page).toHaveTitle(/nextsale/);
  await expect(page.getByRole("main")).toBeVisible();
  expect(await page.evaluate(() => violations)).toEqual([]);
  expect(wrong).toEqual([]);
});
