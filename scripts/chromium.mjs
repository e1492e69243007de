// The browser that the tests run in: the system's Chromium. None is ever downloaded from anywhere but apt.
import { existsSync } from "node:fs";
import { run, Stop } from "./run.mjs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Flags that make it quiet, and able to run as root and without a display. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium: `CHROMIUM_PATH`, one of the usual places, or one that apt installs now. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && !existsSync(given)) throw new Stop(`CHROMIUM_PATH=${given}: there is no such file`);
  const found = given ?? places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-qq"], { timeout: 180_000 });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      timeout: 600_000,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = places.find((place) => existsSync(place));
    if (installed !== undefined) return installed;
  }
  throw new Stop("The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.");
}
