"use strict";
/** Small ways to make elements. Text enters by textContent only. */
Chronotope.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  /** @param {string} id @returns {HTMLElement} */
  function byId(id) {
    const found = document.getElementById(id);
    if (!found) throw new Error(`the page has no #${id}`);
    return found;
  }

  /**
   * @param {string} tag @param {Record<string, any>} [attributes] `text` is the content, `on` a click handler
   * @param {...(Node|string|null|undefined|false)} children
   */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) set(element, name, value);
    for (const child of children) if (child) element.append(child);
    return element;
  }

  /** @param {Element} element @param {string} name @param {any} value */
  function set(element, name, value) {
    if (value === null || value === undefined || value === false) return;
    if (name === "text") element.textContent = value;
    else if (name === "on") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }

  /** The glyph of a group. @param {string} code @param {boolean} [hollow] */
  function glyph(code, hollow = false) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "-8 -8 16 16");
    svg.setAttribute("class", hollow ? "glyph hollow" : "glyph");
    svg.setAttribute("data-group", code);
    svg.style.color = `var(--group-${code})`;
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", Chronotope.glyphs.outline(code));
    path.setAttribute("fill-rule", "evenodd");
    svg.append(path);
    return svg;
  }

  /** Text in its own language and direction. @param {string} tag @param {string} text @param {string} [language] */
  function inLanguage(tag, text, language, attributes = {}) {
    const direction = language ? Chronotope.words.direction(language) : "auto";
    return make(tag, { ...attributes, text, lang: language || null, dir: direction });
  }

  /** What may be linked: http(s) at a plain host, without a user's name, which could feign another. */
  const WEB = /^https?:\/\/[\p{L}\p{N}_.-]+(:\d{1,5})?([/?#]|$)/iu;

  /** A link that leaves the page; plain text for any other address. @param {string} url @param {string} text */
  function outside(url, text) {
    if (!WEB.test(url)) return make("span", { text });
    return make("a", { href: url, rel: "noopener noreferrer", target: "_blank", text });
  }

  return { byId, make, glyph, inLanguage, outside };
})();
