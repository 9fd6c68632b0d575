// Saves while one types. The pages work without this script; with it nothing waits for a
// button. Every text goes into the autosave area first ("kept") and becomes one change of
// the dossier when its question is left, or after twenty seconds of rest ("saved").
"use strict";
(() => {
  const form = document.querySelector("form.section");
  const summary = document.querySelector(".summary");
  if (summary) summary.focus();
  if (!form || form.dataset.readOnly) return;

  const REST = 20000, QUICK = 250, RETRY = 3000;
  const words = form.dataset;
  const live = form.querySelector(".live");
  const states = new Map(); // question id -> {dirty, unkept, timer, rest}
  let queue = Promise.resolve();
  let failing = false, leaving = false;

  const question = (node) => node.closest ? node.closest("[data-question]") : null;
  const stateOf = (id) => {
    if (!states.has(id)) states.set(id, { typed: 0, kept: 0, saved: 0, quick: 0, rest: 0 });
    return states.get(id);
  };
  const time = (at) => at ? at.slice(11, 19) : "";
  const show = (id, name, text) => {
    const place = document.querySelector(`[data-question="${id}"] .state`);
    if (place) { place.dataset.state = name; place.textContent = text; }
  };

  // The fields of one question, as the form would send them.
  const fieldsOf = (box) => {
    const pairs = new URLSearchParams();
    for (const input of box.querySelectorAll("input[name], textarea[name], select[name]")) {
      if (input.name === "settles") { pairs.append(input.name, input.value); continue; }
      if ((input.type === "radio" || input.type === "checkbox") && !input.checked) continue;
      if (input.name.endsWith("/paste")) continue;
      pairs.append(input.name, input.value);
    }
    return pairs;
  };

  const send = async (pairs, action) => {
    const once = form.elements.once;
    for (let round = 0; round < 3; round += 1) {
      pairs.set("once", once.value);
      pairs.set("window", form.elements.window.value);
      pairs.set("of", form.elements.of.value);
      pairs.set("as", "json");
      pairs.set("do", action);
      const answer = await fetch(form.action, { method: "POST", body: pairs, credentials: "same-origin" });
      const told = await answer.json();
      if (told.once) once.value = told.once;
      if (answer.status === 409 && told.error === "token") continue;
      if (!answer.ok) throw new Error(told.error || String(answer.status));
      return told;
    }
    throw new Error("token");
  };
  // One request at a time: each brings the token of the next.
  const inTurn = (work) => { queue = queue.then(work, work); return queue; };

  const failed = (id, again) => {
    failing = true;
    show(id, "unsaved", words.unsaved);
    if (live) live.textContent = words.unsaved;
    setTimeout(again, RETRY);
  };
  const well = () => { if (failing) { failing = false; if (live) live.textContent = ""; } };

  const keep = (id) => inTurn(async () => {
    const state = stateOf(id), typed = state.typed;
    const box = document.querySelector(`[data-question="${id}"]`);
    if (!box || state.kept >= typed) return;
    show(id, "saving", words.saving);
    try {
      const told = await send(fieldsOf(box), "keep");
      state.kept = typed;
      well();
      if (state.typed === typed) show(id, "kept", `${words.kept} ${time(told.kept)}`);
    } catch (error) { failed(id, () => keep(id)); }
  });

  const save = (id) => inTurn(async () => {
    const state = stateOf(id), typed = state.typed;
    const box = document.querySelector(`[data-question="${id}"]`);
    if (!box || state.saved >= typed) return;
    clearTimeout(state.rest);
    show(id, "saving", words.saving);
    try {
      const told = await send(fieldsOf(box), "save");
      state.kept = state.saved = typed;
      well();
      const own = told.questions[id];
      if (own && own.waits) { show(id, "unsaved", words.waits); return; }
      if (own) {
        box.querySelector(`input[name="${id}/base"]`).value = own.base;
        box.querySelector(`input[name="${id}/shown"]`).value = own.shown;
        const draft = box.querySelector(".warn");
        if (draft) draft.remove();
      }
      show(id, "saved", `${words.saved} ${time(told.saved)}`);
      await follow(told.asked);
    } catch (error) { failed(id, () => save(id)); }
  });

  // Shows questions that are asked now, and takes away those that no longer are.
  let known = words.asked.split(" ");
  const fetched = async (query) => {
    const answer = await fetch(location.pathname + query, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const follow = async (asked) => {
    if (asked.join(" ") === known.join(" ")) return;
    const boxes = [...form.querySelectorAll("[data-question]")];
    const first = form.elements.at ? form.elements.at.value : "";
    let page;
    try { page = await fetched(first ? `?at=${first}` : ""); } catch { return; }
    const added = asked.filter((id) => !known.includes(id));
    known = asked;
    for (const box of boxes) {
      const state = stateOf(box.dataset.question);
      if (!asked.includes(box.dataset.question) && state.saved >= state.typed) box.remove();
    }
    let before = form.querySelector("[data-question]");
    let last = null;
    for (const id of asked) {
      let box = form.querySelector(`[data-question="${id}"]`);
      if (!box) {
        // A question of another page of this section is not for this one.
        const made = added.includes(id) && page.querySelector(`[data-question="${id}"]`);
        if (!made) continue;
        box = document.importNode(made, true);
        box.classList.add("new");
        if (last) last.after(box); else form.insertBefore(box, before);
      }
      last = box;
    }
    const aside = page.querySelector("#set-aside"), old = form.querySelector("#set-aside");
    if (old) old.remove();
    if (aside) form.append(document.importNode(aside, true));
    if (live) live.textContent = "";
  };

  form.addEventListener("input", (event) => {
    const box = question(event.target);
    if (!box || event.target.name.endsWith("/paste")) return;
    const id = box.dataset.question, state = stateOf(id);
    if (event.target.type === "checkbox") alone(event.target, box);
    state.typed += 1;
    show(id, "typing", words.typing);
    clearTimeout(state.quick);
    clearTimeout(state.rest);
    state.quick = setTimeout(() => keep(id), QUICK);
    state.rest = setTimeout(() => save(id), REST);
    // A choice is made in one moment; what follows from it is shown at once.
    if (event.target.type === "radio") { clearTimeout(state.quick); save(id); }
  });
  form.addEventListener("focusout", (event) => {
    const box = question(event.target);
    if (!box || box.contains(event.relatedTarget)) return;
    const state = states.get(box.dataset.question);
    if (state && state.saved < state.typed) save(box.dataset.question);
  });
  // The form itself goes out when nothing else is on its way: each request brings the
  // token of the next. While the program does not answer, the page stays where it is.
  form.addEventListener("submit", (event) => {
    if (leaving) return;
    event.preventDefault();
    const button = event.submitter;
    if (button && button.value.startsWith("more:")) { unfold(button); return; }
    for (const state of states.values()) { clearTimeout(state.quick); clearTimeout(state.rest); }
    // A form cannot be sent again before its first try is over; hence the next task.
    queue.then(() => setTimeout(() => {
      if (failing) { if (live) live.textContent = words.unsaved; return; }
      leaving = true;
      form.requestSubmit(button);
    }, 0));
  });
  // Brings the fields beside an answer, without leaving the page.
  const unfold = async (button) => {
    const id = button.value.slice(5);
    try {
      const page = await fetched(`?at=${id}&more=${id}`);
      const made = page.querySelector(`[data-question="${id}"] details.more`);
      if (!made) throw new Error("gone");
      const fields = document.importNode(made, true);
      button.closest(".more").replaceWith(fields);
      fields.querySelector("summary").focus();
      well();
    } catch (error) { if (live) live.textContent = words.unsaved; }
  };
  addEventListener("beforeunload", (event) => {
    const open = [...states.values()].some((state) => state.kept < state.typed);
    if (open && !leaving) { event.preventDefault(); event.returnValue = ""; }
  });
  addEventListener("pageshow", () => { leaving = false; });

  // "None of these" and the others exclude each other.
  const alone = (ticked, box) => {
    if (!ticked.checked) return;
    for (const other of box.querySelectorAll('input[type="checkbox"]')) {
      if (other === ticked || other.name !== ticked.name) continue;
      if (ticked.dataset.alone || other.dataset.alone) other.checked = false;
    }
  };

  // A block of a spreadsheet that is pasted into a cell goes to where blocks are pasted.
  form.addEventListener("paste", (event) => {
    const box = question(event.target);
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    const area = box && box.querySelector('textarea[name$="/paste"]');
    if (!area || event.target === area || !text.includes("\t")) return;
    event.preventDefault();
    area.closest("details").open = true;
    area.value = text;
    area.focus();
  });
})();
