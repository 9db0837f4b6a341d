"""What scores of events mean, and the weights of doubts: ``PYTHONPATH=. python tests/bench/events_calibration.py [WEIGHTS.toml]``.

An event told as a fact is right if the gold has it (:mod:`tests.bench.events_score`). Weights of doubts are fitted by
logistic regression with a ridge to the half "test" of the gold, articles, briefs and news, from which no rule was
made; a doubt may only lower a score. Each fifth of the articles is judged by weights fitted to the other four. WEIGHTS.toml is written last, from all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from unittest.mock import patch

import numpy as np

from tests.bench.events_gold import BRIEFS, GOLD, NEWS, REGION, articles, raw
from tests.bench.events_score import PLAIN, Score
from timeline.cli.annotate import LAYERS
from timeline.config import Config
from timeline.extract import assemble
from timeline.extract.scoring import BASE, LEAST, Doubts, parsed, weights

ROOT = Path(__file__).parents[2]
FOLDS, BINS = 5, 10
SURE = 0.8
RIDGE = 4.0
"""Strength of the pull to no weight at all: few samples must not make great weights."""
ROUNDS = 2000


@dataclass(frozen=True)
class Sample:
    """An event told as a fact: its article, what is doubtful, whether it is right, whether it is essential."""

    article: str
    doubts: Doubts
    right: bool
    essential: bool


FOLDERS = {"articles": GOLD, "briefs": BRIEFS, "news": NEWS}
"""Where the gold stands, by what it is of."""


def samples(half: str, *folders: Path) -> list[Sample]:
    """All events told as facts in a half of the gold, or in that of some of its folders, however unlikely they are."""
    files = (file for folder in folders or FOLDERS.values() for file in sorted(folder.glob("*.jsonl")))
    return [one for file in files for name, one in _judged(file) if name == half]


@cache
def _judged(file: Path) -> tuple[tuple[str, Sample], ...]:
    """The events of a file, each with its half."""
    config = Config.load(None, {"region": REGION})
    with patch.object(assemble, "LEAST", 0.0):
        layers = {name: [[*LAYERS[name](one, config)] for one in raw(file)] for name in ("mentions", "events")}
    doubted = {row["mention"]: parsed(row["provenance"]["score"]) for rows in layers["mentions"] for row in rows}
    judged = []
    for article, found in zip(articles(file), layers["events"], strict=True):
        score = Score()
        score.take(article["events"], found)
        facts = (row for row in found if row["status"] in PLAIN)
        for row, (_, right, essential) in zip(facts, score.judged, strict=True):
            judged.append((article["half"], Sample(article["id"], doubted[row["id"]], right, essential)))
    return tuple(judged)


def fit(known: Sequence[Sample], names: Sequence[str]) -> dict[str, float]:
    """Weights by projected gradient descent with momentum (Beck and Teboulle 2009): no doubt's weight is above 0."""
    doubted = np.array([[1.0, *(one.doubts.get(name, 0.0) for name in names)] for one in known])
    right = np.array([one.right for one in known], dtype=float)
    step = 1 / (np.linalg.norm(doubted, 2) ** 2 / 4 + RIDGE)
    found, ahead, pace = np.zeros(len(names) + 1), np.zeros(len(names) + 1), 1.0
    for _ in range(ROUNDS):
        off = doubted.T @ (1 / (1 + np.exp(-doubted @ ahead)) - right)
        off[1:] += RIDGE * ahead[1:]
        moved = ahead - step * off
        moved[1:] = np.minimum(moved[1:], 0)
        faster = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        found, ahead, pace = moved, moved + (pace - 1) / faster * (moved - found), faster
    return dict(zip([BASE, *names], (round(float(one), 2) + 0.0 for one in found), strict=True))


def probability(known: Mapping[str, float], doubts: Doubts) -> float:
    """The score under given weights."""
    total = known[BASE] + sum(known[name] * amount for name, amount in doubts.items())
    return float(1 / (1 + np.exp(-total)))


def crossed(known: Sequence[Sample]) -> list[tuple[float, Sample]]:
    """Each sample with the score that weights fitted to other articles give it."""
    names = [name for name in weights() if name != BASE]
    order = {name: number for number, name in enumerate(dict.fromkeys(one.article for one in known))}
    found = []
    for fold in range(FOLDS):
        fitted = fit([one for one in known if order[one.article] % FOLDS != fold], names)
        found += [(probability(fitted, one.doubts), one) for one in known if order[one.article] % FOLDS == fold]
    return found


def error(found: Sequence[tuple[float, Sample]]) -> float:
    """Expected calibration error: the mean over ten bins of how far scores are from the share of right ones."""
    return sum(len(one) * abs(_mean(one) - _share(one)) for one in _bins(found) if one) / len(found)


def _bins(found: Sequence[tuple[float, Sample]]) -> list[list[tuple[float, Sample]]]:
    return [[pair for pair in found if min(int(pair[0] * BINS), BINS - 1) == number] for number in range(BINS)]


def _mean(pairs: Sequence[tuple[float, Sample]]) -> float:
    return sum(score for score, _ in pairs) / len(pairs)


def _share(pairs: Sequence[tuple[float, Sample]]) -> float:
    return sum(one.right for _, one in pairs) / len(pairs)


def row(title: str, judged: Sequence[tuple[float, Sample]], essential: int) -> str:
    """A row of the table: of events that are likely enough to be told."""
    found = [(score, one) for score, one in judged if score >= LEAST]
    sure = [(score, one) for score, one in found if score >= SURE]
    right = f"{100 * _share(sure):.1f}" if sure else "–"
    reached = 100 * sum(one.essential for _, one in sure) / essential
    return f"| {title} | {len(found)} | {100 * _share(found):.1f} | {error(found):.3f} | {len(sure)} | {right} | {reached:.1f} |"


def lines(plot: Path | None = None) -> Iterator[str]:
    """The table of what scores mean, a line at a time; a picture of it if asked."""
    yield f"| half | told as fact | right, % | calibration error | score ≥ {SURE} | right of these, % | essential events that reach it, % |"
    yield "|---|---|---|---|---|---|---|"
    for half in ("dev", "test"):
        for name, folder in FOLDERS.items():
            shipped = [(probability(weights(), one.doubts), one) for one in samples(half, folder)]
            yield row(f"{name}, {half}, weights as shipped", shipped, _essential(folder, half))
    across = crossed(samples("test"))
    for name, folder in FOLDERS.items():
        inside = {article["id"] for file in folder.glob("*.jsonl") for article in articles(file)}
        found = [pair for pair in across if pair[1].article in inside]
        yield row(f"{name}, test, each fifth by weights of the others", found, _essential(folder, "test"))
    if plot:
        _draw(across, plot)


def _essential(folder: Path, half: str) -> int:
    rows = (article for file in folder.glob("*.jsonl") for article in articles(file) if article["half"] == half)
    return sum(bool(event["essential"]) for article in rows for event in article["events"])


def _draw(found: Sequence[tuple[float, Sample]], plot: Path) -> None:
    """A diagram of reliability: a disc a bin, as large as it has events, at its score and share of right ones."""
    discs = "".join(
        f'<circle cx="{60 + 400 * _mean(one):.0f}" cy="{440 - 400 * _share(one):.0f}" r="{3 + len(one) ** 0.5:.1f}"/>'
        f'<text x="{60 + 400 * _mean(one):.0f}" y="{425 - 400 * _share(one) - len(one) ** 0.5:.0f}">{len(one)}</text>'
        for one in _bins(found)
        if one
    )
    ticks = "".join(
        f'<text x="{60 + 80 * n}" y="460">{n / 5:.1f}</text><text x="40" y="{444 - 80 * n}">{n / 5:.1f}</text>'
        for n in range(6)
    )
    words = escape("score (weights fitted to other articles) → share that is right; number of events at each disc")
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="520" height="490"><style>text{font:12px sans-serif;'
        "text-anchor:middle}circle{fill:#09296D99}line{stroke:#999}</style>"
        f'<rect width="520" height="490" fill="#FBFAF7"/><rect x="60" y="40" width="400" height="400" fill="none" stroke="#999"/>'
        f'<line x1="60" y1="440" x2="460" y2="40" stroke-dasharray="4"/>{ticks}{discs}<text x="260" y="482">{words}</text></svg>'
    )
    from playwright.sync_api import sync_playwright

    from timeline.site.screenshots import launch

    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": 520, "height": 490})
        page.set_content(f"<style>body{{margin:0}}</style>{svg}")
        page.screenshot(path=str(plot))
        browser.close()


def main() -> None:
    names = [name for name in weights() if name != BASE]
    print("\n".join(lines()))  # noqa: T201 - a script tells its result
    fitted = fit(samples("test"), names)
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        head = path.read_text(encoding="utf-8").split("[weights]")[0]
        rows = "\n".join(f'"{name}" = {weight}' for name, weight in fitted.items())
        path.write_text(f"{head}[weights]\n{rows}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
