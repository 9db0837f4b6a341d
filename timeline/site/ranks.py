"""What events are sorted and chosen by, in files that are loaded when the ledger or the story first asks for them.

The story takes the most prominent events, the ledger sorts by any of its columns; neither may load the details of all
events for that. Numbers stand in byte planes, as :mod:`timeline.site.columns` lays them out; `ranks.js` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.model.mention import OWN_VOICE
from timeline.rows import Row
from timeline.site import collation, words
from timeline.site.columns import Columns, planes

MOST = 255
"""Counts beyond this are told as this; a score of 1 as well."""


def common(rows: Sequence[Row]) -> Columns:
    """What holds in every language.

    ``prominence`` is the place in the order of salience, the most salient first; of those alike, those that more
    origins tell, then those read with more certainty. ``type`` and ``status`` are numbers of the codes in the header.
    """
    types, statuses = _codes(map(_type, rows)), _codes(str(row["status"]) for row in rows)
    columns = {
        "prominence": _prominence(rows),
        "type": [types.index(_type(row)) for row in rows],
        "status": [statuses.index(str(row["status"])) for row in rows],
        "score": [round(MOST * float(row["score"] or 0)) for row in rows],
        "origins": [min(MOST, len(row["origins"] or ())) for row in rows],
        "claimants": [min(MOST, len(_claimants(row))) for row in rows],
    }
    return _encoded(columns, types=types, statuses=statuses)


def named(rows: Sequence[Row], language: str) -> Columns:
    """The order of titles and of places by their names in ``language``."""
    title = collation.ranks((_title(row, language) for row in rows), language)
    place = collation.ranks((_place(row, language) for row in rows), language)
    return _encoded({"title": title, "place": place})


def _encoded(columns: dict[str, list[int]], **codes: list[str]) -> Columns:
    """Columns after one another, each as wide as its greatest number needs; the header names them in order."""
    import numpy as np

    widths = {name: max(1, (max(numbers, default=0).bit_length() + 7) // 8) for name, numbers in columns.items()}
    raw = b"".join(planes(np.array(numbers, dtype=np.int64), widths[name]) for name, numbers in columns.items())
    return Columns(header={"columns": [[name, width] for name, width in widths.items()], **codes}, raw=raw)


def _prominence(rows: Sequence[Row]) -> list[int]:
    """Each row's place in the order of prominence. Ids break ties, since they prefer no time."""

    def key(index: int) -> tuple[float, int, float, str]:
        row = rows[index]
        return -float(row["salience"] or 0), -len(row["origins"] or ()), -float(row["score"] or 0), str(row["event_id"])

    places = [0] * len(rows)
    for place, index in enumerate(sorted(range(len(rows)), key=key)):
        places[index] = place
    return places


def _codes(values: Iterable[str]) -> list[str]:
    return sorted(set(values))


def _type(row: Row) -> str:
    """The code under which the words of a language name the type."""
    return f"{row['type']}.{row['mode']}" if row["mode"] else str(row["type"])


def _claimants(row: Row) -> set[str]:
    """Who says so: named sources, and each publisher in its own voice."""
    return {
        str(claim["article_id"]) if claim.get("claimed_by") in (None, OWN_VOICE) else str(claim["claimed_by"])
        for claim in row["claims"] or ()
    }


def _title(row: Row, language: str) -> str:
    """The title as the page shows it: in the language, else in English, else in any."""
    titles = row["titles"] or {}
    return next((str(titles[code]) for code in (language, words.FALLBACK, *titles) if titles.get(code)), "")


def _place(row: Row, language: str) -> str:
    if row["place_name"] is None:
        return ""
    names = (row["place_names"] or {}).get(language)
    return str(names[0] if names else row["place_name"])
