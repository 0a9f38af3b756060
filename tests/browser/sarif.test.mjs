// What `biennien check --format sarif` writes, held against the standard's own schema.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { makeLibrary, run } from "./support.mjs";

const schemas = join(dirname(createRequire(import.meta.url).resolve("schemastore/package.json")), "schemas/json");
const schema = JSON.parse(readFileSync(join(schemas, "sarif-2.1.0.json"), "utf8"));

let folder;
let validate;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "biennien-sarif-"));
  // One pattern of the schema is no regular expression of Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  validate = ajv.compile(schema);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The log of a check; fails when the standard would refuse it. */
function check(name, text, ...options) {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { stdout, stderr } = spawnSync(run, ["check", file, "--format", "sarif", ...options], { encoding: "utf8" });
  const log = JSON.parse(stdout || assert.fail(stderr));
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
  return log.runs[0];
}

test("A draft with mistakes, corrections and a remark that lets one stand", () => {
  const { results, tool } = check(
    "nhap.md",
    "Nhà máy được được khánh thành ngày 31/4/1961, sau 5 năm (1951 - 1961) xây dựng.\n\n<!-- biennien: bỏ qua duplicate-words: giữ như bản gốc -->\n\nTrường được được dựng ở đầu làng.\n",
  );
  const told = new Set(results.map((result) => tool.driver.rules[result.ruleIndex].id));
  for (const id of ["CHK001", "CHK004", "CHK020"]) assert.ok(told.has(id), id);
  assert.ok(results.some((result) => result.fixes?.length > 0), "a fix");
  assert.ok(results.some((result) => result.suppressions?.length > 0), "a suppression");
});

test("A draft without a mistake", () => {
  assert.equal(check("sach.md", "Cầu Bình Minh khánh thành năm 1957.\n").results.length, 0);
});

test("A draft held against a library has its sources as related locations", () => {
  const library = makeLibrary({ "goc.txt": "Ngày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.\n" });
  try {
    const { results } = check("moi.md", "Ngày 15/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.\n", "--library", library.path);
    assert.ok(results.some((result) => result.relatedLocations?.length > 0));
  } finally {
    library.remove();
  }
});
