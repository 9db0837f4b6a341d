"""Which kinds of happening reports may tell the same one as; the knowledge stands in ``kinds.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UNWEIGHED = 0.5
"""Weight of a type that the table doesn't know yet."""
SAME, ONE_WITHOUT_MODE, ALIKE, UNLIKE = 1.0, 0.9, 0.8, 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kinds:
    statements: frozenset[str]
    singular: frozenset[str]
    recurring: frozenset[str]
    wide: frozenset[str]
    announced: frozenset[str]
    mutual: frozenset[str]
    of_an_episode: frozenset[str]
    blind: frozenset[str]
    alike: Mapping[str, frozenset[str]]
    in_one_text: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]


def code(event_type: str, mode: str | None) -> str:
    """``ASSAULT.artillery``, or the type alone."""
    return f"{event_type}.{mode}" if mode else event_type


def likeness(first: tuple[str, str | None], second: tuple[str, str | None], *, in_one_text: bool = False) -> float:
    """How readily two kinds, each a type and a mode, are told of the same happening, 0 to 1; one text tells more so."""
    if first == second:
        return SAME
    if first[0] == second[0] and None in (first[1], second[1]):
        return ONE_WITHOUT_MODE
    return ALIKE if code(*second) in _alike(code(*first), in_one_text=in_one_text) else UNLIKE


def types_alike(event_type: str, mode: str | None, *, in_one_text: bool = False) -> frozenset[str]:
    """The types as which the same happening may be told, the given one among them."""
    found = _alike(code(event_type, mode), in_one_text=in_one_text)
    return frozenset({event_type, *(kind.partition(".")[0] for kind in found)})


def is_statement(event_type: str) -> bool:
    """Whether this is a matter of words: an accusation, a threat, an appeal."""
    return event_type in _load().statements


def is_singular(event_type: str, mode: str | None) -> bool:
    """Whether one place hardly sees two of this kind within days; others recur daily."""
    return code(event_type, mode) in _load().singular


def is_recurring(event_type: str, mode: str | None) -> bool:
    """Whether one place sees this kind again and again within a year."""
    return code(event_type, mode) in _load().recurring


def is_wide(event_type: str, mode: str | None) -> bool:
    """Whether this is felt far around, so that several towns may be named for it."""
    return code(event_type, mode) in _load().wide


def is_announced(event_type: str) -> bool:
    """Whether one happening of this type may be told of several cities at once."""
    return event_type in _load().announced


def is_mutual(event_type: str) -> bool:
    """Whether two sides do this together, so that each may tell it from its own side of their border."""
    return event_type in _load().mutual


def is_of_episode(event_type: str, mode: str | None) -> bool:
    """Whether this is part of a war, or of clashes of some days, in whose days and theatre it happens."""
    return bool({event_type, code(event_type, mode)} & _load().of_an_episode)


def is_blind(event_type: str, mode: str | None) -> bool:
    """Whether this strikes and kills without an attack."""
    return code(event_type, mode) in _load().blind


def weight(event_type: str, mode: str | None) -> float:
    """How prominent a kind of happening is, 0 to 1."""
    weights = _load().weights
    return weights.get(code(event_type, mode), weights.get(event_type, UNWEIGHED))


def _alike(kind: str, *, in_one_text: bool = False) -> frozenset[str]:
    found = _load().alike.get(kind, frozenset())
    return found | _load().in_one_text.get(kind, frozenset()) if in_one_text else found


def _sets(rows: Sequence[Mapping[str, Sequence[str]]]) -> Mapping[str, frozenset[str]]:
    """Of each kind of the rows all kinds that share one with it."""
    sets = [frozenset(row["kinds"]) for row in rows]
    return {kind: frozenset().union(*(one for one in sets if kind in one)) for kind in frozenset().union(*sets)}


@cache
def _load() -> _Kinds:
    table = tomllib.loads(files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))
    return _Kinds(
        statements=frozenset(table["statements"]),
        singular=frozenset(table["singular"]),
        recurring=frozenset(table["recurring"]),
        wide=frozenset(table["wide"]),
        announced=frozenset(table["announced"]),
        mutual=frozenset(table["mutual"]),
        of_an_episode=frozenset(table["of_an_episode"]),
        blind=frozenset(table["blind"]),
        alike=_sets(table["alike"]),
        in_one_text=_sets(table["alike_in_one_text"]),
        weights=table["weight"],
    )
