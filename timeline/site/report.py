"""The build report as a page: what came of every input, in counts that sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from timeline.model.article import Article
from timeline.site.ledger import scrolled


def sections(report: Mapping[str, Any], articles: Sequence[Article]) -> str:
    """The report's tables.

    Keys used of ``report``, all optional: ``counts`` (state → number), ``inputs`` (rows with ``path``, ``state``,
    ``reason``), ``corrections`` (rows with ``op``, ``state``, ``reason``), ``languages_without_pack`` (language →
    number of articles), ``changes`` (what → number), ``notes`` (sentences). Any other key is shown as it is.
    """
    parts = [
        _table("Inputs", ("State", "Count"), _counted(report.get("counts", {}))),
        _table("Inputs that gave nothing", ("Input", "State", "Reason"), _failed(report.get("inputs", ()))),
        _table("Articles", ("Article", "Language", "Published", "Basis", "Note"), map(_article, articles)),
        _table("Languages without rules", ("Language", "Articles"), report.get("languages_without_pack", {}).items()),
        _table("Corrections", ("Correction", "State", "Reason"), map(_correction, report.get("corrections", ()))),
        _table("Since the build before", ("Events", "Count"), report.get("changes", {}).items()),
        *(f"<p>{escape(str(note))}</p>" for note in report.get("notes", ())),
    ]
    shown = "\n".join(part for part in parts if part) or "<p>Nothing was reported.</p>"
    return f'<div lang="en" dir="ltr">{shown}</div>'


def _counted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    rows = [(str(state), int(number)) for state, number in counts.items()]
    return [*rows, ("all", sum(number for _, number in rows))] if rows else []


def _failed(inputs: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [(i.get("path", ""), i.get("state", ""), i.get("reason", "")) for i in inputs if i.get("state") != "used"]


def _article(article: Article) -> tuple[Any, ...]:
    published = article.published.isoformat() if article.published else "not known"
    return (article.id, article.language, published, article.published_basis, article.published_note)


def _correction(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (f"{row.get('op', '')} {row.get('event_id') or ''}", row.get("state", ""), row.get("note", ""))


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table with every cell escaped, nothing where there are no rows."""
    body = "\n".join(
        "<tr>" + "".join(f'<td dir="auto">{escape(str(cell))}</td>' for cell in row) + "</tr>" for row in rows
    )
    if not body:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"
    return f"<section><h2>{escape(title)}</h2>\n{scrolled(table, title)}</section>"
