"use strict";
(() => {
  const keys = document.getElementById("keys");
  const help = document.querySelector(".help");
  const rows = [...document.querySelectorAll("a.open")];
  const note = document.querySelector(".note input");
  help.hidden = false;
  help.addEventListener("click", () => keys.showModal());

  function step(by) {
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  }

  // One key, one judgement: a second press while the first is on its way would judge the same record again.
  let sent = false;
  function deed(button) {
    if (sent) return;
    sent = true;
    button.click();
  }
  addEventListener("pageshow", () => { sent = false; });

  const actions = { j: () => step(1), k: () => step(-1), "?": () => keys.showModal(), "/": () => document.querySelector(".search input").focus() };
  if (note) actions.m = () => note.focus();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || keys.open) return;
    const field = event.target.closest("input, textarea, select");
    if (field) { if (event.key === "Escape") field.blur(); return; }
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    const action = button ? () => deed(button) : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // Enter in a note keeps the note and gives the keys back; it must not judge.
  if (note) note.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); note.blur(); } });

  const drop = document.querySelector(".drop");
  if (drop) {
    for (const name of ["dragover", "dragleave", "drop"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.toggle("over", name === "dragover"); });
    drop.addEventListener("drop", (event) => { const input = drop.querySelector("input"); input.files = event.dataTransfer.files; if (input.files.length) input.form.requestSubmit(); });
  }
})();
