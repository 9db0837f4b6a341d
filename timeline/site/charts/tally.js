"use strict";
/**
 * Events counted once by day and group, for all that the filters leave, so that a zoom of the timeline adds up a few
 * hundred sums instead of walking through a million events.
 */
Chronotope.tally = (() => {
  const { events, selection } = Chronotope;
  let stale = true;
  /** 1 for rows that the filters leave; the brush makes no difference. */
  let passing = new Uint8Array(0);
  /** Events of a group that begin before a day: `sums[day * groups + group]`. */
  let sums = new Uint32Array(0);
  /** @type {Float32Array|null} */
  let covering = null;

  function start() {
    selection.on([], () => { stale = true; }, { range: true });
  }

  function fresh() {
    if (!stale) return;
    stale = false;
    covering = null;
    passing = new Uint8Array(events.count);
    selection.each({ range: true }, (row) => { passing[row] = 1; });
    add();
  }

  function add() {
    const groups = events.groups.length, { days, firstDay } = events.header;
    sums = new Uint32Array((days + 1) * groups);
    for (let row = 0; row < events.dated; row++) {
      if (passing[row]) sums[(events.start[row] - firstDay + 1) * groups + events.groupOf[row]]++;
    }
    for (let i = groups; i < sums.length; i++) sums[i] += sums[i - groups];
  }

  /** The day's place in the sums. @param {number} day */
  const at = (day) => Math.max(0, Math.min(events.header.days, day - events.first)) * events.groups.length;

  /** Events of a group that begin from `first` to before `last`. @param {number} group @param {number} first @param {number} last */
  function between(group, first, last) {
    fresh();
    return Math.max(0, sums[at(last) + group] - sums[at(first) + group]);
  }

  /** Counts by group and bin: each event once, at its first possible day. @param {number[]} edges first days of the bins, one more for the end */
  const count = (edges) => events.groups.map((_, group) => edges.slice(1).map((end, bin) => between(group, edges[bin], end)));

  /** @param {number} row */
  function passes(row) {
    fresh();
    return passing[row] === 1;
  }

  /**
   * How many events of a group a day belongs to. Where an event is known only to its month or year, a day gets its
   * share, so that what is vague stays faint.
   * @returns {Float32Array} by `(day - first day) * groups + group`
   */
  function coverage() {
    fresh();
    if (covering) return covering;
    const groups = events.groups.length;
    covering = new Float32Array((events.header.days + 1) * groups);
    for (let row = 0; row < events.dated; row++) if (passing[row]) cover(covering, row, groups);
    for (let i = groups; i < covering.length; i++) covering[i] += covering[i - groups];
    return covering;
  }

  function cover(steps, row, groups) {
    const vague = events.isVague(row) && !events.has(row, "state");
    const length = events.endDay(row) - events.start[row] + 1;
    const begin = (events.start[row] - events.first) * groups + events.groupOf[row];
    const share = vague ? 1 / length : 1;
    steps[begin] += share;
    steps[begin + length * groups] -= share;
  }

  /** First row that begins on `day` or later. @param {number} day */
  const firstRow = (day) => events.since[Math.max(0, Math.min(events.header.days, day - events.first))];

  return { start, between, count, passes, coverage, firstRow };
})();
