"use strict";
/** Events in words: what, when, where, how exactly, who says so. */
Chronotope.tell = (() => {
  const { days, words } = Chronotope;
  const OWN_VOICE = "publisher";

  /** A title in the page's language, else in English, else in any. @returns {{text: string, language: string}} */
  function title(event) {
    const titles = event.titles || {};
    const language = [words.language, "en", ...Object.keys(titles)].find((code) => titles[code]);
    return language ? { text: titles[language], language } : { text: type(event), language: words.language };
  }

  /** @param {{type: string, mode?: string}} event */
  function type(event) {
    const refined = event.mode ? words.table("types", `${event.type}.${event.mode}`) : undefined;
    return refined ?? words.table("types", event.type) ?? event.type;
  }

  /** The date as far as it is known. @param {any} event @param {"day"|"short"} [style] */
  function when(event, style = "day") {
    if (!event.start) return words.say("undated");
    const text = span(days.fromIso(event.start), days.fromIso(event.end || event.start), event.precision, style);
    if (event.open_end) return words.say("since", { date: text });
    if (event.open_start) return words.say("until", { date: text });
    return event.approximate ? words.say("about", { date: text }) : text;
  }

  /** @param {number} first @param {number} last @param {string} precision @param {"day"|"short"} style */
  function span(first, last, precision, style) {
    if (precision === "decade") return days.sayRange(first, last, "year");
    if (precision === "year" && isWholeYears(first, last)) return days.sayRange(first, last, "year");
    if (precision === "month" && isWholeMonths(first, last)) return days.sayRange(first, last, "month");
    return days.sayRange(first, last, style);
  }

  const isWholeMonths = (first, last) => days.parts(first).date === 1 && days.parts(last + 1).date === 1;
  const isWholeYears = (first, last) => isWholeMonths(first, last) && days.parts(first).month === 0 && days.parts(last).month === 11;

  /** How exactly the date is known, and on what ground. @param {any} event @returns {string} */
  function datePrecision(event) {
    if (!event.start) return "";
    const said = [words.say(`date_precision_${event.precision}`)];
    if (event.time_basis && event.time_basis !== "stated") said.push(words.say(`date_basis_${event.time_basis}`));
    return said.join(" · ");
  }

  /** The place under the page's language's name. @param {any} event */
  function where(event) {
    if (!event.place_name) return { text: words.say("unplaced"), language: words.language };
    const own = event.place_names?.[words.language]?.[0];
    return own ? { text: own, language: words.language } : { text: event.place_name, language: "" };
  }

  /** A mark or a row in one line: "Artillery attack near Tovuz, July 12, 2020, known to the district". @param {any} event */
  const name = (event) => [title(event).text, when(event), placeKnown(event)].join(", ");

  /** How exactly the place is known, without its size. @param {any} event */
  const placeKnown = (event) => words.say(event.place_name ? `place_precision_${event.where_prec}` : "unplaced");

  /** How exactly the place is known. @param {any} event */
  function placePrecision(event) {
    if (!event.place_name) return "";
    const said = words.say(`place_precision_${event.where_prec}`);
    const radius = event.radius_km >= 1 ? Math.round(event.radius_km) : 0;
    return event.where_prec >= 3 && radius ? `${said} · ${words.say("radius", { n: words.number(radius) })}` : said;
  }

  /** @param {string} code ISO 3166-1 alpha-2 */
  function country(code) {
    try {
      return new Intl.DisplayNames(words.language, { type: "region" }).of(code) || code;
    } catch (unknown) {
      return code; // not a code that Intl knows: shown as it is
    }
  }

  /** A party by its name in the page's language, where the region or Intl knows it, else as the text writes it.
   * @param {any} event @param {string} id @param {string} written */
  function party(event, id, written) {
    const known = event.names?.[id];
    if (known?.[words.language]) return { text: known[words.language], language: words.language };
    if (id?.startsWith("iso:")) return { text: country(id.slice(4)), language: words.language };
    return known?.en ? { text: known.en, language: "en" } : { text: written, language: "" };
  }

  /** Who says a claim, bodies that the region knows by their names. @param {any} event @param {any} claim @param {any} article */
  function speaker(event, claim, article) {
    const body = claim.actor_id && !claim.actor_id.startsWith("iso:") && claim.claimed_by !== OWN_VOICE;
    return body ? party(event, claim.actor_id, claim.claimed_by).text : claimant(claim.claimed_by, article);
  }

  /** Who says so: a named source, or the publisher itself. @param {string} claimant @param {any} article */
  function claimant(claimant, article) {
    if (claimant && claimant !== OWN_VOICE) return claimant;
    return article ? publisher(article) : words.say("own_voice");
  }

  /** @param {any} article */
  const publisher = (article) => article.publisher || article.origin || article.title || words.say("unknown_publisher");

  /** What belongs to a number of victims: who they are, since when they are counted, up to which day. @param {any} toll */
  function tollNotes(toll) {
    const named = toll.victims && !toll.words.includes(toll.victims) ? toll.victims : "";
    const cumulative = toll.cumulative ? words.say("cumulative") : "";
    const asOf = toll.as_of ? words.say("as_of_date", { date: days.say(days.fromIso(toll.as_of), "short") }) : "";
    return [named, cumulative, asOf].filter(Boolean);
  }

  return { title, name, placeKnown, type, when, datePrecision, where, placePrecision, country, claimant, party, speaker, publisher, tollNotes };
})();
