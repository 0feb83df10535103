"use strict";
(() => {
  const root = document.documentElement;
  const body = document.body;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const entries = all(".ledger .entry");
  const KINDS = all(".kind").map((button) => button.dataset.kind);
  root.classList.add("js");

  // The state of the page is its address: #v3;hide=figure,relation;theme=dark
  const state = { id: "", hide: new Set(), theme: "" };

  function readAddress() {
    const [id, ...rest] = decodeURIComponent(location.hash.slice(1)).split(";");
    const given = Object.fromEntries(rest.map((part) => part.split("=")));
    state.id = id;
    state.hide = new Set((given.hide || "").split(",").filter((kind) => KINDS.includes(kind)));
    state.theme = ["light", "dark"].includes(given.theme) ? given.theme : "";
  }

  function writeAddress() {
    const parts = [state.id];
    if (state.hide.size) parts.push("hide=" + [...state.hide].sort().join(","));
    if (state.theme) parts.push("theme=" + state.theme);
    const hash = "#" + parts.join(";");
    try { history.pushState(null, "", hash); } catch { /* a sealed frame keeps its state to itself */ }
    show();
  }

  const words = (id, name) => all(`[data-${name}~="${CSS.escape(id)}"]`);

  function show() {
    for (const lit of all(".lit, .lit-content, .lit-part, .on")) lit.classList.remove("lit", "lit-content", "lit-part", "on");
    for (const kind of KINDS) body.classList.toggle("hide-" + kind, state.hide.has(kind));
    for (const button of all(".kind")) button.setAttribute("aria-pressed", String(!state.hide.has(button.dataset.kind)));
    if (state.theme) root.dataset.theme = state.theme; else delete root.dataset.theme;
    const entry = state.id && document.getElementById(state.id);
    if (!entry || !entry.classList.contains("entry")) return;
    entry.classList.add("on");
    const fold = entry.closest(".ledger")?.querySelector(".fold");
    if (fold) fold.setAttribute("aria-expanded", "true");
    for (const [name, lit] of [["p", "lit-part"], ["c", "lit-content"], ["a", "lit"]])
      for (const word of words(state.id, name)) word.classList.add(lit);
  }

  function focus(id, from) {
    state.id = id;
    turn = 0;
    writeAddress();
    const entry = document.getElementById(id);
    if (!entry) return;
    if (from !== "entry") reveal(entry);
    if (from !== "words") reveal(places()[0]);
    if (from === "key") entry.querySelector(".head").focus({ preventScroll: true });
  }

  function reveal(element) {
    if (!element) return;
    const box = element.getBoundingClientRect();
    if (box.top < 70 || box.bottom > innerHeight - 20) element.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  }

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  function places() {
    const anchors = words(state.id, "a");
    return anchors.length ? anchors : words(state.id, "p");
  }

  let turn = 0;
  function nextWords() {
    const found = places();
    if (found.length) reveal(found[turn++ % found.length]);
  }

  function letGo() {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    state.id = "";
    writeAddress();
  }

  function step(by) {
    const shown = entries.filter((entry) => !state.hide.has(entry.dataset.kind));
    const at = shown.findIndex((entry) => entry.id === state.id);
    const next = at < 0 ? firstInView(shown) : shown[at + by];
    if (next) focus(next.id, "key");
  }

  function firstInView(shown) {
    return shown.find((entry) => entry.getBoundingClientRect().bottom > 80) || shown[0];
  }

  // Words that several records share open them in turn.
  function openWords(word) {
    const ids = (word.dataset.a || "").split(" ").filter((id) => !state.hide.has(document.getElementById(id)?.dataset.kind));
    const first = word.getAttribute("href").slice(1);
    const order = ids.includes(first) ? [first, ...ids.filter((id) => id !== first)] : ids;
    if (order.length) focus(order[(order.indexOf(state.id) + 1) % order.length], "words");
  }

  function toggle(kind) {
    if (state.hide.has(kind)) state.hide.delete(kind); else state.hide.add(kind);
    if (state.hide.has(document.getElementById(state.id)?.dataset.kind)) state.id = "";
    writeAddress();
  }

  function changeTheme() {
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    state.theme = dark ? "light" : "dark";
    writeAddress();
  }

  const keys = document.getElementById("keys");
  const actions = { j: () => step(1), k: () => step(-1), w: nextWords, t: changeTheme, "?": () => keys.showModal(), Escape: letGo };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const action = actions[event.key] || (KINDS[event.key - 1] && (() => toggle(KINDS[event.key - 1])));
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.addEventListener("click", (event) => {
    const target = event.target.closest("a[href^='#'], .kind, .fold, #theme, #help");
    if (!target || target.classList.contains("skip")) return;
    if (target.matches(".kind")) return toggle(target.dataset.kind);
    if (target.matches(".fold")) return target.setAttribute("aria-expanded", String(target.getAttribute("aria-expanded") !== "true"));
    if (target.id === "theme") return changeTheme();
    if (target.id === "help") return keys.showModal();
    const id = target.getAttribute("href").slice(1);
    if (!document.getElementById(id)?.classList.contains("entry")) return;
    event.preventDefault();
    if (target.matches("a.w")) openWords(target);
    else if (target.matches(".head") && id === state.id) letGo();
    else focus(id, target.matches(".head") ? "entry" : "link");
  });

  addEventListener("popstate", () => { readAddress(); show(); });
  if (matchMedia("(max-width: 56rem)").matches) for (const fold of all(".fold")) fold.setAttribute("aria-expanded", "false");
  readAddress();
  show();
  if (state.id.match(/^(\d+-)?[a-z]\d+$/)) reveal(document.getElementById(state.id));
})();
