"""Tolls against the gold, from text to merged events."""

from __future__ import annotations

import tomllib

import pytest

from tests.bench import tolls as bench

FLOORS = tomllib.loads(bench.GOLD.with_name("floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("half", bench.HALVES)
def test_tolls_hang_where_they_belong_as_often_as_before(half: str) -> None:
    found = bench.score(half)
    assert found.recall >= FLOORS[half]["recall"]
    assert found.precision >= FLOORS[half]["precision"]
    assert 100 * found.claimants / found.found >= 90
