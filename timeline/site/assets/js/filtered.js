"use strict";
/** What is filtered, in words, and the way back to all events. */
Chronotope.filtered = (() => {
  const { days, dom, facets, selection, store, words } = Chronotope;
  /** Names said of one filter; how many more there are follows. */
  const NAMED = 3;

  function start() {
    dom.byId("clear").addEventListener("click", clear);
    selection.on(["language", "query", "chosen"], show);
    show();
  }

  /** All events again. The button goes with what it clears, so the list takes the focus. */
  function clear() {
    store.set({ tray: null, pile: null, hidden: 0, query: "", range: null, follow: false, chosen: facets.NONE, failing: null });
    dom.byId("side").focus({ preventScroll: true });
  }

  function show() {
    const said = parts();
    dom.byId("filtered").hidden = said.length === 0;
    dom.byId("filtered-text").replaceChildren(...said.flatMap((part, i) => [i ? " · " : "", dom.make("bdi", { text: part })]));
  }

  /** Every filter in words. @returns {string[]} */
  function parts() {
    const { tray, pile, hidden, query, range, follow } = store.state;
    const said = [
      range && days.sayRange(range[0], range[1], "short"),
      pile && words.count("at_this_spot", pile.length),
      tray && words.say(tray),
      follow && words.say("in_view"),
      hidden && (list(shownGroups(hidden)) || words.say("no_group")),
      ...facets.all.map(chosen),
      query && `“${query}”`,
      query && Chronotope.search.namesOnly() && words.say("names_only"),
    ];
    return said.filter(Boolean);
  }

  /** Names of the groups that are switched on. @param {number} hidden */
  function shownGroups(hidden) {
    return Chronotope.lanes.groups.filter(({ number }) => !((hidden >> number) & 1)).map(({ code }) => words.table("groups", code));
  }

  /** What is chosen of a facet, with the facet's name where the entries don't say it. */
  function chosen(facet) {
    const numbers = store.state.chosen[facet.name];
    if (!numbers) return "";
    if (facet.name === "scores") return words.say("score_least", { n: facets.percent(facet.entries[Math.min(...numbers)]) });
    const names = numbers.map((number) => facets.nameOf(facet.entries[number]).text);
    return facet.starts ? `${words.say(`facet_${facet.name}`)}: ${list(names)}` : list(names);
  }

  /** A few names joined by "or", and how many more there are. @param {string[]} names */
  function list(names) {
    const told = names.slice(0, NAMED);
    if (names.length > NAMED) told.push(words.count("others", names.length - NAMED));
    const last = told.pop() || "";
    return told.length ? words.say("either", { names: told.join(words.say("comma")), last }) : last;
  }

  return { start };
})();
