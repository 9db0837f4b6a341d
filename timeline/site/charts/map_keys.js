"use strict";
/**
 * The map by keys. It is one stop of the tabulator; arrows move it and plus and minus zoom, as Leaflet does; Page Down
 * and Page Up go from mark to mark and say what is there, Enter opens it, Escape leaves the mark.
 */
Chronotope.mapKeys = (() => {
  const { dom, events, store, tell, words } = Chronotope;
  const STEPS = { PageDown: 1, PageUp: -1 };
  /** The mark that the keys stand on. @type {any} */
  let current = null;
  let map;

  /** @param {any} chart the map, with its layers */
  function start(chart) {
    map = chart;
    const container = map.leaflet.getContainer();
    const attributes = { role: "application", "aria-describedby": "map-keys", "data-word-label": "map", "aria-label": words.say("map") };
    for (const [name, value] of Object.entries(attributes)) container.setAttribute(name, value);
    container.addEventListener("keydown", press);
    container.addEventListener("blur", leave);
    map.leaflet.on("movestart", leave);
    store.on(["selected", "range", "hidden", "matches"], leave);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.target !== map.leaflet.getContainer()) return;
    if (event.key === "Enter" && current) open(current);
    else if (event.key === "Escape" && current) leave();
    else if (STEPS[event.key]) step(STEPS[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Several events at one spot are read in the list. */
  function open(spot) {
    map.choose(spot);
    if (store.state.pile) document.getElementById("side")?.focus();
  }

  /** On to the next mark, from left to right. @param {number} by */
  function step(by) {
    const marks = inSight();
    if (!marks.length) return;
    const from = marks.indexOf(current);
    const next = from < 0 && by < 0 ? marks.length - 1 : Math.max(0, Math.min(marks.length - 1, from + by));
    stand(marks[next]);
  }

  /** Marks that can be seen now. */
  function inSight() {
    const layer = map.layers.events, size = map.leaflet.getSize();
    const height = size.y - (Chronotope.sheet ? Chronotope.sheet.covers(map.leaflet.getContainer()) : 0);
    const placed = layer.shown().map((spot) => ({ spot, at: layer.position(spot) }));
    const seen = placed.filter(({ at }) => at.x > 0 && at.y > 0 && at.x < size.x && at.y < height);
    return seen.sort((a, b) => a.at.x - b.at.x || a.at.y - b.at.y).map(({ spot }) => spot);
  }

  async function stand(spot) {
    current = spot;
    const at = map.layers.events.position(spot);
    const ring = dom.byId("mark-ring");
    Object.assign(ring.style, { left: `${at.x}px`, top: `${at.y}px` });
    ring.hidden = false;
    const text = await nameOf(spot);
    if (current !== spot) return;
    map.point(spot, text);
    dom.byId("live").textContent = text;
  }

  function leave() {
    if (!current) return;
    current = null;
    dom.byId("mark-ring").hidden = true;
    map.point(null);
  }

  /** One event by its name, several by their number and types. */
  async function nameOf(spot) {
    if (spot.total === 1) return tell.name((await events.detail(spot.row)).event);
    const groups = events.groups.map((group, number) => [words.table("groups", group.code), spot.counts[number]]).filter(([, n]) => n);
    return `${words.count("events", spot.total)}: ${groups.map(([name, n]) => `${name} ${words.number(n)}`).join(", ")}`;
  }

  return { start, nameOf };
})();
