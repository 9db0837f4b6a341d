"""Where a place may lie that no gazetteer knows: around most of the others that its text names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geodata.distance import kilometres
from geodata.model import PlaceMatch, Span

_KINDS = ("city", "village", "district", "feature"), ("admin1",)
"""Kinds of places that show where a text plays, the narrower ones first."""
_AROUND_KM = 100
_ESTIMATED = 5
"""UCDP's code for an estimate."""
_SCORE = 0.3
"""In local news a good half of such estimates are within 161 km (measured on LGL), in other texts fewer."""
_REASON = "no place of this name is known; most places that the text names lie around here"


def estimates(spans: Iterable[Span], known: Sequence[PlaceMatch]) -> list[PlaceMatch]:
    """An estimate for each span that none of the ``known`` matches of its text overlaps; none where those tell nothing.

    The place is the known one with most others around it: an estimate says nothing nearer.
    """
    middle = _middle(known)
    unknown = [span for span in spans if not any(span.overlaps(match.span) for match in known)]
    if middle is None:
        return []
    return [
        PlaceMatch(span=span, place=middle.place, where_prec=_ESTIMATED, score=_SCORE, reason=_REASON)
        for span in unknown
    ]


def _middle(known: Sequence[PlaceMatch]) -> PlaceMatch | None:
    """The match with the most and surest others around it, the first of these."""
    for kinds in _KINDS:
        local = [match for match in known if match.place.kind in kinds]
        if local:
            return max(local, key=lambda match: _support(match, local))
    return None


def _support(match: PlaceMatch, others: Sequence[PlaceMatch]) -> float:
    return sum(other.score for other in others if kilometres(match.place, other.place) <= _AROUND_KM)
