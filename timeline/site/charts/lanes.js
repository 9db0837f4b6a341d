"use strict";
/**
 * One lane a group under the histogram: a glyph for a day, a bar for a longer time. What is known is solid, what is
 * only known to the month or year fades at both ends, an open end is an arrow, a state fades where knowledge of it ends.
 */
Chronotope.lanes = (() => {
  const { dom, events, scale, selection, store, theme, glyphs } = Chronotope;
  const MANY = 1500;
  const MOST_LINES = 3;
  const FADE = 36;
  const lanes = { groups: [], height: 24 };
  /** What was drawn, for pointing at. @type {{row: number, from: number, to: number, y: number, bar: boolean, group: any, line?: number, height?: number}[]} */
  let marks = [];
  /** @type {CanvasRenderingContext2D} */
  let canvas;
  let asked = 0;

  function start() {
    const used = new Set(events.groupOf);
    lanes.groups = events.groups.map((group, number) => ({ ...group, number })).filter((group) => used.has(group.number));
    canvas = /** @type {HTMLCanvasElement} */ (dom.byId("lanes")).getContext("2d");
    selection.on(["selected"], schedule, { range: true });
    Chronotope.theme.on(schedule);
  }

  function schedule() {
    asked = asked || requestAnimationFrame(() => { asked = 0; draw(); });
  }

  /** @param {number} width @param {number} laneHeight */
  function resize(width, laneHeight) {
    lanes.height = laneHeight;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const element = canvas.canvas;
    const height = laneHeight * lanes.groups.length;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
  }

  function draw() {
    const element = canvas.canvas;
    canvas.clearRect(0, 0, element.width, element.height);
    drawGrid();
    canvas.save();
    canvas.beginPath();
    canvas.rect(scale.left - 8, 0, scale.width + 16, element.height);
    canvas.clip();
    drawEvents();
    canvas.restore();
  }

  function drawGrid() {
    const colours = theme.colours();
    canvas.strokeStyle = colours.rule;
    canvas.lineWidth = 1;
    canvas.beginPath();
    for (let lane = 0; lane < lanes.groups.length; lane++) {
      const y = lane * lanes.height + 0.5;
      canvas.moveTo(scale.left, y);
      canvas.lineTo(scale.left + scale.width, y);
    }
    for (const day of scale.ticks().days) {
      const x = Math.round(scale.toPixel(day)) + 0.5;
      canvas.moveTo(x, 0);
      canvas.lineTo(x, lanes.height * lanes.groups.length);
    }
    canvas.stroke();
  }

  function drawEvents() {
    const shown = [];
    selection.each({ range: true }, (row) => {
      if (row < events.dated && events.endDay(row) >= scale.first && events.start[row] <= scale.last) shown.push(mark(row));
    });
    marks = shown;
    const bars = shown.filter((one) => one.bar);
    for (const group of lanes.groups) stack(bars.filter((one) => one.group === group));
    bars.forEach(drawBar);
    const points = shown.filter((one) => !one.bar);
    if (points.length > MANY) drawColumns(points);
    else points.forEach(drawPoint);
    shown.filter((one) => one.row === store.state.selected).forEach(drawChosen);
  }

  /** Where a row is drawn. @param {number} row */
  function mark(row) {
    const from = scale.toPixel(events.start[row]);
    const to = scale.toPixel(events.endDay(row) + 1);
    const lane = lanes.groups.findIndex((group) => group.number === events.groupOf[row]);
    const open = events.has(row, "openStart") || events.has(row, "openEnd");
    const state = events.has(row, "state");
    const bar = to - from > 12 || open || state;
    const middle = (from + to) / 2;
    const y = (lane + 0.5) * lanes.height;
    return { row, bar, y, from: bar ? from : middle - 6, to: bar ? Math.max(to, from + 8) + (state ? FADE : 0) : middle + 6, group: lanes.groups[lane] };
  }

  function drawPoint(one) {
    const colours = theme.colours();
    const size = Math.min(12, lanes.height - 4);
    glyphs.draw(canvas, { code: one.group.code, x: (one.from + one.to) / 2, y: one.y, size, colour: colours.groups[one.group.code], halo: colours.paper });
  }

  /** Too many for glyphs: columns whose strength says how many. */
  function drawColumns(points) {
    const counts = new Map();
    let most = 1;
    for (const one of points) {
      const key = `${one.group.code} ${Math.round((one.from + one.to) / 2)}`;
      const entry = counts.get(key) || { one, x: Math.round((one.from + one.to) / 2), n: 0 };
      counts.set(key, entry);
      most = Math.max(most, ++entry.n);
    }
    for (const { one, x, n } of counts.values()) {
      canvas.globalAlpha = 0.25 + (0.75 * Math.log(1 + n)) / Math.log(1 + most);
      canvas.fillStyle = theme.colours().groups[one.group.code];
      canvas.fillRect(x, one.y - lanes.height / 2 + 3, 1, lanes.height - 6);
    }
    canvas.globalAlpha = 1;
  }

  /** Bars of one lane that overlap stand below each other, as far as the lane has room. */
  function stack(bars) {
    const ends = [];
    for (const one of bars) {
      let line = ends.findIndex((end) => end + 4 < one.from);
      if (line < 0) line = ends.length < MOST_LINES ? ends.push(0) - 1 : ends.indexOf(Math.min(...ends));
      ends[line] = one.to;
      one.line = line;
    }
    const room = lanes.height - 4;
    for (const one of bars) {
      one.height = Math.min(8, room / ends.length - 1.5);
      one.y += (one.line - (ends.length - 1) / 2) * (room / ends.length);
    }
  }

  function drawBar(one) {
    const colours = theme.colours();
    const colour = colours.groups[one.group.code];
    const { height } = one;
    const from = Math.max(one.from, scale.left), to = Math.min(one.to, scale.left + scale.width);
    canvas.fillStyle = fading(one, colour);
    canvas.fillRect(from, one.y - height / 2, to - from, height);
    if (events.has(one.row, "openStart")) drawArrow(one.from, one.y, -1, colour);
    if (events.has(one.row, "openEnd")) drawArrow(one.to, one.y, 1, colour);
  }

  /** Solid where the event is known to be, fading where it may be. */
  function fading(one, colour) {
    const { row } = one;
    const state = events.has(row, "state");
    const vague = !["day", "none"].includes(events.precision(row)) || events.has(row, "approximate");
    if (!vague && !state) return colour;
    const shade = canvas.createLinearGradient(one.from, 0, one.to, 0);
    const share = (day) => Math.max(0, Math.min(1, (scale.toPixel(day) - one.from) / (one.to - one.from)));
    const known = state ? [share(events.start[row] + events.length[row] + 1), share(events.endDay(row) + 1)] : [0.35, 0.65];
    shade.addColorStop(0, vague ? "transparent" : colour);
    shade.addColorStop(Math.min(...known), colour);
    shade.addColorStop(Math.max(...known), colour);
    shade.addColorStop(1, "transparent");
    return shade;
  }

  function drawArrow(x, y, direction, colour) {
    canvas.beginPath();
    canvas.moveTo(x, y - 4);
    canvas.lineTo(x + 5 * direction, y);
    canvas.lineTo(x, y + 4);
    canvas.lineWidth = 1.75;
    canvas.lineJoin = "round";
    canvas.strokeStyle = colour;
    canvas.stroke();
  }

  function drawChosen(one) {
    const colours = theme.colours();
    const height = one.height ? one.height + 5 : lanes.height - 4;
    const box = [one.from - 4, one.y - height / 2, one.to - one.from + 8, height];
    canvas.lineWidth = 3;
    canvas.strokeStyle = colours.accent;
    canvas.beginPath();
    canvas.roundRect(box[0], box[1], box[2], box[3], 6);
    canvas.stroke();
  }

  /** The row at a point of the lanes, -1 where there is none; the shortest mark wins. @param {number} x @param {number} y */
  function hit(x, y) {
    const near = marks.filter((one) => Math.abs(one.y - y) <= (one.height ? one.height / 2 + 2 : lanes.height / 2) && x >= one.from - 3 && x <= one.to + 3);
    near.sort((a, b) => a.to - a.from - (b.to - b.from) || Math.abs((a.from + a.to) / 2 - x) - Math.abs((b.from + b.to) / 2 - x));
    return near.length ? near[0].row : -1;
  }

  return Object.assign(lanes, { start, draw, resize, hit });
})();
