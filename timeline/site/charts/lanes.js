"use strict";
/**
 * One lane a group under the histogram. What is known is solid, what is only known to the month or year fades at both
 * ends, an open end is an arrow, a state fades where knowledge of it ends; what is disputed is ringed or hatched.
 */
Chronotope.lanes = (() => {
  const { dom, events, glyphs, marks, scale, selection, store, tally, theme } = Chronotope;
  const UNIT = { day: 2, month: 30.4, year: 365.25, decade: 3652.5 };
  /** Days as wide as this have room for their number. */
  const NUMBERED = 30;
  const lanes = { groups: [], height: 24, crowded: false };
  /** What was drawn, for pointing at. @type {any[]} */
  let drawn = [];
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
    canvas.strokeStyle = theme.colours().rule;
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
    const found = marks.layout(lanes);
    drawn = found || [];
    lanes.crowded = !found;
    if (!found) return drawColumns();
    const last = (one) => (one.extra ? 1 : 0);
    for (const one of [...found].sort((a, b) => last(a) - last(b))) (one.extra ? drawExtra : one.bar ? drawBar : drawPoint)(one);
    found.filter((one) => one.rows.includes(store.state.selected)).forEach(drawChosen);
  }

  const colourOf = (group) => theme.colours().groups[group.code];
  const isDisputed = (one) => one.rows.some((row) => events.has(row, "disputed"));

  function drawPoint(one) {
    const colours = theme.colours();
    const size = Math.min(12, lanes.height - 4), x = one.from + 6;
    if (one.rows.length === 1 && events.isVague(one.rows[0])) drawWhiskers(x, one.y, colourOf(one.group));
    glyphs.draw(canvas, { code: one.group.code, x, y: one.y, size, colour: colourOf(one.group), halo: colours.paper });
    if (isDisputed(one)) drawRing(x, one.y, size / 2 + 2.5, colours.ink);
    if (one.rows.length > 1) write(String(one.rows.length), x + 9 + (isDisputed(one) ? 1 : 0), one.y);
  }

  /** A day that is only roughly known, where its time is too short for a bar: it fades to both sides. */
  function drawWhiskers(x, y, colour) {
    const shade = canvas.createLinearGradient(x - 17, 0, x + 17, 0);
    shade.addColorStop(0, "transparent");
    shade.addColorStop(0.5, colour);
    shade.addColorStop(1, "transparent");
    canvas.fillStyle = shade;
    canvas.fillRect(x - 17, y - 2, 34, 4);
  }

  function drawRing(x, y, radius, colour) {
    canvas.beginPath();
    canvas.arc(x, y, radius, 0, 2 * Math.PI);
    canvas.lineWidth = 1.25;
    canvas.strokeStyle = colour;
    canvas.setLineDash([2.5, 2]);
    canvas.stroke();
    canvas.setLineDash([]);
  }

  function write(text, x, y) {
    const colours = theme.colours();
    Object.assign(canvas, { font: "600 11px system-ui, 'Noto Sans', sans-serif", textBaseline: "middle", textAlign: "left", lineJoin: "round" });
    canvas.lineWidth = 3;
    canvas.strokeStyle = colours.paper;
    canvas.strokeText(text, x, y + 0.5);
    canvas.fillStyle = colours.ink;
    canvas.fillText(text, x, y + 0.5);
  }

  /** Too many for glyphs: columns whose strength says how many, with the number where a day is wide enough. */
  function drawColumns() {
    const wide = scale.dayWidth() >= NUMBERED;
    const columns = wide ? dayColumns() : pixelColumns();
    const most = columns.reduce((found, one) => Math.max(found, one.n), 1);
    for (const { group, lane, x, width, n } of columns) {
      canvas.globalAlpha = 0.2 + (0.8 * Math.log(1 + n)) / Math.log(1 + most);
      canvas.fillStyle = colourOf(group);
      canvas.fillRect(x, lane * lanes.height + 3, width, lanes.height - 6);
    }
    canvas.globalAlpha = 1;
    if (wide) columns.forEach(({ lane, x, n }) => write(Chronotope.words.number(Math.round(n)), x + 3, (lane + 0.5) * lanes.height));
  }

  /** What a day has, in each lane. */
  function dayColumns() {
    const [first, last] = scale.shown();
    return lanes.groups.flatMap((group, lane) => Array.from({ length: last - first + 1 }, (_, i) => {
      const x = scale.toPixel(first + i);
      return { group, lane, x: x + 1, width: scale.toPixel(first + i + 1) - x - 2, n: tally.between(group.number, first + i, first + i + 1) };
    })).filter((one) => one.n > 0);
  }

  /** The most that a day within each pixel has. */
  function pixelColumns() {
    const covered = tally.coverage(), groups = events.groups.length, days = events.header.days;
    const columns = [];
    for (let x = Math.floor(scale.left); x < scale.left + scale.width; x++) {
      const from = Math.max(0, Math.floor(scale.toDay(x)) - events.first);
      const to = Math.min(days, Math.max(from + 1, Math.floor(scale.toDay(x + 1)) - events.first));
      lanes.groups.forEach((group, lane) => {
        let n = 0;
        for (let day = from; day < to; day++) n = Math.max(n, covered[day * groups + group.number]);
        if (n > 1e-3) columns.push({ group, lane, x, width: 1, n });
      });
    }
    return columns;
  }

  function drawBar(one) {
    const colour = colourOf(one.group), [row] = one.rows;
    const from = Math.max(one.from, scale.left), to = Math.min(one.to, scale.left + scale.width);
    canvas.fillStyle = fading(one, colour);
    canvas.fillRect(from, one.y - one.height / 2, to - from, one.height);
    if (events.has(row, "disputed")) hatch(from, one.y - one.height / 2, to - from, one.height);
    if (events.has(row, "openStart")) drawArrow(one.from, one.y, -1, colour);
    if (events.has(row, "openEnd")) drawArrow(one.to, one.y, 1, colour);
  }

  /** Lines of paper across what is disputed. */
  function hatch(x, y, width, height) {
    canvas.save();
    canvas.beginPath();
    canvas.rect(x, y, width, height);
    canvas.clip();
    canvas.beginPath();
    for (let at = Math.floor(x / 6) * 6 - 6; at < x + width; at += 6) {
      canvas.moveTo(at, y + height);
      canvas.lineTo(at + height, y);
    }
    canvas.lineWidth = 1.75;
    canvas.strokeStyle = theme.colours().paper;
    canvas.stroke();
    canvas.restore();
  }

  /** Solid where the event is known to be, fading over the month or year that an end may lie in. */
  function fading(one, colour) {
    const [row] = one.rows;
    const state = events.has(row, "state"), vague = events.isVague(row);
    if (!vague && !state) return colour;
    const first = events.start[row], length = events.length[row] + 1;
    const doubt = vague ? Math.min(UNIT[events.precision(row)] || 1, length * 0.4) : 0;
    const known = state ? [first + (vague ? length : 0), events.endDay(row) + 1] : [first + doubt, first + length - doubt];
    const share = (day) => Math.max(0, Math.min(1, (scale.toPixel(day) - one.from) / (one.to - one.from)));
    const shade = canvas.createLinearGradient(one.from, 0, one.to, 0);
    shade.addColorStop(0, vague ? "transparent" : colour);
    shade.addColorStop(share(Math.min(...known)), colour);
    shade.addColorStop(share(Math.max(...known)), colour);
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

  /** How many bars have no line of their own. */
  function drawExtra(one) {
    const colours = theme.colours();
    canvas.beginPath();
    canvas.roundRect(one.from, one.y - 7, one.to - one.from, 14, 7);
    canvas.fillStyle = colours.paper;
    canvas.fill();
    canvas.lineWidth = 1.25;
    canvas.strokeStyle = colourOf(one.group);
    canvas.stroke();
    write(`+${one.rows.length}`, one.from + 5, one.y);
  }

  function drawChosen(one) {
    const height = one.height ? one.height + 5 : lanes.height - 4;
    canvas.lineWidth = 3;
    canvas.strokeStyle = theme.colours().accent;
    canvas.beginPath();
    canvas.roundRect(one.from - 4, one.y - height / 2, one.to - one.from + 8, height, 6);
    canvas.stroke();
  }

  /** What was drawn at a point of the lanes. @param {number} x @param {number} y @returns {{rows: number[]}|null} */
  function hit(x, y) {
    return lanes.crowded ? column(x, y) : marks.at(drawn, x, y, lanes.height);
  }

  /** The events of one day in one lane, where they are drawn as columns. */
  function column(x, y) {
    const group = lanes.groups[Math.floor(y / lanes.height)];
    const day = Math.floor(scale.toDay(x));
    if (!group || scale.dayWidth() < NUMBERED) return null;
    const rows = [];
    for (let row = tally.firstRow(day); row < tally.firstRow(day + 1); row++) {
      if (tally.passes(row) && events.groupOf[row] === group.number) rows.push(row);
    }
    return rows.length ? { rows } : null;
  }

  return Object.assign(lanes, { start, draw, resize, hit, drawn: () => drawn });
})();
