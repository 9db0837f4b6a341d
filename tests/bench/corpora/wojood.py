"""Wojood, the open sample: Arabic texts of many kinds (``*.txt``).

Format: CoNLL, a line a token with its tags ("B-DATE", "I-EVENT B-DATE": the outer entity first), a blank line after
each sentence. Sentences are set apart by blank lines here, tokens joined as people write them.
Labels counted: DATE and TIME that lie in no other DATE or TIME. No values.
Source: github SinaLab/ArabicNER (data); the sample's texts are not handed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.bench.corpora.documents import Document, Time, document, joined, outermost

LABELS = ("DATE", "TIME")


def read(path: Path) -> Document:
    text, times = "", []
    lines = path.read_text(encoding="utf-8").splitlines()
    for blank, sentence in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            rows = [line.split() for line in sentence]
            words, places = joined([row[0] for row in rows])
            at = len(text)
            times += [Time(at + start, at + end) for start, end in _spans([row[1:] for row in rows], places)]
            text += words + "\n\n"
    return document(text, outermost(times))


def _spans(tags: Sequence[Sequence[str]], places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From each token that begins a time to the last that goes on with it."""
    for label in LABELS:
        for at, here in enumerate(tags):
            if f"B-{label}" in here:
                last = at
                while last + 1 < len(tags) and f"I-{label}" in tags[last + 1] and f"B-{label}" not in tags[last + 1]:
                    last += 1
                yield places[at][0], places[last][1]
