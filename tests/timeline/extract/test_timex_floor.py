"""A floor under the quality of time tagging on own sentences; it is only ever raised.

The sentences of a language fall into two halves: rules are tuned on "dev", while "test" is looked at by no one who
writes them. What fails is therefore told in figures for both, and in sentences for "dev" alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from timeline import languages
from timeline.extract.timex.tagging import tag

GOLD = Path(__file__).parents[2] / "gold" / "times"
FLOOR = {
    ("ar", "dev"): (99, 99),
    ("ar", "test"): (96, 96),
    ("az", "dev"): (99, 99),
    ("az", "test"): (93, 95),
    ("en", "dev"): (96, 98),
    ("en", "test"): (97, 99),
    ("fa", "dev"): (99, 99),
    ("fa", "test"): (94, 96),
    ("hy", "dev"): (98, 98),
    ("hy", "test"): (93, 95),
    ("ka", "dev"): (99, 99),
    ("ka", "test"): (88, 91),
    ("ru", "dev"): (99, 99),
    ("ru", "test"): (91, 94),
    ("tr", "dev"): (99, 99),
    ("tr", "test"): (97, 95),
    ("uk", "dev"): (99, 99),
    ("uk", "test"): (99, 99),
}
"""Language and half → least F1 (per cent) of values and of exact spans."""
Rows = Sequence[dict[str, Any]]
Times = set[tuple[int, int, str]]


@cache
def rows(code: str, half: str) -> Rows:
    with (GOLD / f"{code}.jsonl").open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row.get("half", "dev") == half]


def read(code: str, row: dict[str, Any]) -> Times:
    pack = languages.load(code)
    assert pack is not None
    found = [time.expression for time in tag(row["text"], pack, published=date.fromisoformat(row["published"]))]
    return {(time.span.start, time.span.end, time.value) for time in found}


def expected(row: dict[str, Any]) -> Times:
    return {(time["start"], time["end"], time["value"]) for time in row["times"]}


def f1(code: str, half: str) -> tuple[float, float]:
    """F1 of values and of exact spans, in per cent."""
    both = values = spans = 0
    for row in rows(code, half):
        gold, found = expected(row), read(code, row)
        both += len(gold) + len(found)
        values += sum(any(f[0] < g[1] and g[0] < f[1] and f[2] == g[2] for f in found) for g in gold)
        spans += len({one[:2] for one in gold} & {one[:2] for one in found})
    return 200 * values / both, 200 * spans / both


def missed(code: str) -> list[str]:
    """What is not right in the half that may be looked at."""
    differing = [(row, expected(row) ^ read(code, row)) for row in rows(code, "dev")]
    return [f"{row['text']!r}: {sorted(differs)}" for row, differs in differing if differs]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.jsonl")), ids=lambda path: path.stem)
def test_gold_offsets_are_right(path: Path) -> None:
    wrong = {
        f"{half}, row {number}"
        for half in ("dev", "test")
        for number, row in enumerate(rows(path.stem, half))
        for time in row["times"]
        if row["text"][time["start"] : time["end"]] != time["text"]
    }
    assert not wrong, wrong


def test_every_sentence_of_gold_has_a_floor() -> None:
    held = {(path.stem, half) for path in GOLD.glob("*.jsonl") for half in ("dev", "test") if rows(path.stem, half)}
    assert held == set(FLOOR)


@pytest.mark.parametrize(("code", "half"), FLOOR, ids="-".join)
def test_quality_floor(code: str, half: str) -> None:
    known, least = f1(code, half), FLOOR[code, half]
    if known[0] < least[0] or known[1] < least[1]:
        told = missed(code) if half == "dev" else ["(sentences of this half are not shown)"]
        pytest.fail(f"{code}, {half}: values and spans {known}, at least {least}\n" + "\n".join(told))
