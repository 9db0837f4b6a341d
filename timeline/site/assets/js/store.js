"use strict";
/**
 * The page's state, in one place. Components read `store.state`, change it by `store.set` and are told what changed.
 * @typedef {object} State
 * @property {[number, number]|null} range first and last day brushed, null for all
 * @property {number} selected row of the chosen event, -1 for none
 * @property {number} hidden bits of the groups that are switched off
 * @property {string} query
 * @property {Uint8Array|null} matches 1 for rows that the query finds, null without query
 * @property {"unplaced"|"undated"|null} tray
 * @property {number[]|null} pile rows at one spot of the map
 * @property {Record<string, readonly number[]>} chosen entries of facets, by facet
 * @property {Uint8Array|null} failing bits of the facets that a row fails, null where nothing is chosen
 * @property {boolean} follow whether timeline and list show only what the map shows
 * @property {{south: number, north: number, west: number, east: number}|null} bounds of the map
 * @property {string} language
 * @property {"desk"|"story"|"ledger"} view
 * @property {number} portion how many events the story tells
 * @property {number[]|null} told rows of the story, which are all that its map shows
 * @property {string} sort column of the ledger, with a minus before it when the greatest comes first
 */
Chronotope.store = (() => {
  /** @type {State} */
  const state = {
    range: null, selected: -1, hidden: 0, query: "", matches: null, tray: null, pile: null, chosen: {}, failing: null,
    follow: false, bounds: null, language: "en",
    view: "desk", portion: 20, told: null, sort: "date",
  };
  /** @type {((changed: Set<string>) => void)[]} */
  const listeners = [];

  /** Change some of the state. @param {Partial<State>} changes */
  function set(changes) {
    const changed = new Set(Object.keys(changes).filter((key) => !same(state[key], changes[key])));
    if (!changed.size) return;
    Object.assign(state, changes);
    for (const listener of listeners) listener(changed);
  }

  /** @param {any} a @param {any} b */
  const same = (a, b) => a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, i) => value === b[i]));

  /** Be told of changes to any of `keys`. @param {string[]} keys @param {(changed: Set<string>) => void} listener */
  function on(keys, listener) {
    listeners.push((changed) => { if (keys.some((key) => changed.has(key))) listener(changed); });
  }

  return { state, set, on };
})();
