"""Whether numbers of victims hang where they belong: ``python tests/bench/tolls.py [--wrong]``, a row for each half.

The gold, ``tests/gold/tolls/tolls.toml``, holds short reports in eight languages; each case goes the whole way from text
to events. A toll is found if its event's day and place, what became of the victims and the figures are right; of the
found ones it is counted whether the claimant is right, and whether the figure is of one day or of many.
``--wrong`` lists what is not found or too much, never of the half ``test``: it is there to measure.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from geodata import regions  # noqa: E402 - run as a script from anywhere
from geodata.fold import fold  # noqa: E402
from timeline.config import Ground  # noqa: E402
from timeline.merge import merge  # noqa: E402
from timeline.model.article import RawArticle  # noqa: E402
from timeline.model.event import Event  # noqa: E402
from timeline.model.mention import Mention, Toll  # noqa: E402
from timeline.understand import understand  # noqa: E402

GOLD = ROOT / "tests/gold/tolls/tolls.toml"
REGION = "caucasus"
HALVES = ("dev", "test")
Told = tuple[Event, Toll]
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Score:
    """Tolls of a half: in the gold, told, found; of the found, with the right claimant and the right span of days."""

    cases: int
    gold: int
    told: int
    found: int
    claimants: int
    spans: int

    @property
    def recall(self) -> float:
        """Share of the gold's tolls that are found, in per cent."""
        return 100 * self.found / self.gold

    @property
    def precision(self) -> float:
        """Share of the tolls told that the gold has, in per cent."""
        return 100 * self.found / self.told if self.told else 100.0


def cases(half: str) -> list[Row]:
    """The cases of a half."""
    return [case for case in tomllib.loads(GOLD.read_text(encoding="utf-8"))["case"] if case["half"] == half]


def events(reports: Sequence[Row]) -> tuple[Event, ...]:
    """What reports tell, from text to merged events."""
    mentions: list[Mention] = []
    articles = {}
    for number, report in enumerate(reports):
        found = understand(_raw(f"report-{number}", report), ground=Ground(region=REGION), option=None)
        articles[found.article.id] = found.article
        mentions += found.extraction.mentions if found.extraction else ()
    return merge(mentions, articles, region=_region())


@cache
def _region() -> regions.Region:
    return regions.load(REGION)


def _raw(name: str, report: Row) -> RawArticle:
    text = str(report["text"])
    return RawArticle(
        id=name,
        source_path=f"{name}.txt",
        publisher=report["publisher"],
        published=report["published"],
        language=report["language"],
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def pairs(case: Row) -> tuple[list[tuple[Row, Told]], list[Row], list[Told]]:
    """Tolls of the gold with those told, then the missed ones and those too much."""
    told = [(event, toll) for event in events(case["reports"]) for toll in event.tolls]
    found: list[tuple[Row, Told]] = []
    missed = []
    for row in case["tolls"]:
        fitting = sorted((one for one in told if _fits(row, one)), key=lambda one: not has_claimant(row, one[1]))
        if fitting:
            told.remove(fitting[0])
            found.append((row, fitting[0]))
        else:
            missed.append(row)
    return found, missed, told


def _fits(row: Row, told: Told) -> bool:
    event, toll = told
    when, where = event.when, event.where
    if when is None or where is None or when.start.isoformat() != row["day"]:
        return False
    names = (where.place.name, *(name for names in where.place.names.values() for name in names))
    figures = (row["category"], row.get("low"), row.get("high")) == (toll.category, toll.low, toll.high)
    return figures and any(fold(row["place"]) in fold(name) for name in names)


def has_claimant(row: Row, toll: Toll) -> bool:
    """Whether a toll is said to be by whom the gold names."""
    return fold(row["claimant"]) in fold(toll.claimant)


def score(half: str) -> Score:
    """The score of a half."""
    done = [pairs(case) for case in cases(half)]
    found = [pair for matched, _, _ in done for pair in matched]
    return Score(
        cases=len(done),
        gold=len(found) + sum(len(missed) for _, missed, _ in done),
        told=len(found) + sum(len(more) for _, _, more in done),
        found=len(found),
        claimants=sum(has_claimant(row, toll) for row, (_, toll) in found),
        spans=sum(bool(row.get("cumulative")) == toll.cumulative for row, (_, toll) in found),
    )


def faults(half: str) -> Iterator[str]:
    """What is missed and what is too much, in words."""
    for case in cases(half):
        found, missed, more = pairs(case)
        yield from (f"  {case['id']}: missed {dict(row)}" for row in missed)
        for event, toll in more:
            when, where = event.when, event.where
            at = f"{when.start if when else None} {where.place.name if where else None}"
            yield f"  {case['id']}: too much {at} {toll.category} {toll.low}-{toll.high} {toll.words!r} by {toll.claimant}"
        wrong = ((row, toll) for row, (_, toll) in found if not has_claimant(row, toll))
        yield from (f"  {case['id']}: by {toll.claimant}, not {row['claimant']}" for row, toll in wrong)


def lines(*, wrong: bool = False) -> Iterator[str]:
    """The table of tolls, a line at a time."""
    yield "| half | cases | tolls | told | recall | precision | claimant | of one day or many |"
    yield "|---|---|---|---|---|---|---|---|"
    for half in HALVES:
        one = score(half)
        shares = [100 * right / one.found if one.found else 0.0 for right in (one.claimants, one.spans)]
        figures = " | ".join(f"{figure:.1f}" for figure in (one.recall, one.precision, *shares))
        yield f"| {half} | {one.cases} | {one.gold} | {one.told} | {figures} |"
        if wrong and half != "test":
            yield from faults(half)


def main() -> None:
    """Measure tolls."""
    sys.stdout.writelines(f"{line}\n" for line in lines(wrong="--wrong" in sys.argv))


if __name__ == "__main__":
    main()
