"""Which articles events rest on and whose account each is, as columns: for the count of articles by origin.

For every row how many articles, then which, then the origin of every article, as byte planes like those of
:mod:`timeline.site.columns`; `reports.js` reads the same layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.model.article import Article
from timeline.rows import Row
from timeline.site.columns import Columns, planes


def encode(rows: Sequence[Row], articles: Mapping[str, Article]) -> Columns:
    """Articles and origins of ``rows``, which are in the order of the columns; the most frequent origin first."""
    import numpy as np

    cited = [_cited(row, articles) for row in rows]
    names = {name: number for number, name in enumerate(sorted({name for row in cited for name in row}))}
    origins = [articles[name].origin or articles[name].publisher or "" for name in names]
    often = Counter(origins)
    order = sorted(often, key=lambda origin: (-often[origin], origin))
    number = {origin: index for index, origin in enumerate(order)}
    lengths = np.array([len(row) for row in cited], dtype=np.int64)
    numbers = np.array([names[name] for row in cited for name in row], dtype=np.int64)
    widths = tuple(_width(most) for most in (int(lengths.max(initial=0)), len(names), len(order)))
    columns = (lengths, numbers, np.array([number[origin] for origin in origins], dtype=np.int64))
    return Columns(
        header={"origins": order, "articles": len(names), "cited": len(numbers), "bytes": widths},
        raw=b"".join(planes(column, width) for column, width in zip(columns, widths, strict=True)),
    )


def _cited(row: Row, articles: Mapping[str, Article]) -> list[str]:
    """The articles that tell of an event, each once, by its claims or its own list."""
    names = [*(row["articles"] or ()), *(claim["article_id"] for claim in row["claims"] or ())]
    return [name for name in dict.fromkeys(map(str, names)) if name in articles]


def _width(largest: int) -> int:
    """Bytes that hold numbers up to ``largest``."""
    return max(1, (largest.bit_length() + 7) // 8)
