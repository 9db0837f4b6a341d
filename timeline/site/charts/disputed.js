"use strict";
/** Disputed areas and lines: dashed, named with their years, and drawn only where the shown time touches theirs. */
Chronotope.disputed = (() => {
  const { days, events, store, words } = Chronotope;
  /** @type {{layer: any, time: {from?: string|null, to?: string|null}}[]} */
  let parts = [];
  /** @type {any} */
  let group = null;

  /** @param {any[]} features @returns {any} a layer to switch as one */
  function layer(features) {
    parts = features.map((feature) => ({ time: feature.properties, layer: dashed(feature) }));
    group = L.layerGroup();
    show();
    return group;
  }

  const dashed = (feature) => L.geoJSON(feature, { pane: "disputed", interactive: false, smoothFactor: 0.7, style: () => ({ className: "outline disputed" }) });

  /** The days that the page shows. @returns {[number, number]} */
  const shown = () => store.state.range || [events.first, events.last];

  /** Whether something that held for a time held on any of the days shown. @param {{from?: string|null, to?: string|null}} time */
  function holds({ from, to }) {
    const [first, last] = shown();
    return (!from || days.fromIso(from) <= last) && (!to || days.fromIso(to) >= first);
  }

  /** Follow the time shown. @returns {boolean} whether anything changed */
  function show() {
    const wrong = parts.filter((part) => group.hasLayer(part.layer) !== holds(part.time));
    for (const part of wrong) group[holds(part.time) ? "addLayer" : "removeLayer"](part.layer);
    return wrong.length > 0;
  }

  /** A name with the years in which it was disputed. @param {string} name @param {{from?: string|null, to?: string|null}} time */
  function named(name, { from, to }) {
    const year = (iso) => days.say(days.fromIso(iso), "year");
    if (from && to) return `${name} (${days.sayRange(days.fromIso(from), days.fromIso(to), "year")})`;
    if (from) return `${name} (${words.say("since", { date: year(from) })})`;
    return to ? `${name} (${words.say("until", { date: year(to) })})` : name;
  }

  /** The time whose disputes are drawn, in words. */
  function asOf() {
    const [first, last] = shown();
    return words.say("disputed_as_of", { date: events.dated ? days.sayRange(first, last, "short") : words.say("undated") });
  }

  return { layer, holds, show, named, asOf };
})();
