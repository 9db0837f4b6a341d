"use strict";
/** Which events are shown, as the state says. */
Chronotope.selection = (() => {
  const { events, store } = Chronotope;
  const FILTERS = ["hidden", "matches", "tray", "pile", "follow"];

  /**
   * Call `use` for every row that passes. Undated rows pass only while no range is chosen.
   * @param {{range?: boolean, groups?: boolean, bounds?: boolean, tray?: boolean}} skip what not to ask for
   * @param {(row: number) => void} use
   */
  function each(skip, use) {
    const passes = test(skip);
    const range = skip.range ? null : store.state.range;
    const visit = (row) => { if (passes(row)) use(row); };
    if (range) return eachWithin(range, visit);
    for (let row = 0; row < events.count; row++) visit(row);
  }

  /** Rows that share at least one day with the range. @param {[number, number]} range @param {(row: number) => void} visit */
  function eachWithin([first, last], visit) {
    const from = firstRow(first);
    const to = firstRow(last + 1);
    for (const row of events.long) {
      if (row >= from) break;
      if (events.endDay(row) >= first) visit(row);
    }
    for (let row = from; row < to; row++) visit(row);
  }

  /** First row that starts on `day` or later. @param {number} day */
  const firstRow = (day) => events.since[Math.max(0, Math.min(events.header.days, day - events.first))];

  /** @param {{groups?: boolean, bounds?: boolean, tray?: boolean}} skip @returns {(row: number) => boolean} */
  function test(skip) {
    const { hidden, matches, tray, pile, follow, bounds } = store.state;
    const inView = follow && bounds && !skip.bounds ? placesWithin(bounds) : null;
    const piled = pile && !skip.tray ? new Set(pile) : null;
    const wanted = skip.tray ? null : tray;
    return (row) =>
      (skip.groups || !((hidden >> events.groupOf[row]) & 1)) &&
      (!matches || matches[row] === 1) &&
      (!inView || inView[events.place[row]] === 1) &&
      (!piled || piled.has(row)) &&
      (wanted !== "unplaced" || !events.isPlaced(row)) &&
      (wanted !== "undated" || row >= events.dated);
  }

  /** 1 for every place number within the map; 0 is "no place". */
  function placesWithin({ south, north, west, east }) {
    const inside = new Uint8Array(events.lat.length + 1);
    for (let i = 0; i < events.lat.length; i++) {
      const { lat, lon } = { lat: events.lat[i], lon: events.lon[i] };
      inside[i + 1] = lat >= south && lat <= north && lon >= west && lon <= east ? 1 : 0;
    }
    return inside;
  }

  /**
   * Be told when other events may be shown: moving the map counts only while the timeline follows it.
   * @param {string[]} more further keys of the state @param {() => void} listener
   * @param {{range?: boolean}} skip whether the brush makes no difference
   */
  function on(more, listener, skip = {}) {
    store.on([...FILTERS, ...more], listener);
    if (!skip.range) store.on(["range"], listener);
    store.on(["bounds"], () => { if (store.state.follow) listener(); });
  }

  /** @param {Parameters<typeof each>[0]} skip */
  function count(skip = {}) {
    let total = 0;
    each(skip, () => { total++; });
    return total;
  }

  /** @param {Parameters<typeof each>[0]} skip @returns {number[]} at most `limit` rows, in order of the table */
  function rows(skip = {}, limit = Infinity) {
    const found = [];
    each(skip, (row) => { if (found.length < limit) found.push(row); });
    return found.sort((a, b) => a - b);
  }

  return { on, each, count, rows };
})();
