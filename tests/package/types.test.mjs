// The declarations of the packed package, in each way that TypeScript can find them.
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { hostProject, installedProgram, program } from "./packed.mjs";

const host = hostProject();
const example = fileURLToPath(new URL("host/asks.ts", import.meta.url));
const strict = ["--strict", "--noEmit", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--target", "es2022"];
// There are no types of Node where the host lies: the declarations need none.
const alone = ["--lib", "es2022,dom"];

for (const [what, file, ...options] of [
  ["a bundler", "asks.ts", "--module", "esnext", "--moduleResolution", "bundler"],
  ["Node as ESM", "asks.mts", "--module", "nodenext"],
  ["Node as CommonJS", "asks.cts", "--module", "nodenext"],
  ["Node 16 as CommonJS", "asks.cts", "--module", "node16"],
]) {
  test(`an example with every query compiles strictly for ${what}`, () => {
    cpSync(example, join(host.folder, file));
    assert.equal(program(installedProgram("tsc"), [...strict, ...alone, ...options, file], { cwd: host.folder }), "");
  });
}

test("the global is typed too", () => {
  host.write("global.ts", 'import "nextsale/global";\nexport const store: nextsale.Store = nextsale.memoryStore();\n'.replace("nextsale.Store", 'import("nextsale").Store'));
  const options = [...strict, ...alone, "--module", "esnext", "--moduleResolution", "bundler", "global.ts"];
  assert.equal(program(installedProgram("tsc"), options, { cwd: host.folder }), "");
});

test("no declaration says any", () => {
  const files = readdirSync(host.installed).filter((name) => /\.d\.c?ts$/.test(name));
  assert.ok(files.includes("types.d.ts") && files.includes("index.d.cts"));
  for (const name of files) {
    const source = ts.createSourceFile(name, readFileSync(join(host.installed, name), "utf8"), ts.ScriptTarget.ES2022);
    const visit = (node) => {
      const { line } = source.getLineAndCharacterOfPosition(node.pos);
      assert.notEqual(node.kind, ts.SyntaxKind.AnyKeyword, `${name}:${line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
});

test("everything that is public is documented", () => {
  const source = ts.createSourceFile("index.d.ts", readFileSync(join(host.installed, "index.d.ts"), "utf8"), ts.ScriptTarget.ES2022, true);
  const undocumented = [];
  const visit = (node, owner) => {
    const named = ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isFunctionDeclaration(node);
    const member = ts.isMethodDeclaration(node) || ts.isMethodSignature(node) || ts.isPropertySignature(node);
    if (named || member) {
      const name = `${owner}${node.name?.getText()}`;
      if (ts.getJSDocCommentsAndTags(node).length === 0) undocumented.push(name);
    }
    if (named || ts.isSourceFile(node)) ts.forEachChild(node, (child) => visit(child, node.name ? `${node.name.getText()}.` : ""));
  };
  visit(source, "");
  assert.deepEqual(undocumented, []);
});
