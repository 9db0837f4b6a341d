"""The gold of events: articles of our own with what a careful reader takes from them, and what Chronotope tells of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.events_score import Row, Score
from timeline import readers
from timeline.cli.annotate import LAYERS
from timeline.config import Config
from timeline.model.article import RawArticle

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "events"
BRIEFS = ROOT / "tests" / "gold" / "briefs"
"""News briefs of one to four sentences, each said differently."""
NEWS = ROOT / "tests" / "gold" / "news"
"""Items that follow published news, told anew in our own words."""
REGION = "caucasus"


@cache
def articles(file: Path) -> tuple[Row, ...]:
    """Rows of a file of gold, one an article with its events."""
    return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def raw(file: Path) -> Iterator[RawArticle]:
    """The articles of a file as the program reads them; it takes no notice of the gold beside them."""
    for found in readers.read_all([file]):
        assert isinstance(found, RawArticle), found
        yield found


@cache
def told(file: Path) -> dict[str, list[Row]]:
    """What Chronotope tells of each article of a file, by id: the rows of ``annotate --layer events``."""
    config = Config.load(None, {"region": REGION})
    rows: dict[str, list[Any]] = defaultdict(list)
    for article in raw(file):
        rows[article.id] += LAYERS["events"](article, config)
    return rows


def score(file: Path, half: str = "") -> Score:
    """Measures over a file, or over the half of it that is named."""
    found = told(file)
    total = Score()
    for article in articles(file):
        if half in ("", article["half"]):
            total.take(article["events"], found.get(article["id"], []))
    return total


def total(scores: Sequence[Score]) -> Score:
    """All of them in one."""
    whole = Score()
    for one in scores:
        whole.add(one)
    return whole
