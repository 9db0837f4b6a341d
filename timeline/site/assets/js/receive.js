"use strict";
/**
 * The page's one global. Data files are plain scripts that call `Chronotope.receive(name, …)`, because a page opened
 * from a folder may not fetch. Components put themselves here under their own names.
 * @type {any}
 */
const Chronotope = {
  /** @type {Map<string, {promise: Promise<any[]>, settle: (values: any[]) => void, fail: (why: Error) => void}>} */
  parcels: new Map(),

  /** Where data files are, seen from this page. */
  root: document.documentElement.dataset.root || "",

  /** @param {string} name */
  parcel(name) {
    let found = Chronotope.parcels.get(name);
    if (!found) {
      let settle, fail;
      const promise = new Promise((resolve, reject) => { settle = resolve; fail = reject; });
      found = { promise, settle, fail };
      Chronotope.parcels.set(name, found);
    }
    return found;
  },

  /** Called by data files. @param {string} name @param {any[]} values */
  receive(name, ...values) {
    Chronotope.parcel(name).settle(values);
  },

  /** The values of a data file that the page itself links. @param {string} name @returns {Promise<any[]>} */
  arrived(name) {
    return Chronotope.parcel(name).promise;
  },

  /** The values of a data file that is loaded when first asked for. @param {string} name @param {string} path */
  request(name, path) {
    const known = Chronotope.parcels.has(name);
    const parcel = Chronotope.parcel(name);
    if (!known) {
      const script = document.createElement("script");
      script.src = Chronotope.root + path;
      script.onerror = () => parcel.fail(new Error(`can't load ${path}`));
      document.head.append(script);
    }
    return parcel.promise;
  },
};
