"use strict";
/** The timeline: reports counted in steps of time (Plotly), lanes by group and the brush. */
Chronotope.timeline = (() => {
  const { days, dom, events, lanes, scale, selection, store, theme, words } = Chronotope;
  const HISTOGRAM = 84;
  /** First days of the bins, one more for the end. @type {number[]} */
  let edges = [];
  /** @type {number[]} */
  let totals = [];
  let figure, asked = 0;

  /** @param {{data: any[], layout: any, config: any}} received made by timeline.py */
  async function start(received) {
    figure = received;
    dom.byId("timeline").classList.toggle("undated", events.dated === 0);
    scale.whole();
    lanes.start();
    measure();
    await Plotly.newPlot(dom.byId("histogram"), traces(), layout(), figure.config);
    lanes.resize(dom.byId("chart").clientWidth, lanes.height);
    Chronotope.brush.start();
    Chronotope.brush.show();
    link();
  }

  function link() {
    selection.on(["language"], schedule, { range: true });
    theme.on(schedule);
    new ResizeObserver(schedule).observe(dom.byId("chart"));
    const canvas = dom.byId("lanes");
    canvas.addEventListener("click", (event) => choose(lanes.hit(event.offsetX, event.offsetY)));
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

  /** Events counted by bin and group: each once, at its first possible day. */
  function count() {
    edges = scale.bins();
    const counts = events.groups.map(() => new Array(edges.length - 1).fill(0));
    selection.each({ range: true }, (row) => {
      if (row >= events.dated) return;
      const bin = binOf(events.start[row]);
      if (bin >= 0) counts[events.groupOf[row]][bin]++;
    });
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
    const x = edges.map(days.toIso);
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
        ...figure.layout.xaxis, range: [exact(scale.first), exact(scale.last)], gridcolor: colours.rule,
        tickvals: tickDays.map(days.toIso), ticktext: texts,
      },
      yaxis: { ...figure.layout.yaxis, gridcolor: colours.rule, side: mirrored ? "right" : "left", ...heights() },
    };
  }

  /** The range of the counts, with two or three whole numbers written beside it. */
  function heights() {
    const most = totals.reduce((a, b) => Math.max(a, b), 1);
    const power = 10 ** Math.floor(Math.log10(most / 2 || 1));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => most / size < 3) || most;
    return { range: [0, most * 1.08], tick0: 0, dtick: Math.max(1, step) };
  }

  const exact = (day) => days.toIso(Math.round(day));

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
    const row = lanes.hit(event.offsetX, event.offsetY);
    dom.byId("lanes").classList.toggle("pointing", row >= 0);
    if (row < 0) return hideTip();
    const { event: told } = await events.detail(row);
    tip(event.offsetX, dom.byId("lanes").offsetTop + event.offsetY - 40, Chronotope.tell.title(told).text);
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

  function choose(row) {
    if (row >= 0) store.set({ selected: row });
  }

  /** Where the chosen event lies outside the shown time, show all of it. */
  function keepInSight() {
    const day = events.startDay(store.state.selected);
    if (day < scale.first || day > scale.last) scale.whole();
    schedule();
  }

  return { start, draw, point, binAt, binLength };
})();
