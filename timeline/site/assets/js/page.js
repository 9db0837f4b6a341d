"use strict";
/** Starting the page: data first, then the parts that the page has. */
Chronotope.page = (() => {
  const root = document.documentElement;

  async function start() {
    const { arrived, words, events, store, theme } = Chronotope;
    const [[tables], [settings], [header, packed]] = await Promise.all([arrived("words"), arrived("settings"), arrived("events")]);
    words.load(tables, settings.languages);
    await events.load(header, packed);
    store.set({ language: preferred(settings.languages) });
    words.use(store.state.language);
    theme.start();
    await parts(settings);
    root.dataset.ready = "true";
  }

  /** The address's language, else the site's own. @param {string[]} languages */
  function preferred(languages) {
    const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
    return asked && languages.includes(asked) ? asked : languages[0];
  }

  async function parts(settings) {
    const has = (id) => document.getElementById(id) !== null;
    Chronotope.header.start(settings);
    if (has("sheet")) Chronotope.sheet.start(); // before the map, which asks what the sheet covers
    if (Chronotope.map) await startMap(settings.map);
    if (Chronotope.timeline) await Chronotope.timeline.start((await Chronotope.arrived("figure"))[0]);
    if (has("groups") && Chronotope.lanes) Chronotope.filters.start();
    if (has("tray")) Chronotope.tray.start(settings.rest);
    if (has("filters")) Chronotope.filterPanel.start();
    if (has("filtered")) Chronotope.filtered.start();
    if (has("share")) Chronotope.share.start();
    if (has("views")) Chronotope.views.start();
    await Chronotope.address.start();
    if (has("search")) await Chronotope.search.start();
    if (has("list")) await Chronotope.list.start();
    if (has("printed")) Chronotope.print.start();
    if (has("detail")) await Chronotope.detail.start();
    if (has("card")) await Chronotope.card.start();
  }

  async function startMap(settings) {
    const [[outlines], [places]] = await Promise.all([Chronotope.arrived("outlines"), Chronotope.arrived("places")]);
    Chronotope.map.start({ outlines, places, settings });
  }

  /** Nothing is shown half: what failed is said. @param {unknown} error */
  function fail(error) {
    const box = document.getElementById("failed");
    if (box) box.hidden = false;
    root.dataset.failed = String(error);
    throw error;
  }

  start().catch(fail);
  return {};
})();
