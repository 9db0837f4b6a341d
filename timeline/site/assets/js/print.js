"use strict";
/** On paper the list becomes a numbered table with the sources' addresses, made when the page is printed. */
Chronotope.print = (() => {
  const { dom, list, tell, words } = Chronotope;
  const { make } = dom;

  function start() {
    addEventListener("beforeprint", fill);
    matchMedia("print").addEventListener("change", (media) => { if (media.matches) fill(); });
  }

  function fill() {
    const heads = ["when", "list", "where", "sources"].map((key) => make("th", { scope: "col", text: words.say(key) }));
    const rows = list.shown().map(({ event, articles }, i) => line(event, articles, i + 1));
    dom.byId("printed").replaceChildren(make("thead", {}, make("tr", {}, make("th", { scope: "col", text: "#" }), ...heads)), make("tbody", {}, ...rows));
  }

  function line(event, articles, number) {
    const title = tell.title(event);
    const place = tell.where(event);
    return make("tr", {},
      make("td", { text: words.number(number) }),
      make("td", {}, tell.when(event, "short"), note(tell.datePrecision(event))),
      make("td", {}, dom.inLanguage("strong", title.text, title.language), note(event.reviewed ? "" : words.say("unreviewed"))),
      make("td", {}, dom.inLanguage("span", place.text, place.language), note(tell.placePrecision(event))),
      make("td", {}, ...(event.claims || []).map((claim) => source(claim, articles[claim.article_id]))));
  }

  const note = (text) => (text ? make("small", { text }) : null);

  function source(claim, article) {
    const quote = dom.inLanguage("q", claim.quote, claim.language);
    if (!article) return make("p", {}, quote);
    return make("p", {}, quote, make("small", { dir: "auto", text: [tell.claimant(claim.claimed_by, article), tell.publisher(article)].filter((one, i, all) => all.indexOf(one) === i).join(" · ") }),
      article.url ? make("small", { dir: "ltr", text: article.url }) : null);
  }

  return { start };
})();
