"use strict";
/** In a frame: the chosen event in two lines, and the way to the whole page with the same state. */
Chronotope.card = (() => {
  const { address, dom, events, store, tell } = Chronotope;
  let turn = 0;

  function start() {
    store.on(["selected", "language"], show);
    store.on(["selected", "range", "hidden", "chosen", "language"], lead);
    lead();
    return show();
  }

  async function show() {
    const mine = ++turn;
    const row = store.state.selected;
    dom.byId("card").hidden = row < 0;
    if (row < 0) return;
    const { event } = await events.detail(row);
    if (mine !== turn) return;
    const title = tell.title(event);
    const heading = dom.byId("card-title");
    Object.assign(heading, { textContent: title.text, lang: title.language, dir: Chronotope.words.direction(title.language) });
    const place = tell.where(event);
    dom.byId("card-facts").replaceChildren(tell.when(event), ` (${tell.datePrecision(event)}) · `, dom.inLanguage("span", place.text, place.language), ` (${tell.placePrecision(event)})`);
    document.documentElement.dataset.event = event.id;
  }

  async function lead() {
    dom.byId("full-page").setAttribute("href", `../index.html${await address.say()}`);
  }

  return { start };
})();
