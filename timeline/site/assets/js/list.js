"use strict";
/** The list of events: those that the brush, the filters and the search leave, by day. */
Chronotope.list = (() => {
  const { dom, events, selection, store, tell, words, days } = Chronotope;
  const PAGE = 150;
  let limit = PAGE;
  let turn = 0;
  let timer = 0;
  /** Details of the events listed. @type {{event: any, articles: Record<string, any>}[]} */
  let shown = [];

  function start() {
    selection.on([], () => { limit = PAGE; schedule(); });
    store.on(["language"], schedule);
    store.on(["selected"], mark);
    dom.byId("list").addEventListener("keydown", walk);
    dom.byId("more").addEventListener("click", () => { limit += PAGE; schedule(); });
    return fill();
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(fill, 30);
  }

  /** Write the list anew; a later call overtakes one that still waits for details. */
  async function fill() {
    const mine = ++turn;
    const rows = selection.rows({}, limit);
    const details = await Promise.all(rows.map((row) => events.detail(row)));
    if (mine !== turn) return;
    shown = details;
    const items = [];
    let heading = "";
    rows.forEach((row, i) => {
      const year = row < events.dated ? days.say(events.start[row], "year") : words.say("undated");
      if (year !== heading) items.push(dom.make("li", { class: "year", text: year }));
      heading = year;
      items.push(item(row, details[i].event));
    });
    dom.byId("list").replaceChildren(...items);
    dom.byId("nothing").hidden = rows.length > 0;
    dom.byId("more").hidden = rows.length < limit;
    document.documentElement.dataset.listed = String(rows.length);
    mark();
  }

  /** @param {number} row @param {any} event */
  function item(row, event) {
    const title = tell.title(event);
    const place = tell.where(event);
    const button = dom.make("button", { type: "button", class: "item", "data-row": row, on: () => store.set({ selected: row }) },
      glyphOf(row),
      dom.make("span", { class: "item-text" },
        dom.inLanguage("span", title.text, title.language, { class: "item-title" }), unseen(","),
        dom.make("span", { class: "item-facts" },
          dom.make("span", { text: tell.when(event, "short") }), " · ",
          dom.inLanguage("span", place.text, place.language),
          origins(event), event.place_name ? unseen(`, ${tell.placeKnown(event)}`) : null)));
    return dom.make("li", {}, button);
  }

  /** What only readers by ear are told, since others see it. @param {string} text */
  const unseen = (text) => dom.make("span", { class: "unseen", text });

  function glyphOf(row) {
    const group = events.groups[events.groupOf[row]];
    const place = events.place[row] - 1;
    return dom.glyph(group.code, place < 0 || events.wherePrec[place] >= 3);
  }

  /** How many independent sources tell it, where more than one does. */
  function origins(event) {
    const n = (event.origins || []).length;
    return n > 1 ? dom.make("span", { class: "item-origins", text: ` · ${words.count("origins", n)}` }) : "";
  }

  /** Show which item is chosen. */
  function mark() {
    for (const button of dom.byId("list").querySelectorAll("button.item")) {
      const chosen = Number(button.dataset.row) === store.state.selected;
      if (chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      if (chosen) button.scrollIntoView({ block: "nearest" });
    }
  }

  /** Arrows walk the list. @param {KeyboardEvent} event */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const items = /** @type {HTMLElement[]} */ ([...dom.byId("list").querySelectorAll("button.item")]);
    const next = items[items.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /** Put the focus where the reader left it. @param {number} row */
  function focus(row) {
    const button = dom.byId("list").querySelector(`button[data-row="${Number(row)}"]`);
    if (button) button.focus();
  }

  return { start, focus, shown: () => shown };
})();
