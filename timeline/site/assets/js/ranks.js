"use strict";
/** What events are sorted and chosen by: columns of numbers, loaded when first asked for (their layout is that of ranks.py). */
Chronotope.ranks = (() => {
  const { events } = Chronotope;
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /** Columns that hold in every language: prominence, type, status, score, origins, claimants; and the codes of types and statuses. */
  const common = () => once("ranks", events.header.ranks);

  /** The order of titles and of places by their names in a language. @param {string} language */
  const named = (language) => once(`ranks/${language}`, events.header.named[language]);

  /** @param {string} name @param {string} file */
  function once(name, file) {
    if (!loaded.has(name)) loaded.set(name, load(name, file));
    return /** @type {Promise<any>} */ (loaded.get(name));
  }

  async function load(name, file) {
    const [header, packed] = await Chronotope.request(name, file);
    return { ...header, ...columns(new Uint8Array(await events.unpack(packed)), header.columns) };
  }

  /** @param {Uint8Array} bytes plane by plane, the lowest first @param {[string, number][]} listed names and widths in bytes */
  function columns(bytes, listed) {
    const found = {};
    let at = 0;
    for (const [name, width] of listed) {
      const numbers = (found[name] = new Uint32Array(events.count));
      for (let plane = 0; plane < width; plane++, at += events.count) {
        for (let row = 0; row < events.count; row++) numbers[row] |= bytes[at + row] << (8 * plane);
      }
    }
    return found;
  }

  return { common, named };
})();
