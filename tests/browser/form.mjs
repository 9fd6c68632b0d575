// Fills the form for a browser as an agency would, from a file and without network, and
// brings the answers home with the real command. Stops at the first thing wrong.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serious } from "./lib/axe.mjs";
import { folder, run } from "./lib/untoc.mjs";

const shots = process.env.SHOTS;
const only = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

// --- The dossier ------------------------------------------------------------------

const dossier = (instruments = "untoc", clusters = "1", ...more) => {
  const root = folder("dossier");
  run("init", root, "--state", "XXA", "--instruments", instruments, "--clusters", clusters,
    "--focal-point", "Directorate of International Law", "--due", "2027-05-01", ...more);
  run("--dossier", root, "contributor", "add", "Ministry of Justice", "--id", "ministry-of-justice");
  return root;
};
const forms = (root, ...words) => {
  const out = folder("forms");
  mkdirSync(out);
  run("--dossier", root, "export", "--to", "html", "--output", out, ...words);
  return readdirSync(out).sort().map((name) => join(out, name));
};
const answersOf = (root, id) =>
  JSON.parse(readFileSync(join(root, "responses", `${id}.json`), "utf8")).answers;
const bringHome = (root, file) =>
  run("--dossier", root, "import", file, "--by", "ministry-of-justice");

// --- The page ---------------------------------------------------------------------

const open = async (file, options = {}, context = undefined) => {
  const inside = context ?? await browser.newContext(
    { viewport: { width: 1100, height: 900 }, acceptDownloads: true, ...options });
  await inside.setOffline(true);
  const page = await inside.newPage();
  page.setDefaultTimeout(20000);
  page.on("pageerror", (error) => { throw error; });
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(pathToFileURL(file).href);
  return { context: inside, page };
};
const field = (page, address) => page.locator(`[id="${address}"]`);
const choose = (page, address, value) =>
  page.locator(`input[name="${address}"][value="${value}"]`).check();
const save = async (page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const file = join(folder("answers"), "..", download.suggestedFilename());
  await download.saveAs(file);
  return file;
};
const isAsked = (page, id) => page.locator(`[id="${id}"]`).first().isVisible();

// The first question of each kind in a questionnaire, by its data in the page.
const kinds = (page) => page.evaluate(() => {
  const found = {};
  for (const article of document.querySelectorAll(".question")) {
    found[article.dataset.kind] ??= article.id;
  }
  return found;
});

// Types something into every field of one question; returns nothing.
const TEXT = "Covers it, \u062c\u0632\u0626\u064a\u0627\u064b, \u90e8\u5206, \u0447\u0430\u0441\u0442\u0438\u0447\u043d\u043e.\nSecond line";
const fillQuestion = (page, id, text) => page.evaluate(({ id, text }) => {
  const article = document.getElementById(id);
  const act = (control, name) => control.dispatchEvent(new Event(name, { bubbles: true }));
  for (const part of article.querySelectorAll('.field[data-address*="/value"]')) {
    const control = part.querySelector("input, select, textarea");
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = true;
    } else if (control.tagName === "SELECT") {
      control.value = control.options[1].value;
    } else if (control.dataset.type === "number") {
      control.value = control.dataset.minimum ?? "7";
    } else if (control.dataset.type === "date") {
      control.value = "2024-05";
    } else if (control.dataset.type === "link") {
      control.value = "https://example.org/a?b=1&c=2";
    } else if (control.hasAttribute("list")) {
      control.value = "criminal-code";
    } else if (part.dataset.address.endsWith("/languages")) {
      control.value = "English; fran\u00e7ais";
    } else {
      control.value = text;
    }
    act(control, "input");
    act(control, "change");
  }
}, { id, text });

const expected = (page, id) => page.evaluate((id) => {
  const article = document.getElementById(id);
  const texts = (part) => [...part.querySelectorAll("input, select, textarea")];
  const one = (part) => {
    const controls = texts(part);
    const control = controls[0];
    if (control.type === "checkbox") return controls.filter((c) => c.checked).map((c) => c.value);
    if (control.type === "radio") return controls.find((c) => c.checked).value;
    if (control.dataset.type === "number") return Number(control.value);
    return part.dataset.address.endsWith("/languages") ? control.value.split("; ") : control.value;
  };
  const parts = [...article.querySelectorAll('.field[data-address*="/value"]')];
  if (!article.querySelector(".rows")) return one(parts[0]);
  const rows = [];
  for (const part of parts) {
    const [, , row, column] = part.dataset.address.split("/");
    rows[row - 1] ??= {};
    rows[row - 1][column] = one(part);
  }
  return rows;
}, id);

// --- Tests ------------------------------------------------------------------------

const tests = {
  // Everything that is typed comes home, whatever its kind.
  async "answers of all eleven kinds come home"() {
    const root = dossier("untoc,som", "1,2,3,4");
    const missing = new Set(["implementation", "yes_no", "single", "multiple", "text", "number",
      "date", "laws", "cases", "authorities", "table"]);
    for (const file of forms(root, "--blank")) {
      const { context, page } = await open(file);
      const typed = {};
      await page.check("#show-all");
      for (const [kind, id] of Object.entries(await kinds(page))) {
        if (!missing.delete(kind)) continue;
        await fillQuestion(page, id, TEXT);
        typed[id] = await expected(page, id);
        if (kind === "cases") {
          await page.locator(`[id="${id}"] .add-row`).click();
          await field(page, `${id}/value/2/summary`).fill("A second case");
          typed[id] = [...typed[id], { summary: "A second case" }];
        }
      }
      if (Object.keys(typed).length) {
        const told = bringHome(root, await save(page));
        const id = file.split("/").pop().replace(".html", "");
        const answers = answersOf(root, id);
        for (const [question, value] of Object.entries(typed)) {
          assert.deepEqual(answers[question]?.value, value, `${question}\n${told}`);
        }
      }
      await context.close();
      if (missing.size === 0) break;
    }
    assert.deepEqual([...missing], [], "kinds without a question");
  },

  // A reason, where an answer was given before, and a note come home too.
  async "reasons and notes come home"() {
    const root = dossier();
    const [file] = forms(root, "--section", "untoc-5");
    const { page } = await open(file);
    const id = (await kinds(page)).implementation;
    await page.locator(`[id="${id}"] details.none summary`).click();
    await field(page, `${id}/no_answer`).selectOption("given_elsewhere");
    await field(page, `${id}/reason`).fill("Answered in 2023");
    await field(page, `${id}/elsewhere_reference`).fill("Another review");
    await field(page, `${id}/elsewhere_date`).fill("2023-05");
    await field(page, `${id}/elsewhere_changes`).fill("Nothing");
    await page.locator(`[id="${id}"] details.note summary`).click();
    await field(page, `${id}/note`).fill("A note");
    bringHome(root, await save(page));
    const entry = answersOf(root, "untoc-cluster-1")[id];
    assert.equal(entry.no_answer, "given_elsewhere");
    assert.equal(entry.reason, "Answered in 2023");
    assert.deepEqual(entry.elsewhere,
      { reference: "Another review", date: "2023-05", changes: "Nothing" });
    assert.equal(entry.note, "A note");
  },

  // Follow-ups come and go with the answers before them; what was typed stays.
  async "conditions are followed"() {
    const [file] = forms(dossier(), "--blank");
    const { page } = await open(file);
    assert.equal(await isAsked(page, "untoc-2-q1a"), false);
    await choose(page, "untoc-2-q1/value", "yes");
    assert.equal(await isAsked(page, "untoc-2-q1a"), true);
    assert.match(await page.textContent("#status"), /untoc-2-q1a/);
    await field(page, "untoc-2-q1a/value/1/provision").fill("12(1)");
    await choose(page, "untoc-2-q1/value", "no");
    assert.equal(await isAsked(page, "untoc-2-q1a"), false);
    assert.match(await page.textContent("#progress-words"), /1$/);
    await page.locator('[id="untoc-2-q1"] .clear').click();
    assert.equal(await page.locator('[id="untoc-2-q1"] input:checked').count(), 0);
    await choose(page, "untoc-2-q1/value", "in_part");
    assert.equal(await field(page, "untoc-2-q1a/value/1/provision").inputValue(), "12(1)");
  },

  // Where an answer is not in the form, its follow-ups are shown with what they hang on.
  async "a section alone shows what hangs on others"() {
    const root = dossier("fp");
    const [blank] = forms(root, "--section", "fp-4", "--blank");
    const { page } = await open(blank);
    assert.equal(await page.locator(".given").count(), 1);
    assert.equal(await isAsked(page, "fp-4-q1"), true);
    assert.equal(await isAsked(page, "fp-4-q1a"), false);
    await choose(page, "fp-4-q1/value", "no");
    assert.equal(await isAsked(page, "fp-4-q1a"), true);
    for (const number of [1, 2, 3, 6, 7, 9]) {
      run("--dossier", root, "answer", `fp-5-q${number}`, "no");
    }
    const [known] = forms(root, "--section", "fp-4");
    const other = await open(known);
    assert.equal(await isAsked(other.page, "fp-4-q1"), false);
  },

  // Whoever leaves without having saved is asked first.
  async "leaving without saving is asked about"() {
    const [file] = forms(dossier(), "--blank");
    const { page } = await open(file);
    let asked = 0;
    page.on("dialog", (dialog) => { asked += dialog.type() === "beforeunload" ? 1 : 0; });
    await choose(page, "untoc-2-q1/value", "yes");
    await save(page);
    await page.reload();
    assert.equal(asked, 0);
    await choose(page, "untoc-2-q1/value", "no");
    await page.reload();
    assert.equal(asked, 1);
  },

  // For random answers the page asks what the command asks, in all questionnaires.
  async "the page asks what the command asks"() {
    const root = dossier("untoc,tip,som,fp", "1,2,3,4");
    let seed = 7;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    let compared = 0;
    for (const file of forms(root, "--blank")) {
      const { context, page } = await open(file);
      const numbers = Array.from({ length: 4000 }, random);
      await page.evaluate((numbers) => {
        let at = 0;
        const next = () => numbers[at++ % numbers.length];
        let last;
        for (const part of document.querySelectorAll('.field[data-address$="/value"]')) {
          const controls = [...part.querySelectorAll("input")];
          if (controls[0]?.type === "radio" && next() < 0.85) {
            last = controls[Math.floor(next() * controls.length)];
            last.checked = true;
          }
          if (controls[0]?.type === "checkbox" && next() < 0.85) {
            const plain = controls.filter((c) => !("alone" in c.dataset));
            const pool = next() < 0.8 && plain.length ? plain : controls.slice(-1);
            for (const control of pool) if (next() < 0.5 || control === pool[0]) control.checked = true;
          }
        }
        last.dispatchEvent(new Event("change", { bubbles: true }));
      }, numbers);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll(".question")].filter((a) => !a.hidden).map((a) => a.id));
      const id = file.split("/").pop().replace(".html", "");
      bringHome(root, await save(page));
      const table = run("--dossier", root, "export", "--to", "csv", "--open", "--questionnaire", id);
      const asked = readCsv(table);
      assert.deepEqual(shown, asked, id);
      compared += shown.length;
      await context.close();
    }
    assert.ok(compared > 400, `only ${compared} questions were compared`);
  },

  // A page with answers that nobody touched changes nothing at home.
  async "an untouched form changes nothing"() {
    const root = folder("demo");
    run("demo", root);
    const before = readdirSync(join(root, "responses")).map((n) => readFileSync(join(root, "responses", n), "utf8"));
    for (const file of forms(root)) {
      const { context, page } = await open(file);
      bringHomeAs(root, await save(page));
      await context.close();
    }
    const after = readdirSync(join(root, "responses")).map((n) => readFileSync(join(root, "responses", n), "utf8"));
    assert.deepEqual(after, before);
  },

  // A message stands beside its field, is tied to it and goes when the field is mended.
  async "messages are tied to fields"() {
    const root = dossier("untoc", "1,2,3,4");
    for (const file of forms(root, "--blank")) {
      const { context, page } = await open(file);
      const id = (await kinds(page)).number;
      if (id) {
        await page.check("#show-all");
        const box = field(page, `${id}/value`);
        await box.fill("many");
        await box.blur();
        assert.equal(await box.getAttribute("aria-invalid"), "true");
        const message = (await box.getAttribute("aria-describedby")).split(" ")[0];
        assert.match(await field(page, message).textContent(), /number/);
        await box.fill("\u0661\u0662");
        await box.blur();
        assert.equal(await box.getAttribute("aria-invalid"), null);
        await context.close();
        return;
      }
      await context.close();
    }
    assert.fail("no question asks for a number");
  },

  // A section can be filled in, and the answers saved, without a mouse.
  async "a section is filled in by keyboard"() {
    const [file] = forms(dossier(), "--section", "untoc-5", "--blank");
    const { page } = await open(file);
    const here = () => page.evaluate(() => {
      const at = document.activeElement;
      return { name: at.name ?? "", id: at.id, tag: at.tagName, type: at.type ?? "", text: at.textContent.slice(0, 40) };
    });
    let radios = 0;
    let texts = 0;
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press("Tab");
      const at = await here();
      if (at.type === "radio") { await page.keyboard.press("Space"); radios += 1; }
      if (at.tag === "TEXTAREA") { await page.keyboard.type("By keyboard"); texts += 1; }
      if (at.tag === "BODY") break;
    }
    assert.ok(radios >= 3 && texts >= 3, `${radios} choices and ${texts} texts were reached`);
    await page.focus("#save");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.equal(saved.format, "untoc-form-answers/1");
    assert.ok(Object.values(saved.fields).filter((text) => text.includes("By keyboard")).length >= 3);
  },

  // The browser's spare copy comes back when the page is opened again.
  async "a spare copy is kept and restored"() {
    const [file] = forms(dossier(), "--blank");
    const { context, page } = await open(file);
    await choose(page, "untoc-2-q1/value", "yes");
    await field(page, "untoc-2-q1a/value/1/provision").fill("7");
    await page.waitForFunction(() => Object.keys(localStorage).length > 0 &&
      Object.values(localStorage)[0].includes("provision"));
    await page.close({ runBeforeUnload: false });
    const again = await open(file, {}, context);
    assert.equal(await again.page.locator("#restore").isVisible(), true);
    await again.page.click("#restore-yes");
    assert.equal(await field(again.page, "untoc-2-q1a/value/1/provision").inputValue(), "7");
    assert.equal(await again.page.locator('input[name="untoc-2-q1/value"]:checked').inputValue(), "yes");
    const saved = await save(again.page);
    // The file opens in another browser.
    const other = await open(file);
    await other.page.setInputFiles("#file", saved);
    await other.page.waitForFunction(() => document.getElementById("status").textContent !== "");
    assert.equal(await field(other.page, "untoc-2-q1a/value/1/provision").inputValue(), "7");
  },

  // Form and report can be used by everybody, in English and Arabic, on a small screen.
  async "nothing keeps anybody out"() {
    const found = [];
    const root = folder("demo");
    run("demo", root);
    const table = join(folder("official"), "..", "official.csv");
    writeFileSync(table, "number,text,ids\nI,Chapter of Exampleland,\n1,Is it an offence?,untoc-5-q1\n");
    run("--dossier", root, "official", "import", table);
    for (const language of ["en", "ar"]) {
      const order = join(folder("official"), "..", `official-${language}.html`);
      run("--dossier", root, "export", "--by", "official", "--to", "html", "--language", language,
        "--output", order);
      const opened = await open(order);
      found.push(...await serious(opened.page, `official order in ${language}`));
      await opened.context.close();
      const [form] = forms(root, "--section", "untoc-5", "--language", language);
      const [report] = forms(root, "--as", "report", "--with-findings", "--language", language);
      for (const [name, file] of [["form", form], ["report", report]]) {
        for (const scheme of ["light", "dark"]) {
          const { context, page } = await open(file, { colorScheme: scheme });
          if (name === "form") {
            await page.evaluate(() => { for (const d of document.querySelectorAll("details")) d.open = true; });
            const row = page.locator(".add-row:visible").first();
            if (await row.count()) await row.click();
            await save(page);
          }
          found.push(...await serious(page, `${name} in ${language}, ${scheme}`));
          await context.close();
        }
        const { context, page } = await open(file, { viewport: { width: 360, height: 740 } });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 360) found.push(`${name} in ${language}: ${width} pixels wide on a screen of 360`);
        assert.equal(await page.getAttribute("html", "dir"), language === "ar" ? "rtl" : "ltr");
        if (shots) {
          mkdirSync(shots, { recursive: true });
          await page.screenshot({ path: join(shots, `${name}-${language}-small.png`) });
          await page.setViewportSize({ width: 1100, height: 1000 });
          await page.screenshot({ path: join(shots, `${name}-${language}.png`) });
          await page.evaluate(() => document.querySelector(".question").scrollIntoView());
          await page.screenshot({ path: join(shots, `${name}-${language}-question.png`) });
          await page.pdf({ path: join(shots, `${name}-${language}.pdf`), format: "A4" });
        }
        await context.close();
      }
    }
    assert.deepEqual(found, []);
  },

  // Without scripts every question can be read, and the page says that it cannot save.
  async "it can be read without scripts"() {
    const [file] = forms(dossier(), "--blank");
    const { page } = await open(file, { javaScriptEnabled: false });
    assert.equal(await page.locator(".no-script").isVisible(), true);
    assert.equal(await isAsked(page, "untoc-2-q1a"), true);
    assert.equal(await page.locator("#save").isVisible(), false);
  },
};

const bringHomeAs = (root, file) => run("--dossier", root, "import", file);

// Returns the ids of the questions that a table marks as asked, in their order.
const readCsv = (text) => {
  const rows = [];
  let row = [""];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') { row[row.length - 1] += '"'; at += 1; }
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") row.push("");
    else if (!quoted && letter === "\n") { rows.push(row); row = [""]; }
    else if (letter !== "\r") row[row.length - 1] += letter;
  }
  const [head, ...lines] = rows;
  const column = (name) => head.findIndex((cell) => cell.replace("\ufeff", "") === name);
  const [question, asked] = [column("question"), column("asked")];
  return [...new Set(lines.filter((line) => line[asked] === "yes").map((line) => line[question]))];
};

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
process.exitCode = failed ? 1 : 0;
