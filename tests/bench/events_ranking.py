"""What the ranking of places gains, and its weights: ``PYTHONPATH=. python tests/bench/events_ranking.py [RANKING.toml]``.

For each deed that the rules put at one place, all places that its article names are candidates
(:mod:`timeline.extract.where.marks`). Right is one that lies within the tolerance of the gold event whose hint the sentence
holds; of several events there the one of the verb, the type and the date. Weights are fitted to these choices as a
conditional logit with a ridge. Both halves of the gold are learnt from, but rules were made from the half "dev", so that
there they look too good: what their choice is worth is learnt from the half "test" alone. Each fifth of the articles of a
half is told with weights fitted to all others, and scored as a whole; RANKING.toml is written last, from all.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from tests.bench.events import HEAD, say
from tests.bench.events import row as shown
from tests.bench.events_calibration import FOLDERS
from tests.bench.events_gold import REGION, articles, raw
from tests.bench.events_score import Row, Score, date_fits, is_too_fine, place_fit, points
from timeline.cli.annotate import LAYERS
from timeline.config import Config
from timeline.extract.settle import Settled
from timeline.extract.where import ranking
from timeline.extract.where.home import Asked
from timeline.extract.where.marks import CHOSEN, Candidate, candidates
from timeline.extract.where.ranking import Weights
from timeline.model.article import RawArticle

FOLDS = 5
HALVES = ("dev", "test")
RIDGE = 10.0
"""Strength of the pull to no weight at all: few samples must not make great weights."""
ROUNDS = 200
MARGIN = 1.4
"""By how much, in log odds, another place must be likelier than that of the rules; less parted what merging joins."""
AT_HOME = f"{CHOSEN}, in texts that rules were made from"
"""The mark of the rules' choice in the half "dev": what it is worth there is learnt, and thrown away."""
_ESSENTIAL = 1.5
"""How much more a choice for an essential event counts."""
_TOO_FINE = 0.3
"""How right a place is that is told more finely than the gold has it."""

Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The candidates for one deed's place, the rules' first, how right each is (0 to 1), and how much the choice counts."""

    article: str
    half: str
    found: Sequence[Candidate]
    right: Sequence[float]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A deed as extraction came by it: its article, its candidates, and where and when it was told."""

    asked: Asked
    settled: Settled
    found: Sequence[Candidate]


def told(found: RawArticle) -> list[Row]:
    """What is told of an article: the rows of ``annotate --layer events``."""
    return list(LAYERS["events"](found, Config.load(None, {"region": REGION})))


def by(weights: Weights) -> AbstractContextManager[object]:
    """Extraction with other weights than the shipped ones."""
    return patch.object(ranking, "weights", lambda: weights)


def deeds(found: RawArticle) -> list[Deed]:
    """The deeds of an article with the candidates for their places, as they are where rules alone choose."""
    kept: list[Deed] = []

    def keep(asked: Asked, settled: Settled) -> Settled:
        if ranking.is_open(asked, settled):
            kept.append(Deed(asked=asked, settled=settled, found=candidates(asked, settled.placed[0].where)))
        return settled

    with patch.object(ranking, "weighed", keep):
        told(found)
    return kept


@cache
def texts() -> tuple[tuple[str, Row, RawArticle], ...]:
    """All gold: the folder of its kind, the row with the events, the article as it is read."""
    return tuple(
        (kind, row, found)
        for kind, folder in FOLDERS.items()
        for file in sorted(folder.glob("*.jsonl"))
        for row, found in zip(articles(file), raw(file), strict=True)
    )


@cache
def choices() -> tuple[Choice, ...]:
    """What the gold says of the place of each deed, where it says so and there is a choice."""
    found = (choice for _, row, text in texts() for deed in deeds(text) for choice in _choices(row, deed))
    return tuple(one for one in found if any(one.right) and min(one.right) < max(one.right))


def _choices(row: Row, deed: Deed) -> Iterator[Choice]:
    events = _events_of(row, deed)
    if events and all(points(event) for event in events):
        yield Choice(
            article=row["id"],
            half=row["half"],
            found=deed.found,
            right=[max(_rightness(event, one) for event in events) for one in deed.found],
            weight=_ESSENTIAL if any(event["essential"] for event in events) else 1.0,
        )


def _rightness(event: Row, candidate: Candidate) -> float:
    """How right a place is for a gold event."""
    if not _fits(event, candidate):
        return 0.0
    is_finer = candidate.match and is_too_fine(event, ranking.precision(candidate, candidate.match))
    return _TOO_FINE if is_finer else 1.0


def _fits(event: Row, candidate: Candidate) -> bool:
    """Whether a place is that of a gold event; none is right for a minor one."""
    where = candidate.match.place if candidate.match else None
    return place_fit(event, {"lat": where.lat if where else None, "lon": where.lon if where else None}) is not None


def _events_of(row: Row, deed: Deed) -> list[Row]:
    """The gold events that a deed may be: those of its sentence that fit its verb, type and date best."""
    ranks = [(rank, event) for event in row["events"] if (rank := _likeness(event, deed)) is not None]
    best = max((rank for rank, _ in ranks), default=0.0)
    return [event for rank, event in ranks if rank == best]


def _likeness(event: Row, deed: Deed) -> float | None:
    """How much a gold event looks like a deed; None if its hint stands in another sentence, or it is a trap."""
    sentence, trigger = deed.asked.sentence, deed.asked.trigger
    span, tokens, text = sentence.passage.span, sentence.tokens, sentence.told.article.text
    hint = re.search(r"\s+".join(map(re.escape, (event.get("hint") or "\0").split())), text[span.start : span.end])
    if hint is None or event.get("trap"):
        return None
    start, end = tokens[trigger.start].start - span.start, tokens[trigger.end - 1].end - span.start
    gap = max(hint.start() - end, start - hint.end(), 0)
    when = deed.settled.dated.when
    day = {"start": when.start.isoformat(), "end": when.end.isoformat()} if when else {"start": None}
    dated = date_fits(event, {**day, "precision": when.precision if when else None})
    is_of_type = event["plover"] == trigger.rule.type
    return 3.0 * bool(is_of_type) + 2.0 * (gap == 0) + 0.5 * dated - gap / 100


def fit(known: Sequence[Choice]) -> Weights:
    """Weights under which right places are likeliest: a conditional logit, climbed by Adam (Kingma and Ba 2015)."""
    marks = [[_marks(one, choice) for one in choice.found] for choice in known]
    names = sorted({name for rows in marks for one in rows for name in one})
    number = {name: place for place, name in enumerate(names)}
    table = np.zeros((sum(map(len, marks)), len(names)))
    for place, one in enumerate(one for rows in marks for one in rows):
        for name, amount in one.items():
            table[place, number[name]] = amount
    found = _climb(table, known)
    return Weights(
        marks={name: round(float(weight), 2) + 0.0 for name, weight in zip(names, found, strict=True)}, margin=MARGIN
    )


def _marks(candidate: Candidate, choice: Choice) -> Mapping[str, float]:
    if choice.half == "test":
        return candidate.marks
    return {AT_HOME if name == CHOSEN else name: amount for name, amount in candidate.marks.items()}


def _climb(table: Figures, known: Sequence[Choice]) -> Figures:
    sizes = [len(choice.found) for choice in known]
    first, owner = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(sizes)), sizes)
    right = np.array([one for choice in known for one in choice.right])
    heft = np.array([choice.weight for choice in known])[owner]
    found, mean, square = (np.zeros(table.shape[1]) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        odds = table @ found
        likely = np.exp(odds - np.maximum.reduceat(odds, first)[owner])
        share = likely / np.add.reduceat(likely, first)[owner]
        meant = likely * right / np.add.reduceat(likely * right, first)[owner]
        slope = table.T @ (heft * (share - meant)) + RIDGE * found
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        found = found - 0.1 * 0.9975**turn * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
    return found


def fold(article: str) -> int:
    """The fifth that an article is in."""
    return _order()[article] % FOLDS


@cache
def _order() -> Mapping[str, int]:
    return {row["id"]: number for number, (_, row, _) in enumerate(texts())}


def scores(kind: str, half: str, weights: Mapping[int, Weights]) -> Score:
    """Measures over a half of a kind of gold, each fifth told by weights of its own."""
    total = Score()
    for where, row, found in texts():
        if (where, row["half"]) == (kind, half):
            with by(weights[fold(row["id"])]):
                total.take(row["events"], told(found))
    return total


def lines() -> Iterator[str]:
    """The table of what ranking gains, a line at a time."""
    yield HEAD.replace("| language |", "| texts, how told |")
    yield "|---" * HEAD.count(" |") + "|"
    alone = replace(ranking.weights(), margin=np.inf)
    across = {number: fit([one for one in choices() if fold(one.article) != number]) for number in range(FOLDS)}
    ways = {
        "by rules alone": dict.fromkeys(range(FOLDS), alone),
        "ranked, each fifth by weights of the others": across,
        "ranked, weights as shipped": dict.fromkeys(range(FOLDS), ranking.weights()),
    }
    for half in HALVES:
        for kind in FOLDERS:
            for way, weights in ways.items():
                yield shown(f"{kind}, {way}", half, scores(kind, half, weights))


def main() -> None:
    warnings.simplefilter("ignore")
    if len(sys.argv) > 1:
        write(Path(sys.argv[1]), fit(choices()))
        ranking.weights.cache_clear()
    for line in lines():
        say(line)


def write(path: Path, weights: Weights) -> None:
    """Put weights in the place of those of a file, whose opening comment stays."""
    head = path.read_text(encoding="utf-8").split("margin =")[0]
    rows = "\n".join(f'"{name}" = {weight}' for name, weight in weights.marks.items() if name != AT_HOME)
    path.write_text(f"{head}margin = {weights.margin}\n\n[weights]\n{rows}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
