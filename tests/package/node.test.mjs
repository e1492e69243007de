// The packed package in Node, and what the checkers of packages say about it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { hostProject, installedProgram, program, smokeAsCommonJs, smokeWith, works } from "./packed.mjs";

const host = hostProject();

test("Node imports it", () => {
  assert.equal(host.node("smoke.mjs").trim(), works);
});

test("Node requires it", () => {
  host.write("smoke.cjs", smokeAsCommonJs());
  assert.equal(host.node("smoke.cjs").trim(), works);
});

test("Node imports and requires the slim entry, with the engine as bytes", () => {
  const start = (read) => `await start(${read}("node_modules/nextsale/engine.wasm"));\n`;
  const withStart = (text, line) => text.replace("Engine, Malformed", "Engine, start, Malformed").replace(/(?=const store)/, line);
  const line = start("(await import('node:fs')).readFileSync");
  host.write("slim.mjs", withStart(smokeWith("nextsale/slim"), line));
  host.write("slim.cjs", withStart(smokeAsCommonJs("nextsale/slim"), line));
  assert.equal(host.node("slim.mjs").trim(), works);
  assert.equal(host.node("slim.cjs").trim(), works);
});

test("the slim entry that was not started says what to do", () => {
  host.write("unstarted.mjs", `${smokeWith("nextsale/slim").replace("const store", "const problem = await Engine.open({ store: memoryStore() }).catch((error) => error);\nconsole.log(problem.code, problem.message);\nprocess.exit();\nconst store")}`);
  assert.match(host.node("unstarted.mjs"), /^notStarted .*call `start/);
});

test("every entry gives the same names", () => {
  host.write("names.mjs", `const names = async (entry) => Object.keys(await import(entry)).sort();
    console.log(JSON.stringify([await names("nextsale"), await names("nextsale/slim")]));`);
  host.write("names.cjs", `const names = (entry) => Object.keys(require(entry)).sort();
    console.log(JSON.stringify([names("nextsale"), names("nextsale/slim")]));`);
  const [full, slim] = JSON.parse(host.node("names.mjs"));
  assert.deepEqual(slim, [...full, "start"].sort());
  assert.deepEqual(JSON.parse(host.node("names.cjs")), [full, slim]);
  assert.ok(full.includes("Engine"));
});

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: host.installed, level: "suggestion", pack: false, strict: true });
  assert.deepEqual(messages, []);
});

test("the types are right for every way to resolve them", () => {
  // Left out: what is no module. `./global` sets a global variable, `./engine.wasm` is the engine itself.
  const args = [host.tarball, "--format", "json", "--exclude-entrypoints", "./global", "./engine.wasm"];
  const { problems, analysis } = JSON.parse(program(installedProgram("attw"), args));
  assert.deepEqual(problems ?? {}, {});
  assert.deepEqual(Object.keys(analysis.entrypoints).sort(), [".", "./package.json", "./slim"]);
});

test("nothing in it names a place on the machine that built it", () => {
  const names = program("tar", ["-tzf", host.tarball]).trim().split("\n");
  assert.ok(names.includes("package/engine.wasm"));
  for (const name of names) {
    const text = readFileSync(join(host.installed, name.replace("package/", "")), "latin1");
    const [place] = /[^"\n]{0,40}(\/(root|home|Users|work|builds?|tmp)\/|[A-Z]:\\Users)[^"\n]{0,40}/.exec(text) ?? [];
    assert.equal(place, undefined, name);
  }
});
