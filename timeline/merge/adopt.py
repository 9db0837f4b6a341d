"""A coarser telling joins the finer happening that it can only mean.

"The 1994 ceasefire" tells of 12 May 1994 when no other ceasefire of that year is known; "fighting in 2020" tells of
none of many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from geodata.distance import kilometres
from timeline.merge import kinds
from timeline.merge.cluster import Cluster, Clusters
from timeline.merge.distance import lies_in, same_place
from timeline.merge.similarity import LINKED, NEIGHBOURS_KM, party_likeness
from timeline.merge.tellings import Telling
from timeline.model.timex import TimeInterval

AMBIGUOUS = 25
"""With more finer tellings than this in sight, a coarser one means none in particular."""
_GRAINS = ("day", "month", "year", "decade")
_UNDATED, _UNPLACED = 4, 8


def adopt(clusters: Clusters, tellings: Sequence[Telling]) -> None:
    """Join each telling with the only finer happening that it can tell, the finest tellings first."""
    finer: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in _keys_as_fine(telling):
            finer[key].append(telling)
    for telling in sorted(tellings, key=lambda one: (*_grain(one), one.order)):
        near = {key: None for clue in _keys_as_coarse(telling) for key in finer.get(clue, ())[: AMBIGUOUS + 1]}
        found = _meant(telling, [one for one in near if one is not telling], clusters)
        if found:
            clusters.join(telling, found, (_reason(telling, found),))


def _meant(telling: Telling, near: Sequence[Telling], clusters: Clusters) -> Telling | None:
    """The telling of the one finer happening that is meant; None where there are several, or none."""
    if len(near) > AMBIGUOUS:
        return None
    fitting = [one for one in near if clusters.of(one) is not clusters.of(telling) and tells_of(telling, one)]
    joinable = [one for one in fitting if clusters.may_join(telling, one)]
    return joinable[0] if len({id(clusters.of(one)) for one in joinable}) == 1 else None


def tells_of(coarse: Telling, fine: Telling) -> bool:
    """Whether a coarser telling may mean the happening of a finer one, and something says so besides time and place."""
    is_coarser = _grain(coarse) != _grain(fine) and all(
        a >= b for a, b in zip(_grain(coarse), _grain(fine), strict=True)
    )
    if not is_coarser or not kinds.likeness(coarse.kind, fine.kind) or party_likeness(coarse, fine).value < LINKED:
        return False
    return _time_holds(coarse, fine) and _place_holds(coarse, fine) and bool(_clue(coarse, fine))


def _clue(coarse: Telling, fine: Telling) -> str:
    """What says that both are one, beyond time and place."""
    if kinds.is_singular(*coarse.kind) and kinds.is_singular(*fine.kind):
        return "the only one of its kind then and there"
    if coarse.happening and coarse.happening == fine.happening:
        return f"both fit {coarse.happening} in the chronology"
    if coarse.figures & fine.figures:
        return "the same toll"
    told_together = bool(coarse.articles & fine.articles or coarse.origins & fine.origins)
    same_day = coarse.first.when is None or _grain(coarse)[0] == _grain(fine)[0]
    same_kind = kinds.likeness(coarse.kind, fine.kind) >= kinds.ONE_WITHOUT_MODE
    return "the only one that the same source tells of" if told_together and same_day and same_kind else ""


def _reason(coarse: Telling, fine: Telling) -> str:
    when, where = coarse.first.when, coarse.first.where
    told = f"{when.edtf() if when else 'undated'}, {where.place.name if where else 'unplaced'}"
    return f"also told more coarsely ({told}): {_clue(coarse, fine)}"


def _time_holds(coarse: Telling, fine: Telling) -> bool:
    outer, inner = coarse.first.when, fine.first.when
    if outer is None:
        return bool(coarse.articles & fine.articles)
    return inner is not None and outer.start <= inner.start and inner.end <= outer.end


def _place_holds(coarse: Telling, fine: Telling) -> bool:
    outer, inner = coarse.first.where, fine.first.where
    if outer is None:
        return _told_without_place(coarse, fine)
    if inner is None:
        return False
    known = coarse.happening is not None and coarse.happening == fine.happening
    near = known and kilometres(outer.place, inner.place) <= NEIGHBOURS_KM
    return near or same_place(outer, inner) or lies_in(inner, outer)


def _told_without_place(coarse: Telling, fine: Telling) -> bool:
    """Whether the place may be left out: in one article, in a translation, or where a day has but one of the kind."""
    singular = kinds.is_singular(*coarse.kind) or bool(coarse.origins & fine.origins)
    same_day = coarse.first.when == fine.first.when and _grain(coarse)[0] == 0
    return bool(coarse.articles & fine.articles) or (singular and same_day)


def _grain(telling: Telling) -> tuple[int, int]:
    """How coarse time and place are told, 0 the finest."""
    when, where = telling.first.when, telling.first.where
    return _GRAINS.index(when.precision) if when else _UNDATED, where.where_prec if where else _UNPLACED


def grain(cluster: Cluster) -> tuple[int, int]:
    """How coarse the finest time and the finest place of a cluster are."""
    grains = [_grain(telling) for telling in cluster.tellings]
    return min(time for time, _ in grains), min(place for _, place in grains)


def _keys_as_coarse(telling: Telling) -> Iterator[Hashable]:
    """Where a coarser telling looks for finer ones: one key for each clue."""
    when, happening = telling.first.when, telling.happening
    if happening:
        yield happening
    if when is None:
        yield from ((telling.first.type, article) for article in telling.articles)
        return
    bucket = _bucket(when, when.precision)
    if kinds.is_singular(*telling.kind):
        yield from ((one, bucket) for one in kinds.types_alike(*telling.kind))
    yield from ((origin, bucket) for origin in telling.origins)
    yield from ((figure, bucket) for figure in telling.figures)


def _keys_as_fine(telling: Telling) -> Iterator[Hashable]:
    when, happening = telling.first.when, telling.happening
    yield from ((telling.first.type, article) for article in telling.articles)
    if happening:
        yield happening
    if when is None:
        return
    for bucket in (_bucket(when, grain) for grain in _GRAINS[_GRAINS.index(when.precision) :]):
        yield telling.first.type, bucket
        yield from ((origin, bucket) for origin in telling.origins)
        yield from ((figure, bucket) for figure in telling.figures)


def _bucket(when: TimeInterval, grain: str) -> tuple[str, date | tuple[int, int] | int]:
    """The day, month, year or decade in which a time begins."""
    start = when.start
    whole = {"day": start, "month": (start.year, start.month), "year": start.year, "decade": start.year // 10}
    return grain, whole[grain]  # type: ignore[return-value]
