"use strict";
/**
 * Search in titles, places, countries, actors, publishers and claimants, in any script, and in sentences where the
 * details of all events are few enough to be loaded. Every part of the query has to be found in one of these.
 * @typedef {{texts: string[], starts: Uint32Array|null, numbers: ArrayLike<number>|null}} Table folded texts and, for
 * every row, the numbers of its texts; without numbers there is a text a row
 */
Chronotope.search = (() => {
  const { dom, events, facets, fold, store } = Chronotope;
  /** Files of details that a search may load. */
  const MOST_CHUNKS = 20;
  /** Made when the first query comes. @type {Promise<Table[]>|null} */
  let tables = null;
  let turn = 0;
  let timer = 0;

  function start() {
    const box = /** @type {HTMLInputElement} */ (dom.byId("search"));
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => store.set({ query: box.value.trim() }), 150);
    });
    store.on(["query"], run);
    store.on(["query"], () => { if (store.state.query !== box.value.trim()) box.value = store.state.query; });
    if (store.state.query) {
      box.value = store.state.query;
      return run();
    }
    return Promise.resolve();
  }

  async function run() {
    const mine = ++turn;
    const parts = fold(store.state.query).split(" ").filter(Boolean);
    if (!parts.length) return store.set({ matches: null });
    tables = tables || gather();
    const found = await tables;
    if (mine === turn) store.set({ matches: rowsWith(parts, found) });
  }

  /** Whether sentences are left out, because there are too many. */
  const namesOnly = () => events.header.chunks.length > MOST_CHUNKS;

  /** All that is searched. @returns {Promise<Table[]>} */
  async function gather() {
    const [shared, named, sentences] = await Promise.all([sharedTexts(), facets.load(), namesOnly() ? [] : ownTexts()]);
    const names = named.filter((facet) => facet.starts).map((facet) => ({ texts: facet.entries.map(facets.allNames), starts: facet.starts, numbers: facet.numbers }));
    return [...shared, ...names, { texts: sentences, starts: null, numbers: null }];
  }

  /** Texts that many events share. */
  async function sharedTexts() {
    const [packedHeader, packed] = await Chronotope.request("search", events.header.search);
    const header = JSON.parse(new TextDecoder().decode(await events.unpack(packedHeader)));
    const take = events.planes(new Uint8Array(await events.unpack(packed)));
    return header.tables.map(({ texts, bytes }) => ({ texts: texts.map(fold), starts: null, numbers: take(events.count, bytes) }));
  }

  /** What each event's sources say in their own words. */
  const ownTexts = () => Promise.all(Array.from({ length: events.count }, async (_, row) => ownText((await events.detail(row)).event)));

  function ownText(event) {
    const claims = (event.claims || []).flatMap((claim) => [claim.quote, claim.claimed_by, ...(claim.also || []).map((other) => other.quote)]);
    const actors = (event.actors || []).map((actor) => actor.name);
    return fold([...actors, ...claims, ...(event.origins || [])].join("\n"));
  }

  /** 1 for every row in which all parts are found. @param {string[]} parts @param {Table[]} searched */
  function rowsWith(parts, searched) {
    const matches = new Uint8Array(events.count).fill(1);
    for (const part of parts) {
      const found = new Uint8Array(events.count);
      for (const table of searched) mark(found, table, part);
      for (let row = 0; row < found.length; row++) matches[row] &= found[row];
    }
    return matches;
  }

  /** @param {Uint8Array} found @param {Table} table @param {string} part */
  function mark(found, { texts, starts, numbers }, part) {
    const hits = Uint8Array.from(texts, (text) => (text.includes(part) ? 1 : 0));
    if (!hits.includes(1)) return;
    for (let row = 0; row < found.length; row++) {
      if (!starts) found[row] |= hits[numbers ? numbers[row] : row];
      else for (let i = starts[row]; i < starts[row + 1]; i++) found[row] |= hits[numbers[i]];
    }
  }

  return { start, namesOnly };
})();
