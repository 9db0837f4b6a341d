"use strict";
/**
 * The story: the most prominent of the events that the filters leave, told in order of time beside a map that shows
 * these alone. The entry that is read is the chosen event, so that the map, the address and the other views know it.
 */
Chronotope.story = (() => {
  const { dom, events, ranks, selection, store, storyEntry, words } = Chronotope;
  const { make } = dom;
  const PORTIONS = [10, 20, 30], PORTION = 20;
  /** How far down the visible text the reader is taken to read, and how long a jump is not taken for reading. */
  const READ_AT = 0.3, JUMP = 250;
  const AIR = 28;
  let turn = 0, asked = 0, quietUntil = 0, reading = -1;
  let standing = "";

  function start() {
    const choice = dom.byId("portion");
    choice.replaceChildren(...PORTIONS.map(portion));
    selection.on(["view", "portion", "language"], () => { if (isOpen()) fill(); else close(); });
    store.on(["selected"], () => { if (isOpen() && store.state.selected !== reading) goTo(store.state.selected); });
    dom.byId("story").addEventListener("scroll", () => { asked = asked || requestAnimationFrame(read); }, { passive: true });
    dom.byId("told").addEventListener("click", open);
  }

  /** Other views show all events; a story opened again is written and scrolled anew, since a hidden one loses its place. */
  function close() {
    standing = "";
    store.set({ told: null });
  }

  const isOpen = () => store.state.view === "story";

  /** @param {number} n */
  function portion(n) {
    return make("button", { type: "button", "data-portion": n, on: () => store.set({ portion: n }) });
  }

  /** The rows to tell: the most prominent that pass, in order of time; the chosen one is among them where it passes. */
  async function chosen() {
    const { prominence } = await ranks.common();
    const { portion: size, selected } = store.state;
    /** @type {number[]} */
    let best = [];
    let total = 0, worst = Infinity;
    const rank = (row) => (row === selected ? -1 : prominence[row]);
    selection.each({ bounds: true, story: true }, (row) => {
      total++;
      if (best.length >= size && rank(row) > worst) return;
      best.push(row);
      if (best.length < 2 * size) return;
      best = best.sort((a, b) => rank(a) - rank(b)).slice(0, size);
      worst = rank(best[size - 1]);
    });
    best = best.sort((a, b) => rank(a) - rank(b)).slice(0, size);
    return { rows: best.sort((a, b) => a - b), total };
  }

  async function fill() {
    const mine = ++turn;
    const { rows, total } = await chosen();
    const details = await Promise.all(rows.map((row) => events.detail(row)));
    if (mine !== turn || !isOpen()) return;
    store.set({ told: rows });
    tellHowMany(rows.length, total);
    if (!isNew(rows)) return;
    dom.byId("told").replaceChildren(...storyEntry.all(rows, details));
    document.documentElement.dataset.told = String(rows.length);
    reading = -1;
    showAll(rows);
    if (rows.includes(store.state.selected)) goTo(store.state.selected);
    else dom.byId("story").scrollTop = 0;
  }

  /** Whether other entries are to be written than those that stand. @param {number[]} rows */
  function isNew(rows) {
    const wanted = `${store.state.language} ${rows.join(" ")}`;
    if (wanted === standing) return false;
    standing = wanted;
    return true;
  }

  /** @param {number} shown @param {number} total */
  function tellHowMany(shown, total) {
    const all = shown === total;
    dom.byId("story-count").textContent = all ? words.count("events", total) : words.count("story_most", total, { shown: words.number(shown) });
    dom.byId("story-note").hidden = all;
    dom.byId("story-filtered").replaceChildren(...(dom.byId("filtered").hidden ? [] : dom.byId("filtered-text").cloneNode(true).childNodes));
    dom.byId("story-nothing").hidden = total > 0;
    for (const button of dom.byId("portion").querySelectorAll("button")) {
      const n = Number(button.dataset.portion);
      button.textContent = words.number(n);
      button.setAttribute("aria-pressed", String(n === store.state.portion));
      button.disabled = n > PORTIONS[0] && total <= PORTIONS[PORTIONS.indexOf(n) - 1];
    }
  }

  /** The map before the reading begins: all that is told. @param {number[]} rows */
  function showAll(rows) {
    const places = rows.map((row) => events.place[row] - 1).filter((place) => place >= 0);
    if (places.length) Chronotope.map.showPlaces(places);
  }

  const entries = () => /** @type {HTMLElement[]} */ ([...dom.byId("told").querySelectorAll(".account")]);
  const entry = (row) => entries().find((one) => Number(one.dataset.row) === row);

  /** Take the entry at the reading line for the chosen one. */
  function read() {
    asked = 0;
    if (!isOpen() || performance.now() < quietUntil) return;
    const { top, height } = dom.byId("story").getBoundingClientRect();
    const line = top + height * READ_AT;
    const passed = entries().filter((one) => one.getBoundingClientRect().top <= line);
    const row = passed.length ? Number(passed[passed.length - 1].dataset.row) : -1;
    if (row !== reading) choose(row);
  }

  /** @param {number} row */
  function choose(row) {
    reading = row;
    for (const one of entries()) one.toggleAttribute("data-read", Number(one.dataset.row) === row);
    store.set({ selected: row });
    if (row >= 0) Chronotope.map.follow(row);
  }

  /** Scroll to an entry, as when its mark on the map was chosen. @param {number} row */
  function goTo(row) {
    const target = entry(row);
    if (!target) return row >= 0 ? fill() : choose(-1);
    quietUntil = performance.now() + JUMP;
    const story = dom.byId("story");
    story.scrollTop += target.getBoundingClientRect().top - story.getBoundingClientRect().top - AIR;
    choose(row);
  }

  /** A spot on the map with several events leads from one to the next. @param {number[]} rows */
  function goAmong(rows) {
    const listed = rows.filter((row) => entry(row)).sort((a, b) => a - b);
    const next = listed.find((row) => row > reading) ?? listed[0];
    if (next !== undefined) goTo(next);
  }

  /** A click in an entry makes it the one that is read; its button opens all that is known, at the desk. */
  function open(event) {
    const button = event.target.closest("button.account-open");
    if (button) store.set({ selected: Number(button.dataset.row), view: "desk" });
  }

  /** @param {string|null} text */
  const portionNamed = (text) => (PORTIONS.includes(Number(text)) ? Number(text) : PORTION);

  return { start, goAmong, portionNamed, PORTION };
})();
