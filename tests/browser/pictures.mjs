// Makes the pictures of the guide: SHOTS=docs/pictures tests/browser/run.sh pictures
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { counts, describe } from "./evidence.mjs";
import { demo, enter, runAll } from "./lib/site.mjs";
import { folder, run, serve, serveIn, stop } from "./lib/untoc.mjs";

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
    // What an agency has filled in stands for an answer in a second dossier.
    const other = demo();
    run("--dossier", other, "answer", "untoc-5-q1", "in_part", "--note", "Only for groups of three or more.");
    writeFileSync(csv, run("--dossier", other, "export", "--to", "csv", "--questionnaire", "untoc-cluster-1"));
    await at("/import");
    await page.locator("#file").setInputFiles(csv);
    await page.locator("form[enctype] button").click();
    await page.locator("h1").waitFor();
    await keep("import");
    await at("/language/ar");
    await shoot("/section/untoc-5", "arabic");
    await stop(server);
    // The start page names the folder in which it runs; nobody's own is to be seen.
    const empty = folder("empty");
    mkdirSync(empty);
    const start = await serveIn(empty, null);
    const fresh = await enter(start, { viewport: { width: 900, height: 900 } });
    await fresh.at("/start");
    await keep("start", fresh.page);
    await stop(start);
  },
};

await runAll(tests);
