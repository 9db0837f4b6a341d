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
        *TABLE["blind"],
        *(k for name in ("alike", "alike_in_one_text") for row in TABLE[name] for k in row["kinds"]),
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
        (("ASSAULT", "mine"), ("OTHER", "accident"), kinds.ALIKE),
        (("ASSAULT", None), ("OTHER", "earthquake"), kinds.UNLIKE),
        (("PROTEST", "demo"), ("PROTEST", "riot"), kinds.ALIKE),
        (("PROTEST", "demo"), ("PROTEST", "obstruct"), kinds.UNLIKE),
    ],
)
def test_likeness_is_symmetric(one: tuple[str, str | None], other: tuple[str, str | None], likeness: float) -> None:
    assert kinds.likeness(one, other) == kinds.likeness(other, one) == likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (("ASSAULT", None), ("OTHER", "earthquake"), kinds.ALIKE),
        (("ASSAULT", None), ("OTHER", "accident"), kinds.ALIKE),
        (("ASSAULT", "artillery"), ("OTHER", "earthquake"), kinds.UNLIKE),
        (("ASSAULT", None), ("OTHER", "election"), kinds.UNLIKE),
        (("PROTEST", "demo"), ("PROTEST", "riot"), kinds.ALIKE),
    ],
)
def test_one_text_tells_more_kinds_of_one_happening(
    one: tuple[str, str | None], other: tuple[str, str | None], likeness: float
) -> None:
    found = [kinds.likeness(*pair, in_one_text=True) for pair in ((one, other), (other, one))]
    assert found == [likeness, likeness]


def test_types_alike_hold_the_type_itself() -> None:
    assert kinds.types_alike("ASSAULT", "seize") == {"ASSAULT", "COERCE"}
    assert kinds.types_alike("PROTEST", None) == {"PROTEST"}
    assert kinds.types_alike("ASSAULT", None) == {"ASSAULT"}
    assert kinds.types_alike("ASSAULT", None, in_one_text=True) == {"ASSAULT", "OTHER"}


def test_what_recurs_and_what_a_place_hardly_sees_twice_share_nothing() -> None:
    assert not set(TABLE["recurring"]) & set(TABLE["singular"])
    assert set(TABLE["wide"]) <= set(TABLE["singular"])
