"""MEANTIME, the English part: Wikinews in CAT's XML (``intra-doc_annotation/*/*.xml``).

Format: ``<token t_id sentence>`` in order, without the spaces between them; ``<TIMEX3 type value>`` with a
``<token_anchor t_id>`` for each of its tokens. Sentences are set apart by blank lines here, tokens joined as people
write them. Only the headline, the date line and the four sentences after them are annotated; what follows is left out.
Labels counted: every TIMEX3 that has tokens, the date line's too (``functionInDocument`` is ``CREATION_TIME``), since
it stands in the text; its value is the publication date.
Source: NewsReader MEANTIME (newsreader-project.eu), CC BY 4.0; the converted text is not handed on.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from tests.bench.corpora.documents import Document, Time, as_date, document, joined

ANNOTATED = 6
"""Sentences of a document, from its beginning, that annotators have read."""
Spans = Mapping[str, tuple[int, int]]
"""Token → where it stands in the text."""


def read(path: Path) -> Document:
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
    times = list(root.iter("TIMEX3"))
    dates = [one for one in times if one.get("functionInDocument") == "CREATION_TIME"]
    text, spans = _text(token for token in root.iter("token") if int(token.get("sentence", "0")) < ANNOTATED)
    found = [time for one in times for time in _time(one, spans)]
    return document(text, found, as_date(dates[0].get("value", "")) if dates else None)


def _tokens(time: ET.Element) -> list[str]:
    return [anchor.get("t_id", "") for anchor in time.iter("token_anchor")]


def _text(tokens: Iterable[ET.Element]) -> tuple[str, Spans]:
    text, spans = "", {}
    for _, sentence in groupby(tokens, key=lambda token: token.get("sentence")):
        members = list(sentence)
        words, places = joined([token.text or "" for token in members])
        at = len(text)
        spans |= {
            token.get("t_id", ""): (at + start, at + end) for token, (start, end) in zip(members, places, strict=True)
        }
        text += words + "\n\n"
    return text, spans


def _time(time: ET.Element, spans: Spans) -> Iterable[Time]:
    places = [spans[token] for token in _tokens(time) if token in spans]
    if places:
        yield Time(min(places)[0], max(places)[1], time.get("value", ""))
