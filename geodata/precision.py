"""Codes of spatial precision: those of UCDP GED, and those of ACLED that follow from them."""

from __future__ import annotations

from typing import Final

EXACT, NEAR, DISTRICT, FIRST_ORDER, ESTIMATED, COUNTRY, INTERNATIONAL = range(1, 8)
"""UCDP GED's ``where_prec``: the place itself; within 25 km of a known point; a second-order district; a first-order
region; a line (border, road, river), an area without borders of its own or one larger than a first-order region; a
country; waters or airspace."""
NEAR_KM: Final = 25.0
"""Farthest from a known point that is still near it, as UCDP GED draws the line."""
_ACLED: Final = {EXACT: 1, NEAR: 2, DISTRICT: 2, FIRST_ORDER: 3, ESTIMATED: 3, INTERNATIONAL: 3}


def acled(where_prec: int) -> int | None:
    """ACLED's ``geo_precision`` of a place with one of UCDP's codes, None where ACLED codes no event.

    1 is a town, 2 the part of a region around it, 3 a larger region, a border or the sea; of a happening known to the
    country alone ACLED has no row.

    Raises
    ------
    ValueError : there is no such code.

    Examples
    --------
    >>> [acled(code) for code in range(1, 8)]
    [1, 2, 2, 3, 3, None, 3]
    """
    if where_prec not in range(EXACT, INTERNATIONAL + 1):
        raise ValueError(f"where_prec is 1 to 7, not {where_prec}")
    return _ACLED.get(where_prec)
