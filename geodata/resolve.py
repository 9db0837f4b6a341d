"""Which place of a name is meant: evidence beside the name, then the document, then the region, then size."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from geodata.calibration import calibrated
from geodata.containing import POINTS, WIDEST_KM
from geodata.estimate import estimates
from geodata.gazetteer import Gazetteer
from geodata.lexicon import lexicon_from
from geodata.model import Place, PlaceLexicon, PlaceMatch, Span
from geodata.online import doubted
from geodata.precision import ESTIMATED, EXACT, NEAR, NEAR_KM
from geodata.recognise import recognise, recognise_given
from geodata.said import said
from geodata.toponym import Toponym
from geodata.weighing import WEIGHTS, Choice, Judge, likely, sure

__all__ = ["given", "lexicon_from", "places", "resolve"]

NO_OTHER = "the only place of its name"
"""Reason of a place for which nothing speaks but that no other has its name."""
_PRECISION = {
    "city": 1,
    "village": 1,
    "feature": 1,
    "district": 3,
    "admin1": 4,
    "region": 4,
    "line": 5,
    "country": 6,
    "water": 7,
}
"""Kind of a place → ``where_prec``."""
_DOUBTED_KM = 5
"""Radius from which a place without people counted is no exact point: its position is in doubt, or it is wide."""
_BOUNDLESS_KM = {"region": 160, "feature": NEAR_KM}
"""Radius from which a region is larger than a first-order one, and from a lake's point not all of it is near."""
_RIVALS = 5
_ROUNDS = 2
"""Times that names vote by their odds."""
_KNOWN, _UNKNOWN, _LOCATED = 0.95, 0.6, 0.2
"""Certainty that a name is a place at all: a well-known one, another, and what a word beside it adds."""


def places(text: str, *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None) -> tuple[PlaceMatch, ...]:
    """Find the places that a text names, in order and without overlap.

    Parameters
    ----------
    text : one document; what it says elsewhere helps to tell places of one name apart.
    gazetteer : the names to look for, with the region's curated layer.
    lexicon : the language's words about places and its word forms.

    Returns
    -------
    tuple[PlaceMatch, ...] : spans into the unchanged text, without suffixes behind an apostrophe and Arabic clitics.
    """
    found = resolve(recognise(text, gazetteer=gazetteer, lexicon=lexicon), gazetteer=gazetteer)
    return said(text, found, gazetteer=gazetteer, lexicon=lexicon)


def given(
    text: str, spans: Iterable[Span], *, gazetteer: Gazetteer, lexicon: PlaceLexicon | None = None
) -> tuple[PlaceMatch, ...]:
    """Choose a place for each name at some spans, found by a person or by another recogniser.

    Parameters
    ----------
    text : one document; its words beside a name, and its other names, help to choose.
    spans : where the names stand, without overlap.
    gazetteer : the bearers of names, with the region's curated layer.
    lexicon : the language's words about places and its word forms.

    Returns
    -------
    tuple[PlaceMatch, ...] : a match per span in order. For a name that the gazetteer doesn't know it is an estimate
        from the others, with ``where_prec`` 5 and a low score; where these tell nothing there is none.
    """
    spans = list(spans)
    known = resolve(recognise_given(text, spans, gazetteer=gazetteer, lexicon=lexicon), gazetteer=gazetteer)
    return tuple(sorted([*known, *estimates(spans, known)], key=lambda match: match.span))


def resolve(
    toponyms: Sequence[Toponym], *, gazetteer: Gazetteer, calibrate: Callable[[float], float] = calibrated
) -> tuple[PlaceMatch, ...]:
    """Choose one place for each toponym of one document: one sense a name unless the text says otherwise.

    ``calibrate`` makes a probability of a match's score.
    """
    linked = [_linked(index, toponyms) for index in range(len(toponyms))]
    ranked = _ranked(toponyms, linked, gazetteer)
    senses = _senses(toponyms, ranked)
    pairs = zip(toponyms, ranked, strict=True)
    matches = (_match(toponym, _in_sense(toponym, choices, senses), calibrate) for toponym, choices in pairs)
    return tuple(map(doubted, matches))


def _ranked(
    toponyms: Sequence[Toponym], linked: Sequence[Sequence[Toponym]], gazetteer: Gazetteer
) -> list[list[Choice]]:
    """Candidates of each toponym by the votes of all by their odds, which begin with those of the sure ones.

    Votes are taken again while that changes a choice: what the first ones decide tells more of the rest.
    """
    judge = Judge(gazetteer, sure(toponyms, gazetteer))
    ranked = judge.rank_all(toponyms, linked)
    for _ in range(_ROUNDS):
        before = [choices[0].place for choices in ranked]
        judge.ballot = likely(toponyms, ranked)
        ranked = judge.rank_all(toponyms, linked)
        if [choices[0].place for choices in ranked] == before:
            break
    return judge.with_reasons(toponyms, ranked)


def _linked(index: int, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms right before and behind one that may contain it, or that it may contain ("Aghdam, Tovuz").

    What stands before the name of a country contains nothing of that name: "the United States, Russia" is a list.
    A word for a people contains nothing: "from Russia to American art".
    """
    is_country = any(place.kind == "country" for place in toponyms[index].candidates)
    before = [toponyms[index - 1]] if toponyms[index].linked and not is_country else []
    behind = [toponym for toponym in toponyms[index + 1 : index + 2] if toponym.linked]
    return [toponym for toponym in before + behind if not toponym.demonym]


_ELSEWHERE = "the text says so elsewhere"


def _senses(toponyms: Sequence[Toponym], ranked: Sequence[Sequence[Choice]]) -> dict[str, Place]:
    """Folded name → the place that the text itself states somewhere, by a generic term or a container."""
    found: dict[str, Place] = {}
    for toponym, choices in zip(toponyms, ranked, strict=True):
        if choices[0].stated:
            found.setdefault(toponym.key, choices[0].place)
    return found


def _in_sense(toponym: Toponym, choices: Sequence[Choice], senses: dict[str, Place]) -> list[Choice]:
    """The choices with the sense first that the text states elsewhere, unless this mention states its own."""
    sense = senses.get(toponym.key)
    if sense is None or choices[0].stated or toponym.near:
        return list(choices)
    weight = choices[0].weight + WEIGHTS.level
    meant = [choice._replace(weight=weight, reasons=(_ELSEWHERE,)) for choice in choices if choice.place == sense]
    return meant + [choice for choice in choices if choice.place != sense]


def _match(toponym: Toponym, choices: Sequence[Choice], calibrate: Callable[[float], float]) -> PlaceMatch:
    best = choices[0]
    return PlaceMatch(
        span=toponym.span,
        place=best.place,
        role="concerns" if toponym.demonym or _is_too_wide(best) else "occurred_at",
        where_prec=_where_prec(best.place, toponym),
        score=round(calibrate(_score(toponym, choices)), 3),
        rivals=tuple(choice.place.id for choice in choices[1 : _RIVALS + 1]),
        reason=_reason(toponym, choices),
    )


def _is_too_wide(choice: Choice) -> bool:
    """Whether a place is a part of the world or a state of the past, which says nothing of where something happened."""
    return choice.place.kind == "region" and choice.place.radius_km > WIDEST_KM and not choice.known


def _reason(toponym: Toponym, choices: Sequence[Choice]) -> str:
    if toponym.demonym:
        return "a word for the people of the place, or for what is theirs"
    plain = "the largest of its name" if len(choices) > 1 else NO_OTHER
    return "; ".join(choices[0].reasons) or plain


def _where_prec(place: Place, toponym: Toponym) -> int:
    """UCDP's code for a place as this mention means it."""
    if place.radius_km > _BOUNDLESS_KM.get(place.kind, math.inf):
        return ESTIMATED
    if place.kind not in POINTS:
        return _PRECISION[place.kind]
    if toponym.near:
        return NEAR
    stated = [_PRECISION[level] for level in toponym.levels if level not in ("region", "country")]
    doubted = not place.population and place.radius_km >= _DOUBTED_KM
    return max(min(stated, default=_PRECISION[place.kind]), NEAR if doubted else EXACT)


def _score(toponym: Toponym, choices: Sequence[Choice]) -> float:
    """How much speaks for this being a place, and this one, 0 to 1; calibration makes a probability of it."""
    top = choices[0]
    share = 1 / sum(math.exp(min(0.0, choice.weight - top.weight)) for choice in choices)
    supported = toponym.located or toponym.levels or toponym.near or top.stated
    certainty = _KNOWN if top.known else _UNKNOWN + (_LOCATED if supported else 0.0)
    return round(share * certainty, 3)
