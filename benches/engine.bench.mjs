// The engine native, the engine in WebAssembly, and the same work in plain JavaScript: 10,000 parties with 5 contacts
// each. Their answers have to be equal. Times are compared, never asserted.
//
//   npm run bench                      everything
//   PARTIES=500 ROUNDS=3 npm run bench a smaller book, fewer rounds
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root, run } from "../scripts/run.mjs";
import { requireCargo, targetFolder } from "../scripts/rust.mjs";
import { book, leads, news, now, otherZones, zone } from "./book.mjs";
import { comparableQuote, promotions, request, shop } from "./quotes.mjs";
import { Contestant } from "./contestants/contestant.mjs";
import { arrangedDifferences, comparable, differences, worthOf } from "./same.mjs";
import { ENGINE_BUDGET, PAGE_BUDGETS, pageFiles, STORAGE, storedUnits, transferred } from "./sizes.mjs";
import { median, milliseconds, percent, print, thousands } from "./table.mjs";
import { changesOf } from "./zones.mjs";

const PARTIES = Number(process.env.PARTIES ?? 10_000);
const CONTACTS = 5;
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const WARM_UPS = 2;

const tasks = [
  { name: "record all facts", task: "record", rounds: Math.min(3, ROUNDS) },
  { name: "open the stored book", task: "open", rounds: Math.min(5, ROUNDS) },
  { name: "score all, list the best", task: '{"type":"leads","order":"score","limit":1}' },
  { name: "next steps of all, list 100", task: '{"type":"leads","order":"approach"}' },
  { name: "the day's plan, everything anew", task: "anew" },
  { name: "one new fact, then the day", task: "news" },
];

/** Counted in a book of its own, which has nothing but products, promotions and lanes. */
const quoting = { name: `quote of ${request.lines.length} lines, ${promotions.length} promotions`, task: "quote" };

/** What a screen that shows sixty pictures a second has for one of them. */
const FRAME = 1000 / 60;

const folder = join(targetFolder, "bench");
mkdirSync(folder, { recursive: true });
const write = (name, value) => {
  writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
  return join(folder, name);
};

requireCargo();
run("cargo", ["build", "--locked", "--quiet", "--release", "--example", "bench", "--target-dir", targetFolder]);
const suffix = process.platform === "win32" ? ".exe" : "";
const here = (name) => join(root, "benches/contestants", name);
const programs = {
  native: [join(targetFolder, "release/examples", `bench${suffix}`)],
  wasm: [process.execPath, here("wasm.mjs")],
  plain: [process.execPath, here("plain.mjs")],
};
const names = Object.keys(programs);

const zones = changesOf([zone, ...otherZones], now);
const moment = (at) => ({ at, zone, zones });
const recordings = book({ parties: PARTIES, contacts: CONTACTS });
const facts = recordings.reduce((sum, recording) => sum + recording.facts.length, 0);
const bookFile = write("book.json", {
  now: moment(now),
  recordings: recordings.map(({ at, facts }) => ({ now: moment(at), facts })),
  news: news({ parties: PARTIES, many: WARM_UPS + ROUNDS }).map(({ at, fact }) => ({ now: moment(at), fact })),
});
const emptyFile = write("empty.json", []);

const standard = JSON.parse(readFileSync(join(root, "plans/standard.json"), "utf8"));
const quoteFile = write("quote.json", { now: moment(now), recordings: [{ now: moment(now), facts: shop(standard) }], news: [], request });

const times = Object.fromEntries([...tasks, quoting].map(({ task }) => [task, Object.fromEntries(names.map((name) => [name, []]))]));

/** Lets the contestants do tasks in turn: A B C, A B C. The first rounds warm up and don't count. */
async function compete(contestants, { task, rounds = ROUNDS }) {
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const { ms } = await contestant.do(task);
      if (round >= 0) times[task][contestant.name].push(ms);
    }
  }
}

async function start(files) {
  const contestants = names.map((name) => new Contestant(name, programs[name], files));
  for (const contestant of contestants) await contestant.do("ready");
  return contestants;
}

console.log(`${thousands(PARTIES)} parties with ${CONTACTS} contacts each, ${thousands(facts)} facts; Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}\n`);

// Recording comes first, in processes of its own: what it leaves behind in memory would slow down or speed up the rest.
let contestants = await start([bookFile, emptyFile]);
await compete(contestants, tasks[0]);
const storeFile = write("store.json", await contestants.find(({ name }) => name === "wasm").do("store"));
contestants.forEach((contestant) => contestant.end());

contestants = await start([bookFile, storeFile]);
for (const task of tasks.slice(1)) await compete(contestants, task);
const memory = Object.fromEntries(contestants.map((contestant) => [contestant.name, contestant.memory()]));
const answers = {};
for (const contestant of contestants) {
  answers[contestant.name] = comparable(await contestant.do("answers"), { isPlain: contestant.name === "plain" });
}
contestants.forEach((contestant) => contestant.end());

contestants = await start([quoteFile, emptyFile]);
const quotes = {};
for (const contestant of contestants) if (contestant.name !== "plain") await contestant.do("record");
await compete(contestants, quoting);
for (const contestant of contestants) quotes[contestant.name] = await contestant.do("quoted");
contestants.forEach((contestant) => contestant.end());

const medians = Object.fromEntries(
  [...tasks, quoting].map(({ task, name }) => [name, Object.fromEntries(names.map((each) => [each, median(times[task][each])]))]),
);
const ratio = (ms, plain) => `${(ms / plain).toFixed(2)} ×`;
print(
  ["median", "native Rust", "wasm", "plain JavaScript", "native / plain", "wasm / plain"],
  Object.entries(medians).map(([name, { native, wasm, plain }]) => [
    name, ...[native, wasm, plain].map(milliseconds), ratio(native, plain), ratio(wasm, plain),
  ]),
);
const [anew, afterNews] = tasks.slice(-2).map(({ name }) => medians[name]);
const shares = ["native", "wasm"].map((name) => `${name} ${percent(afterNews[name], anew[name])}`);
console.log(`\none new fact against everything anew: ${shares.join(", ")}`);
const late = afterNews.wasm - FRAME;
console.log(`  budget one animation frame, ${milliseconds(FRAME)}: wasm ${milliseconds(afterNews.wasm)}, ${late <= 0 ? "kept" : `EXCEEDED by ${milliseconds(late)}`}`);
const starts = {};
for (const name of ["wasm", "plain"]) {
  const once = () => JSON.parse(execFileSync(process.execPath, [here("start.mjs"), name], { encoding: "utf8" })).ms;
  starts[name] = median(Array.from({ length: 5 }, once));
}
console.log(`\nimport to first answer: wasm ${milliseconds(starts.wasm)}, plain ${milliseconds(starts.plain)}`);
if (memory.wasm !== undefined) {
  const megabytes = names.map((name) => `${name} ${Math.round(memory[name])} MB`);
  console.log(`memory of the whole process after all tasks: ${megabytes.join(", ")}`);
}
const { wasm: wasmQuote, native: nativeQuote, plain: plainQuote } = medians[quoting.name];
const rate = (ms) => thousands(1000 / ms);
console.log(`\nquotes of ${request.lines.length} lines with ${promotions.length} promotions a second: native ${rate(nativeQuote)}, wasm ${rate(wasmQuote)}, plain ${rate(plainQuote)}`);
console.log(`
The engine checks every fact when it is recorded, keeps a journal that can be undone and merged, and makes sentences for
everything that it shows; plain JavaScript does none of that. It keeps no evidence for conditions and takes the
conditions of the built-in plan as functions. It arranges the day greedily: what is worth most an hour is put at the
first time that is free, channel by channel; the engine looks for the steps that are worth most together. That is why
their days differ in what they hold, and only their worth is compared. Left out of the book: deals without a party,
undo, plans of one's own, corrections, cancelled contacts, products and members, promises, complaints, rejected steps,
excuses, merged parties and imported calendars. Left out of the plain rules, because the built-in plan has none:
holidays, breaks and travel. "Everything anew" has a clock that runs backwards by a millisecond each time, which makes
whatever the engine keeps between questions worthless. "One new fact" is a contact that is logged with another party
each time, one and a half seconds after the one before; plain JavaScript keeps nothing between questions. Native Rust
gives its views as structs, wasm as JavaScript objects. "Open" reads compressed, checked segments in the engine, and
the JSON text of the facts in plain JavaScript. A quote says in the engine why each promotion that does not apply does not,
names the runner-up and makes a reservation; plain JavaScript has neither codes, budgets, credit nor caps. Both try every
combination; the engine looks at promotions apart that are not about the same lines.`);

const units = await storedUnits(leads({ parties: PARTIES, contacts: CONTACTS }), { now, zone });
const jsonUnits = JSON.stringify(leads({ parties: PARTIES, contacts: CONTACTS })).length;
const engine = transferred(readFileSync(join(root, "pkg/engine.wasm")));
const page = pageFiles(join(root, "www/dist"));
console.log(`\nstored: ${thousands(PARTIES)} leads with ${CONTACTS} contacts each, as one batch`);
console.log(`  ${thousands(units)} UTF-16 units: ${percent(units, STORAGE)} of ${thousands(STORAGE)}, ${percent(units, STORAGE / 2)} of half of it`);
console.log(`  as the JSON text of the same facts: ${thousands(jsonUnits)}, ${percent(jsonUnits, STORAGE)}`);
const isWithin = engine.brotli <= ENGINE_BUDGET;
console.log(`\nengine.wasm: raw ${thousands(engine.raw)}, gzip ${thousands(engine.gzip)}, brotli ${thousands(engine.brotli)} bytes`);
console.log(`  budget ${thousands(ENGINE_BUDGET)} brotli: ${isWithin ? "kept" : `EXCEEDED by ${thousands(engine.brotli - ENGINE_BUDGET)}`}`);
if (page.length === 0) console.log("\nthe page is not built here (www/dist)");
else {
  // Nothing is built here, since that would need npm packages.
  const isOld = page.some(({ file, raw }) => file.endsWith(".wasm") && raw !== engine.raw);
  console.log(`\npage, as built${isOld ? " with ANOTHER engine than the one in pkg/: `npm start` builds it anew" : ""}`);
  print(
    ["  file", "raw", "gzip", "brotli", "needed"],
    page.map(({ file, raw, gzip, brotli, when }) => [`  ${file}`, ...[raw, gzip, brotli].map(thousands), when]),
  );
  const first = page.filter(({ when }) => when === "first");
  const sum = (ending) => first.filter(({ file }) => file.endsWith(ending)).reduce((total, { brotli }) => total + brotli, 0);
  const against = (name, ending, budget) => `${name} ${thousands(sum(ending))} of ${thousands(budget)}`;
  const { all, js, css } = PAGE_BUDGETS;
  console.log(`  first visit, brotli: ${against("all", "", all)}, ${against("scripts", ".js", js)}, ${against("styles", ".css", css)}`);
}

const arranged = Object.fromEntries(names.map((name) => [name, answers[name].arranged]));
for (const name of names) delete answers[name].arranged;
const problems = [];
for (const name of ["native", "wasm"]) {
  for (const difference of differences(answers[name], answers.plain)) problems.push(`${name} / plain differ at ${difference}`);
}
for (const difference of differences(arranged.native, arranged.wasm)) problems.push(`native / wasm differ at /arranged${difference}`);
for (const subject of arrangedDifferences(arranged.wasm, arranged.plain)) problems.push(`wasm / plain differ in the step of the day about ${subject}`);
const worths = { engine: worthOf(arranged.wasm), plain: worthOf(arranged.plain) };
if (worths.engine < worths.plain) problems.push("the engine's day is worth less than the plain one");
for (const name of ["native", "wasm"]) {
  for (const difference of differences(comparableQuote(quotes[name]), quotes.plain)) problems.push(`${name} / plain differ in the quote at ${difference}`);
}
if (problems.length > 0) problems.push("(is pkg/ built from these sources, and does benches/plain follow the rules as they are now?)");
if (units > STORAGE / 2) problems.push("the leads take more than half of the storage");
const { parties, day } = answers.plain;
console.log(`\nresults: ${thousands(Object.keys(parties).length)} scores and first steps, the order of approach, ${thousands(day.counts.candidates)} candidates of the day`);
const hundredths = (worth) => thousands(worth / 100);
console.log(`  the day's steps are worth ${hundredths(worths.engine)} as the engine arranges them, ${hundredths(worths.plain)} as plain JavaScript does: ${percent(worths.engine, worths.plain)}`);
console.log(problems.length === 0 ? "equal in all three" : problems.join("\n"));
writeFileSync(
  join(root, "bench-results.json"),
  JSON.stringify({ parties: PARTIES, contacts: CONTACTS, facts, medians, times, starts, memory, stored: { units, jsonUnits }, engine, page, problems }, null, 2),
);
if (problems.length > 0) process.exitCode = 1;
