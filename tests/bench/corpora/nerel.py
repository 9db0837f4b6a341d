"""NEREL: Russian Wikinews in brat's stand-off format (``*.txt`` with ``*.ann``).

Format: a line ``T3<tab>DATE 117 126<tab>words`` per entity, offsets in code points; parts of a broken one are set apart
by semicolons ("10 14;20 26") and are taken from the first to the last. Entities may lie in one another.
Labels counted of times: DATE and TIME that lie in no other DATE or TIME; lengths are among them. No values.
Labels counted of places: COUNTRY, CITY, STATE_OR_PROVINCE, DISTRICT and LOCATION that lie in no other of them. No
positions.
Source: github nerel-ds/NEREL, NEREL-v1.1 (train for development; dev and test for tests).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpora.documents import Document, Time, document, outermost
from tests.bench.corpora.named import Name, NamedText

LABELS = frozenset({"DATE", "TIME"})
PLACES = frozenset({"COUNTRY", "CITY", "STATE_OR_PROVINCE", "DISTRICT", "LOCATION"})


def read(path: Path) -> Document:
    """Read the text at a path and the times that stand beside it."""
    text, times = _entities(path, LABELS)
    return document(text, times)


def read_places(path: Path) -> NamedText:
    """Read the text at a path and the places that stand beside it."""
    text, places = _entities(path, PLACES)
    return NamedText(text, tuple(Name(place.start, place.end) for place in places))


def _entities(path: Path, labels: frozenset[str]) -> tuple[str, list[Time]]:
    """A text and where the outermost of some labels stand in it."""
    with path.open(encoding="utf-8", newline="") as file:  # offsets count carriage returns
        text = file.read()
    return text, outermost(_spans(path.with_suffix(".ann").read_text(encoding="utf-8"), labels))


def _spans(lines: str, labels: frozenset[str]) -> Iterator[Time]:
    for line in lines.splitlines():
        fields = line.split("\t")
        if fields[0].startswith("T") and fields[1].split()[0] in labels:
            offsets = [int(number) for number in re.findall(r"\d+", fields[1])]
            yield Time(offsets[0], offsets[-1])
