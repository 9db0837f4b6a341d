"""Pages that work without any script: the table of events, with every text escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from timeline.model.article import Article
from timeline.model.mention import OWN_VOICE
from timeline.rows import Row
from timeline.site.pages import direction, source_name

PAGE = 1000
"""Events on one page of the ledger."""


def pages(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row]]]:
    """The rows in pages of :data:`PAGE`, each with its file name; one page where there are no rows."""
    for number, start in enumerate(range(0, max(1, len(rows)), PAGE), start=1):
        yield ("ledger.html" if number == 1 else f"ledger-{number}.html"), rows[start : start + PAGE]


def turns(names: Sequence[str], current: str) -> str:
    """Links to all pages of the ledger, none where there is one page."""
    if len(names) == 1:
        return ""
    links = (
        f'<a href="{name}"{" aria-current=page" if name == current else ""}>{number}</a>'
        for number, name in enumerate(names, 1)
    )
    return f'<nav class="turns">{" ".join(links)}</nav>'


def table(rows: Sequence[Row], articles: Mapping[str, Article], words: Mapping[str, str], language: str) -> str:
    """All events as an HTML table, by day; undated ones last."""
    heads = "".join(f'<th scope="col">{escape(words[key])}</th>' for key in ("when", "list", "where", "sentences"))
    body = "\n".join(_row(row, articles, words, language) for row in rows)
    return scrolled(
        f'<table class="ledger">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table>', words["list"]
    )


def scrolled(table: str, name: str) -> str:
    """A table in a box that scrolls sideways, by keys as well."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(name)}">{table}</div>'


def _row(row: Row, articles: Mapping[str, Article], words: Mapping[str, str], language: str) -> str:
    cells = (
        _when(row, words),
        in_language(*_title(row, language)),
        _where(row, words),
        "".join(_claim(claim, articles.get(str(claim["article_id"])), words) for claim in row["claims"] or ()),
    )
    return f'<tr id="{escape(str(row["event_id"]))}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _title(row: Row, language: str) -> tuple[str, str]:
    titles = row["titles"] or {}
    code = next((code for code in (language, "en", *titles) if titles.get(code)), language)
    return str(titles.get(code) or row["type"]), code


def _when(row: Row, words: Mapping[str, str]) -> str:
    if row["start"] is None:
        return escape(words["undated"])
    text = _days(str(row["start"]), str(row["end"]), str(row["precision"]))
    note = words[f"date_precision_{row['precision']}"]
    return f'<time datetime="{escape(str(row["start"]))}">{escape(text)}</time><br><small>{escape(note)}</small>'


def _days(start: str, end: str, precision: str) -> str:
    """ISO dates, as long as they are known: a whole year is only its year."""
    known = {"year": 4, "decade": 4, "month": 7}.get(precision, 10)
    first, last = start[:known], end[:known]
    return first if first == last else f"{first} – {last}"


def _where(row: Row, words: Mapping[str, str]) -> str:
    if row["place_name"] is None:
        return escape(words["unplaced"])
    note = words.get(f"place_precision_{int(row['where_prec'] or 0)}", "")
    return f"<bdi>{escape(str(row['place_name']))}</bdi><br><small>{escape(note)}</small>"


def _claim(claim: Mapping[str, Any], article: Article | None, words: Mapping[str, str]) -> str:
    publisher = (article.publisher if article else None) or words["unknown_publisher"]
    claimant = str(claim.get("claimed_by") or OWN_VOICE)
    who = "" if claimant == OWN_VOICE else f"<bdi>{escape(claimant)}</bdi> · "
    source = link(article.url, publisher) if article and article.url else f"<bdi>{escape(publisher)}</bdi>"
    quote = in_language(str(claim["quote"]), str(claim.get("language") or ""), tag="q")
    page = f' · <a href="{source_name(article.id)}">{escape(words["source_page"])}</a>' if article else ""
    return f"<p>{quote}<br><small>{who}{source}{page}</small></p>"


def in_language(text: str, language: str, tag: str = "span") -> str:
    """Text with its language and direction."""
    if not language:
        return f'<{tag} dir="auto">{escape(text)}</{tag}>'
    return f'<{tag} lang="{escape(language)}" dir="{direction(language)}">{escape(text)}</{tag}>'


def link(url: str, text: str) -> str:
    """A link that leaves the site, http(s) only; plain text for any other address."""
    if not is_web(url):
        return f"<bdi>{escape(text)}</bdi>"
    return f'<a href="{escape(url)}" rel="noopener noreferrer"><bdi>{escape(text)}</bdi></a>'


def is_web(url: str) -> bool:
    """Whether an address may be linked."""
    return url.lower().startswith(("http://", "https://"))
