"""Tellings become happenings: the likeliest pairs first, never across what is forbidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from timeline.merge.blocking import pairs
from timeline.merge.forbid import forbidden
from timeline.merge.similarity import LINKED, compare
from timeline.merge.tellings import Telling
from timeline.model.correction import Constraints

BY_CORRECTION = "joined by a correction"


@dataclass(frozen=True, kw_only=True, eq=False)
class Cluster:
    """Tellings of one happening, first told first, and the reasons why they are one."""

    tellings: tuple[Telling, ...]
    reasons: tuple[str, ...] = ()

    @property
    def order(self) -> object:
        """Where its first telling stands."""
        return self.tellings[0].order


class Clusters:
    """Clusters under way: every telling begins alone, :meth:`join` makes two one."""

    def __init__(self, tellings: Iterable[Telling], constraints: Constraints) -> None:
        self._of = {telling: Cluster(tellings=(telling,)) for telling in tellings}
        self._apart = {frozenset(pair) for pair in constraints.apart}

    def __iter__(self) -> Iterator[Cluster]:
        """The clusters as they stand, first told first."""
        return iter(sorted(dict.fromkeys(self._of.values()), key=lambda cluster: cluster.tellings[0].order))

    def of(self, telling: Telling) -> Cluster:
        """The cluster in which a telling is now."""
        return self._of[telling]

    def join(self, one: Telling, other: Telling, reasons: Sequence[str]) -> None:
        """Make the clusters of two tellings one, whatever forbids it."""
        first, second = self._of[one], self._of[other]
        if first is not second:
            tellings = tuple(sorted((*first.tellings, *second.tellings), key=lambda telling: telling.order))
            joined = Cluster(tellings=tellings, reasons=(*first.reasons, *second.reasons, *reasons))
            self._of.update(dict.fromkeys(tellings, joined))

    def may_join(self, one: Telling, other: Telling) -> bool:
        """Whether nothing forbids that the clusters of two tellings become one."""
        first, second = self._of[one].tellings, self._of[other].tellings
        return not any(self._said_apart(a, b) or forbidden(a, b) for a, b in product(first, second))

    def _said_apart(self, one: Telling, other: Telling) -> bool:
        if not self._apart:
            return False
        ids = product((mention.id for mention in one.mentions), (mention.id for mention in other.mentions))
        return any(frozenset(pair) in self._apart for pair in ids)


def cluster(tellings: Sequence[Telling], constraints: Constraints) -> Clusters:
    """Join tellings of the same grain.

    Parameters
    ----------
    tellings : in order.
    constraints : what people say belongs together or apart; it overrules every rule.
    """
    clusters = Clusters(tellings, constraints)
    _join_by_correction(clusters, tellings, constraints)
    compared = ((compare(one, other), one, other) for one, other in pairs(tellings))
    links = [(found, one, other) for found, one, other in compared if found and found.score >= LINKED]
    for found, one, other in sorted(links, key=lambda link: (-link[0].score, link[1].order, link[2].order)):
        if clusters.of(one) is not clusters.of(other) and clusters.may_join(one, other):
            clusters.join(one, other, found.reasons)
    return clusters


def _join_by_correction(clusters: Clusters, tellings: Iterable[Telling], constraints: Constraints) -> None:
    by_mention = {mention.id: telling for telling in tellings for mention in telling.mentions}
    for pair in sorted(constraints.together):
        known = [by_mention[name] for name in pair if name in by_mention]
        for one, other in pairwise(known):
            clusters.join(one, other, (BY_CORRECTION,))
