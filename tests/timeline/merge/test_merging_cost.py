"""What merging compares grows with the number of mentions, not with its square."""

from __future__ import annotations

import pytest

from tests.bench import merging_cost as bench


@pytest.mark.parametrize(("crowded", "most"), [(False, 1.1), (True, 2.5)])
def test_pairs_compared_grow_with_the_mentions(*, crowded: bool, most: float) -> None:
    few, many = (bench.measure(*bench.made(size, crowded=crowded)) for size in (1_200, 4_800))
    assert few.compared > few.mentions
    assert many.compared / many.mentions <= most * few.compared / few.mentions


def test_made_up_reports_of_one_happening_become_one_event() -> None:
    cost = bench.measure(*bench.made(600))
    assert cost.events == pytest.approx(cost.mentions / bench.TOLD, rel=0.02)
