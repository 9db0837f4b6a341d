"use strict";
/** The state in the address, so that a link shows what its sender saw: `#event=…&range=…&types=…&actors=…&q=…&lang=…&at=…`. */
Chronotope.address = (() => {
  const { days, dom, events, facets, store, words } = Chronotope;
  let own = "";
  let turn = 0;

  async function start() {
    await read();
    store.on(["selected", "range", "hidden", "chosen", "query", "language", "follow", "view", "portion", "sort"], write);
    addEventListener("hashchange", () => { if (location.hash !== own) read(); });
  }

  const parameters = () => new URLSearchParams(location.hash.slice(1));

  /** Take the state from the address; what makes no sense there is left aside, an unknown event is said. */
  async function read() {
    const asked = parameters();
    if (facets.asks(asked)) await facets.load();
    const { chosen, failing, unknown } = facets.read(asked);
    dom.byId("unknown-filter").hidden = !unknown;
    store.set({ chosen, failing, language: language(asked.get("lang")), range: range(asked.get("range")), hidden: hidden(asked.get("types")), query: asked.get("q") || "", ...viewed(asked), follow: asked.get("follow") === "1" });
    const id = asked.get("event");
    const row = id ? await events.indexOf(id) : -1;
    dom.byId("missing").hidden = !(id && row < 0);
    store.set({ selected: row });
    view(asked.get("at"));
  }

  /** The view, how much the story tells and how the ledger is sorted. @param {URLSearchParams} asked */
  function viewed(asked) {
    return Chronotope.views ? Chronotope.views.fromAddress(asked) : {};
  }

  const language = (code) => (code && words.languages.includes(code) ? code : store.state.language);

  /** @param {string|null} text "2020-07-12..2020-07-16" @returns {[number, number]|null} */
  function range(text) {
    const [first, last] = (text || "").split("..").map(days.fromIso);
    if (Number.isNaN(first) || Number.isNaN(last ?? NaN)) return null;
    return [Math.max(events.first, Math.min(first, last)), Math.min(events.last, Math.max(first, last))];
  }

  /** @param {string|null} text codes of the groups shown */
  function hidden(text) {
    if (!text) return 0;
    const shown = text.split(",");
    return events.groups.reduce((bits, group, number) => (shown.includes(group.code) ? bits : bits | (1 << number)), 0);
  }

  /** @param {string|null} text "latitude,longitude,zoom" of the map */
  function view(text) {
    const [lat, lon, zoom] = (text || "").split(",").map(Number);
    if (Chronotope.map && Number.isFinite(lat) && Number.isFinite(lon) && Number.isFinite(zoom)) Chronotope.map.centreOn(lat, lon, zoom);
  }

  /** The state as it stands. @param {boolean} [withMap] */
  async function say(withMap = false) {
    const { state } = store;
    const told = new URLSearchParams();
    if (state.selected >= 0) told.set("event", (await events.detail(state.selected)).event.id);
    if (state.range) told.set("range", state.range.map(days.toIso).join(".."));
    if (state.hidden) told.set("types", events.groups.filter((_, number) => !((state.hidden >> number) & 1)).map((group) => group.code).join(","));
    for (const [parameter, named] of facets.write()) told.set(parameter, named);
    if (state.query) told.set("q", state.query);
    if (state.language !== words.languages[0]) told.set("lang", state.language);
    if (state.follow) told.set("follow", "1");
    if (Chronotope.views) Chronotope.views.toAddress(told);
    if (withMap && Chronotope.map) told.set("at", mapView());
    return told.size ? `#${told.toString().replaceAll("%2C", ",")}` : "";
  }

  function mapView() {
    const centre = Chronotope.map.leaflet.getCenter();
    return [centre.lat.toFixed(3), centre.lng.toFixed(3), Chronotope.map.leaflet.getZoom()].join(",");
  }

  async function write() {
    const mine = ++turn;
    const hash = await say();
    if (mine !== turn) return;
    own = hash;
    if (hash === location.hash) return;
    const opened = opens(hash);
    history[opened ? "pushState" : "replaceState"](opened || history.state, "", hash || location.pathname + location.search);
  }

  /** What the browser keeps of an event that opens, for the way back closes it; of an embed, inside another's page, nothing. */
  function opens(hash) {
    const has = (text) => new URLSearchParams(text.slice(1)).has("event");
    const first = has(hash) && !has(location.hash) && !history.state;
    return first && window === window.top ? { opened: true } : null;
  }

  return { start, say, parameters };
})();
