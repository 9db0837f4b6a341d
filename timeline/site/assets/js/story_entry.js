"use strict";
/** What the story tells of one event: when, where, what, the sentence it rests on, and who says what where accounts differ. */
Chronotope.storyEntry = (() => {
  const { days, detail, dom, events, tell, words } = Chronotope;
  const { make } = dom;

  /** Entries in order, with headings where a year and where a month begins. @param {number[]} rows @param {any[]} details */
  function all(rows, details) {
    let year = "", month = "";
    return rows.flatMap((row, i) => {
      const now = moment(row, details[i].event);
      const heads = [
        now.year === year ? null : make("h2", { class: "story-year", text: now.year }),
        now.month && (now.year !== year || now.month !== month) ? make("p", { class: "story-month", text: now.month }) : null,
      ].filter(Boolean);
      [year, month] = [now.year, now.month];
      return [...heads, entry(row, details[i])];
    });
  }

  /** The year, and the month where the date is known to it. @param {number} row @param {any} event */
  function moment(row, event) {
    if (row >= events.dated) return { year: words.say("undated"), month: "" };
    const exact = ["day", "month"].includes(event.precision);
    return { year: days.say(events.start[row], "year"), month: exact ? days.say(events.start[row], "monthOnly") : "" };
  }

  function entry(row, { event, articles }) {
    const title = tell.title(event);
    const heading = dom.inLanguage("h3", title.text, title.language, { id: `account-${row}` });
    return make("article", { class: "account", "data-row": row, "aria-labelledby": `account-${row}` },
      line(event), heading, kind(row, event), quotation(event, articles), differing(event, articles),
      make("button", { type: "button", class: "account-open", "data-row": row, "aria-describedby": `account-${row}`, text: words.say("story_open") }));
  }

  /** When and where, each with its precision in words. */
  function line(event) {
    const place = tell.where(event);
    return make("p", { class: "account-line" },
      make("span", { class: "account-when", text: tell.when(event) }), exactly(tell.datePrecision(event)), " · ",
      dom.inLanguage("span", place.text, place.language, { class: "account-where" }), exactly(tell.placePrecision(event)));
  }

  const exactly = (text) => (text ? make("span", { class: "account-exactly", text: ` (${text})` }) : null);

  function kind(row, event) {
    const place = events.place[row] - 1;
    const group = events.groups[events.groupOf[row]];
    return make("p", { class: "account-kind" }, dom.glyph(group.code, place < 0 || events.wherePrec[place] >= 3),
      make("span", { text: tell.type(event) }),
      make("span", { class: `badge ${event.reviewed ? "reviewed" : "unreviewed"}`, text: words.say(event.reviewed ? "reviewed" : "unreviewed") }));
  }

  /** One sentence of the sources: in the page's language where there is one, else the first. */
  function quotation(event, articles) {
    const claims = event.claims || [];
    const claim = claims.find((one) => one.language === words.language) || claims[0];
    if (!claim) return null;
    const others = claims.length - 1;
    return make("div", { class: "account-quote" }, detail.parts.sentence(event, { ...claim, prefix: "", suffix: "", also: [] }, articles),
      others ? make("p", { class: "note", text: words.count("story_others", others) }) : null);
  }

  /** Who says what, where the accounts differ or several claimants give figures. */
  function differing(event, articles) {
    const claimants = new Set((event.tolls || []).map((toll) => toll.claimant));
    const differ = event.clarity === "contested" || event.status === "disputed" || claimants.size > 1;
    return differ ? detail.parts.says(event, articles) : null;
  }

  return { all };
})();
