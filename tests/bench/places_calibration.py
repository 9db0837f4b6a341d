"""Fit what scores of places mean: ``python tests/bench/places_calibration.py LGL.xml [STEPS.tsv]``.

Every place that Chronotope finds in LGL, with the shipped gazetteer and with one of all towns from 500 people on, is right
if it pairs with a name whose point lies within 161 km, and wrong otherwise; pairs with names that the annotators could not
place are left out. Scores are sorted and pooled until the share of right ones never falls (isotonic regression), a step a
pool. Printed is the expected calibration error, the mean over ten bins of how far the scores are from the share of right
ones, before and after; steps are fitted on each half of the texts and tried on the other. STEPS.tsv is written last, from
all texts: ``geodata/data/calibration.tsv``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from geodata.calibration import Step, calibrated
from geodata.gazetteer import Gazetteer
from geodata.recognise import recognise
from geodata.resolve import resolve
from tests.bench.corpora import eupeg
from tests.bench.corpora.named import Name, NamedText
from tests.bench.places_peers import every_town, gazetteer
from tests.bench.places_score import NEAR_KM, kilometres, pairs
from tests.bench.places_words import lexicon

BINS = 10
LEAST = 100
"""Fewest matches of a pool: fewer tell little."""
Sample = tuple[float, bool]
"""A score before calibration, and whether the place was right."""


def samples(text: NamedText, names: Gazetteer) -> Iterator[Sample]:
    toponyms = recognise(text.text, gazetteer=names, lexicon=lexicon("en"))
    matches = resolve(toponyms, gazetteer=names, calibrate=float)
    found = [Name(one.span.start, one.span.end, one.place.lat, one.place.lon) for one in matches]
    gold = {id(other): one for one, other in pairs(text.gold, found)}
    for match, name in zip(matches, found, strict=True):
        meant = gold.get(id(name))
        if meant is None or meant.lat is not None:
            yield match.score, meant is not None and kilometres(meant, name) <= NEAR_KM


def fit(known: Sequence[Sample]) -> list[Step]:
    """Mean score and share of right ones of each pool, rising."""
    pools: list[list[Sample]] = []
    for sample in sorted(known):
        if pools and (len(pools[-1]) < LEAST or pools[-1][-1][0] == sample[0]):
            pools[-1].append(sample)
        else:
            pools.append([sample])
    merged: list[list[Sample]] = []
    for pool in pools:
        merged.append(pool)
        while len(merged) > 1 and share(merged[-2]) >= share(merged[-1]):
            merged[-2:] = [merged[-2] + merged[-1]]
    return [(round(sum(score for score, _ in pool) / len(pool), 4), round(share(pool), 4)) for pool in merged]


def share(pool: Sequence[Sample]) -> float:
    return sum(right for _, right in pool) / len(pool)


def error(known: Sequence[Sample]) -> float:
    """Expected calibration error."""
    bins: list[list[Sample]] = [[] for _ in range(BINS)]
    for score, right in known:
        bins[min(BINS - 1, int(score * BINS))].append((score, right))
    return sum(abs(sum(score - right for score, right in pool)) for pool in bins) / len(known)


def tried(folds: Sequence[Sequence[Sample]]) -> list[Sample]:
    """The samples of two folds, each calibrated by what the other shows."""
    both = ((folds[0], fit(folds[1])), (folds[1], fit(folds[0])))
    return [(calibrated(score, steps), right) for fold, steps in both for score, right in fold]


def main(arguments: Sequence[str]) -> None:
    texts = list(eupeg.read_lgl(Path(arguments[0])))
    everything: list[list[Sample]] = [[], []]
    for name, folder in (("shipped", None), ("≥ 500", every_town())):
        opened = gazetteer(None, folder)
        folds = [[one for text in texts[half::2] for one in samples(text, opened)] for half in (0, 1)]
        print(f"{name}: {len(folds[0] + folds[1])} matches, {error(folds[0] + folds[1]):.3f} as scored")  # noqa: T201 - a script tells its result
        everything = [kept + new for kept, new in zip(everything, folds, strict=True)]
    whole = everything[0] + everything[1]
    print(f"both: {error(whole):.3f} as scored, {error(tried(everything)):.3f} calibrated")  # noqa: T201 - the same
    for path in map(Path, arguments[1:]):
        path.write_text("".join(f"{score}\t{right}\n" for score, right in fit(whole)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
