"use strict";
/** Search in titles, places, actors and quotes, in any script. */
Chronotope.search = (() => {
  const { dom, events, fold, store } = Chronotope;
  /** Folded text of every event, made when the first query comes. @type {Promise<string[]>|null} */
  let texts = null;
  let turn = 0;
  let timer = 0;

  function start() {
    const box = /** @type {HTMLInputElement} */ (dom.byId("search"));
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => store.set({ query: box.value.trim() }), 150);
    });
    store.on(["query"], run);
    store.on(["query"], () => { if (store.state.query !== box.value.trim()) box.value = store.state.query; });
    if (store.state.query) {
      box.value = store.state.query;
      return run();
    }
    return Promise.resolve();
  }

  async function run() {
    const mine = ++turn;
    const parts = fold(store.state.query).split(" ").filter(Boolean);
    if (!parts.length) return store.set({ matches: null });
    texts = texts || Promise.all(Array.from({ length: events.count }, async (_, row) => textOf((await events.detail(row)).event)));
    const found = await texts;
    if (mine !== turn) return;
    store.set({ matches: Uint8Array.from(found, (text) => (parts.every((part) => text.includes(part)) ? 1 : 0)) });
  }

  function textOf(event) {
    const names = Object.values(event.place_names || {}).flat();
    const claims = (event.claims || []).flatMap((claim) => [claim.quote, claim.claimed_by]);
    const actors = (event.actors || []).map((actor) => actor.name);
    return fold([...Object.values(event.titles || {}), event.place_name, ...names, ...actors, ...claims, ...(event.origins || [])].join("\n"));
  }

  return { start };
})();
