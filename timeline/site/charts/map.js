"use strict";
/** The map: Folium makes it, its layers are filled here, and it is linked to the rest of the page. */
Chronotope.map = (() => {
  const { dom, store, words } = Chronotope;
  const NEAR = 9.5;
  /** How near a story brings the reader to a point; no nearer, so that the surroundings say where it is. */
  const TOLD = 8, AFAR = 5;
  const EDGE = 0.1;
  /** Metres of map across a place beyond the region. */
  const MARGIN = 400000;
  /** Events at one spot that are still listed; of more, the map shows more of where they are. */
  const LISTED = 60;
  const SOURCES = ["Natural Earth", "GeoNames", "Leaflet"];
  /** @type {any} */
  const chart = { leaflet: null, control: null, whole: null, layers: {}, tipped: null };

  /**
   * Called by the script that Folium writes.
   * @param {any} leaflet the map
   */
  function begin(leaflet) {
    chart.leaflet = leaflet;
    leaflet.attributionControl.setPrefix(SOURCES.join(" · "));
    for (const [name, order] of [["outlines", 300], ["disputed", 420], ["places", 440], ["events", 450]]) {
      const pane = leaflet.createPane(name);
      pane.style.zIndex = String(order);
      pane.style.pointerEvents = "none";
    }
  }

  /**
   * Draw the layers, once their data are there.
   * @param {{outlines: any[], places: any[], settings: {bounds: [number, number][], tiles: any[]}}} data
   */
  function start({ outlines: packed, places, settings }) {
    const outlines = Chronotope.outlines.collection(packed);
    const leaflet = chart.leaflet;
    const whole = chart.whole = L.latLngBounds(settings.bounds);
    leaflet.setMaxBounds(whole.pad(0.25));
    Chronotope.areas.load(outlines);
    showPlaces([...Chronotope.events.lat.keys()]); // before there are layers, which would all be drawn twice
    const disputed = outlines.features.filter((feature) => feature.properties.kind === "disputed");
    chart.layers = {
      land: land(outlines),
      regions: outline(outlines, "admin1"),
      countries: outline(outlines, "country"),
      disputed: Chronotope.disputed.layer(disputed),
      events: new Chronotope.EventLayer(),
      places: new Chronotope.PlaceLayer().setPlaces(places).avoid(() => chart.layers.events.boxes()),
    };
    for (const name of ["land", "countries", "regions", "disputed", "events", "places"]) chart.layers[name].addTo(leaflet);
    const { places: names, regions, disputed: areas } = chart.layers;
    chart.control = new Chronotope.LayerControl({ layers: { places: names, regions, disputed: areas }, tiles: settings.tiles, changed: drawNames });
    chart.control.addTo(leaflet);
    link();
  }

  /** Names of disputed areas are shown with them. */
  function drawNames() {
    chart.layers.places.options.hideDisputed = !chart.leaflet.hasLayer(chart.layers.disputed);
    chart.layers.places.redraw();
  }

  /** Show some places at once, so far as they lie in the region. @param {number[]} places their numbers */
  function showPlaces(places) {
    const { lat, lon, radius } = Chronotope.events;
    const bounds = L.latLngBounds([]);
    for (const place of places) {
      const point = L.latLng(lat[place], lon[place]);
      if (chart.whole.contains(point)) bounds.extend(point.toBounds(2000 * Math.min(60, Math.max(5, radius[place]))));
    }
    if (!bounds.isValid()) return;
    chart.leaflet.fitBounds(bounds, { paddingTopLeft: [58, 30], paddingBottomRight: [30, 30], maxZoom: 8, animate: false });
    settle();
  }

  /** Outlines of one kind; their look is the style sheet's. */
  function outline(collection, kind) {
    const features = collection.features.filter((feature) => feature.properties.kind === kind);
    return L.geoJSON({ type: "FeatureCollection", features }, {
      pane: "outlines", interactive: false, smoothFactor: 0.7, style: () => ({ className: `outline ${kind}` }),
    });
  }

  /** Put layers on whole pixels: a reset of the view leaves them between, which blurs them. */
  function settle() {
    chart.leaflet.fire("moveend");
  }

  /** The ground under all outlines: countries without their holes, so that a small exclave is no lake. */
  function land(collection) {
    const parts = collection.features.filter((feature) => feature.properties.kind === "country").flatMap((feature) => feature.geometry.coordinates);
    const ground = { type: "MultiPolygon", coordinates: parts.map((rings) => [rings[0]]) };
    return L.geoJSON(/** @type {any} */ (ground), { pane: "outlines", interactive: false, smoothFactor: 0.7, style: () => ({ className: "land", stroke: false }) });
  }

  /** Outlines are generalised: seen from near they become bands. */
  function soften() {
    chart.leaflet.getContainer().classList.toggle("near", chart.leaflet.getZoom() >= NEAR);
  }

  function link() {
    const { leaflet, layers } = chart;
    leaflet.on("zoomend", soften);
    soften();
    leaflet.on("click", (event) => choose(layers.events.hit(event.containerPoint)));
    leaflet.on("mousemove", (event) => hover(layers.events.hit(event.containerPoint)));
    leaflet.on("mouseout movestart", () => hover(null));
    leaflet.on("moveend", tellBounds);
    Chronotope.selection.on(["selected"], () => layers.events.schedule());
    store.on(["selected"], () => { if (store.state.selected >= 0 && store.state.view !== "story") bringIntoView(store.state.selected); });
    layers.events.on("arranged", () => layers.places.redraw());
    store.on(["language"], () => { layers.places.redraw(); nameControls(); });
    store.on(["language", "range"], showTime);
    nameControls();
    showTime();
    Chronotope.mapKeys.start(chart);
    Chronotope.theme.on(() => { layers.events.schedule(); layers.places.redraw(); });
    new ResizeObserver(() => leaflet.invalidateSize({ animate: false })).observe(leaflet.getContainer());
    tellBounds();
  }

  /** Borders that held for a time are those of the time shown, and the map says which that is. */
  function showTime() {
    if (Chronotope.disputed.show()) chart.layers.places.redraw();
    const said = Chronotope.disputed.asOf();
    chart.control.say(said);
    const about = dom.make("span", { text: [store.state.range ? said : "", ...SOURCES].filter(Boolean).join(" · ") });
    chart.leaflet.attributionControl.setPrefix(about.innerHTML);
  }

  /** Leaflet's own buttons in the page's language. */
  function nameControls() {
    for (const [which, key] of [["in", "zoom_in"], ["out", "zoom_out"]]) {
      const button = chart.leaflet.getContainer().querySelector(`.leaflet-control-zoom-${which}`);
      for (const attribute of ["title", "aria-label"]) button.setAttribute(attribute, words.say(key));
    }
  }

  function tellBounds() {
    const bounds = chart.leaflet.getBounds();
    store.set({ bounds: { south: bounds.getSouth(), north: bounds.getNorth(), west: bounds.getWest(), east: bounds.getEast() } });
  }

  /** One event is chosen, several are listed, and for many that lie apart the map comes nearer. */
  function choose(spot) {
    if (!spot) return;
    const rows = chart.layers.events.members(spot);
    if (store.state.view === "story") Chronotope.story.goAmong(rows);
    else if (rows.length === 1) store.set({ selected: rows[0] });
    else if (rows.length <= LISTED || !approach(spot)) store.set({ pile: rows, tray: null, selected: -1 });
  }

  /** Come nearer to where the places of a spot part. @param {any} spot @returns {boolean} false where they don't */
  function approach(spot) {
    const { lat, lon } = Chronotope.events;
    const bounds = L.latLngBounds(spot.shown.map((place) => [lat[place], lon[place]]));
    const zoom = Math.min(chart.leaflet.getBoundsZoom(bounds), chart.leaflet.getMaxZoom());
    if (zoom <= chart.leaflet.getZoom()) return false;
    centreOn(bounds.getCenter().lat, bounds.getCenter().lng, zoom);
    return true;
  }

  /** What the mouse points at is named. */
  async function hover(spot) {
    chart.leaflet.getContainer().classList.toggle("pointing", Boolean(spot));
    if (chart.tipped === spot) return;
    point(spot);
    const text = spot ? await Chronotope.mapKeys.nameOf(spot) : "";
    if (chart.tipped === spot) point(spot, text);
  }

  /** Put the tooltip over a mark. @param {any} spot null for none @param {string} [text] */
  function point(spot, text = "") {
    const tip = dom.byId("map-tip");
    chart.tipped = spot;
    chart.layers.events.point(spot);
    tip.hidden = !text;
    if (tip.hidden) return;
    const at = chart.layers.events.position(spot);
    tip.style.insetInlineStart = "auto";
    tip.style.left = `${at.x}px`;
    tip.style.top = `${at.y}px`;
    tip.textContent = text;
  }

  /** Move the map where the event's place lies by its edge, outside, or under the sheet of a phone. @param {number} row */
  function bringIntoView(row) {
    const { events } = Chronotope;
    const place = events.place[row] - 1;
    if (place < 0) return;
    const point = L.latLng(events.lat[place], events.lon[place]);
    admit(point);
    const at = chart.leaflet.latLngToContainerPoint(point);
    const size = chart.leaflet.getSize();
    size.y -= Chronotope.sheet ? Chronotope.sheet.covers(chart.leaflet.getContainer()) : 0;
    const seen = L.bounds([size.x * EDGE, size.y * EDGE], [size.x * (1 - EDGE), size.y * (1 - EDGE)]);
    if (seen.contains(at)) return;
    chart.leaflet.panBy(at.subtract(size.divideBy(2)), { animate: false });
    settle();
  }

  /** Let the map be moved as far as a place beyond the region. @param {any} point */
  function admit(point) {
    const bounds = chart.leaflet.options.maxBounds;
    if (bounds.contains(point)) return;
    chart.leaflet.setMaxBounds(L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast()).extend(point.toBounds(MARGIN)));
  }

  /** Bring the event that is read into the middle, an area as a whole. @param {number} row */
  function follow(row) {
    const { events } = Chronotope;
    const place = events.place[row] - 1;
    if (place < 0) return;
    const point = L.latLng(events.lat[place], events.lon[place]);
    admit(point);
    const fits = chart.leaflet.getBoundsZoom(point.toBounds(2400 * Math.max(1, events.radius[place])));
    const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    chart.leaflet.setView(point, Math.min(chart.whole.contains(point) ? TOLD : AFAR, fits), { animate });
    if (!animate) settle();
  }

  /** @param {number} lat @param {number} lon @param {number} zoom */
  function centreOn(lat, lon, zoom) {
    chart.leaflet.setView([lat, lon], zoom, { animate: false });
    settle();
  }

  return Object.assign(chart, { begin, start, choose, point, showPlaces, follow, centreOn });
})();
