"use strict";
/**
 * Beside "reports found, not intensity": how many articles, from which origins, the shown events rest on. Each article
 * counts once. Its columns (reports.py) come after the page stands, and counting waits until the brush rests.
 */
Chronotope.reports = (() => {
  const { dom, events, selection, store, words } = Chronotope;
  const REST = 160, NAMED = 12;
  let timer = 0;
  /** Articles of a row: `articles[from[row]]` to before `articles[from[row + 1]]`. @type {{names: string[], from: Uint32Array, articles: Uint32Array, originOf: Uint32Array}|null} */
  let columns = null;

  async function start() {
    if (!document.getElementById("origins")) return;
    selection.on(["language"], schedule);
    columns = read(await events.columns("reports"));
    show();
  }

  function read({ header, take }) {
    const [perRow, perArticle, perOrigin] = header.bytes;
    const lengths = take(events.count, perRow);
    const from = new Uint32Array(events.count + 1);
    for (let row = 0; row < events.count; row++) from[row + 1] = from[row] + lengths[row];
    return { names: header.origins, from, articles: take(header.cited, perArticle), originOf: take(header.articles, perOrigin) };
  }

  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  }

  /** Articles of each origin among the events shown, and of all. */
  function count({ names, from, articles, originOf }) {
    const seen = new Uint8Array(originOf.length), counts = new Uint32Array(names.length);
    let total = 0;
    selection.each({}, (row) => {
      for (let i = from[row]; i < from[row + 1]; i++) {
        const article = articles[i];
        if (seen[article]) continue;
        seen[article] = 1;
        counts[originOf[article]]++;
        total++;
      }
    });
    return { counts, total };
  }

  function show() {
    if (!columns) return;
    const { names } = columns;
    const { counts, total } = count(columns);
    const found = Array.from(counts.keys()).filter((origin) => counts[origin]).sort((a, b) => counts[b] - counts[a] || a - b);
    const told = found.slice(0, NAMED).map((origin) => dom.make("span", { class: "origin" },
      dom.make("bdi", { text: names[origin] || words.say("unknown_publisher") }), ` ${words.number(counts[origin])}`));
    dom.byId("origins-list").replaceChildren(...told);
    dom.byId("origins-sum").textContent = words.count("of_origins", found.length, { articles: words.count("articles_found", total) });
    dom.byId("origins").hidden = total === 0;
    dom.byId("origins").title = told.map((each) => each.textContent).join(" · ");
  }

  return { start };
})();
