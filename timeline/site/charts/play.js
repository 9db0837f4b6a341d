"use strict";
/**
 * Playing through time: a window steps over the period when the reader asks for it, and never by itself. The chosen
 * range is the window; without one it is a year, a month or a day, as the timeline shows them.
 */
Chronotope.play = (() => {
  const { days, dom, events, scale, store, words } = Chronotope;
  /** Milliseconds of a step. Nothing glides; readers who asked for less motion get twice the time to look. */
  const PACE = { slow: 2400, normal: 1200, fast: 500 };
  const SAY_EVERY = 5000, WINDOWS = 12, CALM = 2;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const play = { playing: false };
  let timer = 0, said = 0;
  /** The window and how it steps. @type {{range: [number, number], unit: {unit: string, size: number}|null}} */
  let now = { range: [0, 0], unit: null };

  function start() {
    dom.byId("play").addEventListener("click", () => (play.playing ? stop("played_pause") : begin()));
    dom.byId("speed").addEventListener("change", () => { if (play.playing) wait(); });
    store.on(["range"], () => { if (play.playing && String(store.state.range) !== String(now.range)) stop("played_pause"); });
    store.on(["selected"], () => { if (store.state.selected >= 0) stop("played_pause"); });
    store.on(["language"], show);
    document.addEventListener("visibilitychange", () => { if (document.hidden) stop("played_pause"); });
    document.addEventListener("keydown", escape, true);
    show();
  }

  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== "Escape" || !play.playing) return;
    event.stopPropagation();
    stop("played_pause");
  }

  function begin() {
    play.playing = true;
    said = 0;
    const range = store.state.range;
    if (!range || !now.unit || String(range) !== String(now.range)) now = { range: range ? [range[0], range[1]] : [0, 0], unit: range ? null : unit() };
    if (!range) now.range = firstWindow();
    else if (range[1] >= events.last) now.range = now.unit ? firstWindow() : [events.first, events.first + range[1] - range[0]];
    show();
    step(now.range);
  }

  /** The unit of which a dozen or more fit into what the timeline shows. */
  function unit() {
    const length = scale.last - scale.first;
    const units = [{ unit: "year", size: 1, days: 365 }, { unit: "month", size: 1, days: 30 }, { unit: "day", size: 7, days: 7 }];
    return units.find((one) => length / one.days >= WINDOWS) || { unit: "day", size: 1 };
  }

  /** @returns {[number, number]} */
  function firstWindow() {
    const from = scale.isWhole() ? events.first : Math.max(events.first, scale.shown()[0]);
    const begin = scale.startOf(from, now.unit);
    return [begin, scale.next(begin, now.unit) - 1];
  }

  /** @param {[number, number]} range */
  function step(range) {
    now.range = /** @type {[number, number]} */ ([Math.max(events.first, range[0]), Math.min(events.last, range[1])]);
    if (scale.reveal(now.range[0], now.range[1])) Chronotope.timeline.schedule();
    store.set({ range: /** @type {[number, number]} */ ([...now.range]), pile: null });
    if (!said || performance.now() - said >= SAY_EVERY) say("played");
    wait();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(advance, pace());
  }

  function pace() {
    const speed = /** @type {HTMLSelectElement} */ (dom.byId("speed")).value;
    return PACE[speed] * (calm.matches ? CALM : 1);
  }

  function advance() {
    const [first, last] = now.range;
    if (last >= events.last) return stop("played_end");
    step([last + 1, now.unit ? scale.next(scale.startOf(last + 1, now.unit), now.unit) - 1 : last + 1 + last - first]);
  }

  /** @param {string} why a word: paused, or at the end */
  function stop(why) {
    clearTimeout(timer);
    if (!play.playing) return;
    play.playing = false;
    show();
    say(why);
  }

  /** Now and then for the ear, not at every step. @param {string} word */
  function say(word) {
    said = performance.now();
    const range = words.say(word, { range: days.sayRange(now.range[0], now.range[1]) });
    dom.byId("time-status").textContent = `${range} · ${dom.byId("count").textContent}`;
  }

  function show() {
    const button = dom.byId("play");
    const word = play.playing ? "pause" : "play";
    button.classList.toggle("playing", play.playing);
    for (const [name, attribute] of [["label", "aria-label"], ["title", "title"]]) {
      button.setAttribute(`data-word-${name}`, word);
      button.setAttribute(attribute, words.say(word));
    }
  }

  return Object.assign(play, { start, stop });
})();
