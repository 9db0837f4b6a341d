"use strict";
/**
 * Civil days as numbers (days since 1970-01-01). The browser's time zone never enters: arithmetic is UTC's and words
 * come from Intl in UTC and the Gregorian calendar.
 */
Chronotope.days = (() => {
  const LENGTH = 86400000;
  const formats = new Map();

  /** @param {number} day */
  const toIso = (day) => new Date(day * LENGTH).toISOString().slice(0, 10);

  /** @param {string} iso @returns {number} NaN for what is no date */
  function fromIso(iso) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    return parts ? fromParts(+parts[1], +parts[2] - 1, +parts[3]) : NaN;
  }

  /** @param {number} year @param {number} month 0 to 11, others carry over @param {number} date */
  const fromParts = (year, month, date) => Math.round(Date.UTC(year, month, date) / LENGTH);

  /** @param {number} day @returns {{year: number, month: number, date: number}} */
  function parts(day) {
    const moment = new Date(Math.floor(day) * LENGTH);
    return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() };
  }

  /** A cached formatter. @param {"day"|"short"|"month"|"monthOnly"|"year"} style */
  function format(style) {
    const language = Chronotope.words.language;
    const key = `${language} ${style}`;
    if (!formats.has(key)) {
      /** @type {Record<string, Intl.DateTimeFormatOptions>} */
      const fields = {
        day: { day: "numeric", month: "long", year: "numeric" },
        short: { day: "numeric", month: "short", year: "numeric" },
        month: { month: "long", year: "numeric" },
        monthOnly: { month: "long" },
        year: { year: "numeric" },
        monthOfYear: { month: "short", year: "numeric" },
        monthAlone: { month: "short" },
        dayOfMonth: { day: "numeric", month: "short" },
        date: { day: "numeric" },
      };
      formats.set(key, new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", ...fields[style] }));
    }
    return formats.get(key);
  }

  /** @param {number} day @param {"day"|"short"|"month"|"monthOnly"|"year"} [style] */
  const say = (day, style = "day") => format(style).format(new Date(day * LENGTH));

  /** @param {number} first @param {number} last @param {"day"|"short"|"month"|"year"} [style] */
  const sayRange = (first, last, style = "day") => format(style).formatRange(new Date(first * LENGTH), new Date(last * LENGTH));

  return { toIso, fromIso, fromParts, parts, say, sayRange };
})();
