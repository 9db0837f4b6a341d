"use strict";
/**
 * All events as columns (the layout is that of columns.py) and their details, loaded when asked for.
 * Rows are sorted by first day, undated ones last.
 */
Chronotope.events = (() => {
  const FLAGS = { openStart: 1, openEnd: 2, approximate: 4, state: 8, disputed: 16, reviewed: 32 };
  const PRECISIONS = ["none", "day", "month", "year", "decade"];

  /** @type {any} filled by load() */
  const events = {
    count: 0, dated: 0, first: 0, last: 0, groups: [],
  };
  /** @type {Map<number, Promise<{events: any[], articles: Record<string, any>, actors: Record<string, Record<string, string>>}>>} */
  const chunks = new Map();

  /** @param {any} header @param {string} packed */
  async function load(header, packed) {
    const bytes = new Uint8Array(await unpack(packed));
    Object.assign(events, { header, count: header.events, dated: header.dated, groups: header.groups });
    events.first = header.firstDay;
    events.last = header.firstDay + header.days - 1;
    read(bytes, header);
    events.long = longRows();
  }

  /** @param {string} packed gzip in base64 */
  function unpack(packed) {
    const text = atob(packed), bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i); // Uint8Array.from takes four times as long
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  /** A reader of byte planes: every call takes the next numbers, of one byte without a copy. @param {Uint8Array} bytes @returns {(count: number, width: number) => Uint32Array|Uint8Array} */
  function planes(bytes) {
    let at = 0;
    return (count, width) => {
      if (width === 1) return bytes.subarray(at, (at += count));
      const numbers = new Uint32Array(count);
      for (let plane = 0; plane < width; plane++, at += count) {
        for (let i = 0; i < count; i++) numbers[i] |= bytes[at + i] << (8 * plane);
      }
      return numbers;
    };
  }

  /** A file of columns that is loaded when first asked for. @param {string} name @returns {Promise<{header: any, take: ReturnType<typeof planes>}>} */
  async function columns(name) {
    const [header, packed] = await Chronotope.request(name, events.header[name]);
    return { header, take: planes(new Uint8Array(await unpack(packed))) };
  }

  /** @param {Uint8Array} bytes @param {any} header */
  function read(bytes, header) {
    const take = planes(bytes);
    const places = header.positions;
    events.lat = degrees(runningSum(take(places, 4)));
    events.lon = degrees(Int32Array.from(take(places, 4), (value) => value | 0));
    events.wherePrec = take(places, 1);
    events.radius = Float64Array.from(take(places, 2), (value) => value / 10);
    events.since = startsOfDays(take(header.days, 3));
    events.place = take(header.events, header.positionBytes);
    events.groupOf = take(header.events, 1);
    events.precisionOf = take(header.events, 1);
    events.flags = take(header.events, 1);
    events.start = startOfRows(events.since, header);
    events.length = take(header.dated, 3);
    events.lasting = take(header.dated, 3);
  }

  /** @param {Uint32Array} steps */
  function runningSum(steps) {
    const sums = new Int32Array(steps.length);
    for (let i = 0, sum = 0; i < steps.length; i++) sums[i] = sum = (sum + steps[i]) | 0;
    return sums;
  }

  /** @param {Int32Array} whole */
  const degrees = (whole) => Float64Array.from(whole, (value) => value / 1e5);

  /** Row at which each day begins, one more for the end. @param {Uint32Array} counts */
  function startsOfDays(counts) {
    const starts = new Uint32Array(counts.length + 1);
    for (let day = 0; day < counts.length; day++) starts[day + 1] = starts[day] + counts[day];
    return starts;
  }

  /** First day of each dated row. @param {Uint32Array} since @param {any} header */
  function startOfRows(since, header) {
    const starts = new Int32Array(header.dated);
    for (let day = 0; day < header.days; day++) starts.fill(header.firstDay + day, since[day], since[day + 1]);
    return starts;
  }

  /** Rows that reach beyond their first day, which a range of first days would miss. */
  function longRows() {
    const { length, lasting } = events, found = [];
    for (let row = 0; row < events.dated; row++) if (length[row] || lasting[row]) found.push(row);
    return Uint32Array.from(found);
  }

  /** @param {number} row @returns {number} NaN for the undated */
  const startDay = (row) => (row < events.dated ? events.start[row] : NaN);

  /** Last day that the row is known to reach: of its date, or what a state lasts to. @param {number} row */
  const endDay = (row) => events.start[row] + Math.max(events.length[row], events.lasting[row]);

  /** @param {number} row @param {keyof typeof FLAGS} flag */
  const has = (row, flag) => (events.flags[row] & FLAGS[flag]) !== 0;

  /** @param {number} row */
  const isPlaced = (row) => events.place[row] > 0;

  /** @param {number} row */
  const precision = (row) => PRECISIONS[events.precisionOf[row]];

  /** Whether the days are known only roughly: to the month or coarser, or "about". @param {number} row */
  const isVague = (row) => events.precisionOf[row] > 1 || has(row, "approximate");

  /** @param {string} code */
  const group = (code) => events.groups.find((entry) => entry.code === code) || events.groups[events.groups.length - 1];

  /** @param {number} number of the chunk */
  function chunk(number) {
    if (!chunks.has(number)) {
      const received = Chronotope.request(`detail/${number}`, events.header.chunks[number]);
      chunks.set(number, received.then(([packed]) => unpack(packed)).then((bytes) => JSON.parse(new TextDecoder().decode(bytes))));
    }
    return /** @type {Promise<any>} */ (chunks.get(number));
  }

  /** What is told of one event, with the names of its parties, and the articles it rests on. @param {number} row */
  async function detail(row) {
    const found = await chunk(Math.floor(row / events.header.chunk));
    return { event: { ...found.events[row % events.header.chunk], names: found.actors || {} }, articles: found.articles };
  }

  /** Row of an event, -1 where there is none; ids of merged events lead to what they became. @param {string} id */
  async function indexOf(id) {
    const [packed, redirects] = await Chronotope.request("ids", events.header.ids);
    const ids = new TextDecoder().decode(await unpack(packed)).split("\n");
    const current = Object.hasOwn(redirects, id) ? redirects[id] : id;
    return ids.indexOf(current);
  }

  return Object.assign(events, { FLAGS, load, columns, planes, detail, unpack, indexOf, group, has, isPlaced, isVague, precision, startDay, endDay });
})();
