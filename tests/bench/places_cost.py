"""What the geoparser costs, measured in a process of its own: ``places_cost.py LANGUAGE REGION GAZETTEER`` < texts.

Standard input is a JSON list of texts; REGION and GAZETTEER (a folder) may be "-", for none and for the shipped one.
Printed is a JSON object. Cold start is wall time from ``Gazetteer.open`` to the end of the first look-up, imports done;
the region's own folder is read before, and told apart. Speed is KB (1,024 bytes of UTF-8) a second of processor time: of
the first reading, of the fastest of three more, and of cutting the texts into words alone, which tells how fast the
machine is. Memory is what is resident at the end, and what was before the gazetteer was opened: Python with all imports and
the region.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import marisa_trie  # noqa: F401 - opening a gazetteer would import it in the time measured

from geodata import regions
from geodata.gazetteer import Gazetteer
from geodata.resolve import places
from geodata.tokens import tokenise
from tests.bench.places_words import lexicon

ROUNDS = 3
Made = TypeVar("Made")


def measure(texts: Sequence[str], language: str, region: str, folder: str) -> dict[str, float]:
    words = lexicon(language)
    known, reading = timed(lambda: None if region == "-" else regions.load(region))
    before = resident()
    opened, opening = timed(
        lambda: first_look_up(Gazetteer.open(known, folder=None if folder == "-" else Path(folder)))
    )
    size = sum(len(text.encode()) for text in texts) / 1024
    rounds = [worked(lambda text: places(text, gazetteer=opened, lexicon=words), texts) for _ in range(ROUNDS + 1)]
    return {
        "region_ms": 1000 * reading,
        "open_ms": 1000 * opening,
        "first": size / rounds[0],
        "warm": size / min(rounds[1:]),
        "words_alone": size / min(worked(tokenise, texts) for _ in range(ROUNDS)),
        "memory_mb": resident(),
        "memory_before_mb": before,
    }


def first_look_up(gazetteer: Gazetteer) -> Gazetteer:
    assert gazetteer.lookup("london"), "London is in every gazetteer"
    return gazetteer


def timed(make: Callable[[], Made]) -> tuple[Made, float]:
    begun = time.perf_counter()
    made = make()
    return made, time.perf_counter() - begun


def worked(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Seconds of processor time that the texts take."""
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


def resident() -> float:
    """Megabytes of this process in memory, as Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(measure(json.load(sys.stdin), *sys.argv[1:4])))  # noqa: T201 - a script tells its result
