// The moments at which clocks change, as the facade hands them to the engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Core } from "../../pkg/core.js";
import { monday, open } from "./ada.mjs";

/** The `now` that a look at this moment hands over. */
async function nowOf(context, zone, at = monday) {
  const engine = await open({ zone });
  const look = context.mock.method(Core.prototype, "look");
  engine.look({ type: "book" }, { now: at });
  const now = JSON.parse(look.mock.calls[0].arguments[0]);
  context.mock.restoreAll();
  return now;
}

/** Some two years to either side of the moment, no more than three. */
function assertSpan(transitions, at) {
  const year = 365.25 * 86_400_000;
  assert.ok(transitions[0][0] < at - 2 * year && transitions[0][0] > at - 3 * year);
}

test("Berlin changes on the last Sundays of March and October at one o'clock UTC", async (context) => {
  const { at, zone, zones } = await nowOf(context, "Europe/Berlin");
  assert.equal(at, monday);
  assert.equal(zone, "Europe/Berlin");
  const transitions = zones["Europe/Berlin"];
  assertSpan(transitions, at);
  const later = transitions.slice(1).map(([from, offset]) => `${new Date(from).toISOString()} ${offset}`);
  for (const change of [
    "2025-03-30T01:00:00.000Z 120",
    "2025-10-26T01:00:00.000Z 60",
    "2026-03-29T01:00:00.000Z 120",
    "2026-10-25T01:00:00.000Z 60",
    "2027-03-28T01:00:00.000Z 120",
    "2028-10-29T01:00:00.000Z 60",
  ]) {
    assert.ok(later.includes(change), `${change} is among ${later.join(", ")}`);
  }
});

test("zones without changes, with odd offsets and west of Greenwich", async (context) => {
  for (const [zone, offset] of [["UTC", 0], ["Asia/Kathmandu", 345], ["Asia/Tokyo", 540], ["America/Phoenix", -420]]) {
    const { zones } = await nowOf(context, zone);
    assert.equal(zones[zone].length, 1, zone);
    assert.equal(zones[zone][0][1], offset, zone);
  }
  const { zones } = await nowOf(context, "America/St_Johns");
  assert.deepEqual([...new Set(zones["America/St_Johns"].map(([, offset]) => offset))].sort(), [-150, -210]);
});

test("a month of another time is seen, and half an hour of summer", async (context) => {
  const morocco = (await nowOf(context, "Africa/Casablanca")).zones["Africa/Casablanca"];
  assert.ok(morocco.some(([, offset]) => offset === 0) && morocco.some(([, offset]) => offset === 60));
  const island = (await nowOf(context, "Australia/Lord_Howe")).zones["Australia/Lord_Howe"];
  assert.deepEqual([...new Set(island.map(([, offset]) => offset))].sort(), [630, 660]);
});

test("every transition is where the clock of the host says it is, to the minute", async (context) => {
  for (const zone of ["America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/Santiago", "Asia/Gaza"]) {
    const clock = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short", timeStyle: "medium", hourCycle: "h23" });
    const offsetAt = (at) => Math.round((Date.parse(`${clock.format(at).replace(", ", "T")}Z`) - at) / 60_000);
    const { zones } = await nowOf(context, zone);
    const [, ...changes] = zones[zone];
    assert.ok(changes.length >= 4, zone);
    for (const [from, offset] of changes) {
      assert.equal(offsetAt(from), offset, `${zone} from ${new Date(from).toISOString()}`);
      assert.notEqual(offsetAt(from - 60_000), offset, `${zone} before ${new Date(from).toISOString()}`);
    }
  }
});

test("the zones that parties live in are handed over too", async (context) => {
  const engine = await open();
  engine.record({
    type: "partyMet",
    party: "p_hiro",
    kind: "person",
    name: "Hiro",
    contactPoints: [{ channel: "email", value: "hiro@example.org" }],
    preferences: { zone: "Asia/Tokyo" },
  });
  const look = context.mock.method(Core.prototype, "look");
  engine.look({ type: "book" });
  const { zones } = JSON.parse(look.mock.calls[0].arguments[0]);
  assert.deepEqual(Object.keys(zones).sort(), ["Asia/Tokyo", "Europe/Berlin"]);
  assert.equal(zones["Asia/Tokyo"][0][1], 540);
});

test("moments far away have their transitions too", async (context) => {
  for (const at of [0, Date.UTC(1950, 0, 1), Date.UTC(2200, 5, 1)]) {
    const { zones } = await nowOf(context, "Europe/Berlin", at);
    assertSpan(zones["Europe/Berlin"], at);
  }
});

/** A calendar with an event of an hour at nine for each way to name a zone. */
function calendar(...zones) {
  const events = zones.map((zone, at) => `BEGIN:VEVENT\r\nUID:${at}\r\nDTSTART;TZID=${zone}:20261124T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\n${events.join("")}END:VCALENDAR\r\n`;
}

test("DAY-1: the zones that a calendar names are handed over when it comes in", async (context) => {
  const engine = await open();
  const core = context.mock.method(Core.prototype, "import");
  const content = calendar("US/Eastern", "Asia/To\r\n kyo", '"/a.program/America/Argentina/Buenos_Aires"', "Atlantis", '"+01:00"');
  const { preview } = engine.import({ name: "jo.ics", content });
  const [file] = preview.files;
  assert.deepEqual(file.problems.map(({ value }) => value), ["Atlantis", "+01:00"]);
  assert.equal(file.accepted, 3);
  const { zones } = JSON.parse(core.mock.calls[0].arguments[0]);
  assert.deepEqual(Object.keys(zones).sort(), ["America/Argentina/Buenos_Aires", "Asia/Tokyo", "Europe/Berlin", "US/Eastern"]);
  const { days } = engine.look({ type: "week" });
  assert.deepEqual(days[1].busy.map(({ time }) => time.fromClock), ["01:00", "13:00", "15:00"], "on the clock of Berlin");
  // A file that comes in as UTF-16 is read the same.
  const wide = Buffer.from(`\ufeff${calendar("US/Eastern")}`, "utf16le");
  assert.equal(engine.preview({ name: "wide.ics", content: wide }).files[0].refused, 0);
});
