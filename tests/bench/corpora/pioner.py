"""pioNER: Armenian sentences, silver from Wikipedia and gold from news (``*.conll03``).

Format: a token a line with its label in the last column (IOB), an empty line between sentences; sentences come without
their documents, so they are joined in order to texts of at least 3,000 characters.
Labels counted: LOC. No positions.
Source: github ispras-texterra/pioner (silver dev for development, gold for tests); Ghukasyan and others 2018.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.bench.corpora.documents import joined
from tests.bench.corpora.named import Name, NamedText

LABEL = "LOC"
LEAST = 3000


def read(path: Path) -> Iterator[NamedText]:
    text, names = "", []
    for rows in _sentences(path):
        words, places = joined([row[0] for row in rows])
        names += [Name(len(text) + start, len(text) + end) for start, end in _spans([row[-1] for row in rows], places)]
        text += words + "\n"
        if len(text) > LEAST:
            yield NamedText(text, tuple(names))
            text, names = "", []
    if text:
        yield NamedText(text, tuple(names))


def _sentences(path: Path) -> Iterator[list[list[str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for blank, sentence in groupby(lines, key=lambda line: not line.strip() or line.startswith("-DOCSTART")):
        if not blank:
            yield [line.split() for line in sentence]


def _spans(labels: Sequence[str], places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From each token that begins a name to the last that goes on with it."""
    for at, label in enumerate(labels):
        if label.endswith(LABEL) and (label.startswith("B") or not at or not labels[at - 1].endswith(LABEL)):
            last = at
            while last + 1 < len(labels) and labels[last + 1] == f"I-{LABEL}":
                last += 1
            yield places[at][0], places[last][1]
