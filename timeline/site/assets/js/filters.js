"use strict";
/** Groups as switches with counts; they are the names of the lanes as well. */
Chronotope.filters = (() => {
  const { dom, events, lanes, selection, store, words } = Chronotope;

  function start() {
    const box = dom.byId("groups");
    box.replaceChildren(...lanes.groups.map(filter));
    selection.on(["language"], show);
    show();
  }

  function filter(group) {
    const name = dom.make("span", { class: "group-name", "data-word": `groups:${group.code}`, text: words.table("groups", group.code) });
    const count = dom.make("span", { class: "group-count" });
    return dom.make("button", { type: "button", class: "group", "data-number": group.number, on: () => toggle(group.number) },
      dom.glyph(group.code), name, count);
  }

  /** @param {number} number of the group */
  function toggle(number) {
    store.set({ hidden: store.state.hidden ^ (1 << number) });
  }

  function show() {
    const counts = new Array(events.groups.length).fill(0);
    selection.each({ groups: true }, (row) => { counts[events.groupOf[row]]++; });
    for (const button of dom.byId("groups").querySelectorAll("button")) {
      const number = Number(button.dataset.number);
      button.setAttribute("aria-pressed", String(!((store.state.hidden >> number) & 1)));
      button.querySelector(".group-count").textContent = words.number(counts[number]);
    }
  }

  return { start };
})();
