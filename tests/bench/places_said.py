"""What is said of places in our own sentences: role and precision, right or wrong, per language and half.

``python -m tests.bench.places_said`` prints the table of docs/places.md. Three measures, in per cent of the gold's
names: *role* over ``tests/gold/places/roles`` (a name that only speaks or is spoken of may as well not be found),
*code* (UCDP's where_prec) and *ACLED* over the sentences of ``tests/gold/places``, *compound* (position within the
gold's tolerance, and code) over ``tests/gold/places/compounds``. A place that is not found is wrong. With ``--wrong``
and a language the errors of the half "dev" are listed; those of "test" are there to measure, not to learn from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geodata.distance import great_circle
from geodata.model import PlaceMatch
from geodata.precision import acled

Row = Mapping[str, Any]
Finder = Callable[[str, str], Sequence[PlaceMatch]]
"""Language and text to the places found."""
Verdict = Callable[[Row, PlaceMatch | None], bool]

GOLD = Path(__file__).parent.parent / "gold" / "places"
LANGUAGES = ("ar", "az", "en", "fa", "hy", "ka", "ru", "tr")
HALVES = ("dev", "test")


@dataclass
class Share:
    """Names asked for, how many were right, and the others in words."""

    asked: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list, repr=False)

    @property
    def per_cent(self) -> float:
        return 100 * self.right / self.asked if self.asked else 100.0


def rows(folder: str, language: str) -> list[Row]:
    """Sentences of a language; "" is the folder of the general ones."""
    text = (GOLD / folder / f"{language}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def right_role(place: Row, match: PlaceMatch | None) -> bool:
    """Whether a name is taken for where something happened if and only if it is."""
    return (match.role if match else "concerns") == place["role"]


def right_code(place: Row, match: PlaceMatch | None) -> bool:
    return match is not None and match.where_prec == place["where_prec"]


def right_acled(place: Row, match: PlaceMatch | None) -> bool:
    return match is not None and acled(match.where_prec) == acled(place["where_prec"])


def right_compound(place: Row, match: PlaceMatch | None) -> bool:
    """Whether the code is right and the point within the gold's tolerance."""
    if match is None or not right_code(place, match):
        return False
    return great_circle(place["lat"], place["lon"], match.place.lat, match.place.lon) <= place["km"]


@dataclass(frozen=True)
class Measure:
    """A measure: the folder of its sentences, what is right, and whether names that merely concern count."""

    name: str
    folder: str
    verdict: Verdict
    all_roles: bool = False


MEASURES = (
    Measure("role", "roles", right_role, all_roles=True),
    Measure("code", "", right_code),
    Measure("acled", "", right_acled),
    Measure("compound", "compounds", right_compound),
)


def score(find: Finder, measure: Measure, language: str, half: str) -> Share:
    """Ask for every name of a language's half."""
    share = Share()
    for row in rows(measure.folder, language):
        if row["half"] == half:
            _ask(share, measure, row, find(language, row["text"]))
    return share


def _ask(share: Share, measure: Measure, row: Row, matches: Sequence[PlaceMatch]) -> None:
    for place in row["places"]:
        if not measure.all_roles and place["role"] == "concerns":
            continue
        match = next((one for one in matches if _overlap(place, one)), None)
        share.asked += 1
        if measure.verdict(place, match):
            share.right += 1
        else:
            share.wrong.append(f"{measure.name}: {place['text']} as {_told(match)}: {row['text']}")


def _overlap(place: Row, match: PlaceMatch) -> bool:
    start, end = place["start"], place["end"]
    return bool(start < match.span.end and match.span.start < end)


def _told(match: PlaceMatch | None) -> str:
    if match is None:
        return "nothing"
    place = match.place
    return f"{place.id} ({place.lat:.2f}, {place.lon:.2f}) {match.role} {match.where_prec} [{match.reason}]"


def shipped() -> Finder:
    """Find places with the shipped gazetteer, the Caucasus and the languages' own words."""
    from timeline.config import Ground
    from timeline.understand import places

    ground = Ground(region="caucasus")
    return lambda language, text: places(text, language=language, ground=ground)


def table(find: Finder) -> Iterator[str]:
    """The lines of the table in Markdown."""
    heads = [f"{measure.name}, {half}" for measure in MEASURES for half in HALVES]
    yield "| language | " + " | ".join(heads) + " |"
    yield "|---" * (1 + len(heads)) + "|"
    total = {head: Share() for head in heads}
    for language in LANGUAGES:
        shares = [score(find, measure, language, half) for measure in MEASURES for half in HALVES]
        for head, share in zip(heads, shares, strict=True):
            total[head].asked += share.asked
            total[head].right += share.right
        yield _line(language, shares)
    yield _line("all", list(total.values()))


def _line(name: str, shares: Sequence[Share]) -> str:
    return f"| {name} | " + " | ".join(f"{share.per_cent:.0f}" for share in shares) + " |"


def main() -> None:
    """Print the table, or the errors of a language's half "dev"."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", metavar="LANGUAGE", choices=LANGUAGES)
    asked, find = parser.parse_args(), shipped()
    if asked.wrong:
        lines = [line for measure in MEASURES for line in score(find, measure, asked.wrong, "dev").wrong]
    else:
        lines = list(table(find))
    print("\n".join(lines))  # noqa: T201 - a script tells its result


if __name__ == "__main__":
    main()
