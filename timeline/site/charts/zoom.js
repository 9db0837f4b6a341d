"use strict";
/** Coming closer on the timeline and moving along it: wheel, pinch, drag, buttons, keys; a double click shows all. */
Chronotope.zoom = (() => {
  const { brush, dom, scale } = Chronotope;
  const STEP = 2, PER_PIXEL = 0.0025, LINE = 33, PAN = 0.25, CLICK = 4;
  const KEYS = {
    "+": () => scale.zoom(STEP), "=": () => scale.zoom(STEP), "-": () => scale.zoom(1 / STEP), "−": () => scale.zoom(1 / STEP),
    _: () => scale.zoom(1 / STEP), 0: () => scale.whole(),
  };
  const MOVES = { ArrowLeft: -PAN, ArrowRight: PAN, PageUp: -1, PageDown: 1 };
  /** Fingers on the timeline, by pointer. @type {Map<number, number>} */
  const fingers = new Map();
  /** @type {{day: number, gap: number, length: number}|null} */
  let pinch = null;
  /** @type {{x: number, day: number, moved: boolean}|null} */
  let drag = null;
  /** Whether the last press moved the timeline, so that its click means nothing. */
  let moved = false;

  function start() {
    const plot = dom.byId("plot");
    plot.addEventListener("wheel", turn, { passive: false });
    plot.addEventListener("keydown", press);
    plot.addEventListener("dblclick", () => change(scale.whole));
    for (const [name, listener] of [["pointerdown", down], ["pointermove", follow], ["pointerup", up], ["pointercancel", up]]) {
      plot.addEventListener(/** @type {string} */ (name), /** @type {any} */ (listener), true);
    }
    dom.byId("time-in").addEventListener("click", () => change(() => scale.zoom(STEP)));
    dom.byId("time-out").addEventListener("click", () => change(() => scale.zoom(1 / STEP)));
  }

  /** @param {() => void} how */
  function change(how) {
    how();
    Chronotope.timeline.moved();
  }

  const pixel = (x) => x - dom.byId("plot").getBoundingClientRect().left;

  /** A page that scrolls keeps its wheel, unless Ctrl or ⌘ is held; so does one that frames the timeline. */
  const ownsWheel = () => document.body.classList.contains("screen") && getComputedStyle(dom.byId("timeline")).overflowY === "visible";

  /** @param {WheelEvent} event */
  function turn(event) {
    const asked = event.ctrlKey || event.metaKey;
    if (!asked && !ownsWheel()) return;
    event.preventDefault();
    const unit = event.deltaMode ? LINE : 1;
    const across = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    if (Math.abs(across) > Math.abs(event.deltaY) || event.shiftKey) return change(() => scale.pan((across * unit) / scale.width));
    const speed = asked && !event.deltaMode && Math.abs(event.deltaY) < LINE ? 4 : 1; // a pinch on a touchpad comes in small steps
    change(() => scale.zoom(Math.exp(-event.deltaY * unit * PER_PIXEL * speed), pixel(event.clientX)));
  }

  /** Plus, minus and 0 anywhere on the timeline; arrows on the timeline itself, since sliders have their own. @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = event.target === event.currentTarget ? MOVES[event.key] : 0;
    if (!KEYS[event.key] && !move) return;
    event.preventDefault();
    change(KEYS[event.key] || (() => scale.pan(move)));
  }

  /** @param {PointerEvent} event */
  function down(event) {
    moved = false;
    if (event.pointerType === "touch") fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 2) return grip(event);
    if (event.target !== dom.byId("lanes") || event.button) return;
    drag = { x: event.clientX, day: scale.toDay(pixel(event.clientX)), moved: false };
  }

  /** Two fingers: what lies between them stays between them. @param {PointerEvent} event */
  function grip(event) {
    const [a, b] = fingers.values();
    brush.drop();
    drag = null;
    moved = true;
    pinch = { day: scale.toDay(pixel((a + b) / 2)), gap: Math.max(20, Math.abs(a - b)), length: scale.last - scale.first };
    event.stopPropagation();
  }

  /** @param {PointerEvent} event */
  function follow(event) {
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, event.clientX);
    if (pinch) {
      const [a, b] = fingers.values();
      const { day, gap, length } = pinch;
      event.stopPropagation();
      change(() => scale.hold(day, pixel((a + b) / 2), Math.max(1, (length * gap) / Math.max(20, Math.abs(a - b)))));
    } else if (drag) pull(event);
  }

  /** @param {PointerEvent} event */
  function pull(event) {
    if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) <= CLICK)) return;
    if (!drag.moved) dom.byId("lanes").setPointerCapture(event.pointerId);
    drag.moved = moved = true;
    const { day } = drag;
    change(() => scale.hold(day, pixel(event.clientX)));
  }

  /** @param {PointerEvent} event */
  function up(event) {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
    drag = null;
  }

  return { start, wasMoved: () => moved };
})();
