// Takes evidence in with a browser: looks at a file, describes it, links it to an answer.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answers, box, dossier, enter, press, runAll } from "./lib/site.mjs";
import { folder, serve, stop } from "./lib/untoc.mjs";

// Counts of an invented State, one cell of them small.
export const counts = () => {
  const path = join(folder("x"), "..", "counts.csv");
  const rows = ["iso3,indicator,dimension,category,sex,age,year,unit,value,source,country"];
  for (const year of [2022, 2023, 2024]) {
    for (const [at, sex] of ["Female", "Male", "Other"].entries()) {
      const value = at === 2 ? 3 : 60 - at * 20 + (year - 2022) * 5;
      rows.push(`XXA,Detected trafficking victims,Total,Total,${sex},Total,${year},Persons,${value},Courts,Exampleland`);
    }
  }
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
};

export const describe = async (page) => {
  for (const [name, text] of Object.entries({
    title: "Court monitoring 2022 to 2024", provider: "Example Shelter", unit: "one victim",
    period: "2022..2024", method: "Files of the courts", limitations: "Three regions only",
    purpose: "the review of Exampleland",
  })) await page.locator(`#${name}`).fill(text);
  for (const name of ["provider-kind", "sensitivity", "onward-use", "naming"]) {
    await page.locator(`#${name}`).selectOption({ index: 1 });
  }
};

const items = (root) => {
  try { return readdirSync(join(root, "evidence")); } catch { return []; }
};

const tests = {
  // Without a dossier too a table is checked, and kept nowhere.
  async "evidence: a table is checked"() {
    const root = dossier();
    const server = await serve(root);
    const { page, at } = await enter(server);
    await at("/evidence");
    await page.locator("#file").setInputFiles(counts());
    await page.locator('form[enctype] button[type="submit"]').click();
    await page.locator("#checked").waitFor();
    assert.match(await page.locator("#checked").innerText(), /counts\.csv/);
    assert.ok((await page.locator('section[aria-labelledby="checked"]').innerText()).length > 80);
    assert.deepEqual(items(root), []);
    await stop(server);
  },

  // From the file to the receipt: the check, the verdict, the description, the charts, the
  // link to an answer from both sides, and the way back.
  async "evidence: taken in, described, linked"() {
    const root = dossier();
    const server = await serve(root);
    const { page, at } = await enter(server);
    await at("/evidence/add");
    await page.locator("#file").setInputFiles(counts());
    await page.locator('form[enctype] button[type="submit"]').click();
    const checked = page.locator('section[aria-labelledby="checked"]');
    await checked.waitFor();
    assert.match(await checked.innerText(), /counts\.csv: rows: 9/);
    assert.ok((await checked.locator(".verdict").innerText()).length > 10, "there is a verdict");
    assert.deepEqual(items(root), [], "nothing is written before somebody decides");
    // What is lacking is said, and what was typed stays.
    await page.locator("#title").fill("Court monitoring");
    await page.locator('form[action="/evidence/keep"] button').click();
    await page.locator(".summary").waitFor();
    assert.equal(await page.locator("#title").inputValue(), "Court monitoring");
    assert.match(await page.title(), /^Error/);
    await describe(page);
    await page.locator('form[action="/evidence/keep"] button').click();
    await page.locator(".notice").waitFor();
    const path = new URL(page.url()).pathname;
    assert.match(path, /^\/evidence\/item\//);
    const item = path.split("/").pop();
    assert.ok(items(root).includes(item) && items(root).includes(`${item}.json`));
    assert.match(await page.locator("dl.described").first().innerText(), /Example Shelter/);
    const charts = page.locator(".figure svg");
    assert.ok(await charts.count() > 0, "there are charts");
    assert.ok((await charts.first().boundingBox()).width > 200);
    // A question that is not there is refused; one that is there is linked.
    await page.locator("#question").fill("untoc-999-q1");
    await page.locator(`form[action="${path}/link"] button`).click();
    await page.locator(".summary").waitFor();
    await page.locator("#question").fill("untoc-5-q1");
    await page.locator("#stance").selectOption("contradicts");
    await page.locator("#note").fill("Table 1");
    await page.locator(`form[action="${path}/link"] button`).click();
    await page.locator(".notice").waitFor();
    const link = () => answers(root, "untoc-cluster-1")["untoc-5-q1"].evidence;
    assert.deepEqual(link(), [{ item, stance: "contradicts", note: "Table 1" }]);
    // The page of the section shows the link; there it is changed.
    await page.locator('a[href="/question/untoc-5-q1"]').click();
    await box(page, "untoc-5-q1").locator("details.more").evaluate((more) => { more.open = true; });
    await page.locator('select[name="untoc-5-q1/link/1/stance"]').selectOption("supports");
    await press(page, "save");
    assert.equal(link()[0].stance, "supports");
    const receipt = await (await page.request.get(`${new URL(page.url()).origin}${path}/receipt`)).text();
    assert.ok(receipt.includes(item) && receipt.includes("untoc-5-q1"), receipt);
    // Taken out, it comes back with the log.
    await at(path);
    await page.locator(`form[action="${path}/remove"] button`).click();
    await page.locator(".notice").waitFor();
    assert.equal(items(root).includes(item), false);
    await at("/log");
    await page.locator('form[action="/log/undo"] button').click();
    await page.locator(".notice").waitFor();
    assert.equal(items(root).includes(item), true);
    assert.equal(link().length, 1);
    await stop(server);
  },
};

if (process.argv[1].endsWith("evidence.mjs")) await runAll(tests);
