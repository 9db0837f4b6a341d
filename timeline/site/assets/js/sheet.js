"use strict";
/**
 * On a phone the list is a sheet over the lower part of the screen. Its handle is dragged, tapped or moved by keys
 * between three stops; where the style sheet shows no handle, the list stands beside the map and nothing here matters.
 */
Chronotope.sheet = (() => {
  const { dom, events, store, tell, words } = Chronotope;
  const STOPS = ["peek", "half", "full"];
  const KEYS = { ArrowUp: 1, ArrowDown: -1, PageUp: 1, PageDown: -1, Home: -2, End: 2 };
  const ACTS = { peek: "sheet_open", half: "sheet_widen", full: "sheet_close" };
  const PEEK = 96;
  const TAP = 6;
  const FLICK = 0.5;
  let stop = 0;
  let before = 0;
  /** @type {{y: number, size: number, moved: boolean, time: number, speed: number}|null} */
  let drag = null;
  let dragged = false;

  function start() {
    const side = dom.byId("side"), handle = dom.byId("sheet");
    handle.addEventListener("click", () => { if (!dragged) moveTo(stop === 2 ? 0 : stop + 1); });
    handle.addEventListener("keydown", press);
    side.addEventListener("pointerdown", grip);
    addEventListener("pointermove", pull);
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, release);
    side.addEventListener("focusin", (event) => { if (event.target !== handle && stop === 0 && !drag) moveTo(1); });
    document.addEventListener("keydown", lower);
    store.on(["selected"], follow);
    store.on(["pile", "tray"], () => { if ((store.state.pile || store.state.tray) && stop === 0) moveTo(1); });
    store.on(["selected", "language"], name);
    moveTo(0);
  }

  /** Whether the list is a sheet now. */
  const isSheet = () => dom.byId("sheet").getClientRects().length > 0;

  /** Heights of the stops, in pixels. */
  const sizes = () => [PEEK, window.innerHeight / 2, dom.byId("side").parentElement.clientHeight];

  /** @param {number} next 0 to 2 */
  function moveTo(next) {
    stop = Math.max(0, Math.min(2, next));
    document.documentElement.dataset.sheet = STOPS[stop];
    dom.byId("sheet").setAttribute("aria-expanded", String(stop > 0));
    dom.byId("sheet-act").textContent = `, ${words.say(ACTS[STOPS[stop]])}`;
  }

  /** An event opens at half height, so that its place stays in sight; the list returns at the height it had. */
  function follow() {
    const open = store.state.selected >= 0;
    if (open === document.documentElement.classList.contains("has-detail")) return;
    if (open) before = stop;
    moveTo(open ? 1 : Math.max(1, before));
  }

  /** The handle tells what the sheet holds. */
  async function name() {
    const row = store.state.selected;
    dom.byId("sheet-act").textContent = `, ${words.say(ACTS[STOPS[stop]])}`;
    const title = row < 0 ? null : tell.title((await events.detail(row)).event);
    if (row !== store.state.selected) return;
    const text = dom.byId("sheet-title");
    Object.assign(text, { textContent: title ? title.text : "", lang: title ? title.language : "", hidden: !title });
    dom.byId("sheet-count").hidden = Boolean(title);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    moveTo(stop + by);
  }

  /** Escape lowers a raised list and leaves the focus on its handle. @param {KeyboardEvent} event */
  function lower(event) {
    const busy = store.state.selected >= 0 || document.querySelector("dialog[open]");
    if (event.key !== "Escape" || busy || stop === 0 || !isSheet()) return;
    if (!dom.byId("side").contains(document.activeElement)) return;
    dom.byId("sheet").focus();
    moveTo(0);
  }

  /** A finger takes the handle, or anything of a lowered sheet. @param {PointerEvent} event */
  function grip(event) {
    dragged = false;
    const held = stop === 0 || dom.byId("sheet").contains(/** @type {Node} */ (event.target));
    if (!isSheet() || event.button || !held) return;
    drag = { y: event.clientY, size: dom.byId("side").offsetHeight, moved: false, time: event.timeStamp, speed: 0 };
  }

  /** @param {PointerEvent} event */
  function pull(event) {
    if (!drag) return;
    const side = dom.byId("side");
    const up = drag.y - event.clientY;
    if (!drag.moved && Math.abs(up) < TAP) return;
    const size = Math.max(PEEK, Math.min(sizes()[2], drag.size + up));
    const passed = Math.max(1, event.timeStamp - drag.time);
    Object.assign(drag, { moved: true, speed: (size - side.offsetHeight) / passed, time: event.timeStamp });
    dragged = true;
    side.classList.add("dragged");
    side.style.blockSize = `${size}px`;
  }

  /** Let go: on to the next stop after a flick, else to the nearest. */
  function release() {
    if (!drag) return;
    const { moved, speed } = drag;
    drag = null;
    if (!moved) return;
    const side = dom.byId("side");
    const size = side.offsetHeight;
    side.classList.remove("dragged");
    side.style.blockSize = "";
    moveTo(Math.abs(speed) > FLICK ? beyond(size, Math.sign(speed)) : nearest(size));
  }

  const nearest = (size) => sizes().reduce((best, height, number, all) => (Math.abs(height - size) < Math.abs(all[best] - size) ? number : best), 0);

  /** The next stop in a direction. @param {number} size @param {number} way 1 up, -1 down */
  function beyond(size, way) {
    const all = sizes();
    return way > 0 ? Math.max(0, all.findIndex((height) => height >= size)) : Math.max(0, all.findLastIndex((height) => height <= size));
  }

  /** How many pixels of an element the sheet hides, once it has come to its stop; a full one leaves nothing to care for.
   * @param {Element} element */
  function covers(element) {
    if (!isSheet() || stop === 2) return 0;
    const top = dom.byId("side").parentElement.getBoundingClientRect().bottom - sizes()[stop];
    return Math.max(0, element.getBoundingClientRect().bottom - top);
  }

  return { start, covers };
})();
