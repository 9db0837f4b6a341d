"""Pages that work without any script: the table of events, with every text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.model.article import Article
from timeline.model.mention import OWN_VOICE
from timeline.rows import Row
from timeline.site import dates
from timeline.site.pages import direction, source_name

if TYPE_CHECKING:
    from timeline.site.sources import Voice

_WEB = re.compile(r"https?://[\w.-]+(:\d{1,5})?([/?#]|$)", re.IGNORECASE)
PAGE = 1000
"""Events on one page of the ledger."""
COLUMNS = ("when", "column_title", "where", "column_status", "sentences")
"""Words over the columns."""


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


def table(rows: Sequence[Row], articles: Mapping[str, Article], voice: Voice) -> str:
    """All events as an HTML table, by day; undated ones last."""
    heads = "".join(f'<th scope="col">{escape(voice.words[key])}</th>' for key in COLUMNS)
    body = "\n".join(_row(row, articles, voice) for row in rows)
    return scrolled(
        f'<table class="ledger">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table>',
        voice.words["list"],
    )


def scrolled(table: str, name: str) -> str:
    """A table in a box that scrolls sideways, by keys as well."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(name)}">{table}</div>'


def _row(row: Row, articles: Mapping[str, Article], voice: Voice) -> str:
    cells = (
        _when(row, voice),
        _what(row, voice),
        _where(row, voice),
        _status(row, voice.words),
        "".join(_claim(claim, articles.get(str(claim["article_id"])), voice.words) for claim in row["claims"] or ()),
    )
    return f'<tr id="{escape(str(row["event_id"]))}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _what(row: Row, voice: Voice) -> str:
    """The title, which leads to the event on the map and the timeline, over the type."""
    title = in_language(*_title(row, voice.language))
    refined = voice.types.get(f"{row['type']}.{row['mode']}")
    name = refined or voice.types.get(str(row["type"]), str(row["type"]))
    address = f"index.html#event={escape(str(row['event_id']))}"
    return f'<a href="{address}">{title}</a><br><small>{escape(name)}</small>'


def _status(row: Row, words: Mapping[str, str]) -> str:
    """Whether it happened or is disputed, whether accounts differ, and whether a person has looked at it."""
    notes = [words["contested"]] if row["clarity"] == "contested" else []
    notes.append(words["reviewed" if row["reviewed"] else "unreviewed"])
    told = words.get(f"status_{row['status']}", str(row["status"]))
    return f"{escape(told)}<br><small>{escape(' · '.join(notes))}</small>"


def _title(row: Row, language: str) -> tuple[str, str]:
    titles = row["titles"] or {}
    code = next((code for code in (language, "en", *titles) if titles.get(code)), language)
    return str(titles.get(code) or row["type"]), code


def _when(row: Row, voice: Voice) -> str:
    told = escape(dates.span(row, voice.words, voice.language))
    if row["start"] is None:
        return told
    note = voice.words[f"date_precision_{row['precision']}"]
    return f'<time datetime="{escape(str(row["start"]))}">{told}</time><br><small>{escape(note)}</small>'


def _where(row: Row, voice: Voice) -> str:
    """The place by its name in the page's language where it has one there, and how exactly it is known."""
    if row["place_name"] is None:
        return escape(voice.words["unplaced"])
    names = (row["place_names"] or {}).get(voice.language)
    note = voice.words.get(f"place_precision_{int(row['where_prec'] or 0)}", "")
    return f"<bdi>{escape(str(names[0] if names else row['place_name']))}</bdi><br><small>{escape(note)}</small>"


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
    """Whether an address may be linked: http(s) at a plain host, without a user's name, which could feign another."""
    return _WEB.match(url) is not None
