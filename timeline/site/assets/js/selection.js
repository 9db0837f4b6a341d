"use strict";
/**
 * Which events are shown, as the state says. What each kind of filter keeps out is marked in one byte a row, anew only
 * when that filter changes; so a brush, which changes none of them, only reads bytes.
 */
Chronotope.selection = (() => {
  const { events, store } = Chronotope;
  /** Kinds of filters: their bit and the keys of the state that they depend on. @type {Record<string, {bit: number, keys: string[]}>} */
  const KINDS = {
    groups: { bit: 1, keys: ["hidden"] },
    query: { bit: 2, keys: ["matches"] },
    bounds: { bit: 4, keys: ["follow", "bounds", "told"] },
    tray: { bit: 8, keys: ["tray", "pile"] },
    facets: { bit: 16, keys: ["failing"] },
    story: { bit: 32, keys: ["told"] },
  };
  const FILTERS = ["hidden", "matches", "tray", "pile", "follow", "failing", "told"];
  /** Bits of the filters that keep a row out. @type {Uint8Array} */
  let blocked = new Uint8Array(0);
  /** Bits that no longer say what the state says, and bits that stand anywhere. */
  let stale = 255, used = 0;

  for (const { bit, keys } of Object.values(KINDS)) store.on(keys, () => { stale |= bit; });

  /**
   * Call `use` for every row that passes, in the order of the table. Undated rows pass only while no range is chosen.
   * @param {{range?: boolean, groups?: boolean, bounds?: boolean, tray?: boolean, facets?: boolean, story?: boolean}} skip what not to ask for
   * @param {(row: number) => void} use @param {number} [limit] how many rows at most
   */
  function each(skip, use, limit = Infinity) {
    refresh();
    const mask = Object.entries(KINDS).reduce((bits, [name, { bit }]) => (skip[name] ? bits : bits | bit), 0);
    const range = skip.range ? null : store.state.range;
    let left = limit;
    if (range) left -= eachLong(range, mask, use, left);
    const [from, to] = range ? [firstRow(range[0]), firstRow(range[1] + 1)] : [0, events.count];
    for (let row = from; row < to && left > 0; row++) {
      if (blocked[row] & mask) continue;
      use(row);
      left--;
    }
  }

  /** Rows that begin before the range and reach into it. @param {[number, number]} range @returns {number} how many */
  function eachLong([first], mask, use, limit) {
    const from = firstRow(first);
    let found = 0;
    for (const row of events.long) {
      if (row >= from || found >= limit) break;
      if (blocked[row] & mask || events.endDay(row) < first) continue;
      use(row);
      found++;
    }
    return found;
  }

  /** First row that starts on `day` or later. @param {number} day */
  const firstRow = (day) => events.since[Math.max(0, Math.min(events.header.days, day - events.first))];

  /** Mark anew what has changed. */
  function refresh() {
    if (blocked.length !== events.count) blocked = new Uint8Array(events.count);
    for (const [name, { bit }] of Object.entries(KINDS)) if (stale & bit) mark(bit, tests[name]());
    stale = 0;
  }

  /** @param {number} bit @param {((row: number) => boolean)|null} fails null where nothing is filtered */
  function mark(bit, fails) {
    if (!fails && !(used & bit)) return;
    const others = 255 & ~bit;
    for (let row = 0; row < blocked.length; row++) blocked[row] = (blocked[row] & others) | (fails && fails(row) ? bit : 0);
    used = fails ? used | bit : used & others;
  }

  /** For each kind of filter, whether it keeps a row out. @type {Record<string, () => ((row: number) => boolean)|null>} */
  const tests = {
    groups() {
      const { hidden } = store.state;
      return hidden ? (row) => ((hidden >> events.groupOf[row]) & 1) === 1 : null;
    },
    query() {
      const { matches } = store.state;
      return matches && ((row) => matches[row] === 0);
    },
    bounds() {
      const { follow, bounds, told } = store.state;
      const inside = follow && bounds && !told ? placesWithin(bounds) : null;
      return inside && ((row) => inside[events.place[row]] === 0);
    },
    tray() {
      const { tray, pile } = store.state;
      const piled = pile && new Set(pile);
      if (piled) return (row) => !piled.has(row);
      if (!tray) return null;
      return tray === "unplaced" ? events.isPlaced : (row) => row < events.dated;
    },
    facets() {
      const { failing } = store.state;
      return failing && ((row) => failing[row] !== 0);
    },
    story() {
      const told = store.state.told && new Set(store.state.told);
      return told && ((row) => !told.has(row));
    },
  };

  /** 1 for every place number within the map; 0 is "no place". */
  function placesWithin({ south, north, west, east }) {
    const inside = new Uint8Array(events.lat.length + 1);
    for (let i = 0; i < events.lat.length; i++) {
      const lat = events.lat[i], lon = events.lon[i];
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
    each(skip, (row) => { found.push(row); }, limit);
    return found;
  }

  return { on, each, count, rows };
})();
