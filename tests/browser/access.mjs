// Looks at every page as people meet it: in two languages, narrow, enlarged, dark, in high
// contrast, with the keyboard alone. Stops at the first thing wrong.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { counts, describe } from "./evidence.mjs";
import { browser, demo, enter, runAll } from "./lib/site.mjs";
import { judge } from "./lib/judge.mjs";
import { folder, run, serve, stop } from "./lib/untoc.mjs";

// One address for each route that shows a page, or several where they differ.
const PAGES = {
  "/": ["/"],
  "/start": ["/start"],
  "/section/{id}": ["/section/untoc-5", "/section/untoc-2"],
  "/history/{id}": ["/history/untoc-5-q1"],
  "/whole/{id}": ["/whole/untoc-cluster-1"],
  "/views": ["/views"],
  "/views/{id}": ["/views/gender", "/views/technical_assistance"],
  "/laws": ["/laws"],
  "/people": ["/people"],
  "/check": ["/check", "/check?level=submission"],
  "/explain/{id}": ["/explain/answer-missing"],
  "/search": ["/search?q=group"],
  "/log": ["/log"],
  "/export": ["/export"],
  "/import": ["/import"],
  "/evidence": ["/evidence"],
  "/evidence/add": ["/evidence/add"],
  "/evidence/item/{id}": ["/evidence/item/court-monitoring"],
};
// Routes that show no page of their own.
const OTHERS = ["/question/{id}", "/export/file", "/evidence/item/{id}/receipt", "/language/{id}", "/static/style.css", "/static/figure.css",
  "/static/save.js", "/static/icon.svg"];

// The dossier of the example with an item of evidence in it.
const filled = async () => {
  const root = demo();
  // Article 16 has a question that takes a number.
  run("--dossier", root, "add", "cluster", "4");
  const server = await serve(root);
  const { page, at, context } = await enter(server);
  await at("/evidence/add");
  await page.locator("#file").setInputFiles(counts());
  await page.locator('form[enctype] button[type="submit"]').click();
  await describe(page);
  await page.locator("#id").fill("court-monitoring");
  await page.locator('form[action="/evidence/keep"] button').click();
  await page.locator(".notice").waitFor();
  await context.close();
  return { root, server };
};

// Says that a page is wider than the window, and by what.
const tooWide = (page) => page.evaluate(() => {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return null;
  const over = (e) => {
    const place = e.getBoundingClientRect();
    return place.right > innerWidth + 1 || place.left < -1;
  };
  const found = [...document.querySelectorAll("body *")].filter(over).slice(-3);
  return `${root.scrollWidth} px: ${found.map((e) => e.outerHTML.slice(0, 120)).join(" | ")}`;
});

// Texts in Latin letters on a page in Arabic that do not say that they are not Arabic.
const unmarked = (page) => page.evaluate(() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, text = node.textContent.trim();
    if (!/[A-Za-z]{3,}\s+[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text)) continue;
    if (node.parentElement.closest('[lang]:not(html), [dir="auto"], bdi, code, svg, script, datalist')) continue;
    found.add(text.slice(0, 70));
  }
  return [...found];
});

// Pages that answer a form, not an address; each is brought up and stays on the screen.
const FORMS = {
  "a section with a fault": async (page, at) => {
    await at("/section/untoc-16");
    await page.locator('input[name="untoc-16-q10/value"]').first().check();
    await Promise.all([page.waitForNavigation(), page.locator('button[value="save"]').last().click()]);
    const field = page.locator('input[name="untoc-16-q10a/value"]');
    await field.fill("a dozen");
    await Promise.all([page.waitForNavigation(), page.locator('button[value="save"]').last().click()]);
    await page.locator(".summary").waitFor();
    // The field names its message, and the summary leads to it.
    const described = await field.getAttribute("aria-describedby");
    const told = await page.evaluate((ids) =>
      ids.split(" ").map((id) => document.getElementById(id)?.innerText ?? `no ${id}`).join("\n"), described);
    assert.match(told, /a dozen/);
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    // The reader stands at the summary, or at the question to which the address leads.
    const stands = await page.evaluate(() => document.activeElement.matches(".summary, .faulty"));
    assert.ok(stands, "focus is at the fault");
    const target = await page.locator(".summary a").first().getAttribute("href");
    assert.ok(await page.locator(target.replaceAll("/", "\\/")).count());
  },
  "changes of a form": async (page, at) => {
    const csv = join(folder("x"), "..", "form.csv");
    const head = await (await page.request.get(`${new URL(page.url()).origin}/export/file?format=csv&questionnaire=untoc-cluster-1`)).text();
    writeFileSync(csv, head.replaceAll(/no,/g, "in_part,"));
    await at("/import");
    await page.locator("#file").setInputFiles(csv);
    await page.locator("form[enctype] button").click();
    await page.locator("h1").waitFor();
  },
  "a file that is looked at": async (page, at) => {
    await at("/evidence/add");
    await page.locator("#file").setInputFiles(counts());
    await page.locator('form[enctype] button[type="submit"]').click();
    await page.locator("#checked").waitFor();
  },
  "a checked table": async (page, at) => {
    await at("/evidence");
    await page.locator("#file").setInputFiles(counts());
    await page.locator('form[enctype] button[type="submit"]').click();
    await page.locator("#checked").waitFor();
  },
  "a law without a title": async (page, at) => {
    await at("/laws");
    await page.locator("form:has(#title)").evaluate((form) => { form.noValidate = true; });
    await page.locator('form:has(#title) button[type="submit"]').click();
    await page.locator(".summary").waitFor();
  },
  "no page": async (page, at) => { await at("/nothing/here"); },
};

const tests = {
  // No route shows a page that is not looked at here.
  async "access: every route is known"() {
    const source = readFileSync(process.env.UNTOC_ROUTES, "utf8");
    const shown = [...source.matchAll(/\.route\(\s*"([^"]+)",\s*show\(/g)].map((found) => found[1]);
    assert.ok(shown.length > 15, "the routes were found");
    assert.deepEqual([...shown].sort(), [...Object.keys(PAGES), ...OTHERS].sort());
  },

  // In English and in Arabic no page has a fault, scrolls sideways at 360 pixels or when
  // enlarged to 400 %, or hides its language.
  async "access: every page"() {
    const { root, server } = await filled();
    const faults = [];
    for (const lang of ["en", "ar"]) {
      const { page, at, context } = await enter(server);
      await at(`/language/${lang}`);
      const look = async (name) => {
        assert.equal(await page.locator("html").getAttribute("lang"), lang, name);
        faults.push(...(await judge(page, `${lang} ${name}`)));
        for (const width of [360, 320]) {
          await page.setViewportSize({ width, height: 256 });
          const wide = await tooWide(page);
          if (wide) faults.push(`${lang} ${name}: scrolls sideways at ${width} px: ${wide}`);
        }
        await page.setViewportSize({ width: 1100, height: 800 });
        if (lang === "ar") {
          for (const text of await unmarked(page)) faults.push(`ar ${name}: not marked: ${text}`);
        }
      };
      for (const path of Object.values(PAGES).flat()) { await at(path); await look(path); }
      for (const [name, open] of Object.entries(FORMS)) { await open(page, at); await look(name); }
      await context.close();
    }
    await stop(server);
    // The dossier's language is that of the pages, unless another is chosen.
    run("--dossier", root, "set", "language", "ar");
    const arabic = await serve(root);
    const { page } = await enter(arabic, { viewport: { width: 360, height: 700 }, colorScheme: "dark" });
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    faults.push(...(await judge(page, "dark /")));
    await page.goto(`http://127.0.0.1:${arabic.port}/section/untoc-5`);
    faults.push(...(await judge(page, "dark /section/untoc-5")));
    await page.locator('a[hreflang="zh"]').click();
    assert.equal(await page.locator("html").getAttribute("lang"), "zh");
    assert.match(page.url(), /untoc-5$/);
    await stop(arabic);
    if (faults.length) throw new Error([...new Set(faults)].join("\n"));
  },

  // With the keyboard alone: the first stop skips to the content, every stop is seen and
  // under nothing, also on a small screen.
  async "access: focus is seen"() {
    const root = demo();
    const server = await serve(root);
    const faults = [];
    for (const [width, height] of [[1100, 800], [360, 640], [320, 256]]) {
      const { page, at, context } = await enter(server, { viewport: { width, height }, reducedMotion: "reduce" });
      await at("/section/untoc-5");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
      for (let stop = 0; stop < 120; stop += 1) {
        await page.keyboard.press("Tab");
        const told = await page.evaluate(() => {
          const at = document.activeElement;
          if (at === document.body) return "end";
          const place = at.getBoundingClientRect(), style = getComputedStyle(at);
          const name = at.outerHTML.slice(0, 90);
          if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
          const y = Math.min(Math.max(place.top + place.height / 2, 1), innerHeight - 2);
          const x = Math.min(Math.max(place.left + Math.min(place.width / 2, 12), 1), innerWidth - 2);
          if (place.bottom < 0 || place.top > innerHeight) return `off the screen: ${name}`;
          const top = document.elementFromPoint(x, y);
          if (!top || !(at.contains(top) || top.contains(at))) return `under ${top?.outerHTML.slice(0, 60)}: ${name}`;
          return "";
        });
        if (told === "end") break;
        if (told) faults.push(`${width}x${height}: ${told}`);
      }
      await context.close();
    }
    await stop(server);
    if (faults.length) throw new Error([...new Set(faults)].join("\n"));
  },

  // Colours that the reader forces stay, nothing moves for whoever wants no movement, and
  // what colour says elsewhere is said in words or lines.
  async "access: forced colours and no movement"() {
    const root = demo();
    const server = await serve(root);
    const { page, at } = await enter(server, { forcedColors: "active", reducedMotion: "reduce" });
    for (const path of ["/", "/section/untoc-5", "/check?level=submission"]) {
      await at(path);
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
      assert.deepEqual(await judge(page, `forced ${path}`), []);
    }
    await at("/section/untoc-5");
    const borders = await page.evaluate(() =>
      [...document.querySelectorAll("main button:not(.hidden), .question, input, textarea")]
        .filter((e) => e.checkVisibility() && getComputedStyle(e).borderTopStyle === "none")
        .map((e) => e.outerHTML.slice(0, 90)));
    assert.deepEqual(borders.filter((html) => !/type="(radio|checkbox|hidden)"/.test(html)), []);
    await stop(server);
  },

  // Whoever was not let in, or sends too much, reads what to do.
  async "access: refusals are readable"() {
    const root = demo();
    const server = await serve(root);
    const stranger = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    await stranger.goto(`http://127.0.0.1:${server.port}/`);
    assert.equal(await stranger.locator("html").getAttribute("lang"), "fr");
    assert.match(await stranger.locator("main").innerText(), /http:\/\/127\.0\.0\.1/);
    assert.deepEqual(await judge(stranger, "stranger"), []);
    const { page, at } = await enter(server);
    const large = join(folder("x"), "..", "large.csv");
    writeFileSync(large, Buffer.alloc(65 << 20, "a,b\n"));
    await at("/evidence/add");
    await page.locator("#file").setInputFiles(large);
    await page.locator('form[enctype] button[type="submit"]').click();
    await page.getByText("64 MB").waitFor();
    assert.ok(await page.locator('main a[href="/"]').count());
    await stop(server);
  },
};

await runAll(tests);
