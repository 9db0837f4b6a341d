"use strict";
/** What map or timeline can't show: events without a place or a date, and what is not told as fact. */
Chronotope.tray = (() => {
  const { dom, events, store, words, tell } = Chronotope;
  let restCount = 0;

  /** @param {{count: number, file: string}} rest */
  function start(rest) {
    restCount = rest.count;
    for (const name of ["unplaced", "undated"]) {
      dom.byId(`tray-${name}`).addEventListener("click", () => store.set({ tray: store.state.tray === name ? null : name, pile: null }));
    }
    dom.byId("clear").addEventListener("click", () => store.set({ tray: null, pile: null, hidden: 0, query: "", range: null }));
    dom.byId("rest").addEventListener("toggle", () => { if (dom.byId("rest").open) fill(rest); });
    Chronotope.selection.on(["language", "query"], show);
    store.on(["language"], () => { if (dom.byId("rest").open) fill(rest); });
    show();
  }

  function show() {
    const { tray, pile, hidden, query } = store.state;
    const counts = { unplaced: events.place.reduce((n, place) => n + (place ? 0 : 1), 0), undated: events.count - events.dated };
    for (const [name, n] of Object.entries(counts)) {
      const button = dom.byId(`tray-${name}`);
      button.hidden = n === 0;
      button.textContent = words.count(`tray_${name}`, n);
      button.setAttribute("aria-pressed", String(tray === name));
    }
    dom.byId("tray").hidden = counts.unplaced + counts.undated === 0;
    const narrowed = Boolean(tray || pile || hidden || query || store.state.range);
    dom.byId("filtered").hidden = !narrowed;
    dom.byId("filtered-text").textContent = narrowed ? said() : "";
    dom.byId("rest").hidden = restCount === 0;
    dom.byId("rest-title").textContent = words.count("rest", restCount);
  }

  /** What is filtered, in words. */
  function said() {
    const { tray, pile, hidden, query, range } = store.state;
    const parts = [
      range && Chronotope.days.sayRange(range[0], range[1], "short"),
      pile && words.count("at_this_spot", pile.length),
      tray && words.say(tray),
      hidden && (groupsShown(hidden) || words.say("no_group")),
      query && `“${query}”`,
    ];
    return parts.filter(Boolean).join(" · ");
  }

  /** Names of the groups that are switched on. @param {number} hidden */
  function groupsShown(hidden) {
    const shown = Chronotope.lanes.groups.filter(({ number }) => !((hidden >> number) & 1));
    return shown.map(({ code }) => words.table("groups", code)).join(", ");
  }

  /** @param {{file: string}} rest */
  async function fill(rest) {
    const [told] = await Chronotope.request("rest", rest.file);
    dom.byId("rest-list").replaceChildren(...told.mentions.map((mention) => item(mention, told.articles[mention.article_id])));
  }

  function item(mention, article) {
    const { make } = dom;
    const place = mention.place_name ? tell.where(mention) : null;
    return make("li", {},
      make("p", { class: "rest-kind" }, make("span", { class: "badge", text: words.say(`status_${mention.status}`) }), make("strong", { text: tell.type(mention) })),
      make("p", { class: "note" }, tell.when(mention, "short"), place ? " · " : null, place ? dom.inLanguage("span", place.text, place.language) : null),
      make("blockquote", { lang: mention.language, dir: words.direction(mention.language || "") }, make("q", { text: mention.quote })),
      source(mention.claimed_by, article));
  }

  /** Who says so, and where it was read. @param {string} claimed @param {any} article */
  function source(claimed, article) {
    const claimant = tell.claimant(claimed, article);
    const name = tell.publisher(article);
    const parts = [claimant === name ? null : dom.make("strong", { text: claimant }), dom.outside(article.url || "", name)].filter(Boolean);
    return dom.make("p", { class: "note" }, ...parts.flatMap((part, i) => [i ? " · " : "", dom.make("bdi", {}, part)]));
  }

  return { start };
})();
