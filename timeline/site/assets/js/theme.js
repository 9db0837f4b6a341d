"use strict";
/** Light and dark: the style sheet holds the colours, canvases read them from there. */
Chronotope.theme = (() => {
  const KEY = "chronotope-theme";
  const NAMES = {
    paper: "--paper", land: "--land", ink: "--ink", quiet: "--quiet", rule: "--rule", accent: "--accent", label: "--map-label",
    labelBroad: "--map-label-broad", disputed: "--disputed", water: "--water-label", haloEdge: "--halo-edge",
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {Record<string, any>|null} */
  let colours = null;

  function start() {
    use(remembered());
    system.addEventListener("change", refresh);
    document.getElementById("theme")?.addEventListener("click", () => use(isDark() ? "light" : "dark", true));
  }

  function remembered() {
    try {
      return localStorage.getItem(KEY) || "";
    } catch (refused) {
      return ""; // a page in a sandbox has no storage; the system's choice stands
    }
  }

  /** @param {string} name light, dark, or empty for the system's @param {boolean} [remember] */
  function use(name, remember = false) {
    if (name === "light" || name === "dark") document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
    if (remember) {
      try {
        localStorage.setItem(KEY, name);
      } catch (refused) {
        return refresh(); // the choice holds until the page is closed
      }
    }
    refresh();
  }

  const isDark = () => (document.documentElement.dataset.theme || (system.matches ? "dark" : "light")) === "dark";

  /** Colours changed: give groups theirs and tell everybody who draws. */
  function refresh() {
    colours = null;
    for (const group of Chronotope.events.groups) {
      document.documentElement.style.setProperty(`--group-${group.code}`, isDark() ? group.dark : group.light);
    }
    document.getElementById("theme")?.setAttribute("aria-pressed", String(isDark()));
    for (const listener of listeners) listener();
  }

  /** Colours for canvases. @returns {Record<string, any>} */
  function read() {
    if (colours) return colours;
    const style = getComputedStyle(document.documentElement);
    colours = Object.fromEntries(Object.entries(NAMES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]));
    colours.groups = Object.fromEntries(Chronotope.events.groups.map((group) => [group.code, isDark() ? group.dark : group.light]));
    return colours;
  }

  return { start, use, refresh, isDark, colours: read, on: (listener) => listeners.push(listener) };
})();
