"""The tables of events: ``python tests/bench/events.py [--faults HALF] [--plot PICTURE.png]``, or ``make bench-events``.

Measured are extraction over the gold of ``tests/gold/events``, the news briefs of ``tests/gold/briefs`` and the news items
of ``tests/gold/news`` (a row for each language and half), merging over ``tests/gold/merging`` and the sample articles, what
merging costs as mentions grow, the parts of parties, titles and tolls over the gold of ``tests/gold/actors``,
``tests/gold/titles`` and ``tests/gold/tolls``, what a score means, the speed of extraction beside that of dateparser's
``search_dates`` alone on the same articles, and what one very long article costs. ``--faults dev`` lists what is missed or told wrongly in a half: never ask for
that of ``test``, it is there to measure. ``--only score`` leaves out the rest.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from tests.bench import actors, events_calibration, long_article, merging, merging_cost, titles, tolls
from tests.bench.events_gold import BRIEFS, GOLD, NEWS, REGION, articles, raw, score, total
from tests.bench.events_score import Score

HALVES = ("dev", "test")
SIZE, SIZE_OF_PEER = 300_000, 10_000
"""Bytes of UTF-8 read to measure speed, by Chronotope and by the slower dateparser."""
HEAD = "| language | half | articles | essential | told | recall | precision | F1 | type | claimant | too fine | traps told |"


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a script tells its result


def row(language: str, half: str, found: Score) -> str:
    counts = f"{found.articles} | {found.essential} | {found.told}"
    figures = (found.recall, found.precision, found.f1, found.type_right, found.claimant, found.finer)
    return f"| {language} | {half} | {counts} | {' | '.join(f'{figure:.1f}' for figure in figures)} | {found.traps} |"


def scores(gold: Path = GOLD) -> Iterator[str]:
    """The table of extraction over a folder of gold, a line at a time."""
    yield HEAD
    yield "|---" * HEAD.count(" |") + "|"
    files = sorted(gold.glob("*.jsonl"))
    for half in HALVES:
        found = {file.stem: score(file, half) for file in files}
        yield from (row(language, half, one) for language, one in found.items())
        yield row("all", half, total(list(found.values())))


def speeds() -> Iterator[str]:
    """KB of text a second and core, by language."""
    from dateparser.search import search_dates

    from timeline.config import Ground
    from timeline.executors import collect_seldom
    from timeline.understand import understand

    collect_seldom()  # as the command line does
    yield "| language | Chronotope, KB/s | dateparser's search_dates alone, KB/s |"
    yield "|---|---|---|"
    ground = Ground(region=REGION)
    for file in sorted(GOLD.glob("*.jsonl")):
        texts = list(raw(file))
        language = articles(file)[0]["language"]
        understand(texts[0], ground=ground, option=None)
        ours = speed([partial(understand, one, ground=ground, option=None) for one in texts], file, SIZE)
        peer = partial(search_dates, languages=[language])
        read = [partial(peer, one.text) for one in texts]
        yield f"| {language} | {ours:.0f} | {speed(read, file, SIZE_OF_PEER):.0f} |"


def speed(readings: list[Callable[[], object]], file: Path, size: int) -> float:
    """KB a second of processor time, reading the articles of a file again and again."""
    lengths = [len(one.text.encode()) for one in raw(file)]
    done, begun = 0, time.process_time()
    while done < size:
        for read, length in zip(readings, lengths, strict=True):
            read()
            done += length
    return done / 1000 / (time.process_time() - begun)


TABLES: Mapping[str, Callable[[], Iterator[str]]] = {
    "score": scores,
    "briefs": partial(scores, BRIEFS),
    "news": partial(scores, NEWS),
    "merging": merging.lines,
    "cost": merging_cost.lines,
    "crowded": partial(merging_cost.lines, crowded=True),
    "parts": actors.lines,
    "titles": titles.lines,
    "tolls": tolls.lines,
    "calibration": events_calibration.lines,
    "speed": speeds,
    "length": long_article.lines,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--faults", choices=HALVES, default="", help="list what is wrong in a half")
    arguments.add_argument("--only", choices=TABLES, help="print this table alone")
    arguments.add_argument("--plot", type=Path, help="picture of what scores mean")
    given = arguments.parse_args()
    warnings.simplefilter("ignore")
    tables = {**TABLES, "calibration": partial(events_calibration.lines, given.plot)}
    for name in [given.only] if given.only else tables:
        for line in tables[name]():
            say(line)
    for file in sorted(GOLD.glob("*.jsonl")) if given.faults else ():
        for fault in score(file, given.faults).faults:
            say(fault)


if __name__ == "__main__":
    main()
