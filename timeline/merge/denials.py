"""Denials of a happening by others become claims of it; they never make an event of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from timeline.merge.adopt import tells_of
from timeline.merge.blocking import keys
from timeline.merge.cluster import Cluster, Clusters
from timeline.merge.forbid import forbidden
from timeline.merge.similarity import LINKED, compare
from timeline.merge.tellings import Telling
from timeline.model.mention import Mention


def attach(denied: Sequence[Telling], tellings: Iterable[Telling], clusters: Clusters) -> dict[Cluster, list[Mention]]:
    """Give each denial to the happening that it most likely denies; one that fits none is left out."""
    near = _near(denied, tellings) if denied else {}
    found: dict[Cluster, list[Mention]] = defaultdict(list)
    for denial, around in near.items():
        fitting = [(score, telling) for telling in around if (score := _fit(denial, telling)) >= LINKED]
        if fitting:
            best = min(fitting, key=lambda one: (-one[0], one[1].order))[1]
            found[clusters.of(best)].extend(denial.mentions)
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
    if forbidden(denial, telling):
        return 0.0
    compared = compare(denial, telling)
    return compared.score if compared else LINKED * tells_of(denial, telling)
