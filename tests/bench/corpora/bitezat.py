"""BiTEZAT: complaints of Turkish customers (``*.txt.xml``).

Format: a text without root with its expressions inline, ``<DATE>``, ``<TIME>``, ``<DURATION>`` and ``<SET>``, and XML's
entities. Labels counted: all four, since a tagger of TIMEX3 gives all four. No values.
Source: github EnsarEmirali/biTEZAT_dataset (labeled_dataset); the first half by the number in the name is for
development, the second for tests.
"""

from __future__ import annotations

from pathlib import Path

from tests.bench.corpora.documents import (
    Document,
    Time,
    document,
    outermost,
    with_one_kind_of_line_ends,
    without_tags,
)

LABELS = {"DATE", "TIME", "DURATION", "SET"}


def read(path: Path) -> Document:
    text, elements = without_tags(with_one_kind_of_line_ends(path.read_text(encoding="utf-8-sig")))
    return document(text, outermost(Time(one.start, one.end) for one in elements if one.name in LABELS))
