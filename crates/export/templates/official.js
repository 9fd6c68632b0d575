// Copies the answer to an item and remembers which items were entered. Nothing leaves the
// page; what was ticked is kept by this browser only.
"use strict";
(() => {
  const body = document.body;
  const key = "untoc-official-" + body.dataset.key;
  const boxes = [...document.querySelectorAll("input[data-item]")];
  const tally = document.getElementById("tally");

  const load = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "[]");
      return new Set(Array.isArray(kept) ? kept : []);
    } catch {
      return new Set();
    }
  };
  const save = () => {
    const kept = boxes.filter((box) => box.checked).map((box) => box.dataset.item);
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still copies.
    }
  };
  const show = () => {
    for (const box of boxes) {
      box.closest("section").classList.toggle("is-entered", box.checked);
    }
    const done = boxes.filter((box) => box.checked).length;
    tally.textContent = tally.dataset.text.replace("#1", done).replace("#2", boxes.length);
  };

  const copyOld = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.className = "for-readers";
    body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // The browser was told to refuse; the old way may still work.
      }
    }
    return copyOld(text);
  };

  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const from = document.getElementById(button.dataset.from);
      const pieces = [...from.querySelectorAll("p")].map((piece) => piece.textContent);
      const done = await copy(pieces.join("\n\n"));
      button.focus();
      const told = button.closest(".acts").querySelector(".told");
      told.textContent = done ? body.dataset.copied : body.dataset.failed;
    });
  }
  const kept = load();
  for (const box of boxes) {
    box.closest("label").hidden = false;
    box.checked = kept.has(box.dataset.item);
    box.addEventListener("change", () => {
      save();
      show();
    });
  }
  tally.hidden = boxes.length === 0;
  show();
})();
