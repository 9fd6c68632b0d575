// Drives the form in a browser, as a focal point would. Stops at the first thing wrong.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { answers, box, choose, dossier, enter, press, runAll, saved } from "./lib/site.mjs";
import { folder, run, serve, stop } from "./lib/untoc.mjs";

const tests = {
  // Begin on the start page, fill a whole section, see conditions and what is set aside.
  async "a section is filled in"() {
    const root = dossier();
    const server = await serve(root);
    const { page, at } = await enter(server);
    await at("/section/untoc-2");
    assert.equal(await box(page, "untoc-2-q1a").count(), 0);
    await choose(page, "untoc-2-q1", "in_part");
    await saved(page, "untoc-2-q1");
    await box(page, "untoc-2-q1a").waitFor();
    const field = page.locator('textarea[name="untoc-2-q6/value"]');
    if (await field.count()) { await field.fill("Mutual understanding."); await field.blur(); await saved(page, "untoc-2-q6"); }
    for (let round = 0; round < 12; round += 1) {
      const open = await page.evaluate(() => {
        for (const box of document.querySelectorAll("[data-question]")) {
          const radios = box.querySelectorAll('input[type="radio"]');
          if (radios.length && ![...radios].some((r) => r.checked)) {
            const last = radios[radios.length - 1];
            return [box.dataset.question, last.value];
          }
        }
        return null;
      });
      if (!open) break;
      await choose(page, ...open);
      await saved(page, open[0]);
    }
    await page.locator('input[name="untoc-2-q3/value"]').first().check();
    await press(page, "save");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q1"].value, "in_part");
    // The fields beside an answer come when they are asked for.
    await page.locator('button[value="more:untoc-2-q1"]').click();
    await page.locator('textarea[name="untoc-2-q1/note"]').fill("Agreements only.");
    await page.locator('textarea[name="untoc-2-q1/note"]').blur();
    await page.locator("h1").click();
    await saved(page, "untoc-2-q1");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q1"].note, "Agreements only.");
    // Answer no: the follow-up goes; with an answer it is set aside and comes back.
    await page.locator('textarea[name="untoc-2-q1a/value/1/provision"]').fill("section 2");
    await press(page, "save");
    await choose(page, "untoc-2-q1", "no");
    await saved(page, "untoc-2-q1");
    await page.locator("#set-aside").waitFor();
    await choose(page, "untoc-2-q1", "yes");
    await saved(page, "untoc-2-q1");
    await box(page, "untoc-2-q1a").waitFor();
    assert.equal(await page.locator('textarea[name="untoc-2-q1a/value/1/provision"]').inputValue(), "section 2");
    await at("/log");
    await page.locator('form[action="/log/undo"] button').click();
    await page.locator(".notice").waitFor();
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q1"].value, "no");
    await page.locator('form[action="/log/redo"] button').click();
    await page.locator(".notice").waitFor();
    await stop(server);
  },

  // All eleven kinds, without JavaScript.
  async "all kinds of answers, without script"() {
    const root = dossier();
    const server = await serve(root);
    const { page, at } = await enter(server, { javaScriptEnabled: false });
    await at("/laws");
    await page.locator("#title").fill("Criminal Code");
    await page.locator("#kind").selectOption("code");
    await page.locator('form:has(#title) button[type="submit"]').click();
    await page.locator("#law-criminal-code").waitFor();
    await at("/section/untoc-2");
    await choose(page, "untoc-2-q1", "yes"); // implementation
    await choose(page, "untoc-2-q2", "higher"); // single
    await page.locator('input[name="untoc-2-q3/value"]').first().check(); // multiple
    await page.locator('textarea[name="untoc-2-q6/value"]').fill("A text.\nOf two lines."); // text
    await press(page, "save");
    assert.ok(await page.locator(".question.new").count() > 0);
    await page.locator('select[name="untoc-2-q1a/value/1/law"]').selectOption("criminal-code"); // laws
    await page.locator('textarea[name="untoc-2-q1a/value/1/provision"]').fill("art. 210");
    await press(page, "add:untoc-2-q1a");
    await page.locator('select[name="untoc-2-q1a/value/2/law"]').selectOption("criminal-code");
    await page.locator('textarea[name="untoc-2-q1a/value/2/provision"]').fill("art. 211");
    await press(page, "save");
    await press(page, "up:untoc-2-q1a:2");
    let rows = answers(root, "untoc-cluster-1")["untoc-2-q1a"].value;
    assert.deepEqual(rows.map((row) => row.provision), ["art. 211", "art. 210"]);
    await press(page, "remove:untoc-2-q1a:1");
    rows = answers(root, "untoc-cluster-1")["untoc-2-q1a"].value;
    assert.deepEqual(rows.map((row) => row.provision), ["art. 210"]);
    const paste = page.locator('textarea[name="untoc-2-q1a/paste"]');
    await paste.evaluate((area) => { area.closest("details").open = true; });
    await paste.fill("criminal-code\tart. 1\ncriminal-code\tart. 2");
    await press(page, "save");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q1a"].value.length, 3);
    await at("/section/untoc-15");
    await choose(page, "untoc-15-q4", "yes"); // yes or no
    await press(page, "save");
    await at("/section/untoc-c1-close");
    await page.locator('[name="untoc-c1-q9/value/1/summary"]').fill("A case of loose networks."); // cases
    const table = box(page, "untoc-c1-q12").locator(".row textarea, .row input:not([type])").first(); // table
    await table.fill("2024");
    await press(page, "save");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-c1-q9"].value[0].summary, "A case of loose networks.");
    await at("/section/untoc-16");
    await page.locator('input[name="untoc-16-q10/value"]').first().check();
    await page.locator('[name="untoc-16-q22/value/1/name"]').fill("Central Authority"); // authorities
    await press(page, "save");
    await page.locator('input[name="untoc-16-q10a/value"]').fill("a dozen"); // number
    await press(page, "save");
    await page.locator(".summary").waitFor();
    assert.equal(answers(root, "untoc-cluster-4")["untoc-16-q10a"], undefined);
    assert.equal(await page.locator('input[name="untoc-16-q10a/value"]').inputValue(), "a dozen");
    await page.locator('input[name="untoc-16-q10a/value"]').fill("١٢");
    await press(page, "save");
    assert.equal(answers(root, "untoc-cluster-4")["untoc-16-q10a"].value, 12);
    await at("/section/som-8");
    await choose(page, "som-8-q9", "yes");
    await press(page, "save");
    await page.locator('input[name="som-8-q9c/value"]').fill("2024-05"); // date
    await press(page, "save");
    const cluster = answers(root, "som-cluster-1")["som-8-q9c"] ? "som-cluster-1" : "som-cluster-4";
    assert.equal(answers(root, cluster)["som-8-q9c"].value, "2024-05");
    // No answer, with its reason.
    await at("/section/untoc-5");
    await press(page, "more:untoc-5-q1");
    await page.locator('select[name="untoc-5-q1/no_answer"]').selectOption("postponed");
    await page.locator('textarea[name="untoc-5-q1/reason"]').fill("Bill before parliament.");
    await press(page, "save");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-5-q1"].no_answer, "postponed");
    await stop(server);
  },

  // Two windows change the same answer: both texts are kept and shown.
  async "two windows in conflict"() {
    const root = dossier();
    const server = await serve(root);
    const one = await enter(server);
    await one.at("/section/untoc-2");
    const second = await one.context.newPage();
    await second.goto(one.page.url());
    const write = async (page, text) => {
      const area = page.locator('textarea[name="untoc-2-q6/value"]');
      await area.fill(text);
      await area.blur();
    };
    await write(one.page, "From the first window.");
    await saved(one.page, "untoc-2-q6");
    await write(second, "From the second window.");
    await box(second, "untoc-2-q6").locator('.state[data-state="unsaved"]').waitFor();
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q6"].value, "From the first window.");
    run("--dossier", root, "answer", "untoc-2-q6", "From the command line.");
    await second.reload();
    await second.locator(".conflict").waitFor();
    assert.match(await second.locator(".conflict").innerText(), /From the command line/);
    assert.equal(await second.locator('textarea[name="untoc-2-q6/value"]').inputValue(), "From the second window.");
    await press(second, "join:untoc-2-q6");
    const joined = await second.locator('textarea[name="untoc-2-q6/value"]').inputValue();
    assert.match(joined, /command line[^]*second window/);
    await press(second, "save");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q6"].value, joined);
    await stop(server);
  },

  // The server is killed while somebody types: nothing that was called kept is lost.
  async "killed while typing"() {
    const root = dossier();
    let server = await serve(root);
    const { page, at } = await enter(server);
    await at("/section/untoc-2");
    const area = page.locator('textarea[name="untoc-2-q6/value"]');
    await area.pressSequentially("One two three", { delay: 5 });
    await box(page, "untoc-2-q6").locator('.state[data-state="kept"]').waitFor();
    await stop(server, "SIGKILL");
    await area.pressSequentially(" four", { delay: 5 });
    await page.locator(".live", { hasText: "Not saved" }).waitFor();
    const port = server.port;
    server = await serve(root);
    assert.equal(server.port, port, "the same folder has the same port");
    assert.equal(answers(root, "untoc-cluster-1")["untoc-2-q6"].value, "One two three");
    // The old window goes on as soon as the new address has let the browser in.
    const other = await page.context().newPage();
    await other.goto(server.address);
    await page.bringToFront();
    await page.waitForFunction(() => !document.querySelector(".live").textContent, null, { timeout: 15000 });
    await area.blur();
    await page.waitForFunction(() => /saved|kept/.test(document.querySelector('[data-question="untoc-2-q6"] .state').textContent));
    await page.reload();
    assert.equal(await page.locator('textarea[name="untoc-2-q6/value"]').inputValue(), "One two three four");
    assert.equal(await page.locator(".conflict").count(), 0, "what was taken in is its own earlier text");
    await stop(server);
  },

  // A form comes home with one change refused; every format can be taken out.
  async "import and export"() {
    const root = dossier();
    const csv = join(folder("x"), "..", "form.csv");
    run("--dossier", root, "answer", "untoc-2-q1", "yes");
    run("--dossier", root, "answer", "untoc-5-q1", "yes");
    run("--dossier", root, "export", "--to", "csv", "--output", csv);
    run("--dossier", root, "undo");
    run("--dossier", root, "undo");
    // As if another dossier had made the table: with its base, these answers would be
    // known as changed here alone, and nothing would be offered.
    rmSync(join(root, "forms"), { recursive: true });
    const server = await serve(root);
    const { page, at } = await enter(server);
    await at("/import");
    await page.locator("#file").setInputFiles(csv);
    await page.locator('form[enctype] button').click();
    await page.locator("#accept-untoc-5-q1").uncheck();
    await page.locator('form[action="/import/take"] button').click();
    await page.locator(".notice").waitFor();
    const now = answers(root, "untoc-cluster-1");
    assert.equal(now["untoc-2-q1"].value, "yes");
    assert.equal(now["untoc-5-q1"], undefined);
    await at("/export");
    const formats = await page.locator('input[name="format"]').evaluateAll((all) => all.map((one) => one.value));
    for (const format of formats) {
      for (const blank of ["", "&blank=1"]) {
        const answer = await page.request.get(`http://127.0.0.1:${server.port}/export/file?format=${format}&questionnaire=untoc-cluster-1${blank}`);
        if (answer.status() === 422) continue;
        assert.equal(answer.status(), 200, `${format}${blank}: ${await answer.text()}`);
        const bytes = await answer.body();
        assert.ok(bytes.length > 100, format);
        const zip = ["docx", "xlsx", "xlsform"].includes(format);
        assert.equal(bytes.subarray(0, 2).toString() === "PK", zip, format);
      }
    }
    await stop(server);
  },
};

await runAll(tests);
