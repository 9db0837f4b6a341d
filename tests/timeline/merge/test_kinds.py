"""The table of what is alike names only kinds that exist."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from timeline import ontology
from timeline.merge import kinds

TABLE = tomllib.loads(files("timeline.merge").joinpath("kinds.toml").read_text(encoding="utf-8"))
KNOWN = {kinds.code(one.code, mode) for one in ontology.load().values() for mode in (None, *one.modes)}


def test_every_kind_in_the_table_exists() -> None:
    told = {
        *TABLE["statements"],
        *TABLE["singular"],
        *TABLE["recurring"],
        *TABLE["wide"],
        *TABLE["announced"],
        *TABLE["mutual"],
        *TABLE["weight"],
        *(k for row in TABLE["alike"] for k in row["kinds"]),
    }
    assert told <= KNOWN


def test_every_type_has_a_weight() -> None:
    assert set(ontology.load()) <= set(TABLE["weight"])
    assert all(0 <= weight <= 1 for weight in TABLE["weight"].values())


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (("ASSAULT", "artillery"), ("ASSAULT", "artillery"), kinds.SAME),
        (("ASSAULT", None), ("ASSAULT", "mine"), kinds.ONE_WITHOUT_MODE),
        (("ASSAULT", "battle"), ("ASSAULT", "artillery"), kinds.ALIKE),
        (("ASSAULT", "seize"), ("COERCE", "control"), kinds.ALIKE),
        (("ASSAULT", "battle"), ("ASSAULT", "mine"), kinds.UNLIKE),
        (("AGREE", "ceasefire"), ("CONSULT", "meeting"), kinds.UNLIKE),
        (("AGREE", None), ("CONSULT", None), kinds.UNLIKE),
        (("ASSAULT", "explosives"), ("OTHER", "accident"), kinds.ALIKE),
        (("PROTEST", "demo"), ("PROTEST", "riot"), kinds.ALIKE),
        (("PROTEST", "demo"), ("PROTEST", "obstruct"), kinds.UNLIKE),
    ],
)
def test_likeness_is_symmetric(one: tuple[str, str | None], other: tuple[str, str | None], likeness: float) -> None:
    assert kinds.likeness(one, other) == kinds.likeness(other, one) == likeness


def test_types_alike_hold_the_type_itself() -> None:
    assert kinds.types_alike("ASSAULT", "seize") == {"ASSAULT", "COERCE"}
    assert kinds.types_alike("PROTEST", None) == {"PROTEST"}


def test_what_recurs_and_what_a_place_hardly_sees_twice_share_nothing() -> None:
    assert not set(TABLE["recurring"]) & set(TABLE["singular"])
    assert set(TABLE["wide"]) <= set(TABLE["singular"])
