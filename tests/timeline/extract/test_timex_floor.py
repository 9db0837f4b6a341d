"""A floor under the quality of time tagging on own sentences; it is only ever raised."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline import languages
from timeline.extract.timex import tag

GOLD = Path(__file__).parents[2] / "gold" / "times"
FLOOR = {
    **dict.fromkeys(("ar", "az", "en", "fa", "ka", "tr"), (99, 99)),
    **dict.fromkeys(("hy", "ru"), (98, 99)),
}
"""Language → least F1 (per cent) of values and of exact spans."""


def rows(code: str) -> Iterator[dict[str, Any]]:
    with (GOLD / f"{code}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def f1(right: int, gold: int, found: int) -> float:
    return 200 * right / (gold + found)


@pytest.mark.parametrize("code", FLOOR)
def test_gold_offsets_are_right(code: str) -> None:
    for row in rows(code):
        assert [row["text"][time["start"] : time["end"]] for time in row["times"]] == [
            time["text"] for time in row["times"]
        ]


@pytest.mark.parametrize("code", FLOOR)
def test_quality_floor(code: str) -> None:
    pack = languages.load(code)
    assert pack is not None
    gold = found = values = spans = 0
    missed = []
    for row in rows(code):
        expected = {(time["start"], time["end"], time["value"]) for time in row["times"]}
        times = [time.expression for time in tag(row["text"], pack, published=date.fromisoformat(row["published"]))]
        got = {(time.span.start, time.span.end, time.value) for time in times}
        gold, found = gold + len(expected), found + len(got)
        spans += len({one[:2] for one in expected} & {one[:2] for one in got})
        values += sum(any(g[0] < e[1] and e[0] < g[1] and g[2] == e[2] for g in got) for e in expected)
        missed += [(row["text"], sorted(expected - got), sorted(got - expected))] if expected != got else []
    assert (f1(values, gold, found), f1(spans, gold, found)) >= FLOOR[code], missed
