"use strict";
/** The timeline: reports counted in steps of time (Plotly), lanes by group and the brush. */
Chronotope.timeline = (() => {
  const { days, dom, events, lanes, scale, selection, store, tally, theme, words } = Chronotope;
  const DAY = 86400000, QUIET = 700, MONTHS = 75;
  const HISTOGRAM = 84;
  /** First days of the bins, one more for the end. @type {number[]} */
  let edges = [];
  /** @type {number[]} */
  let totals = [];
  let figure, asked = 0, timer = 0;
  /** What the pointer is on. @type {{rows: number[]}|null} */
  let pointed = null;

  /** @param {{data: any[], layout: any, config: any}} received made by timeline.py */
  async function start(received) {
    figure = received;
    dom.byId("timeline").classList.toggle("undated", events.dated === 0);
    scale.whole();
    tally.start();
    lanes.start();
    measure();
    await Plotly.newPlot(dom.byId("histogram"), traces(), layout(), figure.config);
    lanes.resize(dom.byId("chart").clientWidth, lanes.height);
    Chronotope.brush.start();
    Chronotope.brush.show();
    Chronotope.zoom.start();
    Chronotope.play.start();
    Chronotope.reports.start();
    link();
    sayShown();
  }

  function link() {
    selection.on(["language"], schedule, { range: true });
    theme.on(schedule);
    new ResizeObserver(schedule).observe(dom.byId("chart"));
    const canvas = dom.byId("lanes");
    canvas.addEventListener("click", (event) => { if (!Chronotope.zoom.wasMoved()) choose(lanes.hit(event.offsetX, event.offsetY)); });
    canvas.addEventListener("mousemove", (event) => hover(event));
    canvas.addEventListener("mouseleave", hideTip);
    dom.byId("brush-area").addEventListener("pointerleave", hideTip);
    store.on(["selected"], keepInSight);
  }

  function schedule() {
    asked = asked || requestAnimationFrame(() => { asked = 0; draw(); });
  }

  /** Draw all of it again, for the width there is. */
  function draw() {
    if (!dom.byId("chart").clientWidth) return; // a view that doesn't show it
    measure();
    Plotly.react(dom.byId("histogram"), traces(), layout(), figure.config);
    lanes.resize(dom.byId("chart").clientWidth, lanes.height);
    Chronotope.brush.show();
    sayShown();
  }

  /** Another part of the time is in sight: drawn at once, told when it stands. */
  function moved() {
    hideTip();
    schedule();
    clearTimeout(timer);
    timer = setTimeout(() => { dom.byId("time-status").textContent = words.say("time_shown", { range: shown() }); }, QUIET);
  }

  /** The days in sight, in words. */
  function shown() {
    const [first, last] = scale.shown();
    return days.sayRange(first, last, last - first > MONTHS ? "monthOfYear" : "short");
  }

  function sayShown() {
    dom.byId("time-shown").textContent = shown();
    dom.byId("time-out").toggleAttribute("disabled", scale.isWhole());
    dom.byId("time-in").toggleAttribute("disabled", scale.last - scale.first <= 1);
  }

  /** How wide things are: names of the lanes stand at the start of the line, on a phone above the chart. */
  function measure() {
    const chart = dom.byId("chart");
    const narrow = getComputedStyle(dom.byId("groups")).position === "static"; // as the style sheet puts names of groups
    const gutter = narrow ? 26 : 168;
    const mirrored = document.documentElement.dir === "rtl";
    scale.fit(mirrored ? 18 : gutter, chart.clientWidth - gutter - 18);
    lanes.height = narrow ? 16 : 24;
    chart.style.setProperty("--gutter", `${gutter}px`);
    chart.style.setProperty("--lane", `${lanes.height}px`);
    Object.assign(dom.byId("brush-area").style, { left: `${scale.left}px`, width: `${scale.width}px` });
  }

  /** Events counted by bin and group. */
  function count() {
    edges = scale.bins();
    const counts = tally.count(edges);
    totals = edges.slice(1).map((_, bin) => counts.reduce((sum, group) => sum + group[bin], 0));
    return counts;
  }

  /** @param {number} day @returns {number} -1 outside */
  function binOf(day) {
    let low = 0, high = edges.length - 1;
    if (day < edges[0] || day >= edges[high]) return -1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (edges[middle] <= day) low = middle; else high = middle;
    }
    return low;
  }

  function traces() {
    const counts = count();
    const x = edges.map((day) => day * DAY);
    const colours = theme.colours().groups;
    return figure.data.map((trace, number) => {
      const y = [...counts[number], counts[number].at(-1) || 0];
      const colour = colours[events.groups[number].code];
      return { ...trace, x, y, fillcolor: colour, line: { ...trace.line, color: colour } };
    });
  }

  function layout() {
    const colours = theme.colours();
    const { days: tickDays, texts } = scale.ticks();
    const width = dom.byId("chart").clientWidth;
    const mirrored = document.documentElement.dir === "rtl";
    return {
      ...figure.layout,
      width,
      height: HISTOGRAM,
      margin: { l: scale.left, r: width - scale.left - scale.width, t: 6, b: 20 },
      font: { ...figure.layout.font, color: colours.quiet },
      xaxis: {
        ...figure.layout.xaxis, range: [scale.first * DAY, scale.last * DAY], gridcolor: colours.rule,
        tickvals: tickDays.map((day) => day * DAY), ticktext: texts,
      },
      yaxis: { ...figure.layout.yaxis, gridcolor: colours.rule, side: mirrored ? "right" : "left", ...heights() },
    };
  }

  /** The range of the counts, with two or three whole numbers written beside it. */
  function heights() {
    const most = totals.reduce((a, b) => Math.max(a, b), 1);
    const power = 10 ** Math.floor(Math.log10(most / 2 || 1));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => most / size < 3) || most;
    const written = Array.from({ length: Math.floor(most / Math.max(1, step)) + 1 }, (_, i) => i * Math.max(1, step));
    return { range: [0, most * 1.08], tickmode: "array", tickvals: written, ticktext: written.map(words.brief) };
  }

  /** The bar at a pixel. @param {number} pixel */
  function binAt(pixel) {
    const bin = binOf(scale.toDay(pixel));
    return bin < 0 ? null : { first: edges[bin], last: edges[bin + 1] - 1, count: totals[bin] };
  }

  /** Days of the bins now. */
  const binLength = () => Math.max(1, Math.round((edges.at(-1) - edges[0]) / (edges.length - 1)));

  /** Say what a bar counts. @param {PointerEvent} event */
  function point(event) {
    const x = event.clientX - dom.byId("chart").getBoundingClientRect().left;
    const bin = binAt(x);
    if (!bin) return hideTip();
    tip(x, 0, `${days.sayRange(bin.first, bin.last)}: ${words.count("events", bin.count)}`);
  }

  async function hover(event) {
    const mark = lanes.hit(event.offsetX, event.offsetY);
    dom.byId("lanes").classList.toggle("pointing", mark !== null);
    pointed = mark;
    if (!mark) return hideTip();
    const text = await describe(mark.rows);
    if (pointed === mark) tip(event.offsetX, dom.byId("lanes").offsetTop + event.offsetY - 60, text);
  }

  /** One event in words, or how many there are and from when to when. @param {number[]} rows */
  async function describe(rows) {
    if (rows.length > 1) {
      const first = rows.reduce((day, row) => Math.min(day, events.start[row]), Infinity);
      const last = rows.reduce((day, row) => Math.max(day, events.endDay(row)), -Infinity);
      return `${words.count("events", rows.length)}\n${days.sayRange(first, last, "short")}`;
    }
    const { event } = await events.detail(rows[0]);
    const notes = [Chronotope.tell.when(event, "short")];
    if (events.has(rows[0], "disputed")) notes.push(words.say("contested"));
    if (!events.has(rows[0], "reviewed")) notes.push(words.say("unreviewed"));
    return `${Chronotope.tell.title(event).text}\n${notes.join(" · ")}`;
  }

  function tip(x, y, text) {
    const box = dom.byId("time-tip");
    box.textContent = text;
    box.hidden = false;
    const room = dom.byId("chart").clientWidth - box.offsetWidth - 4;
    Object.assign(box.style, { left: `${Math.max(4, Math.min(room, x + 12))}px`, top: `${y}px` });
  }

  function hideTip() {
    dom.byId("time-tip").hidden = true;
  }

  /** One event is chosen; several at one spot are listed. @param {{rows: number[]}|null} mark */
  function choose(mark) {
    if (!mark) return;
    store.set(mark.rows.length === 1 ? { selected: mark.rows[0] } : { pile: mark.rows, tray: null, selected: -1 });
  }

  /** Where the chosen event lies outside the shown time, move there. */
  function keepInSight() {
    const day = events.startDay(store.state.selected);
    if (day > scale.last || events.endDay(store.state.selected) < scale.first) scale.reveal(day, day);
    schedule();
  }

  return { start, draw, schedule, moved, point, binAt, binLength };
})();
