// Asks ODK's own engine, in Chromium, which questions of each case are asked and which
// are missing, and prints a line for every answer set where it and untoc differ.
//
//   node odk.mjs DIR      (DIR as written by `oracles surveys DIR`, XForms made by pyxform)

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json"));
const { chromium } = require("playwright-core");
const engine = fs.readFileSync(
  path.join(process.cwd(), "node_modules/@getodk/xforms-engine/dist/index.js"),
);

const [folder] = process.argv.slice(2);
const profile = fs.mkdtempSync(path.join(process.cwd(), "profile-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

let judged = 0;
let broken = 0;
try {
  const page = browser.pages()[0] ?? (await browser.newPage());
  // Nothing leaves the machine: this is the only address, and we answer for it.
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url === "https://oracle.invalid/") return route.fulfill({ contentType: "text/html", body: "<!doctype html>" });
    if (url === "https://oracle.invalid/engine.js") return route.fulfill({ contentType: "text/javascript", body: engine });
    return route.abort();
  });
  await page.goto("https://oracle.invalid/");
  await page.evaluate(async () => {
    globalThis.odk = await import("https://oracle.invalid/engine.js");
  });
  for (const file of fs.readdirSync(folder).sort()) {
    if (!file.endsWith(".xform.xml")) continue;
    const number = file.slice(0, -".xform.xml".length);
    const xml = fs.readFileSync(path.join(folder, file), "utf8");
    const expected = JSON.parse(fs.readFileSync(path.join(folder, `${number}.expected.json`), "utf8"));
    const answers = expected.responses.map((response) => response.odk);
    let theirs;
    try {
      theirs = await page.evaluate(judge, { xml, answers, questions: expected.questions });
    } catch (error) {
      console.log(JSON.stringify({ engine: "odk", number, name: expected.name, complaints: [String(error)] }));
      broken += 1;
      continue;
    }
    expected.responses.forEach((response, at) => {
      judged += 1;
      const ours = { asked: response.asked, missing: response.missing, other: [] };
      if (JSON.stringify(ours) !== JSON.stringify(theirs[at])) {
        console.log(JSON.stringify({ engine: "odk", number, name: expected.name, response: at, ours, theirs: theirs[at] }));
      }
    });
  }
} finally {
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
}
process.stderr.write(`odk: judged ${judged} answer sets\n`);
if (judged === 0 || broken > 0) process.exitCode = 1;

// Runs in the browser.
async function judge({ xml, answers, questions }) {
  const loaded = await globalThis.odk.loadForm(xml);
  if (loaded.status === "failure") throw new Error(`cannot load: ${loaded.error?.message}`);
  const xmlName = (id) => (/^[0-9]/.test(id) ? `_${id}` : id);
  const nameOf = (node) => node.definition.qualifiedName.localName;
  const walk = function* (node) {
    yield node;
    for (const child of node.currentState.children ?? []) yield* walk(child);
  };
  const put = (node, value) => {
    if (node.nodeType === "select") node.selectValues(node.selectType === "select" ? value.split(" ") : [value]);
    else node.setValue(value);
  };
  return answers.map((fields) => {
    const { root } = loaded.createInstance();
    const find = (name, inside = root) => {
      for (const node of walk(inside)) if (nameOf(node) === name) return node;
      throw new Error(`no field ${name}`);
    };
    for (const field of fields) {
      const node = find(field.name);
      if (!field.rows) {
        put(node, field.value);
        continue;
      }
      const wanted = field.rows.length - node.currentState.children.length;
      if (wanted > 0) node.addInstances(undefined, wanted);
      field.rows.forEach((cells, at) => {
        for (const cell of cells) put(find(cell.name, node.currentState.children[at]), cell.value);
      });
    }
    const asked = questions.filter((id) => find(xmlName(id)).currentState.relevant);
    const byName = new Map(questions.map((id) => [xmlName(id), id]));
    const missing = new Set();
    const other = [];
    for (const node of walk(root)) {
      const violation = node.validationState.violation;
      if (!violation) continue;
      const name = nameOf(node);
      const id = byName.get(name.replace(/_(no_answer|reason)$/, ""));
      if (violation.condition === "required" && id !== undefined) missing.add(id);
      else other.push(`${name}: ${violation.condition}`);
    }
    return { asked, missing: questions.filter((id) => missing.has(id)), other };
  });
}
