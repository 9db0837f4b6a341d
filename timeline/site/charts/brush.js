"use strict";
/** The range of days: a brush over the timeline with two sliders, and two date fields. */
Chronotope.brush = (() => {
  const { days, dom, events, scale, store, words } = Chronotope;
  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
  const CLICK = 4;
  /** Under this many pixels the handles stand outside of the brush, so that both can be taken. */
  const NARROW = 44;
  /** @type {{mode: string, x: number, range: [number, number], moved: boolean}|null} */
  let drag = null;

  function start() {
    const area = dom.byId("brush-area");
    area.addEventListener("pointerdown", begin);
    area.addEventListener("pointermove", move);
    area.addEventListener("pointerup", end);
    area.addEventListener("pointercancel", drop);
    area.addEventListener("dblclick", () => store.set({ range: null }));
    for (const which of [0, 1]) handle(which).addEventListener("keydown", (event) => press(event, which));
    for (const which of [0, 1]) field(which).addEventListener("change", () => typed(which));
    dom.byId("whole").addEventListener("click", whole);
    dom.byId("zoom").addEventListener("click", zoom);
    store.on(["range", "language"], show);
  }

  /** Let go: two fingers zoom. */
  function drop() {
    drag = null;
  }

  const handle = (which) => dom.byId(which ? "brush-end" : "brush-start");
  const field = (which) => /** @type {HTMLInputElement} */ (dom.byId(which ? "date-to" : "date-from"));

  /** First and last day, chosen or all. @returns {[number, number]} */
  const current = () => /** @type {[number, number]} */ ([...(store.state.range || [events.first, events.last])]);

  /** Set the range; the whole time is no range. @param {number} first @param {number} last */
  function set(first, last) {
    const from = clamp(Math.min(first, last)), to = clamp(Math.max(first, last));
    store.set({ range: from === events.first && to === events.last ? null : [from, to], pile: null });
  }

  const clamp = (day) => Math.max(events.first, Math.min(events.last, Math.floor(day)));

  const pixel = (event) => event.clientX - dom.byId("brush-area").getBoundingClientRect().left + dom.byId("brush-area").offsetLeft;

  function begin(event) {
    if (event.button) return;
    const id = event.target.id;
    const mode = id === "brush-start" ? "first" : id === "brush-end" ? "last" : id === "brush" && store.state.range ? "both" : "new";
    drag = { mode, x: pixel(event), range: current(), moved: false };
    dom.byId("brush-area").setPointerCapture(event.pointerId);
    if (mode === "first" || mode === "last") handle(mode === "last" ? 1 : 0).focus();
    event.preventDefault();
  }

  function move(event) {
    if (!drag) return Chronotope.timeline.point(event);
    const x = pixel(event);
    drag.moved = drag.moved || Math.abs(x - drag.x) > CLICK;
    if (!drag.moved) return;
    const day = scale.toDay(x);
    const [first, last] = drag.range;
    if (drag.mode === "first") set(Math.min(day, last), last);
    else if (drag.mode === "last") set(first, Math.max(day, first));
    else if (drag.mode === "new") set(scale.toDay(drag.x), day);
    else shift(drag.range, Math.round(day - scale.toDay(drag.x)));
  }

  /** Move the whole range, keeping its length. @param {[number, number]} range @param {number} by */
  function shift([first, last], by) {
    const length = last - first;
    const from = Math.max(events.first, Math.min(events.last - length, first + by));
    set(from, from + length);
  }

  /** A click without a drag takes the bar under the pointer. */
  function end(event) {
    if (drag && !drag.moved && (drag.mode === "new" || drag.mode === "both")) {
      const bin = Chronotope.timeline.binAt(pixel(event));
      if (bin) set(bin.first, bin.last);
    }
    drag = null;
  }

  /** Arrows move a handle by a step of the histogram, with Shift by a day; Home and End to the ends. */
  function press(event, which) {
    const range = current();
    const unit = event.shiftKey ? 1 : Chronotope.timeline.binLength();
    if (event.key === "Home") range[which] = which ? range[0] : events.first;
    else if (event.key === "End") range[which] = which ? events.last : range[1];
    else if (STEPS[event.key]) range[which] += STEPS[event.key] * unit;
    else return;
    event.preventDefault();
    set(which ? range[0] : Math.min(range[0], range[1]), which ? Math.max(range[0], range[1]) : range[1]);
    if (scale.reveal(current()[which], current()[which])) Chronotope.timeline.moved();
  }

  function typed(which) {
    const day = days.fromIso(field(which).value);
    if (Number.isNaN(day)) return show();
    const range = current();
    range[which] = day;
    set(range[0], range[1]);
  }

  function whole() {
    store.set({ range: null });
    scale.whole();
    Chronotope.timeline.moved();
  }

  /** Show the chosen range over the whole width. */
  function zoom() {
    const [first, last] = current();
    const air = Math.max(1, (last - first) * 0.05);
    scale.show(Math.floor(first - air), Math.ceil(last + 1 + air));
    Chronotope.timeline.moved();
  }

  /** Draw the brush and say the range. */
  function show() {
    const [first, last] = current();
    const edge = (x) => Math.max(scale.left, Math.min(scale.left + scale.width, x));
    const left = edge(scale.toPixel(first)), right = edge(scale.toPixel(last + 1));
    place("shade-before", scale.left, store.state.range ? left : scale.left);
    place("shade-after", store.state.range ? right : scale.left + scale.width, scale.left + scale.width);
    place("brush", left, Math.max(right, left + 2));
    dom.byId("brush").classList.toggle("all", !store.state.range);
    dom.byId("brush").classList.toggle("narrow", right - left < NARROW);
    handle(0).classList.toggle("beyond", outside(first));
    handle(1).classList.toggle("beyond", outside(last + 1));
    [first, last].forEach((day, which) => {
      tell(handle(which), day);
      Object.assign(field(which), { value: days.toIso(day), min: days.toIso(events.first), max: days.toIso(events.last) });
    });
    dom.byId("zoom").toggleAttribute("disabled", !store.state.range);
  }

  /** Whether a handle stands at the edge because its day lies beyond. @param {number} day */
  const outside = (day) => day < scale.first || day > scale.last;

  function place(id, left, right) {
    const area = dom.byId("brush-area").offsetLeft;
    Object.assign(dom.byId(id).style, { left: `${left - (id === "brush" ? area : 0)}px`, width: `${right - left}px` });
  }

  /** @param {HTMLElement} slider @param {number} day */
  function tell(slider, day) {
    slider.setAttribute("aria-valuemin", String(events.first));
    slider.setAttribute("aria-valuemax", String(events.last));
    slider.setAttribute("aria-valuenow", String(day));
    slider.setAttribute("aria-valuetext", days.say(day));
  }

  return { start, show, drop };
})();
