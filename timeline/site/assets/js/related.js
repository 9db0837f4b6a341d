"use strict";
/** Events that belong to one: of the same happening, and before and after it at the same place. */
Chronotope.related = (() => {
  const { dom, events, tell, words } = Chronotope;
  const BESIDE = 3;

  /** Rows at the place of a row, the nearest before and after it. @param {number} row @returns {number[]} */
  function atSamePlace(row) {
    const place = events.place[row];
    if (!place || row >= events.dated) return [];
    const before = [], after = [];
    for (let other = row - 1; other >= 0 && before.length < BESIDE; other--) if (events.place[other] === place) before.unshift(other);
    for (let other = row + 1; other < events.dated && after.length < BESIDE; other++) if (events.place[other] === place) after.push(other);
    return [...before, ...after];
  }

  /** A section that fills when the details of the others are there. @param {number} row @param {any} event */
  function section(row, event) {
    const same = event.kin || [];
    const near = atSamePlace(row).filter((other) => !same.includes(other));
    if (!same.length && !near.length) return null;
    const box = dom.make("section", { class: "related" }, dom.make("h3", { text: words.say("related") }));
    for (const [word, rows] of [["same_happening", same], ["same_place", near]]) if (rows.length) box.append(...group(word, rows, row));
    return box;
  }

  function group(word, rows, row) {
    const list = dom.make("ul", { class: "plain" });
    Promise.all(rows.map((other) => events.detail(other))).then((details) => list.append(...details.map(({ event }, i) => item(rows[i], event, row))));
    return [dom.make("h4", { text: words.say(word) }), list];
  }

  /** A link, which leads in the same page. @param {number} row @param {any} event @param {number} from */
  function item(row, event, from) {
    const title = tell.title(event);
    const link = dom.make("a", { href: `#event=${event.id}`, lang: title.language, dir: words.direction(title.language), text: title.text });
    link.addEventListener("click", (click) => {
      if (click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      Chronotope.store.set({ selected: row });
    });
    const when = [tell.when(event, "short"), order(row, from)].filter(Boolean).join(" · ");
    return dom.make("li", {}, dom.glyph(events.groups[events.groupOf[row]].code), dom.make("span", {}, link, dom.make("span", { class: "note", text: when })));
  }

  /** Before or after; nothing where the days don't say. @param {number} row @param {number} from */
  function order(row, from) {
    const [day, own] = [events.startDay(row), events.startDay(from)];
    if (day < own && events.endDay(row) < own) return words.say("earlier");
    return day > events.endDay(from) ? words.say("later") : "";
  }

  return { section, atSamePlace };
})();
