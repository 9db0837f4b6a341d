"""What merging costs as mentions grow: ``python tests/bench/merging_cost.py [--most 64000]``, a row for each number.

Made-up reports of a region at war: happenings of the usual kinds at its towns and villages, on the days of some years,
told in three articles, one of them more coarsely. Twice as many happenings take twice as many years, as archives grow;
with ``--crowded`` all stand in the same two years, as a war does. Counted are pairs of tellings that are
compared, as finely told or one more coarsely.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from geodata import regions  # noqa: E402 - run as a script from anywhere
from geodata.model import Place, PlaceMatch, Span  # noqa: E402
from timeline.merge import merge  # noqa: E402
from timeline.merge.tellings import Telling  # noqa: E402
from timeline.model.article import Article  # noqa: E402
from timeline.model.mention import Mention  # noqa: E402
from timeline.model.timex import TimeInterval  # noqa: E402

CLUSTER, ADOPT = import_module("timeline.merge.cluster"), import_module("timeline.merge.adopt")
"""The modules that compare; the package shows functions of their names."""
REGION = "caucasus"
SIZES = (1_000, 4_000, 16_000, 64_000)
TOLD = 3
"""Mentions of one happening."""
A_YEAR = 1_000
"""Mentions of a year of an archive."""
CROWDED_DAYS = 730
KINDS = (
    ("ASSAULT", "artillery"), ("ASSAULT", "battle"), ("ASSAULT", "drone"), ("ASSAULT", "firearms"), ("ASSAULT", "violation"),
    ("PROTEST", "demo"), ("CONSULT", "meeting"), ("COERCE", "arrest"), ("AID", "humanitarian"), ("OTHER", "accident"),
)  # fmt: skip
WORDS = Span(start=0, end=1)


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run took: mentions, pairs compared, seconds of the processor, events made."""

    mentions: int
    compared: int
    seconds: float
    events: int


@cache
def _region() -> regions.Region:
    return regions.load(REGION)


@cache
def _places() -> tuple[Place, ...]:
    return tuple(place for place in _region().places if place.kind in ("city", "village"))


def made(size: int, *, crowded: bool = False) -> tuple[list[Mention], dict[str, Article]]:
    """Mentions and their articles, the same ones each time."""
    chance = random.Random(size)  # noqa: S311 - made-up reports, no secrets
    days = CROWDED_DAYS if crowded else max(1, round(365 * size / A_YEAR))
    mentions: list[Mention] = []
    articles: dict[str, Article] = {}
    for number in range(size // TOLD):
        day, place, kind = (
            date(2000, 1, 1) + timedelta(chance.randrange(days)),
            chance.choice(_places()),
            chance.choice(KINDS),
        )
        for telling in range(TOLD):
            name = f"report-{number}-{telling}"
            articles[name] = _article(name, day + timedelta(telling), chance)
            mentions.append(_mention(name, kind, _time(day, telling), _match(place, telling)))
    return mentions, articles


def _article(name: str, published: date, chance: random.Random) -> Article:
    text = " ".join(chance.choices(_vocabulary(), k=30))
    return Article(
        id=name, source_path=name, publisher=f"Paper {chance.randrange(50)}", published=published,
        published_basis="metadata", language="en", text=text, sha256=name,
    )  # fmt: skip


@cache
def _vocabulary() -> tuple[str, ...]:
    return tuple(place.name.lower() for place in _places())


def _time(day: date, telling: int) -> TimeInterval:
    if telling < TOLD - 1:
        return TimeInterval(start=day, end=day, precision="day")
    first = day.replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return TimeInterval(start=first, end=last, precision="month")


def _match(place: Place, telling: int) -> PlaceMatch:
    return PlaceMatch(span=WORDS, place=place, where_prec=1 if telling else 2, score=1.0)


def _mention(article: str, kind: tuple[str, str], when: TimeInterval, where: PlaceMatch) -> Mention:
    return Mention(
        id=f"m-{article}",
        article_id=article,
        sentence=WORDS,
        trigger=WORDS,
        type=kind[0],
        mode=kind[1],
        when=when,
        where=where,
    )


def measure(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Cost:
    """Merge, and count what is compared."""
    compared, compare, tells_of = 0, CLUSTER.compare, ADOPT.tells_of

    def comparing(one: Telling, other: Telling) -> Any:
        nonlocal compared
        compared += 1
        return compare(one, other)

    def asking(coarse: Telling, fine: Telling) -> Any:
        nonlocal compared
        compared += 1
        return tells_of(coarse, fine)

    begun = time.process_time()
    with patch.object(CLUSTER, "compare", comparing), patch.object(ADOPT, "tells_of", asking):
        events = merge(mentions, articles, region=_region())
    return Cost(mentions=len(mentions), compared=compared, seconds=time.process_time() - begun, events=len(events))


def lines(most: int = SIZES[-1], *, crowded: bool = False) -> Iterator[str]:
    """The table of costs, a line at a time."""
    yield "| reports of | mentions | events | pairs compared | a mention | seconds | ms a mention |"
    yield "|---|---|---|---|---|---|---|"
    for size in (one for one in SIZES if one <= most):
        cost = measure(*made(size, crowded=crowded))
        each = f"{cost.compared / cost.mentions:.2f} | {cost.seconds:.1f} | {1000 * cost.seconds / cost.mentions:.2f}"
        name = "two years" if crowded else f"{size // A_YEAR} years"
        yield f"| {name} | {cost.mentions} | {cost.events} | {cost.compared} | {each} |"


def main() -> None:
    """Measure what merging costs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--most", type=int, default=SIZES[-1], help="most mentions to merge")
    arguments.add_argument("--crowded", action="store_true", help="all in two years")
    given = arguments.parse_args()
    sys.stdout.writelines(f"{line}\n" for line in lines(given.most, crowded=given.crowded))


if __name__ == "__main__":
    main()
