// Asks axe-core and html-validate about a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "no-trailing-whitespace": "off", "void-style": "off", "long-title": "off",
    "no-inline-style": "error", "doctype-style": "off", "attribute-boolean-style": "off",
    // A button of a form sends it; long pages leave the word out to stay light.
    "no-implicit-button-type": "off", "prefer-native-element": "off",
    "no-raw-characters": "off", "tel-non-breaking": "off", "attribute-empty-style": "off",
  },
});

// Returns what is wrong with a page, one line each.
export const judge = async (page, name) => {
  const found = [];
  // The policy of the pages allows no foreign script; the tool speaks through the browser.
  const client = await page.context().newCDPSession(page);
  await client.send("Runtime.evaluate", { expression: axe });
  // The size of targets (WCAG 2.2, 2.5.8) is a rule that has to be asked for by name.
  const told = await client.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } } })
      .then((r) => JSON.stringify(r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | "))))`,
    awaitPromise: true, returnByValue: true,
  });
  for (const line of JSON.parse(told.result.value)) found.push(`${name}: axe ${line}`);
  const html = await page.evaluate(() => fetch(location.href).then((answer) => answer.text()));
  const report = await validator.validateString(html);
  for (const result of report.results) {
    for (const m of result.messages) found.push(`${name}: html ${m.line}:${m.column} ${m.ruleId} ${m.message}`);
  }
  return found;
};
