"""Whether parties have the right part: ``PYTHONPATH=. python tests/bench/actors.py [--wrong]``, a row for each language and half.

The gold, ``tests/gold/actors/<code>.jsonl``, holds single reports of our own; a case names the words that tell of a
happening (``hint``), who acts and who is acted upon there, as countries (``iso:XX``) or, for who has none, as ids of the
region's ``actors.csv``. Told are the parties of the mention whose words are those, or of the nearest one of its
sentence. A party told with the other's part is *turned round*, the worst fault: it blames the victim.
``--wrong`` lists the faults, never of the half ``test``: it is there to measure.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from geodata import regions
from tests.bench.matching import share
from timeline import readers
from timeline.cli.annotate import LAYERS
from timeline.config import Config
from timeline.extract import assemble
from timeline.merge.origins import Bodies
from timeline.model.article import RawArticle

GOLD = Path(__file__).parents[1] / "gold" / "actors"
REGION = "caucasus"
HALVES = ("dev", "test")
ROLES = ("actor", "recipient")
Row = Mapping[str, Any]
Part = tuple[str, str]
"""A side and its role."""


@dataclass
class Score:
    """Parts of the gold, told ones, those right and those turned round; faults in words."""

    cases: int = 0
    gold: int = 0
    told: int = 0
    right: int = 0
    turned: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the parts that are told, in per cent."""
        return share(self.right, self.gold)

    @property
    def precision(self) -> float:
        """Share of the told parts that are right, in per cent."""
        return share(self.right, self.told)

    @property
    def turned_round(self) -> float:
        """Share of the told parts that are the other's, in per cent."""
        return share(self.turned, self.told)

    def take(self, row: Row, told: set[Part]) -> None:
        """Count a case."""
        gold = {(side, role) for role in ROLES for side in row[f"{role}s"]}
        turned = {(side, role) for side, role in told - gold if (side, _other(role)) in gold}
        self.cases, self.gold, self.told = self.cases + 1, self.gold + len(gold), self.told + len(told)
        self.right, self.turned = self.right + len(gold & told), self.turned + len(turned)
        if gold != told:
            self.faults.append(f"  {row['id']}: told {sorted(told)}, gold {sorted(gold)} «{row['text']}»")


def _other(role: str) -> str:
    return ROLES[1 - ROLES.index(role)]


def score(file: Path, half: str) -> Score:
    """The score of a half of a file."""
    told, found = _told(file), Score()
    for row in rows(file):
        if row["half"] == half:
            found.take(row, told.get(row["id"], set()))
    return found


@cache
def rows(file: Path) -> tuple[Row, ...]:
    """The cases of a file."""
    return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


@cache
def _told(file: Path) -> Mapping[str, set[Part]]:
    """By case, the parts that are told of its happening, however likely that is read right: a sentence alone shows little."""
    config, bodies = Config.load(None, {"region": REGION}), Bodies(regions.load(REGION).actors)
    hints = {row["id"]: row["text"].index(row["hint"]) for row in rows(file)}
    found: dict[str, set[Part]] = {}
    for article in readers.read_all([file]):
        assert isinstance(article, RawArticle), article
        at = hints[article.id]
        with patch.object(assemble, "LEAST", 0.0):
            mentions = [one for one in LAYERS["mentions"](article, config) if isinstance(one, dict)]
        nearest = min(mentions, key=lambda one: (_far(one["sentence"], at), _far(one["trigger"], at)), default=None)
        parties = nearest["actors"] if nearest else ()
        found[article.id] = {(bodies.side(one["id"]), one["role"]) for one in parties if one["role"] in ROLES}
    return found


def _far(span: list[int], at: int) -> int:
    """Characters between a piece of text and a place in it."""
    return max(span[0] - at, at - span[1], 0)


def lines(*, wrong: bool = False) -> Iterator[str]:
    """The table of parts, a line at a time."""
    head = "| language | half | cases | parts | told | recall | precision | turned round |"
    yield head
    yield "|---" * head.count(" |") + "|"
    for half in HALVES:
        whole = Score()
        for file in sorted(GOLD.glob("*.jsonl")):
            found = score(file, half)
            yield _line(file.stem, half, found)
            for name in ("cases", "gold", "told", "right", "turned"):
                setattr(whole, name, getattr(whole, name) + getattr(found, name))
            if wrong and half != "test":
                yield from found.faults
        yield _line("all", half, whole)


def _line(language: str, half: str, found: Score) -> str:
    figures = " | ".join(f"{figure:.1f}" for figure in (found.recall, found.precision, found.turned_round))
    return f"| {language} | {half} | {found.cases} | {found.gold} | {found.told} | {figures} |"


def main() -> None:
    """Measure the parts of parties."""
    sys.stdout.writelines(f"{line}\n" for line in lines(wrong="--wrong" in sys.argv))


if __name__ == "__main__":
    main()
