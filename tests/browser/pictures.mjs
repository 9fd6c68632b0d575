// Makes the pictures of the guide: SHOTS=docs/pictures tests/browser/run.sh pictures
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { counts, describe } from "./evidence.mjs";
import { demo, enter, runAll } from "./lib/site.mjs";
import { folder, run, serve, stop } from "./lib/untoc.mjs";

const shots = process.env.SHOTS;

const tests = {
  async "pictures"() {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    const root = demo();
    const server = await serve(root);
    const { page, at } = await enter(server, { viewport: { width: 900, height: 900 } });
    const keep = (name, on = page) => on.screenshot({ path: join(shots, `${name}.png`) });
    const shoot = async (path, name) => { await at(path); await keep(name); };
    await shoot("/", "home");
    await shoot("/section/untoc-5", "section");
    await shoot("/check?level=submission", "check");
    await shoot("/people", "people");
    await at("/evidence/add");
    await page.locator("#file").setInputFiles(counts());
    await page.locator('form[enctype] button[type="submit"]').click();
    await page.locator("#checked").waitFor();
    await keep("evidence-check");
    await describe(page);
    await page.locator('form[action="/evidence/keep"] button').click();
    await page.locator(".notice").waitFor();
    await page.locator(".figure").first().scrollIntoViewIfNeeded();
    await page.locator(".figure").first().evaluate((figure) => figure.previousElementSibling.scrollIntoView());
    await keep("evidence-charts");
    const csv = join(folder("x"), "..", "returned.csv");
    const form = run("--dossier", root, "export", "--to", "csv", "--questionnaire", "untoc-cluster-1");
    writeFileSync(csv, form.replaceAll(/,no,/g, ",in_part,"));
    await at("/import");
    await page.locator("#file").setInputFiles(csv);
    await page.locator("form[enctype] button").click();
    await page.locator("h1").waitFor();
    await keep("import");
    await at("/language/ar");
    await shoot("/section/untoc-5", "arabic");
    await stop(server);
    // The start page names the folder in which it runs; nobody's own is to be seen.
    const start = await serve(null);
    const fresh = await enter(start, { viewport: { width: 900, height: 900 } });
    await fresh.at("/start");
    await keep("start", fresh.page);
    const dark = await enter(start, { viewport: { width: 360, height: 700 }, colorScheme: "dark" });
    await dark.at("/start");
    await keep("narrow-dark", dark.page);
    await stop(start);
  },
};

await runAll(tests);
