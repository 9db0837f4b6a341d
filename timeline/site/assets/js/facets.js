"use strict";
/**
 * Filters by who acts, who publishes, who claims, how exact and how sure. Each facet has entries and, for every row,
 * the numbers of its entries. A choice gives one byte a row: the bits of the facets that the row fails.
 * @typedef {{key: string, text?: string, names?: Record<string, string>, word?: string}} Entry
 * @typedef {object} Facet
 * @property {string} name @property {string} parameter of the address @property {number} bit
 * @property {Entry[]} entries @property {Uint32Array|null} starts where each row's numbers begin, null for one a row
 * @property {ArrayLike<number>} numbers
 * @property {Uint8Array} used 1 for entries that some event has
 */
Chronotope.facets = (() => {
  const { events, fold, selection, store, tell, words } = Chronotope;
  const NAMED = ["actors", "sources", "claimants"];
  const DATES = ["undated", "day", "month", "year", "decade"];
  const PLACES = ["unplaced", "exact", "near", "district", "region", "area", "country", "international"];
  /** Lowest scores, in percent: who chooses one chooses all above it. */
  const SCORES = [0, 50, 80];
  const NO_SCORE = 255;
  /** @type {Record<string, number[]>} nothing chosen */
  const NONE = Object.freeze({});
  /** @type {Facet[]} */
  let facets = [];
  /** @type {Promise<Facet[]>|null} */
  let loading = null;

  /** The facets, once their file is there. */
  function load() {
    loading = loading || events.columns("facets").then(build);
    return loading;
  }

  function build({ header, take }) {
    const named = header.facets.map((facet) => many(facet, take));
    const scores = Uint8Array.from(take(events.count, 1), (percent) => (percent === NO_SCORE ? 0 : SCORES.filter((least) => percent >= least).length - 1));
    const single = [
      { name: "dates", parameter: "precision", entries: DATES.map((key) => ({ key, word: key === "undated" ? key : `date_precision_${key}` })), numbers: events.precisionOf },
      { name: "places", parameter: "precision", entries: PLACES.map((key, prec) => ({ key, word: prec ? `place_precision_${prec}` : key })), numbers: placePrecision() },
      { name: "scores", parameter: "confidence", entries: SCORES.map((least) => ({ key: String(least / 100) })), numbers: scores },
      { name: "reviewed", parameter: "confidence", entries: [{ key: "unreviewed", word: "unreviewed" }, { key: "reviewed", word: "reviewed" }], numbers: Uint8Array.from(events.flags, (_, row) => (events.has(row, "reviewed") ? 1 : 0)) },
    ];
    facets = [...named, ...single].map((facet, i) => ({ starts: null, used: usedOf(facet), ...facet, bit: 1 << i }));
    return facets;
  }

  /** @param {{entries: Entry[], numbers: ArrayLike<number>}} facet */
  function usedOf({ entries, numbers }) {
    const used = new Uint8Array(entries.length);
    for (let i = 0; i < numbers.length; i++) used[numbers[i]] = 1;
    return used;
  }

  /** A facet of which a row has any number of entries. */
  function many({ name, entries, total, bytes }, take) {
    const lengths = take(events.count, bytes[0]);
    const starts = new Uint32Array(events.count + 1);
    for (let row = 0; row < events.count; row++) starts[row + 1] = starts[row] + lengths[row];
    return { name, parameter: name, entries: entries.map(worded), starts, numbers: take(total, bytes[1]) };
  }

  /** @param {Entry} entry */
  function worded(entry) {
    if (entry.key === "publisher") return { ...entry, word: "own_voice" };
    return entry.key === "unknown" ? { ...entry, word: "unknown_publisher" } : entry;
  }

  /** How exactly each row's place is known; 0 is "no place". */
  const placePrecision = () => Uint8Array.from(events.place, (place) => (place ? events.wherePrec[place - 1] : 0));

  /** The name of an entry in the page's language, else as most sources write it. @param {Entry} entry */
  function nameOf(entry) {
    if (entry.word) return { text: words.say(entry.word), language: words.language };
    return tell.party({ names: { [entry.key]: entry.names } }, entry.key, entry.text || entry.key);
  }

  /** All names of an entry, folded for search. @param {Entry & {folded?: string}} entry @returns {string} */
  function allNames(entry) {
    entry.folded = entry.folded ?? fold([entry.text, nameOf(entry).text, ...Object.values(entry.names || {})].join("\n"));
    return entry.folded;
  }

  /** The least score of an entry, in percent. @param {Entry} entry */
  const percent = (entry) => new Intl.NumberFormat(words.language, { style: "percent" }).format(Number(entry.key));

  /** Numbers that are let through: those chosen, of scores all above too. @param {Facet} facet @param {number[]} chosen */
  function wanted(facet, chosen) {
    const found = new Uint8Array(facet.entries.length);
    for (const number of chosen) {
      if (facet.name === "scores") found.fill(1, number);
      else found[number] = 1;
    }
    return found;
  }

  /** Set the facet's bit for rows that have nothing that is wanted. @param {Uint8Array} failing @param {Facet} facet @param {Uint8Array} passing */
  function mark(failing, { bit, starts, numbers }, passing) {
    for (let row = 0; row < failing.length; row++) {
      let found = 0;
      if (!starts) found = passing[numbers[row]];
      else for (let i = starts[row]; i < starts[row + 1] && !found; i++) found = passing[numbers[i]];
      if (!found) failing[row] |= bit;
    }
  }

  /** What a choice changes in the state. @param {Record<string, number[]>} chosen only facets of which something is chosen */
  function state(chosen) {
    const used = facets.filter(({ name }) => chosen[name]?.length);
    if (!used.length) return { chosen: NONE, failing: null };
    const failing = new Uint8Array(events.count);
    for (const facet of used) mark(failing, facet, wanted(facet, chosen[facet.name]));
    return { chosen: Object.fromEntries(used.map(({ name }) => [name, chosen[name]])), failing };
  }

  /** @param {string} name @param {number[]} numbers of entries, none to let all through */
  const choose = (name, numbers) => store.set(state({ ...store.state.chosen, [name]: numbers }));

  /** How many events each entry would leave, all other filters as they are. @returns {Uint32Array[]} in the order of the facets */
  function tally() {
    const counts = facets.map(({ entries }) => new Uint32Array(entries.length));
    const { failing } = store.state;
    selection.each({ facets: true }, (row) => {
      const fails = failing ? failing[row] : 0;
      if (fails & (fails - 1)) return;
      for (let i = 0; i < facets.length; i++) if (!fails || fails === facets[i].bit) add(counts[i], facets[i], row);
    });
    facets.forEach(({ name }, i) => { if (name === "scores") sumDown(counts[i]); });
    return counts;
  }

  function add(counts, { starts, numbers }, row) {
    if (!starts) counts[numbers[row]]++;
    else for (let i = starts[row]; i < starts[row + 1]; i++) counts[numbers[i]]++;
  }

  /** Each entry with all above it. @param {Uint32Array} counts */
  function sumDown(counts) {
    for (let i = counts.length - 2; i >= 0; i--) counts[i] += counts[i + 1];
  }

  /** Whether an address names facets, so that their file is needed. @param {URLSearchParams} asked */
  const asks = (asked) => [...NAMED, "precision", "confidence"].some((parameter) => asked.get(parameter));

  /** The choice that an address names; what isn't known here is left aside. @param {URLSearchParams} asked */
  function read(asked) {
    const chosen = {};
    let unknown = 0;
    for (const parameter of new Set(facets.map((facet) => facet.parameter))) {
      for (const key of new Set(keys(asked.get(parameter)))) {
        const facet = facets.find((one) => one.parameter === parameter && one.entries.some((entry) => entry.key === key));
        if (!facet) unknown++;
        else if (key !== "0") (chosen[facet.name] = chosen[facet.name] || []).push(facet.entries.findIndex((entry) => entry.key === key));
      }
    }
    return { ...state(chosen), unknown };
  }

  /** Keys of a parameter; a comma within one is written as %2C. @param {string|null} text */
  const keys = (text) => (text ? text.split(",").map((key) => key.replaceAll("%2C", ",").replaceAll("%25", "%")) : []);

  /** @param {string} key */
  const escaped = (key) => key.replaceAll("%", "%25").replaceAll(",", "%2C");

  /** The choice as parameters of the address. @returns {[string, string][]} */
  function write() {
    const told = new Map();
    for (const { name, parameter, entries } of facets) {
      const named = (store.state.chosen[name] || []).map((number) => escaped(entries[number].key));
      if (named.length) told.set(parameter, [...(told.get(parameter) || []), ...named]);
    }
    return [...told].map(([parameter, named]) => [parameter, named.join(",")]);
  }

  return { NONE, load, choose, tally, asks, read, write, nameOf, allNames, percent, get all() { return facets; } };
})();
