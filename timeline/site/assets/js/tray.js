"use strict";
/** What map or timeline can't show: events without a place or a date, and what is not told as fact. */
Chronotope.tray = (() => {
  const { dom, events, store, words, tell } = Chronotope;
  let restCount = 0;
  const counts = { unplaced: 0, undated: 0 };

  /** @param {{count: number, file: string}} rest */
  function start(rest) {
    restCount = rest.count;
    counts.unplaced = events.place.reduce((n, place) => n + (place ? 0 : 1), 0);
    counts.undated = events.count - events.dated;
    for (const name of ["unplaced", "undated"]) {
      dom.byId(`tray-${name}`).addEventListener("click", () => store.set({ tray: store.state.tray === name ? null : name, pile: null }));
    }
    dom.byId("rest").addEventListener("toggle", () => { if (dom.byId("rest").open) fill(rest); });
    store.on(["language", "tray"], show);
    store.on(["language"], () => { if (dom.byId("rest").open) fill(rest); });
    show();
  }

  function show() {
    const { tray } = store.state;
    for (const [name, n] of Object.entries(counts)) {
      const button = dom.byId(`tray-${name}`);
      button.hidden = n === 0;
      button.textContent = words.count(`tray_${name}`, n);
      button.setAttribute("aria-pressed", String(tray === name));
    }
    dom.byId("tray").hidden = counts.unplaced + counts.undated === 0;
    dom.byId("rest").hidden = restCount === 0;
    dom.byId("rest-title").textContent = words.count("rest", restCount);
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
