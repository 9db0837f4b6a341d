"""The gold of merging: floors of B-cubed F1 for each half, and that the gold is what its README says.

The reports of the half "test" are there to measure, not to learn from: no message shows their faults.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from functools import cache
from typing import Any

import pytest

from tests.bench import merging_gold
from tests.bench.merging import HALVES, b_cubed, faults, merged

FLOORS = tomllib.loads(merging_gold.REPORTS.with_name("floors.toml").read_text(encoding="utf-8"))
TOLD = {"found": "as found", "told": "as the gold tells them"}
FEWEST_HAPPENINGS = 30
"""So many are told by three or more reports in two or more languages."""


@cache
def labels(half: str) -> dict[str, dict[str, str]]:
    return merged(merging_gold.reports(half))


@pytest.mark.parametrize("way", TOLD)
@pytest.mark.parametrize("half", HALVES)
def test_happenings_of_the_gold_are_brought_together(half: str, way: str) -> None:
    gold = merging_gold.reports(half).happenings
    found = labels(half)[TOLD[way]]
    wrong = list(faults(found, gold)) if half == "dev" else []
    f1 = round(100 * b_cubed(found, gold).f1, 1)
    assert f1 >= FLOORS[half][way], "\n".join([str(f1), *wrong])


def test_b_cubed_weighs_each_item_by_its_cluster() -> None:
    gold = {"a": "1", "b": "1", "c": "2"}
    assert b_cubed(gold, gold).f1 == 1
    joined = b_cubed(dict.fromkeys(gold, "all"), gold)
    assert (round(joined.precision, 3), joined.recall) == (0.556, 1.0)
    parted = b_cubed({name: name for name in gold}, gold)
    assert (parted.precision, round(parted.recall, 3)) == (1.0, 0.667)


def test_a_happening_belongs_to_one_half_and_many_are_told_in_several_languages() -> None:
    reports: dict[str, list[Any]] = defaultdict(list)
    for row in map(json.loads, merging_gold.REPORTS.read_text(encoding="utf-8").splitlines()):
        for happening in {event["happening"] for event in row["events"]}:
            reports[happening].append((row["half"], row["language"]))
    assert all(len({half for half, _ in told}) == 1 for told in reports.values())
    often = [told for told in reports.values() if len(told) > 2 and len({language for _, language in told}) > 1]
    assert len(often) >= FEWEST_HAPPENINGS
