"use strict";
/** Three views of the same events: the desk, a story to be read, a ledger to be sorted. The style sheets lay them out. */
Chronotope.views = (() => {
  const { dom, store } = Chronotope;
  const VIEWS = ["desk", "story", "ledger"];
  /** Where the reader's text begins, for the link past the map. */
  const TEXT = { desk: "side", story: "story", ledger: "ledger" };
  /** The view before, and where the desk's map stood when the reader left it. */
  let before = VIEWS[0];
  /** @type {{centre: {lat: number, lng: number}, zoom: number}|null} */
  let left = null;

  function start() {
    for (const button of buttons()) button.addEventListener("click", () => store.set({ view: button.dataset.view }));
    dom.byId("views").addEventListener("keydown", walk);
    store.on(["view"], show);
    Chronotope.story.start();
    Chronotope.ledger.start();
    show();
  }

  const buttons = () => /** @type {HTMLButtonElement[]} */ ([...dom.byId("views").querySelectorAll("button")]);

  function show() {
    const { view } = store.state;
    document.documentElement.dataset.view = view;
    for (const button of buttons()) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    dom.byId("story").hidden = view !== "story";
    dom.byId("ledger").hidden = view !== "ledger";
    document.querySelector(".skip")?.setAttribute("href", `#${TEXT[view]}`);
    if (view !== before) frameMap(before, view);
    before = view;
  }

  /** The ledger's small map shows all places; the desk's is found as it was left, unless it shows a chosen event.
   * @param {string} from @param {string} to */
  function frameMap(from, to) {
    const { events, map } = Chronotope;
    if (from === "desk") left = { centre: map.leaflet.getCenter(), zoom: map.leaflet.getZoom() };
    map.leaflet.invalidateSize({ animate: false });
    if (to === "ledger") map.showPlaces([...events.lat.keys()]);
    if (to === "desk" && left && store.state.selected < 0) map.centreOn(left.centre.lat, left.centre.lng, left.zoom);
  }

  /** Arrows walk the views as they stand on the line. @param {KeyboardEvent} event */
  function walk(event) {
    const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = { ArrowLeft: -1, ArrowRight: -1, [onward]: 1 }[event.key];
    const next = step && buttons()[buttons().indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)) + step];
    if (next) next.focus();
  }

  /** What an address asks for; what makes no sense there is the desk, the usual portion, the order of time. @param {URLSearchParams} asked */
  function fromAddress(asked) {
    const { story, ledger } = Chronotope;
    const view = asked.get("view") || "";
    return { view: VIEWS.includes(view) ? view : VIEWS[0], portion: story.portionNamed(asked.get("portion")), sort: ledger.sortNamed(asked.get("sort")) };
  }

  /** What an address tells of the view, where it is not the usual. @param {URLSearchParams} told */
  function toAddress(told) {
    const { view, portion, sort } = store.state;
    if (view !== VIEWS[0]) told.set("view", view);
    if (portion !== Chronotope.story.PORTION) told.set("portion", String(portion));
    if (sort !== "date") told.set("sort", sort);
  }

  return { start, fromAddress, toAddress };
})();
