"use strict";
/* The form in a browser: conditions, rows, messages, progress, saving. It needs no network
   and works from a memory stick. Nothing here decides what an answer means: the texts of
   the fields are saved as they were typed, under their addresses, and the importer reads
   them. What is checked here only helps the person who types. */
(() => {
  const data = JSON.parse(document.getElementById("form-data").textContent);
  const form = document.getElementById("form");
  const byId = (id) => document.getElementById(id);

  /** Puts values in place of the names in braces. */
  function say(key, values = {}) {
    const text = data.words[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /* The same characters that the importer takes for no text. */
  const BLANK =
    /^[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*$/;
  const isBlank = (text) => BLANK.test(text);

  // --- Fields ---------------------------------------------------------------------

  /* What a field held when the page was opened: as the control shows it, and as it was
     written. A browser changes line ends, so an untouched field is saved as written. */
  const originals = new WeakMap();

  const addressOf = (field) => field.dataset.address;
  const questionOf = (field) => addressOf(field).split("/")[0];
  const controlsOf = (field) => [...field.querySelectorAll("input, select, textarea")];
  const isTicked = (control) => control.type === "radio" || control.type === "checkbox";

  function shown(field) {
    const controls = controlsOf(field);
    if (!isTicked(controls[0])) return controls[0].value;
    return controls.filter((control) => control.checked).map((c) => c.value).join("; ");
  }

  function textOf(field) {
    const now = shown(field);
    const original = originals.get(field);
    return original && original.shown === now ? original.written : now;
  }

  function setText(field, text) {
    const controls = controlsOf(field);
    if (isTicked(controls[0])) {
      const values = text.split("; ");
      for (const control of controls) control.checked = values.includes(control.value);
    } else {
      controls[0].value = text;
    }
  }

  const allFields = () => [...form.querySelectorAll(".field")];
  const fieldAt = (address) =>
    form.querySelector(`.field[data-address="${CSS.escape(address)}"]`);
  const partText = (id, part) => textOf(fieldAt(`${id}/${part}`));

  function rememberOriginals() {
    for (const field of allFields()) {
      const written = data.contents[addressOf(field)] ?? "";
      originals.set(field, { shown: shown(field), written });
    }
  }

  // --- Conditions -----------------------------------------------------------------

  /** Returns what a condition can see of an answer; undefined if there is none. */
  function valueOf(id) {
    const article = byId(id);
    const kind = article.dataset.kind;
    const fields = [...article.querySelectorAll('.field[data-address*="/value"]')];
    const texts = fields.map(textOf).filter((text) => !isBlank(text));
    if (texts.length === 0) return undefined;
    if (kind === "multiple") return texts[0].split("; ");
    if (kind === "number") return readNumber(texts[0], false) === null ? undefined : true;
    if (kind === "date") return isDate(texts[0]) ? texts[0] : undefined;
    return fields.length === 1 && !article.querySelector(".rows") ? texts[0] : true;
  }

  /** Says whether a condition holds. It has two values: what is not asked, or has no
      value, makes "in" and "answered" false, whatever else stands there. */
  function holds(test, value) {
    if (test.in) {
      const [slot, values] = test.in;
      const answer = value(slot);
      if (Array.isArray(answer)) return answer.some((item) => values.includes(item));
      return typeof answer === "string" && values.includes(answer);
    }
    if ("answered" in test) return value(test.answered) !== undefined;
    if (test.all) return test.all.every((part) => holds(part, value));
    if (test.any) return test.any.some((part) => holds(part, value));
    return !holds(test.not, value);
  }

  function slotsIn(test) {
    if (test.in) return [test.in[0]];
    if ("answered" in test) return [test.answered];
    if (test.not) return slotsIn(test.not);
    return (test.all ?? test.any).flatMap(slotsIn);
  }

  /** Works out which questions of a questionnaire are asked: "asked", "not-asked", or
      "unknown" where that hangs on an answer which is not in this form. */
  function statesOf(part) {
    const states = new Map();
    const values = new Map();
    const elsewhere = new Set();
    for (const [slot, value] of part.given) {
      states.set(slot, "asked");
      if (value === null) elsewhere.add(slot);
      // A false one is known to have no value.
      if (value !== null && value !== false) values.set(slot, value);
    }
    const value = (slot) => (states.get(slot) === "not-asked" ? undefined : values.get(slot));
    for (const question of part.questions) {
      const { slot, id, test } = question;
      let state = "asked";
      if (test && !holds(test, value)) {
        const hangs = slotsIn(test).some((on) => elsewhere.has(on));
        state = hangs ? "unknown" : "not-asked";
      }
      states.set(slot, state);
      values.set(slot, valueOf(id));
    }
    return part.questions.map((question) => ({ ...question, state: states.get(question.slot) }));
  }

  let visible = new Set();

  /** Shows what is asked, hides what is not, and counts. */
  function update() {
    const showAll = byId("show-all").checked;
    const before = visible;
    visible = new Set();
    const counts = new Map();
    let setAside = 0;
    for (const question of data.parts.flatMap(statesOf)) {
      const { id, state } = question;
      const article = byId(id);
      const asked = state !== "not-asked";
      article.hidden = !asked && !showAll;
      article.classList.toggle("not-asked", !asked);
      if (asked) visible.add(id);
      const settled = valueOf(id) !== undefined || partText(id, "no_answer") !== "";
      if (!asked && settled) setAside += 1;
      if (state === "asked" && question.required) count(counts, article, settled);
    }
    showCounts(counts, setAside);
    return [...visible].filter((id) => !before.has(id));
  }

  function count(counts, article, settled) {
    const section = article.closest("[data-section]").dataset.section;
    const known = counts.get(section) ?? { answered: 0, count: 0 };
    counts.set(section, known);
    known.count += 1;
    known.answered += settled ? 1 : 0;
  }

  function showCounts(counts, setAside) {
    let answered = 0;
    let all = 0;
    for (const place of document.querySelectorAll("[data-count]")) {
      const found = counts.get(place.dataset.count) ?? { answered: 0, count: 0 };
      answered += found.answered;
      all += found.count;
      place.textContent = found.count ? `(${found.answered}/${found.count})` : "";
    }
    byId("progress").max = Math.max(all, 1);
    byId("progress").value = answered;
    const aside = setAside ? ` ${say("set-aside", { count: setAside })}` : "";
    byId("progress-words").textContent = say("progress", { answered, count: all }) + aside;
  }

  // --- Messages -------------------------------------------------------------------

  const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

  /** Writes digits of other scripts as ASCII. */
  function foldDigits(text) {
    return [...text].map((letter) => {
      const code = letter.codePointAt(0);
      const zero = ZEROS.find((start) => code >= start && code < start + 10);
      return zero === undefined ? letter : String(code - zero);
    }).join("");
  }

  const isGrouped = (text, sign) => {
    const [first, ...rest] = text.split(sign);
    return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  };

  /** Reads a number as the importer does; null where it is none or could mean two. */
  function readNumber(typed, whole) {
    const plain = foldDigits(typed).replace(/[\s'’\u066c\u200b-\u200f\u061c]/g, "")
      .replace("\u066b", ".").replace("\u2212", "-");
    const sign = plain.startsWith("-") ? -1 : 1;
    const text = ungroup(plain.replace(/^[-+]/, ""), whole);
    if (text === null || !/^\d+(\.\d+)?$/.test(text)) return null;
    const number = sign * Number(text);
    return whole && !Number.isInteger(number) ? null : number;
  }

  function ungroup(text, whole) {
    const commas = text.split(",").length - 1;
    const points = text.split(".").length - 1;
    if (commas === 0 && points === 0) return text;
    if (commas === 0 && points === 1) {
      return whole && isGrouped(text, ".") ? text.replace(".", "") : text;
    }
    if (commas === 1 && points === 0 && !isGrouped(text, ",")) return text.replace(",", ".");
    if (commas === 1 && points === 0 && !whole) return null;
    if (points === 0) return isGrouped(text, ",") ? text.replaceAll(",", "") : null;
    if (commas === 0) return isGrouped(text, ".") ? text.replaceAll(".", "") : null;
    const sign = points === 1 ? "." : ",";
    const [head, tail] = text.split(sign);
    const group = sign === "." ? "," : ".";
    return isGrouped(head, group) ? `${head.replaceAll(group, "")}.${tail}` : null;
  }

  /** Says whether a text is a year, a month or a day of the calendar. */
  function isDate(typed) {
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(foldDigits(typed).trim());
    if (!found || found[1] === "0000") return false;
    const [year, month, day] = [found[1], found[2] ?? "01", found[3] ?? "01"].map(Number);
    const date = new Date(Date.UTC(2000, month - 1, day));
    date.setUTCFullYear(year, month - 1, day);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  /** Returns what is wrong with a number, in words. */
  function troubleOfNumber(text, limits, whole) {
    const number = readNumber(text, whole);
    if (number === null) return say(whole ? "trouble-whole" : "trouble-number");
    const { minimum, maximum } = limits;
    if (minimum !== undefined && number < Number(minimum)) {
      return say("trouble-least", { minimum });
    }
    if (maximum !== undefined && number > Number(maximum)) {
      return say("trouble-most", { maximum });
    }
    return "";
  }

  /** Returns what is wrong with what stands in a field, in words; nothing if all is well. */
  function troubleOf(field) {
    const text = textOf(field);
    const [id, part, row] = addressOf(field).split("/");
    if (part === "no_answer" && text !== "" && valueOf(id) !== undefined) {
      return say("trouble-both");
    }
    if (isBlank(text)) return troubleOfBlank(field, id, part, row);
    const control = controlsOf(field)[0];
    if (control.dataset.type === "number") {
      return troubleOfNumber(text, control.dataset, "whole" in control.dataset);
    }
    if (control.dataset.type === "date" && !isDate(text)) return say("trouble-date");
    if (control.dataset.type === "link" && !/^https?:\/\/[^\s"<>]+$/.test(text.trim())) {
      return say("trouble-link");
    }
    return "";
  }

  /** Returns what an empty field lacks. */
  function troubleOfBlank(field, id, part, row) {
    const none = ["reason", "elsewhere_reference", "elsewhere_date", "elsewhere_changes"];
    if (none.includes(part)) {
      const kind = partText(id, "no_answer");
      if (part === "reason" && kind !== "" && kind !== "not_assessed") {
        return say("trouble-reason");
      }
      return part !== "reason" && kind === "given_elsewhere" ? say("trouble-elsewhere") : "";
    }
    if (row === undefined || !("required" in field.dataset)) return "";
    const cells = [...field.closest(".row").querySelectorAll(".field")];
    return cells.some((cell) => !isBlank(textOf(cell))) ? say("trouble-cell") : "";
  }

  /** Ties a message to its field, so that it is read out with it, or takes it away. */
  function showTrouble(field, trouble) {
    const id = `${addressOf(field)}/error`;
    field.querySelector(":scope > .error")?.remove();
    if (trouble) {
      const message = document.createElement("p");
      message.className = "error";
      message.id = id;
      message.textContent = trouble;
      field.prepend(message);
    }
    for (const control of controlsOf(field)) {
      const others = (control.getAttribute("aria-describedby") ?? "").split(" ");
      const kept = others.filter((other) => other && !other.endsWith("/error"));
      if (trouble) kept.unshift(id);
      control.toggleAttribute("aria-invalid", false);
      if (trouble) control.setAttribute("aria-invalid", "true");
      if (kept.length) control.setAttribute("aria-describedby", kept.join(" "));
      else control.removeAttribute("aria-describedby");
    }
    const article = byId(questionOf(field));
    article.classList.toggle("troubled", article.querySelector(".error") !== null);
  }

  /** Checks a field, and those whose message hangs on it; says the message aloud. */
  function check(field) {
    const article = byId(questionOf(field));
    const trouble = troubleOf(field);
    const had = field.querySelector(":scope > .error")?.textContent ?? "";
    showTrouble(field, trouble);
    if (trouble && trouble !== had) tell(trouble);
    for (const other of article.querySelectorAll(".field")) {
      if (other !== field && other.querySelector(":scope > .error")) {
        showTrouble(other, troubleOf(other));
      }
    }
  }

  /** Lists what is wrong with what is asked, each with a link to its field. */
  function listTroubles() {
    const box = byId("troubles");
    const list = box.querySelector("ul");
    list.replaceChildren();
    for (const field of allFields()) {
      const trouble = visible.has(questionOf(field)) ? troubleOf(field) : "";
      showTrouble(field, trouble);
      if (!trouble) continue;
      const link = document.createElement("a");
      link.href = `#${controlsOf(field)[0].id || questionOf(field)}`;
      const label = field.querySelector(":scope > label")?.textContent;
      link.textContent = `${[questionOf(field), label].filter(Boolean).join(", ")}: ${trouble}`;
      link.addEventListener("click", (event) => { event.preventDefault(); goTo(field); });
      list.append(document.createElement("li"));
      list.lastChild.append(link);
    }
    box.hidden = list.children.length === 0;
    return list.children.length;
  }

  function goTo(field) {
    for (const details of parentsOf(field, "details")) details.open = true;
    controlsOf(field)[0].focus();
  }

  function parentsOf(element, selector) {
    const found = [];
    for (let at = element.closest(selector); at; at = at.parentElement.closest(selector)) {
      found.push(at);
    }
    return found;
  }

  /** Says something where everybody finds it, also those who listen. */
  function tell(text) { byId("status").textContent = text; }

  // --- Parts of a question ----------------------------------------------------------

  /** Shows the fields that only an answer given elsewhere needs, and the button that
      takes a choice back. */
  function tidy(article) {
    const id = article.dataset.question;
    const elsewhere = partText(id, "no_answer") === "given_elsewhere";
    for (const part of ["elsewhere_reference", "elsewhere_date", "elsewhere_changes"]) {
      const field = fieldAt(`${id}/${part}`);
      field.hidden = !elsewhere && isBlank(textOf(field));
    }
    const clear = article.querySelector(".clear");
    if (clear) clear.hidden = article.querySelector("input:checked") === null;
  }

  /** A choice that stands alone takes the others away, and the other way round. */
  function keepAlone(ticked) {
    if (ticked.type !== "checkbox" || !ticked.checked) return;
    const alone = "alone" in ticked.dataset;
    for (const other of controlsOf(ticked.closest(".field"))) {
      if (other !== ticked && (alone || "alone" in other.dataset)) other.checked = false;
    }
  }

  // --- Rows -----------------------------------------------------------------------

  const blankRows = new Map();
  const rowsOf = (list) => [...list.children];
  const isBlankRow = (row) =>
    [...row.querySelectorAll(".field")].every((field) => isBlank(textOf(field)));

  function prepareRows() {
    for (const list of form.querySelectorAll(".rows")) {
      const blank = list.lastElementChild.cloneNode(true);
      for (const field of blank.querySelectorAll(".field")) setText(field, "");
      for (const details of blank.querySelectorAll("details")) details.open = false;
      blankRows.set(list, blank);
      trimRows(list);
    }
  }

  /** Takes empty rows off the end; one row always stays. */
  function trimRows(list) {
    while (list.children.length > 1 && isBlankRow(list.lastElementChild)) {
      list.lastElementChild.remove();
    }
    numberRows(list);
  }

  function addRow(list) {
    list.append(blankRows.get(list).cloneNode(true));
    numberRows(list);
    return list.lastElementChild;
  }

  /** Gives every row its number, in its heading and in the addresses of its fields. */
  function numberRows(list) {
    const start = `${list.dataset.rows}/value/`;
    const names = ["id", "name", "for", "aria-describedby", "data-address"];
    rowsOf(list).forEach((row, index) => {
      for (const element of row.querySelectorAll("*")) {
        for (const name of names.filter((n) => element.hasAttribute(n))) {
          const renamed = element.getAttribute(name).split(" ").map((word) => {
            if (!word.startsWith(start)) return word;
            return word.replace(/\/value\/\d+\//, `/value/${index + 1}/`);
          });
          element.setAttribute(name, renamed.join(" "));
        }
      }
      row.querySelector("legend").textContent = say("row", { row: index + 1 });
      row.querySelector(".remove-row").textContent = say("remove-row", { row: index + 1 });
    });
  }

  function removeRow(row) {
    const list = row.parentElement;
    const number = rowsOf(list).indexOf(row) + 1;
    if (!isBlankRow(row) && !window.confirm(say("remove-sure", { row: number }))) return;
    row.remove();
    if (list.children.length === 0) addRow(list);
    numberRows(list);
    list.parentElement.querySelector(".add-row").focus();
    changed();
    tell(say("row-removed", { row: number }));
  }

  // --- Saving ---------------------------------------------------------------------

  let dirty = false;

  /** Returns the answers as they are saved: every text under the address of its field.
      A field that was emptied stands there empty, so that the importer can say so. */
  function answers() {
    const fields = {};
    for (const field of allFields()) {
      const text = textOf(field);
      const address = addressOf(field);
      if (text !== "" || data.contents[address]) fields[address] = text;
    }
    for (const address of Object.keys(data.contents)) fields[address] ??= "";
    const { format, form: id, state, language, questionnaires } = data;
    const saved = `${new Date().toISOString().slice(0, 19)}Z`;
    return { format, form: id, state, language, questionnaires, saved, fields };
  }

  const write = (saved) => `${JSON.stringify(saved, null, 2)}\n`;

  /** Fills the form with saved answers. */
  function fill(fields) {
    for (const list of form.querySelectorAll(".rows")) {
      const start = `${list.dataset.rows}/value/`;
      const numbers = Object.keys(fields)
        .filter((address) => address.startsWith(start) && fields[address] !== "")
        .map((address) => Number(address.split("/")[2]));
      while (list.children.length < Math.max(1, ...numbers)) addRow(list);
    }
    for (const field of allFields()) setText(field, fields[addressOf(field)] ?? "");
    for (const list of form.querySelectorAll(".rows")) trimRows(list);
    openFilled();
    refresh();
  }

  /** Opens what is folded and has something in it. */
  function openFilled() {
    for (const details of form.querySelectorAll("details")) {
      const fields = [...details.querySelectorAll(".field")];
      if (fields.length && fields.some((field) => !isBlank(textOf(field)))) details.open = true;
    }
  }

  function refresh() {
    form.querySelectorAll(".question").forEach(tidy);
    update();
  }

  function save() {
    const name = `answers-${data.form}.json`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([write(answers())], { type: "application/json" }));
    link.download = name;
    link.click();
    // The browser needs the address until the download has begun.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    dirty = false;
    keepCopy();
    const troubles = listTroubles();
    tell(say(troubles ? "saved-troubles" : "saved", { file: name, count: troubles }));
    offerToDelete();
  }

  /** Reads saved answers; says in words why they are none. */
  function parseSaved(text, file) {
    let saved;
    try { saved = JSON.parse(text); } catch { return say("not-answers", { file }); }
    const texts = saved && typeof saved.fields === "object" && saved.fields !== null;
    if (!texts || saved.format !== data.format) return say("not-answers", { file });
    if (!Object.values(saved.fields).every((field) => typeof field === "string")) {
      return say("not-answers", { file });
    }
    return saved.form === data.form ? saved : say("other-form", { file });
  }

  async function open(file) {
    const saved = parseSaved(await file.text(), file.name);
    if (typeof saved === "string") { tell(saved); return; }
    if (dirty && !window.confirm(say("open-sure"))) return;
    fill(saved.fields);
    dirty = false;
    keepCopy();
    tell(say("opened", { file: file.name }));
  }

  // --- The spare copy -------------------------------------------------------------

  /* A browser's storage can vanish at any time; it is a spare copy and never the only
     one. A copy that nobody has decided about is moved aside before it is replaced. */
  const key = `untoc-form:${data.form}`;
  const older = `${key}:older`;
  let offered = null;
  let timer = 0;

  function keepCopy() {
    clearTimeout(timer);
    try {
      if (offered !== null) localStorage.setItem(older, offered);
      localStorage.setItem(key, write(answers()));
    } catch {
      tell(say("no-copy"));
    }
  }

  function readCopy() {
    try {
      return localStorage.getItem(key) ?? localStorage.getItem(older);
    } catch {
      return null;
    }
  }

  function deleteCopies() {
    try {
      localStorage.removeItem(key);
      localStorage.removeItem(older);
    } catch { /* what cannot be reached is not there */ }
  }

  /** Offers the copy, if it says something else than the page. */
  function offerCopy() {
    const text = readCopy();
    const saved = text === null ? "" : parseSaved(text, "");
    if (typeof saved === "string") return;
    const now = answers();
    if (JSON.stringify(saved.fields) === JSON.stringify(now.fields)) return;
    offered = text;
    const time = new Date(saved.saved).toLocaleString(data.language);
    byId("restore-words").textContent = say("restore-offer", { time });
    byId("restore").hidden = false;
  }

  function restoreCopy() {
    fill(parseSaved(offered, "").fields);
    offered = null;
    dirty = true;
    byId("restore").hidden = true;
    tell(say("restored"));
    byId("save").focus();
  }

  function discardCopy() {
    offered = null;
    deleteCopies();
    byId("restore").hidden = true;
    tell(say("discarded"));
    byId("save").focus();
  }

  /** After saving, lets people on a shared computer take the copy away. */
  function offerToDelete() {
    if (offered !== null || readCopy() === null) return;
    byId("restore-words").textContent = say("copy-left");
    byId("restore-yes").hidden = true;
    byId("restore").hidden = false;
  }

  // --- Events ---------------------------------------------------------------------

  function changed() {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(keepCopy, 400);
    const appeared = update();
    tell(appeared.length ? say("appeared", { questions: appeared.join(", ") }) : "");
  }

  function onChange(event) {
    const field = event.target.closest(".field");
    if (!field) return;
    keepAlone(event.target);
    tidy(byId(questionOf(field)));
    changed();
    check(field);
  }

  function onInput(event) {
    const field = event.target.closest(".field");
    if (!field || isTicked(event.target)) return;
    changed();
    if (field.querySelector(":scope > .error")) check(field);
  }

  function onClick(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".add-row")) {
      const row = addRow(button.parentElement.querySelector(".rows"));
      controlsOf(row)[0].focus();
    } else if (button.matches(".remove-row")) {
      removeRow(button.closest("li"));
    } else if (button.matches(".clear")) {
      const field = button.closest(".field");
      setText(field, "");
      tidy(byId(questionOf(field)));
      controlsOf(field)[0].focus();
      changed();
      check(field);
    }
  }

  function listen() {
    form.addEventListener("change", onChange);
    form.addEventListener("input", onInput);
    form.addEventListener("click", onClick);
    form.addEventListener("submit", (event) => event.preventDefault());
    byId("save").addEventListener("click", save);
    byId("open").addEventListener("click", () => byId("file").click());
    byId("file").addEventListener("change", async ({ target }) => {
      if (target.files[0]) await open(target.files[0]);
      target.value = "";
    });
    byId("show-all").addEventListener("change", update);
    byId("restore-yes").addEventListener("click", restoreCopy);
    byId("restore-no").addEventListener("click", discardCopy);
    window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && dirty) keepCopy();
    });
  }

  document.documentElement.classList.add("js");
  rememberOriginals();
  prepareRows();
  refresh();
  listen();
  offerCopy();
})();
