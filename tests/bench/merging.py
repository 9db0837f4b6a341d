"""How well mentions of one happening are brought together: B-cubed over the gold of the sample articles.

``python tests/bench/merging.py`` measures twice: ``found`` merges what extraction found (gold events that were not found are left
out), ``told`` merges the gold's own dates, places and types, so that only merging is judged. ``--wrong`` lists every
happening that was parted or joined with another.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from geodata import regions  # noqa: E402 - run as a script from anywhere
from geodata.model import Place, PlaceKind, PlaceMatch, Span  # noqa: E402
from timeline import readers  # noqa: E402
from timeline.config import Ground  # noqa: E402
from timeline.merge import merge  # noqa: E402
from timeline.model.article import Article, RawArticle  # noqa: E402
from timeline.model.event import Event  # noqa: E402
from timeline.model.mention import TOLD_AS_FACT, Attribution, Mention, Status  # noqa: E402
from timeline.model.timex import TimeInterval, TimePrecision  # noqa: E402
from timeline.understand import understand  # noqa: E402

REGION = "caucasus"
NEAR = 80
"""Code points between a gold event's words and the trigger of a mention of it."""
OTHER_TYPE = 200
"""A mention of another type is taken only where none of the same type is near."""
_PLACES: Mapping[str, tuple[PlaceKind, int]] = {
    "point": ("city", 1),
    "district": ("district", 3),
    "region": ("region", 5),
    "country": ("country", 6),
}


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


def happenings(events: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The happening of each gold event; events of which it is unclear are left out."""
    table = tomllib.loads((ROOT / "tests/gold/happenings.toml").read_text(encoding="utf-8"))
    unknown = {name for names in (*table["same"], table["unclear"]) for name in names} - events.keys()
    if unknown:
        raise SystemExit(f"tests/gold/happenings.toml names events that the gold lacks: {sorted(unknown)}")
    joined = {name: names[0] for names in table["same"] for name in names}
    return {name: joined.get(name, name) for name in events if name not in table["unclear"]}


def gold_events() -> dict[str, dict[str, Any]]:
    """Gold events that are told as fact, by id, each with its article."""
    lines = (ROOT / "tests/gold/articles.gold.jsonl").read_text(encoding="utf-8").splitlines()
    rows = ((row["id"], event) for row in map(json.loads, lines) for event in row["events"])
    return {event["id"]: {**event, "article": name} for name, event in rows if event["status"] in TOLD_AS_FACT}


def understood() -> tuple[dict[str, Article], list[Mention]]:
    """The sample articles and all that extraction finds in them."""
    articles: dict[str, Article] = {}
    mentions: list[Mention] = []
    for source in readers.sources([ROOT / "articles"], exclude=()):
        for raw in readers.read_source(source):
            if isinstance(raw, RawArticle):
                found = understand(raw, ground=Ground(region=REGION), option=None)
                articles[found.article.id] = found.article
                mentions += found.extraction.mentions if found.extraction else ()
    return articles, mentions


def matched(
    gold: Mapping[str, Mapping[str, Any]], mentions: Sequence[Mention], articles: Mapping[str, Article]
) -> dict[str, str]:
    """For each gold event that was found the id of its mention, one to one, the nearest words first."""
    pairs = sorted(pair for name, event in gold.items() for pair in _pairs(name, event, mentions, articles))
    found: dict[str, str] = {}
    for _, name, mention in pairs:
        if name not in found and mention not in found.values():
            found[name] = mention
    return found


def _pairs(
    name: str, event: Mapping[str, Any], mentions: Sequence[Mention], articles: Mapping[str, Article]
) -> Iterator[tuple[int, str, str]]:
    start = articles[event["article"]].text.find(event["hint"])
    end = start + len(event["hint"])
    for mention in mentions:
        if mention.article_id == event["article"] and mention.status in TOLD_AS_FACT:
            apart = max(0, mention.trigger.start - end, start - mention.trigger.end)
            if apart <= NEAR:
                yield apart + OTHER_TYPE * (mention.type != event["plover"]), name, mention.id


def as_told(event: Mapping[str, Any], articles: Mapping[str, Article], mode: str | None) -> Mention:
    """A gold event as a mention; the gold has no modes."""
    start = articles[event["article"]].text.find(event["hint"])
    span = Span(start=start, end=start + len(event["hint"]))
    when = TimeInterval(
        start=date.fromisoformat(event["start"]),
        end=date.fromisoformat(event["end"]),
        precision=cast("TimePrecision", event["date_precision"]),
        open_end=bool(event.get("open_end")),
    )
    return Mention(
        id=event["id"], article_id=event["article"], sentence=span, trigger=span, type=event["plover"], mode=mode,
        status=cast("Status", event["status"]), when=when, where=_place(event, span),
        attribution=Attribution(source=event["claimed_by"], kind="claimed") if event["claimed_by"] else Attribution(),
    )  # fmt: skip


def _place(event: Mapping[str, Any], span: Span) -> PlaceMatch | None:
    if event["lat"] is None:
        return None
    kind, where_prec = _PLACES[event["place_precision"]]
    place = Place(
        id=f"gold:{event['place']}", name=event["place"], kind=kind, country=event["country"], lon=event["lon"], lat=event["lat"],
        radius_km=float(event["tolerance_km"]),
    )  # fmt: skip
    return PlaceMatch(span=span, place=place, where_prec=where_prec, score=1.0)


def clusters(events: Sequence[Event]) -> dict[str, str]:
    """The event of each mention."""
    return {mention.id: event.id for event in events for mention in event.mentions}


def measured(name: str, found: Mapping[str, str], gold: Mapping[str, str], *, wrong: bool) -> Iterator[str]:
    """A line of the table, and what went wrong if asked."""
    score = b_cubed(found, gold)
    figures = f"{100 * score.precision:.1f} | {100 * score.recall:.1f} | {100 * score.f1:.1f}"
    yield f"| {name} | {score.items} | {figures} |"
    if not wrong:
        return
    ours, theirs = _groups(found, sorted(found)), _groups(gold, sorted(found))
    for title, groups, others in (("parted", theirs, found), ("joined", ours, gold)):
        for names in groups.values():
            if len({others[one] for one in names}) > 1:
                yield f"  {title}: {', '.join(f'{one} ({others[one]})' for one in sorted(names))}"


def lines(*, wrong: bool = False) -> Iterator[str]:
    """The table of merging, a line at a time."""
    yield "| mentions | gold events | B-cubed precision | recall | F1 |"
    yield "|---|---|---|---|---|"
    region = regions.load(REGION)
    events = gold_events()
    gold = happenings(events)
    articles, mentions = understood()
    ours = clusters(merge(mentions, articles, region=region))
    pairs = matched(events, mentions, articles)
    found = {name: ours[mention] for name, mention in pairs.items() if name in gold and mention in ours}
    yield from measured("as found", found, gold, wrong=wrong)
    modes = {mention.id: mention.mode for mention in mentions}
    exact = [as_told(event, articles, modes.get(pairs.get(name, ""))) for name, event in events.items()]
    told = clusters(merge(exact, articles, region=region))
    yield from measured("as the gold tells them", {name: told[name] for name in gold}, gold, wrong=wrong)


def main() -> None:
    """Measure merging on the sample articles."""
    sys.stdout.writelines(f"{line}\n" for line in lines(wrong="--wrong" in sys.argv))


if __name__ == "__main__":
    main()
