"""Denials of a happening by others become claims of it; they never make an event of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from timeline.merge.blocking import keys
from timeline.merge.cluster import Cluster, Clusters
from timeline.merge.forbid import forbidden, unlike
from timeline.merge.similarity import LINKED, compare, overlap
from timeline.merge.tellings import Telling
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval


def attach(denied: Sequence[Telling], tellings: Iterable[Telling], clusters: Clusters) -> dict[Cluster, list[Mention]]:
    """Give each denial to the happening that it most likely denies; what fits none, or several alike, is left out."""
    near = _near(denied, tellings) if denied else {}
    found: dict[Cluster, list[Mention]] = defaultdict(list)
    for denial, around in near.items():
        fits = {telling: _fit(denial, telling) for telling in around}
        best = max(fits.values(), default=0.0)
        meant = {clusters.of(telling) for telling, fit in fits.items() if fit == best >= LINKED}
        if len(meant) == 1:
            found[meant.pop()].extend(denial.mentions)
    return found


def _near(denied: Sequence[Telling], tellings: Iterable[Telling]) -> dict[Telling, list[Telling]]:
    blocks: dict[Hashable, list[Telling]] = defaultdict(list)
    for denial in denied:
        for key in _keys(denial):
            blocks[key].append(denial)
    near: dict[Telling, dict[Telling, None]] = {denial: {} for denial in denied}
    for telling in tellings:
        for denial in {one: None for key in _keys(telling) for one in blocks.get(key, ())}:
            near[denial][telling] = None
    return {denial: list(around) for denial, around in near.items()}


def _keys(telling: Telling) -> Iterable[Hashable]:
    return (*keys(telling), *((telling.first.type, article) for article in telling.articles))


def _fit(denial: Telling, telling: Telling) -> float:
    """How well a denial fits. In one article "it did not fire that night" needs no place to be understood."""
    compared = None if forbidden(denial, telling) else compare(denial, telling)
    if compared:
        return compared.score
    understood = denial.articles & telling.articles and not unlike(denial, telling)
    return LINKED * _meets(denial.first.when, telling.first.when) if understood else 0.0


def _meets(denied: TimeInterval | None, told: TimeInterval | None) -> bool:
    return denied is None or (told is not None and overlap(denied, told) > 0)
