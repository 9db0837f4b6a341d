"use strict";
/** Where days stand on the timeline, from all the years down to one day. Time runs left to right in every language. */
Chronotope.scale = (() => {
  const { events, days } = Chronotope;
  const YEAR = 365.25;
  const LEAST_AIR = 10;
  const LEAST_DAYS = 1;
  /** Room between two labels and the font they are measured in: that of the histogram (timeline.py). */
  const GAP = 14, LEAST_TICK = 30, FONT = "11px system-ui, 'Noto Sans', sans-serif";
  const STEPS = [
    { unit: "day", size: 1, days: 1 }, { unit: "day", size: 2, days: 2 }, { unit: "day", size: 7, days: 7 },
    { unit: "month", size: 1, days: YEAR / 12 }, { unit: "month", size: 3, days: YEAR / 4 }, { unit: "month", size: 6, days: YEAR / 2 },
    ...[1, 2, 5, 10, 20, 50].map((size) => ({ unit: "year", size, days: size * YEAR })),
  ];
  const scale = { first: 0, last: 1, left: 0, width: 1 };
  const ruler = document.createElement("canvas").getContext("2d");
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** The last ticks made, and for what. @type {{key: string, ticks: {days: number[], texts: string[]}}} */
  let made = { key: "", ticks: { days: [], texts: [] } };

  /** @param {number} left @param {number} width of the drawing area, in pixels */
  function fit(left, width) {
    Object.assign(scale, { left, width: Math.max(1, width) });
  }

  /** Everything, with a little air. */
  function limits() {
    const air = Math.max(LEAST_AIR, (events.last - events.first) * 0.015);
    return { first: Math.floor(events.first - air), last: Math.ceil(events.last + 1 + 2 * air) };
  }

  /** Show the days from `first` to before `last`, a day at least and nothing beyond the limits. @param {number} first @param {number} last */
  function show(first, last) {
    const most = limits();
    const length = Math.min(most.last - most.first, Math.max(LEAST_DAYS, last - first));
    const middle = (first + last) / 2;
    const from = Math.max(most.first, Math.min(most.last - length, middle - length / 2));
    Object.assign(scale, { first: from, last: from + length });
  }

  function whole() {
    Object.assign(scale, limits());
  }

  const isWhole = () => scale.last - scale.first >= limits().last - limits().first - 1e-6;

  /** Come closer (or go back, where `factor` is below 1), with the day at `pixel` staying there. @param {number} factor @param {number} [pixel] */
  function zoom(factor, pixel = scale.left + scale.width / 2) {
    const most = limits();
    const length = Math.min(most.last - most.first, Math.max(LEAST_DAYS, (scale.last - scale.first) / factor));
    const day = toDay(pixel);
    if (length === LEAST_DAYS) show(Math.floor(day), Math.floor(day) + LEAST_DAYS);
    else hold(day, pixel, length);
  }

  /** Let a day stand at a pixel, with so many days in sight. @param {number} day @param {number} pixel @param {number} length */
  function hold(day, pixel, length = scale.last - scale.first) {
    const first = day - ((pixel - scale.left) / scale.width) * length;
    show(first, first + length);
  }

  /** Move by a share of the width. @param {number} share */
  function pan(share) {
    const by = (scale.last - scale.first) * share;
    show(scale.first + by, scale.last + by);
  }

  /** Move as little as needed for the days to be seen. @param {number} first @param {number} last @returns {boolean} whether it moved */
  function reveal(first, last) {
    if (first >= scale.first && last + 1 <= scale.last) return false;
    const length = scale.last - scale.first;
    if (last + 1 - first > length) show(first, last + 1);
    else if (first < scale.first) show(first, first + length);
    else show(last + 1 - length, last + 1);
    return true;
  }

  /** Left edge of a day. @param {number} day */
  function toPixel(day) {
    return scale.left + ((day - scale.first) / (scale.last - scale.first)) * scale.width;
  }

  /** The day at a pixel, fractions included. @param {number} pixel */
  function toDay(pixel) {
    return scale.first + ((pixel - scale.left) / scale.width) * (scale.last - scale.first);
  }

  /** Pixels of one day. */
  const dayWidth = () => scale.width / (scale.last - scale.first);

  /** Steps that are at least `pixels` wide, the finest first. @param {number} pixels */
  function steps(pixels) {
    const wide = STEPS.filter((candidate) => candidate.days * dayWidth() >= pixels);
    return wide.length ? wide : STEPS.slice(-1);
  }

  /** First days of the steps over the shown time, one beyond its end. @param {typeof STEPS[0]} chosen */
  function edges(chosen) {
    const found = [startOf(scale.first, chosen)];
    while (found[found.length - 1] < scale.last) found.push(next(found[found.length - 1], chosen));
    return found;
  }

  /** First day of the step that a day lies in. @param {number} day @param {{unit: string, size: number}} step */
  function startOf(day, { unit, size }) {
    const { year, month } = days.parts(day);
    const whole = Math.floor(day);
    if (unit === "day") return whole - modulo(size === 7 ? whole + 3 : whole, size); // weeks begin on Mondays
    if (unit === "month") return days.fromParts(year, month - (month % size), 1);
    return days.fromParts(year - modulo(year, size), 0, 1);
  }

  const modulo = (number, size) => ((number % size) + size) % size;

  /** First day of the following step. @param {number} day @param {{unit: string, size: number}} step */
  function next(day, { unit, size }) {
    const { year, month } = days.parts(day);
    if (unit === "day") return day + size;
    return unit === "month" ? days.fromParts(year, month + size, 1) : days.fromParts(year + size, 0, 1);
  }

  /** The steps that reports are counted in. */
  const bins = () => edges(steps(7)[0]);

  /** Days to write under the timeline, and how: the finest step whose labels, in the page's language, leave room. */
  function ticks() {
    const key = [scale.first, scale.last, scale.left, scale.width, Chronotope.words.language].join();
    if (made.key !== key) {
      const tried = steps(LEAST_TICK);
      made = { key, ticks: tried.map(labelled).find(hasRoom) || labelled(tried[tried.length - 1]) };
      tellWhere(made.ticks);
    }
    return made.ticks;
  }

  /** @param {typeof STEPS[0]} step */
  function labelled(step) {
    const shown = edges(step).filter((day) => day >= scale.first && day < scale.last - 1e-6);
    return { step, days: shown, texts: shown.map((day) => days.say(day, style(day, step))) };
  }

  /** Short words inside a month or a year, longer ones where a new one begins. */
  function style(day, { unit, size }) {
    if (unit === "year") return "year";
    const { month, date } = days.parts(day);
    if (unit === "month") return month === 0 ? "year" : "monthAlone";
    if (date === 1 && month === 0) return "short";
    return size === 7 || date <= size ? "dayOfMonth" : "date";
  }

  /** The first label that has room names month and year as well. */
  function tellWhere(ticks) {
    if (ticks.step.unit === "year" || ticks.days.some(beginsYear)) return;
    const long = ticks.step.unit === "day" ? "short" : "monthOfYear";
    const at = ticks.days.findIndex((day) => toPixel(day) - measure(days.say(day, long)) / 2 >= scale.left - 12);
    const texts = ticks.texts.map((text, i) => (i === at ? days.say(ticks.days[at], long) : text));
    if (hasRoom({ days: ticks.days, texts })) ticks.texts = texts;
  }

  /** @param {number} day */
  const beginsYear = (day) => days.parts(day).month === 0 && days.parts(day).date === 1;

  const hasRoom = (ticks) => ticks.texts.every((text, i) => i === 0
    || toPixel(ticks.days[i]) - toPixel(ticks.days[i - 1]) >= (measure(text) + measure(ticks.texts[i - 1])) / 2 + GAP);

  /** @param {string} text */
  function measure(text) {
    if (!widths.has(text)) {
      ruler.font = FONT;
      widths.set(text, ruler.measureText(text).width);
    }
    return /** @type {number} */ (widths.get(text));
  }

  /** The days in sight, first and last. @returns {[number, number]} */
  const shown = () => [Math.floor(scale.first + 1e-6), Math.max(Math.floor(scale.first), Math.ceil(scale.last - 1e-6) - 1)];

  return Object.assign(scale, { fit, show, shown, whole, isWhole, zoom, hold, pan, reveal, toPixel, toDay, dayWidth, startOf, next, bins, ticks });
})();
