// What all scripts about our pages share: dossiers, a browser that has been let in, and the
// run of the tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { children, folder, run } from "./untoc.mjs";

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

export const dossier = (...more) => {
  const root = folder("dossier");
  run("init", root, "--state", "XXA", "--instruments", "untoc,som", "--clusters", "1,4", ...more);
  return root;
};
export const demo = () => { const root = folder("demo"); run("demo", root); return root; };
export const answers = (root, id) =>
  JSON.parse(readFileSync(join(root, "responses", `${id}.json`), "utf8")).answers;

export const enter = async (server, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.on("pageerror", (error) => { throw error; });
  await page.goto(server.address);
  return { context, page, at: (path) => page.goto(`http://127.0.0.1:${server.port}${path}`) };
};
export const box = (page, id) => page.locator(`[data-question="${id}"]`);
export const choose = (page, id, value) =>
  page.locator(`input[name="${id}/value"][value="${value}"]`).check();
export const saved = (page, id) => box(page, id).locator('.state[data-state="saved"]').waitFor();
export const press = async (page, name) => {
  await Promise.all([page.waitForNavigation(), page.locator(`button[value="${name}"]`).last().click()]);
};

// Runs the tests whose names hold one of the words on the command line, or all, and ends.
export const runAll = async (tests) => {
  const only = process.argv.slice(2);
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    if (only.length && !only.some((word) => name.includes(word))) continue;
    const start = Date.now();
    try {
      await test();
      console.log(`  passed: ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.error(`  FAILED: ${name}: ${error.stack}`);
    }
  }
  await browser.close();
  // A server of a test that failed may still run; it ends with its pipe.
  for (const child of children) child.kill("SIGKILL");
  process.exit(failed ? 1 : 0);
};
