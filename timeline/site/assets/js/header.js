"use strict";
/** The line above everything: how many events, in which language, how light. */
Chronotope.header = (() => {
  const { dom, events, selection, store, words, days } = Chronotope;

  let timer = 0;

  /** @param {{asOf: string|null}} settings */
  function start(settings) {
    const choice = /** @type {HTMLSelectElement|null} */ (document.getElementById("language"));
    if (choice) languages(choice);
    store.on(["language"], () => { words.use(store.state.language); asOf(settings.asOf); });
    selection.on(["language"], count); // in the new language's words
    const follow = /** @type {HTMLInputElement|null} */ (document.getElementById("follow"));
    follow?.addEventListener("change", () => store.set({ follow: follow.checked }));
    store.on(["follow"], () => { if (follow) follow.checked = store.state.follow; });
    asOf(settings.asOf);
    count();
    document.querySelector(".skip")?.addEventListener("click", skip);
  }

  /** Past header and map by focus alone: the address keeps the state. @param {Event} event */
  function skip(event) {
    const parts = ["side", "story", "ledger"].map((id) => document.getElementById(id));
    const shown = parts.find((part) => part?.getClientRects().length);
    if (!shown) return;
    event.preventDefault();
    shown.focus();
  }

  /** @param {HTMLSelectElement} choice */
  function languages(choice) {
    choice.replaceChildren(...words.languages.map((code) => dom.make("option", { value: code, lang: code, text: words.name(code) })));
    choice.addEventListener("change", () => store.set({ language: choice.value }));
    const show = () => { choice.value = store.state.language; };
    store.on(["language"], show);
    show();
  }

  /** @param {string|null} iso */
  function asOf(iso) {
    const line = document.getElementById("as-of");
    if (line) line.textContent = iso ? words.say("as_of_date", { date: days.say(days.fromIso(iso)) }) : "";
  }

  /** "7 of 23 events", for the eye and, a little later, for the ear, unless time plays: that tells of itself. */
  function count() {
    const shown = selection.count();
    const text = shown === events.count ? words.count("events", shown) : words.count("events_of", events.count, { shown: words.number(shown) });
    for (const place of document.querySelectorAll(".count, .count-again")) place.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { if (!Chronotope.play?.playing) dom.byId("live").textContent = text; }, 400);
  }

  return { start };
})();
