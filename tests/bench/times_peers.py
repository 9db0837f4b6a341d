"""The taggers of times that are measured: ours and its peers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from tests.bench.corpora.documents import Document, Time
from tests.bench.times_score import Reader
from timeline import languages
from timeline.extract.timex import tag


def chronotope(code: str) -> Reader:
    pack = languages.load(code)
    assert pack is not None, f"no language pack '{code}'"
    return lambda document: [
        Time(one.expression.span.start, one.expression.span.end, one.expression.value)
        for one in tag(document.text, pack, published=document.published)
    ]


def dateparser(code: str) -> Reader:
    from dateparser.search import search_dates

    def read(document: Document) -> list[Time]:
        settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}  # as news does
        if document.published:
            settings["RELATIVE_BASE"] = datetime.combine(document.published, datetime.min.time())
        return list(located(document.text, search_dates(document.text, languages=[code], settings=settings) or ()))

    return read


def located(text: str, answers: Sequence[tuple[str, datetime]]) -> Iterator[Time]:
    """Answers where they stand: they come in order, without offsets."""
    at = 0
    for words, when in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Time(start, at, when.date().isoformat())
