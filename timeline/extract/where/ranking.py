"""Whether another place that an article names is likelier than the one that the rules chose for a happening.

The rules take one place, by the first of them that finds any. Here every place that the article names is weighed beside
it by its marks (:mod:`timeline.extract.where.marks`). What each mark is worth was learnt from gold and stands in
``ranking.toml``, which ``tests/bench/events_ranking.py`` fits. The rules are overruled only where another place is
likelier by far, and the reason says by what. Acts of speech are left to the rules, which mostly give them no place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from geodata.model import PlaceMatch, PlaceRole
from geodata.precision import ESTIMATED
from timeline.extract.settle import Placed, Settled
from timeline.extract.view import SPOKEN_OF
from timeline.extract.what.untyped import RULE as UNTYPED
from timeline.extract.where import theatre
from timeline.extract.where.belonging import LANDS
from timeline.extract.where.home import Asked
from timeline.extract.where.marks import CHOSEN, Candidate, candidates

_ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE", "AID"})
"""Types of what is done at a spot, and not by decree or from afar."""
_MODES = frozenset({"earthquake", "disaster", "accident", "crash", "release", "visit"})
"""Modes of other types that are."""
_SAID = 3
"""Marks that a reason names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each mark is worth, in log odds, and by how much another place must be likelier than that of the rules."""

    marks: Mapping[str, float]
    margin: float

    def points(self, candidate: Candidate) -> float:
        """What speaks for a candidate, summed.

        Raises
        ------
        KeyError : a mark has no weight.
        """
        return sum(self.marks[name] * amount for name, amount in candidate.marks.items())


@cache
def weights() -> Weights:
    """The shipped weights."""
    table = tomllib.loads(files(__package__).joinpath("ranking.toml").read_text(encoding="utf-8"))
    marks = {str(name): float(weight) for name, weight in table["weights"].items()}
    return Weights(marks=marks, margin=float(table["margin"]))


def is_open(asked: Asked, settled: Settled) -> bool:
    """Whether a place may be weighed against others: that of a deed of which the rules know no more than the land.

    What the sentence names or speaks of ("across the country") stands, and so does the place of what is agreed.
    """
    rule, chosen = asked.trigger.rule, settled.placed[0]
    local = (rule.type in _ON_THE_SPOT and rule.mode != "war") or rule.mode in _MODES or rule is UNTYPED
    if asked.trigger.is_statement or not local or len(settled.placed) != 1 or chosen.reason in theatre.REASONS:
        return False
    where = chosen.where
    if where is None:
        return True
    is_said = where.score == SPOKEN_OF and where.span.overlaps(asked.sentence.passage.span)
    return where.place.kind in LANDS and not (chosen.own or is_said)


def weighed(asked: Asked, settled: Settled) -> Settled:
    """What the rules settled, at another place where one is likelier by far."""
    if not is_open(asked, settled):
        return settled
    rules, *others = candidates(asked, settled.placed[0].where)
    known = weights()
    best = max(others, key=known.points, default=None)
    if best is None or best.match is None or known.points(best) - known.points(rules) < known.margin:
        return settled
    reason = f"ranked before {_told(rules, settled.placed[0])}: {_said(best, rules, known)}"
    return replace(settled, placed=(_placed(best, best.match, reason),))


def _told(rules: Candidate, chosen: Placed) -> str:
    """What the rules chose, with their reason."""
    return f"{rules.match.place.name if rules.match else 'no place'} ({chosen.reason})"


def _said(best: Candidate, rules: Candidate, known: Weights) -> str:
    """The marks that speak most for a place beside that of the rules."""
    more = {name: known.marks[name] * (amount - rules.marks.get(name, 0.0)) for name, amount in best.marks.items()}
    return ", ".join(sorted((name for name in more if more[name] > 0), key=lambda name: -more[name])[:_SAID])


def _placed(best: Candidate, match: PlaceMatch, reason: str) -> Placed:
    """A place put before that of the rules."""
    concerns = best.venue is not None and best.venue.evidence == "concern"
    role: PlaceRole = "concerns" if concerns else "occurred_at"
    where = replace(match, role=role, where_prec=precision(best, match))
    return Placed(where=where, reason=reason, own=best.venue is not None)


def precision(candidate: Candidate, match: PlaceMatch) -> int:
    """How precisely a candidate's place is known (UCDP GED's codes): one taken from elsewhere is an estimate."""
    is_taken = candidate.venue is None and CHOSEN not in candidate.marks
    return max(match.where_prec, ESTIMATED) if is_taken else match.where_prec
