"use strict";
/** The page's words in the chosen language; English stands in where one is missing, marked as English. */
Chronotope.words = (() => {
  const RTL = new Set(["ar", "fa", "he", "ur", "ckb", "ps"]);
  const FALLBACK = "en";
  /** @type {Record<string, Record<string, Record<string, string>>>} */
  let tables = {};

  const words = { language: FALLBACK, /** @type {string[]} */ languages: [] };

  /** @param {typeof tables} received @param {string[]} languages offered, the default first */
  function load(received, languages) {
    tables = received;
    words.languages = languages;
  }

  /** @param {string} language */
  const direction = (language) => (RTL.has(language.split("-")[0]) ? "rtl" : "ltr");

  /** Switch the whole page. @param {string} language */
  function use(language) {
    words.language = tables[language] ? language : words.languages[0] || FALLBACK;
    document.documentElement.lang = words.language;
    document.documentElement.dir = direction(words.language);
    document.title = say("site:title");
    for (const element of document.querySelectorAll("[data-word]")) fill(element);
    for (const link of document.querySelectorAll("[data-paper]")) link.setAttribute("href", paper(link.getAttribute("data-paper")));
    for (const [name, attribute] of [["label", "aria-label"], ["placeholder", "placeholder"], ["title", "title"]]) {
      for (const element of document.querySelectorAll(`[data-word-${name}]`)) {
        element.setAttribute(attribute, say(element.getAttribute(`data-word-${name}`)));
      }
    }
  }

  /** The page to be read of this name in the chosen language. @param {string} name */
  const paper = (name) => `${Chronotope.root}${name}${words.language === words.languages[0] ? "" : `-${words.language}`}.html`;

  /** @param {Element} element */
  function fill(element) {
    const key = element.getAttribute("data-word");
    const own = lookup(words.language, key) !== undefined;
    element.textContent = say(key);
    if (own) element.removeAttribute("lang");
    else element.setAttribute("lang", FALLBACK);
  }

  /** @param {string} language @param {string} key "key" of [interface], or "table:key" */
  function lookup(language, key) {
    const [name, inner] = key.includes(":") ? key.split(":") : ["interface", key];
    return tables[language]?.[name]?.[inner];
  }

  /** @param {string} key @param {Record<string, string|number>} [values] for `{name}` in the string */
  function say(key, values = {}) {
    const text = lookup(words.language, key) ?? lookup(FALLBACK, key) ?? key.split(":").pop();
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  /** A string with its plural form: `key_one`, `key_few` … `key_other`. @param {string} key @param {number} n */
  function count(key, n, values = {}) {
    const form = `${key}_${new Intl.PluralRules(words.language).select(n)}`;
    return say(lookup(words.language, form) === undefined ? `${key}_other` : form, { n: number(n), ...values });
  }

  /** @param {number} n */
  const number = (n) => new Intl.NumberFormat(words.language).format(n);

  /** A number for a narrow place: "10K". @param {number} n */
  const brief = (n) => (n < 10000 ? number(n) : new Intl.NumberFormat(words.language, { notation: "compact" }).format(n));

  /** A word of another table, undefined where no language has it. @param {string} name @param {string} key */
  const table = (name, key) => tables[words.language]?.[name]?.[key] ?? tables[FALLBACK]?.[name]?.[key];

  /** What speakers call their language. @param {string} language */
  const name = (language) => tables[language]?.interface.language_name || language;

  return Object.assign(words, { load, use, say, count, table, direction, number, brief, name });
})();
