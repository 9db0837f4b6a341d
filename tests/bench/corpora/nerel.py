"""NEREL: Russian Wikinews in brat's stand-off format (``*.txt`` with ``*.ann``).

Format: a line ``T3<tab>DATE 117 126<tab>words`` per entity, offsets in code points; parts of a broken one are set apart
by semicolons ("10 14;20 26") and are taken from the first to the last. Entities may lie in one another.
Labels counted: DATE and TIME that lie in no other DATE or TIME; lengths are among them. No values.
Source: github nerel-ds/NEREL, NEREL-v1.1 (train for development; dev and test for tests).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpora.documents import Document, Time, document, outermost

LABELS = {"DATE", "TIME"}


def read(path: Path) -> Document:
    """Read the text at a path and what stands beside it."""
    with path.open(encoding="utf-8", newline="") as file:  # offsets count carriage returns
        text = file.read()
    return document(text, outermost(_times(path.with_suffix(".ann").read_text(encoding="utf-8"))))


def _times(lines: str) -> Iterator[Time]:
    for line in lines.splitlines():
        fields = line.split("\t")
        if fields[0].startswith("T") and fields[1].split()[0] in LABELS:
            offsets = [int(number) for number in re.findall(r"\d+", fields[1])]
            yield Time(offsets[0], offsets[-1])
