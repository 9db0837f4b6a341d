"use strict";
/** One event with all that is known of it and where that comes from. */
Chronotope.detail = (() => {
  const { dom, events, selection, store, tell, words, days } = Chronotope;
  const { make } = dom;
  let turn = 0;
  let last = -1;
  /** What had the focus when the detail opened: a row of the list, the map, or another part with an id. @type {HTMLElement|null} */
  let opener = null;

  function start() {
    store.on(["selected", "language", "view"], show);
    dom.byId("back").addEventListener("click", close);
    dom.byId("previous").addEventListener("click", () => step(-1));
    dom.byId("next").addEventListener("click", () => step(1));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && store.state.selected >= 0 && !document.querySelector("dialog[open]")) close();
    });
    return show();
  }

  function close() {
    store.set({ selected: -1 });
    if (opener?.id && opener.isConnected) opener.focus();
    else Chronotope.list.focus(last);
  }

  /** The event before or after, among those listed. @param {number} by */
  function step(by) {
    const rows = selection.rows();
    const next = rows[rows.indexOf(store.state.selected) + by];
    if (next !== undefined) store.set({ selected: next });
  }

  async function show() {
    const mine = ++turn;
    const row = store.state.view === "story" ? -1 : store.state.selected; // the story tells it in its own place
    if (!document.documentElement.classList.contains("has-detail")) opener = /** @type {HTMLElement|null} */ (document.activeElement);
    document.documentElement.classList.toggle("has-detail", row >= 0);
    dom.byId("detail").hidden = row < 0;
    dom.byId("overview").hidden = row >= 0;
    if (row < 0) return;
    last = row;
    const { event, articles } = await events.detail(row);
    if (mine !== turn) return;
    fill(row, event, articles);
    dom.byId("side").scrollTop = 0;
    dom.byId("detail-title").focus({ preventScroll: true });
  }

  function fill(row, event, articles) {
    const title = tell.title(event);
    const heading = dom.byId("detail-title");
    Object.assign(heading, { textContent: title.text, lang: title.language, dir: words.direction(title.language) });
    dom.byId("detail-body").replaceChildren(
      kind(row, event), badges(event), facts(event), says(event, articles), sentences(event, articles), ...[Chronotope.related.section(row, event)].filter(Boolean), grounds(event));
    const rows = selection.rows();
    const at = rows.indexOf(row);
    dom.byId("previous").toggleAttribute("disabled", at <= 0);
    dom.byId("next").toggleAttribute("disabled", at < 0 || at === rows.length - 1);
    document.documentElement.dataset.event = event.id;
  }

  function kind(row, event) {
    const group = events.groups[events.groupOf[row]];
    return make("p", { class: "kind" }, dom.glyph(group.code), make("span", { text: tell.type(event) }),
      make("span", { class: "quiet", text: words.table("groups", group.code) }));
  }

  function badges(event) {
    const said = [event.reviewed ? "reviewed" : "unreviewed"];
    if (event.kind === "state") said.push("state");
    if (event.clarity === "contested" || event.status === "disputed") said.push("contested");
    if (event.status === "ongoing") said.push("ongoing");
    return make("p", { class: "badges" }, ...said.map((key) => make("span", { class: `badge ${key}`, text: words.say(key) })));
  }

  function facts(event) {
    const place = tell.where(event);
    const rows = [
      fact("when", make("span", { class: "fact-main", text: tell.when(event) }), tell.datePrecision(event), lasting(event)),
      fact("where", dom.inLanguage("span", place.text, place.language, { class: "fact-main" }), country(event), tell.placePrecision(event), otherNames(event, place.text)),
    ];
    const actors = parties(event);
    if (actors.length) rows.push(fact("actors", make("ul", { class: "plain" }, ...actors)));
    rows.push(origins(event.origins || []));
    return make("dl", { class: "facts" }, ...rows.flat());
  }

  /** @param {string} word @param {Node} main @param {...(string|Node|null)} notes */
  function fact(word, main, ...notes) {
    const shown = notes.filter(Boolean).map((note) => (typeof note === "string" ? make("span", { class: "note", text: note }) : note));
    return [make("dt", { text: words.say(word) }), make("dd", {}, main, ...shown)];
  }

  const lasting = (event) => (event.as_of ? words.say("known_until", { date: days.say(days.fromIso(event.as_of)) }) : "");

  const country = (event) => (event.country && event.place_kind !== "country" ? tell.country(event.country) : "");

  /** Names of the place in the languages of the page and of the sources, where they differ. */
  function otherNames(event, shown) {
    const spoken = new Set([...words.languages, ...(event.claims || []).map((claim) => claim.language)]);
    const forms = new Map();
    for (const code of spoken) {
      const form = event.place_names?.[code]?.[0];
      if (form && form !== shown && ![...forms.values()].includes(form)) forms.set(code, form);
    }
    if (!forms.size) return null;
    const names = [...forms].flatMap(([code, form], i) => [i ? " · " : "", dom.inLanguage("bdi", form, code)]);
    return make("span", { class: "note" }, ...names);
  }

  /** The parties, each once; who did what is said only where it is shown and the accounts agree. @param {any} event */
  function parties(event) {
    const shown = new Map((event.actors || []).map((actor) => [tell.party(event, actor.id, actor.name).text, actor]));
    return [...shown.values()].map((actor) => {
      const { text, language } = tell.party(event, actor.id, actor.name);
      const role = actor.role === "named" ? null : make("span", { class: "quiet", text: ` (${words.say(`role_${actor.role}`)})` });
      return make("li", {}, dom.inLanguage("span", text, language), role);
    });
  }

  /** The independent sources, each once. @param {string[]} names */
  function origins(names) {
    if (!names.length) return fact("sources", make("span", { text: words.say("unknown_publisher") }));
    const list = make("ul", { class: "plain" }, ...names.map((name) => make("li", {}, make("bdi", { text: name }))));
    return fact("sources", list, words.count("origins", names.length));
  }

  /** Who says what, side by side: a column a claimant, with its figures. */
  function says(event, articles) {
    const columns = new Map();
    const column = (name) => columns.get(name) || columns.set(name, { kinds: new Set(), said: 0, tolls: [] }).get(name);
    const full = new Map();
    for (const claim of event.claims || []) {
      const name = tell.speaker(event, claim, articles[claim.article_id]);
      full.set(claim.claimed_by, name);
      column(name).kinds.add(claim.kind || "asserted");
      column(name).said += 1 + (claim.also?.length || 0);
    }
    for (const toll of event.tolls || []) column(full.get(toll.claimant) || tell.claimant(toll.claimant, null)).tolls.push(toll);
    const shown = [...columns].map(([name, { kinds, said, tolls }]) => make("div", { class: "claimant" },
      make("h4", {}, make("bdi", { text: name })),
      make("p", { class: "quiet", text: [...kinds].map((one) => words.say(`claim_${one}`)).join(", ") }),
      said ? make("p", { class: "quiet", text: words.count("in_sentences", said) }) : null,
      tolls.length ? make("ul", { class: "plain" }, ...tolls.map(figure)) : null));
    return make("section", { class: "says" }, make("h3", { text: words.say("who_says") }), make("div", { class: "claimants" }, ...shown));
  }

  function figure(toll) {
    const said = make("strong", {}, make("bdi", { text: toll.words }), ` ${words.say(`toll_${toll.category}`)}`);
    const notes = tell.tollNotes(toll).flatMap((note, i) => [i ? " · " : "", make("bdi", { text: note })]);
    return make("li", { class: "toll" }, said, notes.length ? make("span", { class: "note" }, ...notes) : null);
  }

  function sentences(event, articles) {
    const shown = (event.claims || []).map((claim) => sentence(event, claim, articles));
    return make("section", {}, make("h3", { text: words.say("sentences") }), ...shown);
  }

  /** A source's sentence in its own language and direction, with a little of what stands around it. */
  function sentence(event, claim, articles) {
    const article = articles[claim.article_id];
    const language = claim.language;
    const quote = make("blockquote", { lang: language, dir: words.direction(language || ""), class: claim.prefix || claim.suffix ? "amid" : null },
      claim.prefix ? make("span", { class: "context", text: `… ${claim.prefix}` }) : null,
      make("q", { text: claim.quote }),
      claim.suffix ? make("span", { class: "context", text: `${claim.suffix} …` }) : null);
    return make("figure", { class: "sentence" }, quote, source(event, claim, article), again(claim, articles));
  }

  /** The same account elsewhere: translations, copies, repetitions. */
  function again(claim, articles) {
    if (!claim.also?.length) return null;
    const told = claim.also.map((other) => make("li", {},
      dom.inLanguage("q", other.quote, other.language), " ", make("bdi", { class: "quiet", text: articles[other.article_id] ? tell.publisher(articles[other.article_id]) : "" })));
    return make("details", { class: "again" }, make("summary", { text: words.count("told_again", told.length) }), make("ul", { class: "plain" }, ...told));
  }

  function source(event, claim, article) {
    const claimant = tell.speaker(event, claim, article);
    const name = article ? tell.publisher(article) : "";
    const parts = [
      claimant === name ? null : make("strong", { text: claimant }),
      article ? dom.outside(article.url || "", name) : null,
      article ? make("span", { text: published(article) }) : null,
      article ? make("a", { href: Chronotope.root + article.page, text: words.say("source_page") }) : null,
    ].filter(Boolean);
    return make("figcaption", {}, ...parts.flatMap((part, i) => [i ? " · " : "", make("bdi", {}, part)]));
  }

  function published(article) {
    if (!article.published) return words.say("no_publication_date");
    const date = days.say(days.fromIso(article.published), "short");
    return article.basis === "inferred" ? words.say("date_inferred", { date }) : date;
  }

  /** Why the machine took this day and place and joined these sentences. */
  function grounds(event) {
    const lines = [["reason_time", event.reason_time], ["reason_place", event.reason_place], ["why_merged", event.why_merged]].filter(([, text]) => text);
    const score = event.score === undefined ? null : make("p", { class: "note", text: words.say("score", { n: new Intl.NumberFormat(words.language, { style: "percent" }).format(event.score) }) });
    return make("details", { class: "grounds" }, make("summary", { text: words.say("grounds") }),
      ...lines.map(([key, text]) => make("p", {}, make("strong", { text: `${words.say(key)}: ` }), make("span", { lang: "en", dir: "ltr", text }))),
      score, make("p", { class: "note" }, make("code", { text: event.id })));
  }

  return { start, parts: { says, sentence } };
})();
