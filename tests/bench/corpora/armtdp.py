"""ArmTDP-NER: Armenian news (JSON Lines).

Format: a row a text with ``text`` and ``labels``, a list of [start, end, label], offsets in code points.
Labels counted: DATE and TIME, as OntoNotes has them: ages ("44-year-old") and lengths are among them. No values.
Source: github myavrum/ArmTDP-NER (ArmNER-HY.json), Apache-2.0; the first half of its rows is for development, the
second for tests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpora.documents import Document, Time, document, outermost

LABELS = {"DATE", "TIME"}


def read(path: Path) -> Iterator[Document]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            times = [Time(start, end) for start, end, label in row["labels"] if label in LABELS]
            yield document(row["text"], outermost(times))
