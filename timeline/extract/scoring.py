"""The extraction score: how likely a mention is what a careful reader would take from the text.

What makes a mention doubtful (a time that its own sentence doesn't tell, a weak word, …) is named and weighed; the
score is the logistic function of the sum. The weights stand in ``weights.toml``: ``tests/bench/events_calibration.py``
fits them to gold that no rule was made from, and says how often mentions of a score were right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp

from geodata.model import PlaceMatch
from geodata.roles import ACTOR
from timeline.extract.what.triggers import Trigger
from timeline.model.mention import OWN_VOICE, Attribution, Mention
from timeline.model.timex import TimeInterval

BASE = "a date, a place and a verb of its own"
"""The weight that all have, before what is doubtful."""
_MOST_OTHERS = 2
"""Further happenings in a sentence that count."""
LEAST = 0.4
"""Score below which nothing is told as a fact: of 24 such in the half "test" of the gold 21 were wrong (2026-11-23)."""
_SURE_PLACE = 0.9
"""Scores of places from which on nothing is in doubt."""
Doubts = Mapping[str, float]
"""What is doubtful, in words → how much of it there is, 1 where it only can be or not be."""


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Judged:
    """A mention before its score: ``others`` are the further happenings that its sentence tells of.

    ``dated_own`` and ``placed_own`` say that its own sentence gives its time and its place; ``rival_times`` are further
    times there, ``around`` what else the sentence makes doubtful.
    """

    trigger: Trigger
    told_by: Attribution
    others: int
    when: TimeInterval | None
    dated_own: bool
    where: PlaceMatch | None
    placed_own: bool
    rival_times: int = 0
    around: tuple[str, ...] = ()


def doubts(judged: Judged) -> Doubts:
    """What is doubtful about a mention."""
    found = [*_of_trigger(judged.trigger), *_of_time(judged.when, own=judged.dated_own)]
    found += _of_place(judged.where, own=judged.placed_own)
    if judged.told_by.source == OWN_VOICE:
        found.append(("nobody is named who says so", 1.0))
    if judged.others:
        found.append(("other happenings in the sentence", float(min(judged.others, _MOST_OTHERS))))
    if judged.rival_times > 0:
        found.append(("other times in the sentence", float(min(judged.rival_times, _MOST_OTHERS))))
    found += [(name, 1.0) for name in judged.around]
    return dict(found)


def score(found: Doubts) -> float:
    """The probability, 0 to 1, that a mention with these doubts is right.

    Raises
    ------
    KeyError : a doubt has no weight.
    """
    known = weights()
    return round(1 / (1 + exp(-known[BASE] - sum(known[name] * amount for name, amount in found.items()))), 3)


def written(found: Doubts) -> str:
    """Doubts as the provenance of a mention holds them, each with how much of it there is."""
    return "; ".join(f"{name} {amount:g}" for name, amount in found.items())


def parsed(words: str) -> Doubts:
    """Doubts from what :func:`written` wrote."""
    pairs = (one.rsplit(" ", 1) for one in words.split("; ") if one)
    return {name: float(amount) for name, amount in pairs}


def scored(mention: Mention, more: Doubts) -> Mention:
    """A mention with its score, by the doubts that it was noted with and by what only the whole article shows.

    Raises
    ------
    KeyError : a doubt has no weight.
    """
    found = {**parsed(mention.provenance["score"]), **more}
    return replace(mention, score=score(found), provenance={**mention.provenance, "score": written(found)})


@cache
def weights() -> Mapping[str, float]:
    """The shipped weights by the name of the doubt, and :data:`BASE`."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in table["weights"].items()}


def _of_trigger(trigger: Trigger) -> Iterator[tuple[str, float]]:
    if trigger.rule.weak:
        yield "a weak word", 1.0
    if trigger.is_statement:
        yield "a statement", 1.0
    if trigger.rule.consequence:
        yield "a consequence alone", 1.0
    if not trigger.rule.mode:
        yield "no mode", 1.0
    if trigger.rule.kind == "state":
        yield "a state", 1.0


def _of_time(when: TimeInterval | None, *, own: bool) -> Iterator[tuple[str, float]]:
    if when is None:
        yield "undated", 1.0
    elif when.basis == "reported":
        yield "day of the report", 1.0
    elif not own:
        yield "time of another sentence", 1.0
    if when is not None and when.approximate:
        yield "vague time", 1.0
    if when is not None and when.precision != "day":
        yield "coarse time", 1.0


def _of_place(where: PlaceMatch | None, *, own: bool) -> Iterator[tuple[str, float]]:
    if where is None:
        yield "unplaced", 1.0
        return
    if not own:
        yield "place of another sentence", 1.0
    if where.role == "concerns":
        yield "place only concerned", 1.0
    if where.reason.startswith(ACTOR):
        yield "place of who acts", 1.0
    if where.where_prec > 3:  # noqa: PLR2004 - UCDP: coarser than a district
        yield "coarse place", 1.0
    if where.score < _SURE_PLACE:
        yield "uncertain place", round(_SURE_PLACE - where.score, 2)
