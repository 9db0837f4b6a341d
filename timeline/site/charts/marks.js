"use strict";
/**
 * What the lanes show: a glyph for a day, several at one spot as one with their number, a bar for a longer time. Bars
 * that overlap stand below each other as far as a lane has room; the others are counted beside them.
 */
Chronotope.marks = (() => {
  const { events, scale, tally } = Chronotope;
  /** More events than this in sight are drawn as columns. */
  const MANY = 1500;
  const GLYPH = 12, FAN = 14, FADE = 36, SHORTEST = 8, LINE = 7;
  /** Points are joined from beyond the edge on, so that moving the timeline doesn't regroup those in sight. */
  const BEYOND = 300;

  /**
   * @typedef {{rows: number[], group: any, from: number, to: number, x: number, y: number, height?: number, bar: boolean, extra?: boolean}} Mark
   * `from` to `to` in pixels; a bar has a height; `extra` counts bars without room
   */

  /** Rows in sight and a little before; null where there are too many to be told apart. @returns {number[]|null} */
  function rowsInSight() {
    const first = Math.floor(scale.toDay(scale.left - BEYOND));
    const from = tally.firstRow(first), to = tally.firstRow(Math.ceil(scale.last));
    const begun = events.groups.reduce((sum, _, group) => sum + tally.between(group, first, Math.ceil(scale.last)), 0);
    if (begun > MANY) return null;
    const rows = [];
    for (const row of events.long) {
      if (row >= from || rows.length > MANY) break;
      if (tally.passes(row) && events.endDay(row) >= scale.first) rows.push(row);
    }
    for (let row = from; row < to; row++) if (tally.passes(row)) rows.push(row);
    return rows.length > MANY ? null : rows;
  }

  /** All marks in sight, bars first. @param {{groups: any[], height: number}} lanes @returns {Mark[]|null} null where there are too many */
  function layout(lanes) {
    const rows = rowsInSight();
    if (!rows) return null;
    const laneOf = new Map(lanes.groups.map((group, lane) => [group.number, lane]));
    const byLane = lanes.groups.map(() => /** @type {Mark[]} */ ([]));
    for (const row of rows) {
      const lane = laneOf.get(events.groupOf[row]) ?? 0;
      byLane[lane].push(mark(row, lanes.groups[lane], (lane + 0.5) * lanes.height));
    }
    const bars = byLane.flatMap((marks) => stack(marks.filter((one) => one.bar), lanes.height));
    return [...bars, ...byLane.flatMap((marks) => join(marks.filter((one) => !one.bar)))];
  }

  /** Where a row is drawn. A single day stays a glyph however wide a day is. @returns {Mark} */
  function mark(row, group, y) {
    const from = scale.toPixel(events.start[row]);
    const to = scale.toPixel(events.endDay(row) + 1);
    const state = events.has(row, "state");
    const open = events.has(row, "openStart") || events.has(row, "openEnd");
    const bar = open || state || (to - from > GLYPH && events.endDay(row) > events.start[row]);
    const x = (from + to) / 2;
    const ends = bar ? [from, Math.max(to, from + SHORTEST) + (state ? FADE : 0)] : [x - GLYPH / 2, x + GLYPH / 2];
    return { rows: [row], bar, group, x, y, from: ends[0], to: ends[1] };
  }

  /** Points of a lane: those that would hide each other become one with their number, or a row where the day has room. @param {Mark[]} points @returns {Mark[]} */
  function join(points) {
    const joined = [];
    points.sort((a, b) => a.x - b.x);
    for (const one of points) {
      const last = joined[joined.length - 1];
      if (last && one.from < last.to) add(last, one);
      else joined.push({ ...one });
    }
    return joined.flatMap(fanned);
  }

  function add(into, one) {
    into.rows.push(...one.rows);
    into.to = into.from + GLYPH + 4 + 6.5 * String(into.rows.length).length;
  }

  /** Events of one day side by side, where the day is wide enough. @param {Mark} one @returns {Mark[]} */
  function fanned(one) {
    const n = one.rows.length;
    const day = events.start[one.rows[0]];
    if (n === 1 || n * FAN + 4 > scale.dayWidth() || one.rows.some((row) => events.start[row] !== day || events.endDay(row) !== day)) return [one];
    const middle = scale.toPixel(day + 0.5);
    return one.rows.map((row, i) => {
      const x = middle + (i - (n - 1) / 2) * FAN;
      return { ...one, rows: [row], x, from: x - GLYPH / 2, to: x + GLYPH / 2 };
    });
  }

  /** Bars of one lane on lines of their own; those beyond the last line are counted where they begin. @param {Mark[]} bars @param {number} laneHeight @returns {Mark[]} */
  function stack(bars, laneHeight) {
    const room = laneHeight - 4;
    const most = Math.max(1, Math.floor(room / (LINE - 1)));
    const ends = [], placed = [], extras = [];
    for (const one of bars.sort((a, b) => a.from - b.from)) {
      let line = ends.findIndex((end) => end + 4 < one.from);
      if (line < 0 && ends.length < most) line = ends.push(0) - 1;
      if (line < 0) { extras.push(one); continue; }
      ends[line] = one.to;
      placed.push({ one, line });
    }
    for (const { one, line } of placed) {
      one.height = Math.min(8, room / ends.length - 1.5);
      one.y += (line - (ends.length - 1) / 2) * (room / ends.length);
    }
    return [...placed.map(({ one }) => one), ...extras.reduce(countExtra, [])];
  }

  /** @param {Mark[]} counted @param {Mark} one */
  function countExtra(counted, one) {
    const from = Math.max(one.from, scale.left) + 2;
    const last = counted[counted.length - 1];
    if (last && from < last.to) last.rows.push(...one.rows);
    else counted.push({ ...one, extra: true, from, x: from + 14, to: from + 28, height: 13 });
    return counted;
  }

  /** The mark at a point; the narrowest wins, numbers before bars. @param {Mark[]} marks @param {number} x @param {number} y @param {number} laneHeight */
  function at(marks, x, y, laneHeight) {
    const near = marks.filter((one) => Math.abs(one.y - y) <= (one.height ? one.height / 2 + 2 : laneHeight / 2) && x >= one.from - 3 && x <= one.to + 3);
    near.sort((a, b) => a.to - a.from - (b.to - b.from) || Math.abs(a.x - x) - Math.abs(b.x - x));
    return near[0] || null;
  }

  return { layout, at, FADE };
})();
