"use strict";
/** The filters above the list: a disclosure with one for each question, its entries with the number of events they would leave. */
Chronotope.filterPanel = (() => {
  const { dom, facets, fold, selection, store, words } = Chronotope;
  const { make } = dom;
  /** Questions, with the facets that answer them. */
  const SECTIONS = [
    { name: "actors", facets: ["actors"] },
    { name: "sources", facets: ["sources"] },
    { name: "claimants", facets: ["claimants"] },
    { name: "precision", facets: ["dates", "places"] },
    { name: "confidence", facets: ["scores", "reviewed"] },
  ];
  /** What stands over the entries where a question has several facets. */
  const HEADS = { dates: "when", places: "where", scores: "facet_scores", reviewed: "facet_review" };
  /** Lists longer than this have a field to search in them, and show no more than that at once. */
  const SHORT = 12, SHOWN = 60;
  /** Facets that show all their entries, also those that no event has. */
  const ALWAYS = ["scores", "reviewed"];
  /** Milliseconds of quiet before events are counted, so that a brush that is drawn isn't kept waiting. */
  const QUIET = 120;
  let timer = 0;
  /** @type {Record<string, Uint32Array>} how many events each entry would leave, by facet */
  let counts = {};

  function start() {
    const panel = /** @type {HTMLDetailsElement} */ (dom.byId("filters"));
    panel.addEventListener("toggle", () => { if (panel.open) open(); });
    selection.on(["language"], countLater);
    store.on(["chosen"], check);
    store.on(["language"], rename);
    check();
  }

  /** Build the lists when they are first opened. */
  async function open() {
    await facets.load();
    const body = dom.byId("filters-body");
    if (!body.firstChild) body.append(...SECTIONS.map(section).filter((one) => one !== null));
    count();
  }

  /** @param {{name: string, facets: string[]}} asked @returns {HTMLElement|null} nothing where there is nothing to choose */
  function section({ name, facets: names }) {
    const answers = names.map(facetOf).filter((facet) => facet.entries.length > 0);
    if (!answers.length) return null;
    const summary = make("summary", {}, make("span", { "data-word": `facet_${name}`, text: words.say(`facet_${name}`) }), make("span", { class: "chosen" }));
    return make("details", { class: "facet", "data-section": name }, summary, ...answers.map((facet) => group(facet, name, answers.length > 1)));
  }

  const facetOf = (name) => facets.all.find((facet) => facet.name === name);

  /** The entries of one facet. */
  function group(facet, section, headed) {
    const word = headed ? HEADS[facet.name] : `facet_${section}`;
    const legend = make("legend", { class: headed ? null : "unseen", "data-word": word, text: words.say(word) });
    const list = make("div", { class: "choices" });
    const box = make("fieldset", { "data-facet": facet.name }, legend, facet.entries.length > SHORT ? finder(facet, list) : null, list,
      make("p", { class: "note left", hidden: true }));
    fill(box, facet, "");
    return box;
  }

  /** The field that searches in a list. */
  function finder(facet, list) {
    const field = make("input", { type: "search", class: "find", autocomplete: "off", spellcheck: "false",
      "data-word-label": "find_in_list", "data-word-placeholder": "find_in_list", "aria-label": words.say("find_in_list"), placeholder: words.say("find_in_list") });
    field.addEventListener("input", () => fill(list.parentElement, facet, field.value));
    return field;
  }

  /** Write the entries that have the text in their name: the most frequent first, but before them those chosen. */
  function fill(box, facet, text) {
    const chosen = store.state.chosen[facet.name] || [];
    const found = numbersOf(facet, fold(text));
    const ordered = text || !facet.starts ? found : [...chosen, ...found.filter((number) => !chosen.includes(number))];
    box.querySelector(".choices").replaceChildren(...ordered.slice(0, SHOWN).map((number) => entry(facet, number)));
    const left = box.querySelector(".left");
    left.hidden = found.length > 0 && ordered.length <= SHOWN;
    left.textContent = found.length ? words.count("entries_left", ordered.length - SHOWN) : words.say("no_entry");
    if (counts[facet.name]) write(box, facet);
  }

  /** Entries whose name in any language has the folded text; of precisions those that some event has. @returns {number[]} */
  function numbersOf(facet, folded) {
    const numbers = facet.entries.map((_, number) => number);
    if (facet.starts) return folded ? numbers.filter((number) => facets.allNames(facet.entries[number]).includes(folded)) : numbers;
    if (ALWAYS.includes(facet.name)) return numbers;
    const [none, ...known] = numbers;
    return [...known, none].filter((number) => facet.used[number]);
  }

  function entry(facet, number) {
    const one = facet.name === "scores";
    const input = /** @type {HTMLInputElement} */ (make("input", { type: one ? "radio" : "checkbox", name: one ? "least-score" : null, "data-number": number }));
    input.checked = isChosen(facet, number);
    input.addEventListener("change", () => choose(facet, number, input.checked));
    return make("label", { class: "choice" }, input, name(facet, number), make("span", { class: "choice-count" }));
  }

  function name(facet, number) {
    const entry = facet.entries[number];
    if (facet.name === "scores") {
      return make("span", { class: "choice-name", text: number ? words.say("percent_least", { n: facets.percent(entry) }) : words.say("score_any") });
    }
    const { text, language } = facets.nameOf(entry);
    return dom.inLanguage("span", text, language, { class: "choice-name" });
  }

  /** @param {any} facet @param {number} number */
  function isChosen(facet, number) {
    const chosen = store.state.chosen[facet.name] || [];
    return facet.name === "scores" ? (chosen.length ? Math.min(...chosen) : 0) === number : chosen.includes(number);
  }

  function choose(facet, number, on) {
    const others = (store.state.chosen[facet.name] || []).filter((one) => one !== number);
    if (facet.name === "scores") facets.choose(facet.name, number ? [number] : []);
    else facets.choose(facet.name, on ? [...others, number] : others);
  }

  /** Inputs and counts of what is chosen, as the state says. */
  function check() {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (dom.byId("filters-body").querySelectorAll("input[data-number]"))) {
      const facet = facetOf(/** @type {HTMLElement} */ (input.closest("[data-facet]")).dataset.facet);
      input.checked = isChosen(facet, Number(input.dataset.number));
    }
    const chosen = (names) => names.reduce((n, name) => n + (store.state.chosen[name] || []).length, 0);
    for (const { name, facets: names } of SECTIONS) {
      const place = dom.byId("filters-body").querySelector(`[data-section="${name}"] .chosen`);
      if (place) place.textContent = said(chosen(names));
    }
    dom.byId("filters-chosen").textContent = said(chosen(Object.keys(store.state.chosen)));
  }

  const said = (n) => (n ? words.count("filters_chosen", n) : "");

  function countLater() {
    clearTimeout(timer);
    if (/** @type {HTMLDetailsElement} */ (dom.byId("filters")).open) timer = setTimeout(count, QUIET);
  }

  function count() {
    if (!facets.all.length) return;
    const tallied = facets.tally();
    counts = Object.fromEntries(facets.all.map(({ name }, i) => [name, tallied[i]]));
    for (const box of dom.byId("filters-body").querySelectorAll("[data-facet]")) write(box, facetOf(box.dataset.facet));
  }

  /** The counts beside the entries. */
  function write(box, facet) {
    for (const label of box.querySelectorAll(".choice")) {
      const n = counts[facet.name][label.firstChild.dataset.number];
      label.lastChild.textContent = words.number(n);
      label.classList.toggle("none", n === 0);
    }
  }

  /** The lists anew in another language. */
  function rename() {
    for (const box of dom.byId("filters-body").querySelectorAll("[data-facet]")) {
      fill(box, facetOf(box.dataset.facet), box.querySelector(".find")?.value || "");
    }
    check();
  }

  return { start };
})();
