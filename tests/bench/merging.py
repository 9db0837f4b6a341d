"""How well mentions of one happening are brought together: B-cubed over the sample articles and the reports of the gold.

``python tests/bench/merging.py`` measures each twice: "as found" merges what extraction found (gold events that were not
found are left out), "as the gold tells them" merges the gold's own dates, places and types, so that only merging is judged.
``--wrong`` lists every happening that was parted or joined with another, never of the half ``test``: it is there to measure.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from geodata import regions  # noqa: E402 - run as a script from anywhere
from tests.bench import merging_gold  # noqa: E402
from tests.bench.merging_gold import REGION, Gold  # noqa: E402

HALVES = ("dev", "test")


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed precision and recall, and how many items they rest on."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> Score:
    """Bagga and Baldwin 1998: for each item the share of its cluster that belongs with it, and of what belongs with it that is there."""
    items = sorted(found)
    together, belonging = _groups(found, items), _groups(gold, items)
    right = {item: len(together[found[item]] & belonging[gold[item]]) for item in items}
    precision = sum(right[item] / len(together[found[item]]) for item in items) / len(items)
    recall = sum(right[item] / len(belonging[gold[item]]) for item in items) / len(items)
    return Score(precision, recall, len(items))


def _groups(label: Mapping[str, str], items: Sequence[str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for item in items:
        groups[label[item]].add(item)
    return groups


def merged(gold: Gold) -> dict[str, dict[str, str]]:
    """Where merging puts the gold's events, by the way in which they are told."""
    region = regions.load(REGION)
    return {"as found": gold.as_found(region), "as the gold tells them": gold.as_told(region)}


def faults(found: Mapping[str, str], gold: Mapping[str, str]) -> Iterator[str]:
    """Happenings that were parted, and different ones that were joined."""
    ours, theirs = _groups(found, sorted(found)), _groups(gold, sorted(found))
    for title, groups, others in (("parted", theirs, found), ("joined", ours, gold)):
        for names in groups.values():
            if len({others[one] for one in names}) > 1:
                yield f"  {title}: {', '.join(f'{one} ({others[one]})' for one in sorted(names))}"


def lines(*, wrong: bool = False) -> Iterator[str]:
    """The table of merging, a line at a time."""
    yield "| texts | mentions | gold events | B-cubed precision | recall | F1 |"
    yield "|---|---|---|---|---|---|"
    yield from _measured("samples", merging_gold.samples(), wrong=wrong)
    for half in HALVES:
        yield from _measured(f"reports, {half}", merging_gold.reports(half), wrong=wrong and half != "test")


def _measured(name: str, gold: Gold, *, wrong: bool) -> Iterator[str]:
    for told, found in merged(gold).items():
        score = b_cubed(found, gold.happenings)
        figures = f"{100 * score.precision:.1f} | {100 * score.recall:.1f} | {100 * score.f1:.1f}"
        yield f"| {name} | {told} | {score.items} of {len(gold.happenings)} | {figures} |"
        if wrong:
            yield from faults(found, gold.happenings)


def main() -> None:
    """Measure merging."""
    sys.stdout.writelines(f"{line}\n" for line in lines(wrong="--wrong" in sys.argv))


if __name__ == "__main__":
    main()
