// The page in the system's Chromium, served as `npm start` serves it.
import { defineConfig } from "@playwright/test";
import { chromiumFlags, findChromium } from "../../scripts/chromium.mjs";

// Chosen once and inherited by the workers, so that two runs on one machine don't meet.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
const port = Number(process.env.E2E_PORT);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.{mjs,ts}",
  outputDir: "../../test-results",
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 60_000,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: "chromium",
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node scripts/start.mjs",
    cwd: "../..",
    env: { PORT: String(port), CI: "1" },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
