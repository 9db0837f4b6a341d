"""What one very long article costs: extraction over ever more gold articles of a language, put together as one.

A cost that grows with the square of the length shows as a falling speed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tests.bench.events_gold import BRIEFS, GOLD, NEWS, REGION, raw
from timeline.config import Ground
from timeline.executors import collect_seldom
from timeline.model.article import RawArticle
from timeline.understand import understand

LANGUAGES = ("ar", "en", "ru")
PARTS = (8, 4, 2, 1)
"""The long article is one such part of all texts."""


def lines() -> Iterator[str]:
    """The table of cost by length, a line at a time."""
    collect_seldom()  # as the command line does
    yield "| language | KB in one article | mentions | seconds | KB/s |"
    yield "|---|---|---|---|---|"
    for language in LANGUAGES:
        texts = list(chain.from_iterable(raw(folder / f"{language}.jsonl") for folder in (GOLD, BRIEFS, NEWS)))
        _seconds(texts, ground := Ground(region=REGION))  # packs and words are read in once
        for part in PARTS:
            found = texts[::part]
            size = sum(len(one.text.encode()) for one in found) / 1000
            mentions, seconds = _seconds(found, ground)
            yield f"| {language} | {size:.0f} | {mentions} | {seconds:.2f} | {size / seconds:.0f} |"


def _seconds(texts: list[RawArticle], ground: Ground) -> tuple[int, float]:
    """Mentions of texts put together as one article, and seconds of processor time for all that is understood."""
    one = replace(texts[0], text="\n\n".join(text.text for text in texts))
    begun = time.process_time()
    found = understand(one, ground=ground, option=None).extraction
    return len(found.mentions) if found else 0, time.process_time() - begun
