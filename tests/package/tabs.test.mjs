// The packed package in tabs of a real browser that share one `localStorage`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, serve } from "./browser.mjs";
import { hostProject } from "./packed.mjs";

const host = hostProject();
host.write("index.html", '<!doctype html><meta charset="utf-8"><title>host</title><script type="module" src="tab.js"></script>');
host.write(
  "tab.js",
  `import { Engine, localStorageStore } from "./node_modules/nextsale/index.js";
  const engine = await Engine.open({ store: localStorageStore("tabs"), zone: "Europe/Berlin" });
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  const met = (party) =>
    engine.record({ type: "partyMet", party, kind: "person", name: party, source: { method: "website" } });
  globalThis.tab = {
    met,
    save: () => engine.save(),
    status: () => engine.status(),
    total: () => engine.look({ type: "leads", limit: 1 }).total,
    history: () => JSON.stringify(engine.look({ type: "history", limit: 1000 })),
    async recordMany(prefix, count) {
      for (let index = 0; index < count; index += 1) {
        met(prefix + index);
        if (index % 7 === 0) await pause();
      }
    },
    listen() {
      globalThis.heard = [];
      engine.onChange((change) => heard.push(change.kind));
    },
  };`,
);

/** Opens the site in a number of tabs of one browser profile. */
async function openTabs(count, context) {
  const site = await serve(host.folder, context);
  const profile = await (await openBrowser(context)).browser.newContext();
  const tabs = [];
  for (let index = 0; index < count; index += 1) {
    const tab = await profile.newPage();
    tab.on("pageerror", (error) => assert.fail(error));
    tabs.push(tab);
    await tab.goto(site.url);
    await ready(tab);
  }
  return tabs;
}

const ready = (tab) => tab.waitForFunction(() => globalThis.tab !== undefined);
const totalOf = (tab) => tab.evaluate(() => tab.total());

test("two tabs that record 200 facts each at the same time both show all 400, also after reloading", async (context) => {
  const [one, other] = await openTabs(2, context);
  await Promise.all([
    one.evaluate(() => tab.recordMany("p_one", 200)),
    other.evaluate(() => tab.recordMany("p_other", 200)),
  ]);
  for (const tab of [one, other]) await tab.waitForFunction(() => tab.total() === 400);
  assert.equal(await one.evaluate(() => tab.history()), await other.evaluate(() => tab.history()));
  for (const tab of [one, other]) {
    await tab.reload();
    await ready(tab);
    assert.equal(await totalOf(tab), 400);
    assert.deepEqual((await tab.evaluate(() => tab.status())).notes, []);
  }
});

test("a tab tells its listeners of what another one records", async (context) => {
  const [one, other] = await openTabs(2, context);
  await one.evaluate(() => tab.listen());
  await other.evaluate(() => tab.met("p_ada"));
  await one.waitForFunction(() => heard.length > 0);
  assert.deepEqual(await one.evaluate(() => heard), ["received"]);
  assert.equal(await totalOf(one), 1);
});

test("a full localStorage loses nothing while the tab is open, and all is written once there is room", async (context) => {
  const [tab] = await openTabs(1, context);
  await tab.evaluate(() => {
    let filler = "x".repeat(1 << 20);
    for (let index = 0; filler.length > 0; index += 1) {
      try {
        localStorage.setItem(`filler ${index}`, filler);
      } catch {
        filler = filler.slice(filler.length / 2 + 0.5);
      }
    }
  });
  await tab.evaluate(() => tab.recordMany("p_", 20));
  const full = await tab.evaluate(() => tab.status());
  assert.ok(full.unsaved >= 20, `${full.unsaved} wait`);
  assert.match(full.problem, /Quota/);
  assert.equal(await totalOf(tab), 20);
  await tab.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key);
  });
  assert.equal(await tab.evaluate(() => tab.save()), true);
  await tab.reload();
  await ready(tab);
  assert.equal(await totalOf(tab), 20);
});
