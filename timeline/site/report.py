"""The build report as a page: what came of every input, in counts that sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from timeline.model.article import Article
from timeline.site import dates
from timeline.site.ledger import scrolled
from timeline.site.pages import source_name
from timeline.site.sources import title

_Row = Sequence["str | _Html"]


class _Html(str):
    """Text that was escaped where it was made."""

    __slots__ = ()


def sections(report: Mapping[str, Any], articles: Sequence[Article], words: Mapping[str, str], language: str) -> str:
    """The report's tables, in the language of ``words``.

    Keys used of ``report``, all optional: ``counts`` (state → number), ``events`` and ``mentions`` (numbers),
    ``inputs`` (rows with ``path``, ``state``, ``reason``, ``remedy``), ``corrections`` (rows with ``op``, ``state``,
    ``note``, ``event_ids``), ``faults`` (lines of corrections that can't be understood), ``languages_without_pack``
    (language → number of articles), ``changes`` (what → number), ``notes`` (sentences).
    """
    told = _Telling(words, language)
    corrections, unread = report.get("corrections", ()), report.get("languages_without_pack", {})
    numbers = {key: report[key] for key in ("events", "mentions") if key in report}
    parts = [
        told.table("inputs", ("state", "count"), told.counted(report.get("counts", {}))),
        told.table("found", ("found", "count"), [(words[key], told.number(n)) for key, n in numbers.items()]),
        told.table("unused", ("input", "state", "reason"), told.failed(report.get("inputs", ()))),
        told.table("articles", ("article", "language", "published", "basis", "note"), map(told.article, articles)),
        told.table("without_rules", ("language", "count"), told.without_rules(unread)),
        told.table("corrections", ("correction", "state", "reason"), map(told.correction, corrections)),
        told.table("faults", ("fault",), [(_english(fault),) for fault in report.get("faults", ())]),
        told.table("changes", ("change", "count"), ((key, str(n)) for key, n in report.get("changes", {}).items())),
        told.table("notes", ("note",), [(_english(note),) for note in report.get("notes", ())]),
    ]  # fmt: skip
    shown = "\n".join(part for part in parts if part) or f"<p>{escape(words['nothing'])}</p>"
    return f'<p class="lead">{escape(words["lead"])}</p>\n{shown}'


class _Telling:
    """Rows of the report in one language."""

    def __init__(self, words: Mapping[str, str], language: str) -> None:
        self._words, self._language = words, language

    def number(self, number: int) -> str:
        return dates.digits(str(number), self._language)

    def state(self, code: object) -> str:
        """The end that an input or a correction came to, in words; its code where there are none."""
        return self._words.get(f"state_{code}", str(code))

    def counted(self, counts: Mapping[str, int]) -> list[_Row]:
        rows = [(self.state(state), self.number(number)) for state, number in counts.items()]
        return [*rows, (self._words["all"], self.number(sum(counts.values())))] if rows else []

    def failed(self, inputs: Iterable[Mapping[str, Any]]) -> list[_Row]:
        return [
            (_path(one), self.state(one.get("state", "")), _reason(one)) for one in inputs if one.get("state") != "used"
        ]

    def article(self, article: Article) -> _Row:
        published = dates.day(article.published, self._language) if article.published else self._words["not_known"]
        basis = self._words[f"basis_{article.published_basis}"]
        language = dates.language_name(article.language, self._language)
        name = _Html(f'<a href="{source_name(article.id)}"><bdi>{escape(title(article))}</bdi></a>')
        return (name, language, published, basis, _english(article.published_note))

    def without_rules(self, found: Mapping[str, int]) -> list[_Row]:
        return [(dates.language_name(code, self._language), self.number(count)) for code, count in found.items()]

    def correction(self, row: Mapping[str, Any]) -> _Row:
        events = " ".join(str(name) for name in row.get("event_ids") or ())
        return (
            f"{row.get('op', '')} {events}".strip(),
            self.state(row.get("state", "")),
            _english(row.get("note", "")),
        )

    def table(self, key: str, heads: Sequence[str], rows: Iterable[_Row]) -> str:
        """A table with every cell escaped, nothing where there are no rows."""
        body = "\n".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
        if not body:
            return ""
        head = "".join(f'<th scope="col">{escape(self._words[name])}</th>' for name in heads)
        table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
        name = self._words[key]
        return f'<section id="{key}"><h2>{escape(name)}</h2>\n{scrolled(table, name)}</section>'


def _cell(cell: str | _Html) -> str:
    return f'<td dir="auto">{cell if isinstance(cell, _Html) else escape(str(cell))}</td>'


def _english(text: object) -> _Html:
    """What the program says, marked as English on a page of any language."""
    return _Html(f'<span lang="en" dir="ltr">{escape(str(text))}</span>' if text else "")


def _path(row: Mapping[str, Any]) -> _Html:
    return _Html(f'<bdi dir="ltr">{escape(str(row.get("path", "")))}</bdi>')


def _reason(row: Mapping[str, Any]) -> _Html:
    """Why an input gave nothing, and what to do."""
    return _english(". ".join(str(row[key]).rstrip(".") for key in ("reason", "remedy") if row.get(key)))
