"use strict";
/** The ledger: the events that the filters leave as a table that is sorted by any column and turned page by page. */
Chronotope.ledger = (() => {
  const { dom, events, ledgerRow, ranks, selection, store, words } = Chronotope;
  const { make } = dom;
  const PAGE = 50;
  /** Columns whose greatest numbers are asked for first. */
  const GREATEST = new Set(["claimants", "sources", "score"]);
  let page = 0, turn = 0, timer = 0, last = -1;
  /** Rows in the order of the table. @type {Uint32Array|number[]} */
  let listed = [];

  function start() {
    dom.byId("ledger-heads").replaceChildren(...Object.entries(ledgerRow.COLUMNS).map(head));
    dom.byId("rows-before").addEventListener("click", () => leaf(-1));
    dom.byId("rows-after").addEventListener("click", () => leaf(1));
    dom.byId("ledger-body").addEventListener("click", (event) => choose(event.target.closest("tr")));
    dom.byId("ledger-body").addEventListener("keydown", walk);
    selection.on(["sort", "view"], () => { page = 0; schedule(); });
    store.on(["language"], schedule);
    store.on(["selected"], chosen);
  }

  const isOpen = () => store.state.view === "ledger";

  /** The column sorted by, and whether its greatest comes first. */
  function order() {
    const greatestFirst = store.state.sort.startsWith("-");
    return { name: store.state.sort.slice(greatestFirst ? 1 : 0), greatestFirst };
  }

  /** The column of a sort of the state, `date` where there is none of that name. @param {string|null} sort */
  const sortNamed = (sort) => (sort && Object.hasOwn(ledgerRow.COLUMNS, sort.replace(/^-/, "")) ? sort : "date");

  function head([name, word]) {
    const button = make("button", { type: "button", class: "head", on: () => sortBy(name) },
      make("span", { "data-word": word, text: words.say(word) }), make("span", { class: "way", "aria-hidden": "true" }));
    return make("th", { scope: "col", role: "columnheader", "data-column": name, class: `cell-${name}` }, button);
  }

  /** A column pressed again is turned round. @param {string} name */
  function sortBy(name) {
    const { name: now, greatestFirst } = order();
    const greatest = now === name ? !greatestFirst : GREATEST.has(name);
    store.set({ sort: `${greatest ? "-" : ""}${name}` });
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(fill, 30);
  }

  /** Sort and show the page; a later call overtakes one that still waits for its data. */
  async function fill() {
    if (!isOpen()) return;
    const mine = ++turn;
    const key = await keyOf(order().name);
    if (mine !== turn) return;
    listed = sorted(key, order().greatestFirst);
    if (store.state.selected >= 0) page = pageOf(store.state.selected) ?? page;
    await show();
  }

  /** What rows are sorted by in a column. @param {string} name @returns {Promise<(row: number) => number>} */
  async function keyOf(name) {
    if (name === "date") return (row) => row;
    if (name === "precision") return (row) => (events.place[row] ? events.wherePrec[events.place[row] - 1] : 9);
    if (name === "title" || name === "place") {
      const column = (await ranks.named(words.language))[name];
      return (row) => column[row];
    }
    const found = await ranks.common();
    const column = found[name === "sources" ? "origins" : name];
    if (name !== "type" && name !== "status") return (row) => column[row];
    const places = name === "type" ? inWords(found.types, (code) => words.table("types", code)) : inWords(found.statuses, (code) => words.say(`status_${code}`));
    return (row) => places[column[row]];
  }

  /** The place of each code in the order of its words. @param {string[]} codes @param {(code: string) => string|undefined} say */
  function inWords(codes, say) {
    const { compare } = new Intl.Collator(words.language);
    const names = codes.map((code) => say(code) ?? code);
    const ordered = [...names].sort(compare);
    return names.map((name) => ordered.indexOf(name));
  }

  /**
   * The rows that pass, by their keys; those alike stay in the order of time, and those without a date come last in it.
   * Key and row make one number, since numbers alone are sorted at once.
   * @param {(row: number) => number} key @param {boolean} greatestFirst
   */
  function sorted(key, greatestFirst) {
    const { count, dated } = events;
    const numbers = new Float64Array(selection.count());
    const byDay = order().name === "date";
    let n = 0;
    selection.each({}, (row) => {
      const turned = greatestFirst && !(byDay && row >= dated);
      numbers[n++] = (turned ? count - key(row) : key(row) + (greatestFirst ? count : 0)) * count + row;
    });
    numbers.sort();
    return Uint32Array.from(numbers, (number) => ((number % count) + count) % count);
  }

  async function show() {
    const mine = ++turn;
    page = Math.max(0, Math.min(page, Math.ceil(listed.length / PAGE) - 1));
    const rows = [...listed.slice(page * PAGE, (page + 1) * PAGE)];
    const details = await Promise.all(rows.map((row) => events.detail(row)));
    if (mine !== turn) return;
    dom.byId("ledger-body").replaceChildren(...rows.map((row, i) => ledgerRow.line(row, details[i])));
    dom.byId("ledger-nothing").hidden = rows.length > 0;
    sayWhere(rows.length);
    sayOrder();
    mark();
    document.documentElement.dataset.ledger = `${store.state.sort} ${rows.length}`;
  }

  /** @param {number} shown */
  function sayWhere(shown) {
    const from = page * PAGE + 1;
    const said = { from: words.number(from), to: words.number(from + shown - 1), n: words.number(listed.length) };
    const note = make("span", { class: "ledger-note", text: words.say("rows_unreviewed") });
    dom.byId("ledger-rows").replaceChildren(...(shown ? [words.say("rows_shown", said), note] : []));
    dom.byId("rows-before").toggleAttribute("disabled", page === 0);
    dom.byId("rows-after").toggleAttribute("disabled", from + shown > listed.length);
  }

  function sayOrder() {
    const { name, greatestFirst } = order();
    for (const cell of /** @type {NodeListOf<HTMLElement>} */ (dom.byId("ledger-heads").querySelectorAll("th"))) {
      if (cell.dataset.column === name) cell.setAttribute("aria-sort", greatestFirst ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  /** @param {number} by pages */
  function leaf(by) {
    page += by;
    dom.byId("ledger-scroll").scrollTop = 0;
    show();
  }

  /** @param {number} row @returns {number|undefined} */
  function pageOf(row) {
    const at = listed.indexOf(row);
    return at < 0 ? undefined : Math.floor(at / PAGE);
  }

  /** @param {HTMLElement|null} line pressed anywhere */
  function choose(line) {
    if (line && !getSelection()?.toString()) store.set({ selected: Number(line.dataset.row) });
  }

  /** An event chosen elsewhere is turned to; when it is closed the reader is back at its row. */
  function chosen() {
    const { selected } = store.state;
    if (!isOpen()) return;
    const wanted = selected < 0 ? page : pageOf(selected) ?? page;
    if (wanted !== page) [page] = [wanted, show()];
    else mark();
    if (selected < 0 && last >= 0) titleOf(last)?.focus();
    last = selected;
  }

  const titleOf = (row) => /** @type {HTMLElement|null} */ (dom.byId("ledger-body").querySelector(`button[data-row="${Number(row)}"]`));

  function mark() {
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (dom.byId("ledger-body").querySelectorAll("tr"))) {
      const isChosen = Number(line.dataset.row) === store.state.selected;
      if (isChosen) line.setAttribute("aria-current", "true");
      else line.removeAttribute("aria-current");
      if (isChosen) line.scrollIntoView({ block: "nearest" });
    }
  }

  /** Arrows walk the rows. @param {KeyboardEvent} event */
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const titles = /** @type {HTMLElement[]} */ ([...dom.byId("ledger-body").querySelectorAll("button.ledger-title")]);
    const next = titles[titles.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return { start, sortNamed };
})();
