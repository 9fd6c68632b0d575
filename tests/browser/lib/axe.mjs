// Asks axe-core about a page, also one that was opened from a file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Returns what is serious or critical, one line each.
export const serious = async (page, name) => {
  // The policy of the pages allows no foreign script; the tool speaks through the browser.
  const client = await page.context().newCDPSession(page);
  await client.send("Runtime.evaluate", { expression: axe });
  const told = await client.send("Runtime.evaluate", {
    expression: "axe.run(document).then((found) => JSON.stringify(found.violations))",
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(told.result.value)
    .filter((found) => found.impact === "serious" || found.impact === "critical")
    .map((found) => `${name}: ${found.id}: ${found.nodes.slice(0, 3).map((n) => n.html).join(" | ")}`);
};
