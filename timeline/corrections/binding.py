"""Corrections that merge or split, as constraints on merging."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from timeline.corrections.anchors import Finder
from timeline.corrections.undoing import standing
from timeline.model.article import Article
from timeline.model.correction import Anchor, Constraints, Correction
from timeline.model.mention import TOLD_AS_FACT, Mention

Pair = tuple[str, str]


def constraints(
    corrections: Sequence[Correction], mentions: Iterable[Mention], articles: Mapping[str, Article]
) -> Constraints:
    """What people say belongs together or apart.

    Parameters
    ----------
    corrections : as loaded; only ``merge`` and ``split`` matter here.
    mentions : all of them; those that are not told as fact can't be meant.
    articles : by id.
    """
    binding = [one for one in standing(corrections) if one.op in ("merge", "split")]
    finder, told = Finder(articles), [one for one in mentions if binding and one.status in TOLD_AS_FACT]
    pairs: dict[str, set[Pair]] = {"merge": set(), "split": set()}
    for correction in binding:
        groups = [meant(anchor, told, finder) for anchor in correction.anchors]
        for one, other in combinations(groups, 2):
            pairs[correction.op] |= _alike(one, other) if correction.op == "merge" else _all(one, other)
    return Constraints(together=frozenset(pairs["merge"]), apart=frozenset(pairs["split"]))


def meant(anchor: Anchor, mentions: Iterable[Mention], finder: Finder) -> list[Mention]:
    """The mentions that a quote means: those whose trigger it holds, else those whose sentence it touches."""
    spots = finder.find(anchor)
    touched = [mention for mention in mentions if any(spot.touches(mention) for spot in spots)]
    return [one for one in touched if any(spot.holds_trigger(one) for spot in spots)] or touched


def _alike(one: Sequence[Mention], other: Sequence[Mention]) -> set[Pair]:
    """Mentions of one type; where two sentences tell of different types, the first of each."""
    same = {(first.id, second.id) for first, second in product(one, other) if first.type == second.type}
    return same or {(first.id, second.id) for first, second in product(one[:1], other[:1])}


def _all(one: Sequence[Mention], other: Sequence[Mention]) -> set[Pair]:
    return {(first.id, second.id) for first, second in product(one, other) if first.id != second.id}
