"use strict";
/** One event as a row of the ledger: a cell for each column, in words. */
Chronotope.ledgerRow = (() => {
  const { dom, events, store, tell, words } = Chronotope;
  const { make } = dom;
  /** Names told in a cell before the rest is only counted. */
  const NAMES = 2;

  /** Columns in order: their names in the state, and the words over them. */
  const COLUMNS = {
    date: "when", type: "column_type", title: "column_title", place: "where", precision: "column_precision",
    claimants: "column_claimants", sources: "sources", status: "column_status", score: "column_score",
  };

  /** @param {number} row @param {{event: any, articles: Record<string, any>}} told */
  function line(row, { event, articles }) {
    const cells = {
      date: [tell.when(event, "short")],
      type: [make("span", { class: "ledger-type" }, glyph(row), make("span", { text: tell.type(event) }))],
      title: [opener(row, event)],
      place: [inOwn(tell.where(event))],
      precision: [exactly(event), event.start ? note(words.say(`date_precision_${event.precision}`)) : null],
      claimants: names((event.claims || []).map((claim) => tell.speaker(event, claim, articles[claim.article_id]))),
      sources: names(event.origins || []),
      status: [words.say(`status_${event.status}`), note(standing(event))],
      score: [event.score === undefined ? "" : new Intl.NumberFormat(words.language, { style: "percent" }).format(event.score)],
    };
    return make("tr", { role: "row", "data-row": row }, ...Object.keys(COLUMNS).map((name) => make("td", { role: "cell", class: `cell-${name}` }, ...cells[name])));
  }

  const note = (text) => (text ? make("small", { text }) : null);

  const inOwn = ({ text, language }) => dom.inLanguage("span", text, language);

  function glyph(row) {
    const place = events.place[row] - 1;
    return dom.glyph(events.groups[events.groupOf[row]].code, place < 0 || events.wherePrec[place] >= 3);
  }

  function opener(row, event) {
    const { text, language } = tell.title(event);
    return dom.inLanguage("button", text, language, { type: "button", class: "ledger-title", "data-row": row, on: () => store.set({ selected: row }) });
  }

  const exactly = (event) => (event.place_name ? words.say(`place_precision_${event.where_prec}`) : "");

  /** Whether accounts differ, and whether a person has looked at it; that most are not is said above the table. */
  function standing(event) {
    const said = [event.clarity === "contested" ? "contested" : "", event.reviewed ? "reviewed" : ""];
    return said.filter(Boolean).map((key) => words.say(key)).join(" · ");
  }

  /** The first of some names, each once, and how many more there are. @param {string[]} listed */
  function names(listed) {
    const each = [...new Set(listed)];
    const shown = each.slice(0, NAMES).flatMap((name, i) => [i ? words.say("comma") : "", make("bdi", { text: name })]);
    const more = each.length - NAMES;
    return more > 0 ? [...shown, " ", make("small", { class: "amid", text: words.count("more_names", more) })] : shown;
  }

  return { COLUMNS, line };
})();
