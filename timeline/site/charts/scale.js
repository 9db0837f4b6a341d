"use strict";
/** Where days stand on the timeline. Time runs left to right in every language. */
Chronotope.scale = (() => {
  const { events, days } = Chronotope;
  const YEAR = 365.25;
  const LEAST_AIR = 10;
  const STEPS = [
    { unit: "day", size: 1, days: 1 }, { unit: "day", size: 7, days: 7 }, { unit: "month", size: 1, days: YEAR / 12 },
    { unit: "month", size: 3, days: YEAR / 4 }, { unit: "year", size: 1, days: YEAR }, { unit: "year", size: 2, days: 2 * YEAR },
    { unit: "year", size: 5, days: 5 * YEAR }, { unit: "year", size: 10, days: 10 * YEAR }, { unit: "year", size: 50, days: 50 * YEAR },
  ];
  const scale = { first: 0, last: 1, left: 0, width: 1 };

  /** @param {number} left @param {number} width of the drawing area, in pixels */
  function fit(left, width) {
    Object.assign(scale, { left, width: Math.max(1, width) });
  }

  /** Show the days from `first` to before `last`. @param {number} first @param {number} last */
  function show(first, last) {
    Object.assign(scale, { first, last: Math.max(first + 1, last) });
  }

  /** Show everything, with a little air. */
  function whole() {
    const air = Math.max(LEAST_AIR, (events.last - events.first) * 0.015);
    show(Math.floor(events.first - air), Math.ceil(events.last + 1 + 2 * air));
  }

  /** Left edge of a day. @param {number} day */
  function toPixel(day) {
    return scale.left + ((day - scale.first) / (scale.last - scale.first)) * scale.width;
  }

  /** The day at a pixel, fractions included. @param {number} pixel */
  function toDay(pixel) {
    return scale.first + ((pixel - scale.left) / scale.width) * (scale.last - scale.first);
  }

  /** The finest step that is at least `pixels` wide. @param {number} pixels */
  function step(pixels) {
    const least = ((scale.last - scale.first) / scale.width) * pixels;
    return STEPS.find((candidate) => candidate.days >= least) || STEPS[STEPS.length - 1];
  }

  /** First days of the steps over the shown time, one beyond its end. @param {typeof STEPS[0]} chosen */
  function edges(chosen) {
    const found = [startOf(scale.first, chosen)];
    while (found[found.length - 1] < scale.last) found.push(next(found[found.length - 1], chosen));
    return found;
  }

  function startOf(day, { unit, size }) {
    const { year, month } = days.parts(day);
    if (unit === "day") return Math.floor(day) - (size === 7 ? (Math.floor(day) + 3) % 7 : 0);
    if (unit === "month") return days.fromParts(year, month - (month % size), 1);
    return days.fromParts(year - (year % size), 0, 1);
  }

  function next(day, { unit, size }) {
    const { year, month } = days.parts(day);
    if (unit === "day") return day + size;
    return unit === "month" ? days.fromParts(year, month + size, 1) : days.fromParts(year + size, 0, 1);
  }

  /** The steps that reports are counted in. */
  const bins = () => edges(step(7));

  /** Days to write under the timeline, and how. */
  function ticks() {
    const chosen = step(74);
    const style = chosen.unit === "day" ? "short" : chosen.unit;
    const shown = edges(chosen).filter((day) => day >= scale.first && day <= scale.last);
    return { days: shown, texts: shown.map((day) => days.say(day, style === "month" ? "month" : style)) };
  }

  return Object.assign(scale, { fit, show, whole, toPixel, toDay, bins, ticks });
})();
