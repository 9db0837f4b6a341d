"""A page for each source: what is known of it and the sentences used, never the whole article; and their index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from timeline.model.article import Article
from timeline.model.mention import Mention
from timeline.rows import Row
from timeline.site import dates
from timeline.site.ledger import in_language, is_web, link, scrolled
from timeline.site.pages import source_name

PAGE = 1000
"""Articles on one page of the index."""


@dataclass(slots=True)
class Used:
    """What a site takes from one article: each sentence once, with the events that rest on it and what is no event."""

    languages: dict[str, str] = field(default_factory=dict)
    events: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    rest: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))

    def add(self, claim: Mapping[str, Any], row: Row) -> None:
        """Note a sentence of an event."""
        quote = str(claim["quote"])
        self.languages.setdefault(quote, str(claim.get("language") or ""))
        if row not in self.events[quote]:
            self.events[quote].append(row)

    def add_rest(self, mention: Mention, article: Article) -> None:
        """Note a sentence of what is not told as a fact."""
        quote = article.text[mention.sentence.start : mention.sentence.end]
        self.languages.setdefault(quote, article.language)
        self.rest[quote].append(mention)

    @property
    def count(self) -> int:
        """How many events rest on the article."""
        return len({row["event_id"] for rows in self.events.values() for row in rows})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The words of a page: its language, the interface's words, those of papers, and names of event types."""

    language: str
    words: Mapping[str, str]
    report: Mapping[str, str]
    source: Mapping[str, str]
    types: Mapping[str, str]


def used(rows: Iterable[Row], rest: Iterable[Mention], articles: Mapping[str, Article]) -> Mapping[str, Used]:
    """What is taken from each article, by its id; nothing of most in a site that publishes few events."""
    found: dict[str, Used] = defaultdict(Used)
    for row in rows:
        for claim in row["claims"] or ():
            for one in (claim, *(claim.get("also") or ())):
                found[str(one["article_id"])].add(one, row)
    for mention in rest:
        if mention.article_id in articles:
            found[mention.article_id].add_rest(mention, articles[mention.article_id])
    return found


def title(article: Article) -> str:
    """What an article is called: its title, else its id."""
    return article.title or article.id


def page(article: Article, taken: Used, voice: Voice) -> str:
    """The page of one source."""
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{html}</dd>" for name, html in _facts(article, voice) if html)
    quotes = sorted(taken.languages, key=lambda quote: (article.text.find(quote), quote))
    shown = "\n".join(_sentence(quote, taken, voice) for quote in quotes)
    said = voice.source["only_sentences" if quotes else "none_used"]
    heading = f"<h2>{escape(voice.source['used'])}</h2>\n<p>{escape(said)}</p>"
    back = f'<p><a href="../sources.html">{escape(voice.source["all"])}</a></p>'
    return f'<dl class="source-facts">{facts}</dl>\n<section>{heading}\n{shown}</section>\n{back}'


def index(articles: Sequence[Article], taken: Mapping[str, Used], voice: Voice) -> Iterator[tuple[str, str]]:
    """The pages that list all sources, by name, each article with its page and how many events rest on it."""
    heads = "".join(
        f'<th scope="col">{escape(voice.source[key])}</th>'
        for key in ("title", "publisher", "language", "published", "count")
    )
    for number, start in enumerate(range(0, max(1, len(articles)), PAGE), start=1):
        body = "\n".join(_line(one, taken.get(one.id, Used()).count, voice) for one in articles[start : start + PAGE])
        table = f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
        lead = f'<p class="lead">{escape(voice.source["lead"])}</p>\n' if number == 1 else ""
        name = "sources.html" if number == 1 else f"sources-{number}.html"
        yield name, lead + scrolled(table, voice.words["sources"])


def ordered(articles: Iterable[Article]) -> list[Article]:
    """Articles by publication date, undated ones last."""
    return sorted(articles, key=lambda one: (one.published is None, one.published or "", one.id))


def _facts(article: Article, voice: Voice) -> Iterator[tuple[str, str]]:
    said = voice.source
    yield said["publisher"], f"<bdi>{escape(article.publisher or voice.words['unknown_publisher'])}</bdi>"
    if article.origin and article.origin != article.publisher:
        yield said["origin"], f"<bdi>{escape(article.origin)}</bdi>"
    yield said["language"], escape(dates.language_name(article.language, voice.language))
    yield said["published"], _published(article, voice)
    yield said["retrieved"], f"<bdi>{escape(article.retrieved)}</bdi>" if article.retrieved else ""
    url = article.url or ""
    yield said["address"], link(url, url) if is_web(url) else escape(said["no_address"])


def _published(article: Article, voice: Voice) -> str:
    """The date in words, and how it was found out; the finer grounds are quoted as the program wrote them."""
    basis = voice.report[f"basis_{article.published_basis}"]
    note = f' <small lang="en" dir="ltr">{escape(article.published_note)}</small>' if article.published_note else ""
    if article.published is None:
        return f"{escape(basis)}{note}"
    told = dates.day(article.published, voice.language)
    return (
        f'<time datetime="{article.published.isoformat()}">{escape(told)}</time> <small>{escape(basis)}</small>{note}'
    )


def _sentence(quote: str, taken: Used, voice: Voice) -> str:
    """One sentence with the events that rest on it."""
    events = "".join(f"<li>{_event(row, voice)}</li>" for row in taken.events.get(quote, ()))
    rest = "".join(f"<li>{_not_fact(mention, voice)}</li>" for mention in taken.rest.get(quote, ()))
    told = in_language(quote, taken.languages[quote], tag="blockquote")
    return f'<figure class="sentence">{told}<figcaption><ul class="plain">{events}{rest}</ul></figcaption></figure>'


def _event(row: Row, voice: Voice) -> str:
    titles = row["titles"] or {}
    code = next((code for code in (voice.language, "en", *titles) if titles.get(code)), "")
    name = in_language(str(titles.get(code) or row["type"]), code)
    state = voice.words["reviewed" if row["reviewed"] else "unreviewed"]
    told = (dates.span(row, voice.words, voice.language), _place(row, voice), state)
    facts = " · ".join(f"<bdi>{escape(one)}</bdi>" for one in told)
    return f'<a href="../index.html#event={escape(str(row["event_id"]))}">{name}</a> <small>{facts}</small>'


def _place(row: Row, voice: Voice) -> str:
    names = (row["place_names"] or {}).get(voice.language) or ()
    return str(next(iter(names), row["place_name"] or voice.words["unplaced"]))


def _not_fact(mention: Mention, voice: Voice) -> str:
    kind = voice.types.get(f"{mention.type}.{mention.mode}") or voice.types.get(mention.type, mention.type)
    status = voice.words[f"status_{mention.status}"]
    return f"<small>{escape(voice.source['not_fact'])}</small> {escape(kind)} <small>({escape(status)})</small>"


def _line(article: Article, count: int, voice: Voice) -> str:
    name = in_language(title(article), article.language if article.title else "")
    published = dates.day(article.published, voice.language) if article.published else voice.report["not_known"]
    cells = (
        f'<a href="{source_name(article.id)}">{name}</a>',
        f"<bdi>{escape(article.publisher or voice.words['unknown_publisher'])}</bdi>",
        escape(dates.language_name(article.language, voice.language)),
        escape(published),
        dates.digits(str(count), voice.language),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
