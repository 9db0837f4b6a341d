"""What the words of a text say of the places that it names: lines, parts and distances, and what each is there for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from geodata.compounds import compounds
from geodata.forms import Forms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import words
from geodata.marks import Marks
from geodata.model import PlaceLexicon, PlaceMatch
from geodata.page import tokens_of
from geodata.precision import NEAR
from geodata.roles import with_roles
from geodata.surroundings import Surroundings

_NEAR_RADIUS_KM = 10.0
"""How far "near" reaches around a village; up to 25 km are coded so."""


def said(
    text: str, matches: Sequence[PlaceMatch], *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None
) -> tuple[PlaceMatch, ...]:
    """The places of a text as its words mean them.

    Parameters
    ----------
    text : the article's text.
    matches : the places of its names, in order.
    gazetteer : knows the borders that a region lists by name.
    lexicon : the language's words; without marks nothing is said of a place.
    """
    if not matches or lexicon is None or not lexicon.marks:
        return tuple(map(_wide, matches))
    around = Surroundings(text, tokens_of(text), words(lexicon), _marks(lexicon))
    return tuple(map(_wide, with_roles(matches, compounds(matches, around, gazetteer), around)))


def _wide(match: PlaceMatch) -> PlaceMatch:
    """A place that something was near to with the circle that "near" means; others as they are."""
    if match.where_prec != NEAR or match.place.radius_km >= _NEAR_RADIUS_KM:
        return match
    return replace(match, place=replace(match.place, radius_km=_NEAR_RADIUS_KM))


@lru_cache(maxsize=32)
def _marks(lexicon: PlaceLexicon) -> Marks:
    known = words(lexicon)
    return Marks(lexicon.marks, Forms(lexicon.morphology), known.linking | known.generic.keys())
