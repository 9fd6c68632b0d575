// Asks ajv for its verdict on each document, and prints a line where it and untoc differ.
//
//   node ajv.mjs DIR      (DIR as written by `oracles documents SEED EACH DIR`)

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json"));
const Ajv = require("ajv/dist/2020").default;

// Strict: what ajv would only warn of is a fault of our schemas too. Its rule on
// `required` is off, as it is by default: it wants every name to be described in the
// same subschema, which a condition has no reason to do.
const warnings = [];
const logger = { log() {}, warn: (text) => warnings.push(text), error: (text) => warnings.push(text) };

const [folder] = process.argv.slice(2);
const lines = fs.readFileSync(path.join(folder, "expected.jsonl"), "utf8").trim().split("\n");
const compiled = new Map();
let judged = 0;
for (const line of lines) {
  const expected = JSON.parse(line);
  const document = JSON.parse(fs.readFileSync(path.join(folder, expected.file), "utf8"));
  for (const level of ["draft", "submission"]) {
    const name = `${expected.questionnaire}/${level}.schema.json`;
    if (!compiled.has(name)) {
      const schema = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
      compiled.set(name, new Ajv({ strict: true, strictRequired: false, logger }).compile(schema));
    }
    const validate = compiled.get(name);
    const theirs = validate(document);
    judged += 1;
    if (theirs !== expected[level]) {
      const why = (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`).slice(0, 3);
      console.log(JSON.stringify({ engine: "ajv", file: expected.file, level, how: expected.how, ours: expected[level], theirs, why }));
    }
  }
}
for (const text of new Set(warnings)) console.log(JSON.stringify({ engine: "ajv", warning: text }));
process.stderr.write(`ajv: judged ${judged} times\n`);
if (judged === 0) process.exitCode = 1;
