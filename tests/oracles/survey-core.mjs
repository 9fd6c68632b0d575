// Asks SurveyJS which questions of each case are asked and which are missing, and prints
// a line for every answer set where it and untoc differ.
//
//   node survey-core.mjs DIR     (DIR as written by `oracles surveys DIR`)

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json"));
const { Model } = require("survey-core");

// An unknown property or a broken expression is only a warning to SurveyJS.
const complaints = [];
console.warn = console.error = (...words) => complaints.push(words.join(" "));

const [folder] = process.argv.slice(2);
let judged = 0;
let broken = 0;
for (const file of fs.readdirSync(folder).sort()) {
  if (!file.endsWith(".expected.json")) continue;
  const number = file.slice(0, -".expected.json".length);
  const expected = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
  const form = JSON.parse(fs.readFileSync(path.join(folder, `${number}.survey.json`), "utf8"));
  const survey = new Model(form);
  for (const error of survey.jsonErrors ?? []) complaints.push(error.message);
  expected.responses.forEach((response, at) => {
    survey.clear(true, true);
    survey.data = response.surveyjs;
    judged += 1;
    const theirs = judge(survey, new Set(expected.questions));
    const ours = { asked: response.asked, missing: response.missing, other: [] };
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      console.log(JSON.stringify({ engine: "survey-core", number, name: expected.name, response: at, ours, theirs }));
    }
  });
  if (complaints.length > 0) {
    console.log(JSON.stringify({ engine: "survey-core", number, name: expected.name, complaints }));
    complaints.length = 0;
    broken += 1;
  }
}
process.stderr.write(`survey-core: judged ${judged} answer sets\n`);
if (judged === 0 || broken > 0) process.exitCode = 1;

// A required question is missing where it, or the reason for having no answer, is still
// demanded. Our answers are valid one by one, so any other complaint is a difference.
function judge(survey, questions) {
  survey.validate(true, false);
  const all = survey.getAllQuestions();
  const asked = all.filter((q) => questions.has(q.name) && q.isVisible && q.parent.isVisible);
  const missing = new Set();
  const other = [];
  for (const question of all) {
    if (!question.isVisible) continue;
    const errors = [...question.errors];
    for (const cell of question.getNestedQuestions?.() ?? []) errors.push(...cell.errors.map((e) => ({ cell: cell.name, getErrorType: () => `cell ${e.getErrorType()}` })));
    for (const error of errors) {
      const type = error.getErrorType();
      const name = question.name.replace(/_reason$/, "");
      if (type === "required" && questions.has(name)) missing.add(name);
      else other.push(`${question.name}: ${type}`);
    }
  }
  const order = (names) => [...questions].filter((name) => names.has(name));
  return { asked: asked.map((q) => q.name), missing: order(missing), other };
}
