"""What heads a piece of text: lines of a time or a place, and the place that opens each item of a digest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from geodata.model import TOWNS, PlaceMatch, Span
from timeline.extract.text.sentences import Passage
from timeline.model.timex import TaggedTime

_WORD = re.compile(r"[^\W\d_]{3,}")
_COLON = re.compile(r":\s+(?![\"«“„'])")
_DASH = re.compile(r"(?P<land>\s\([^()\d\n]{2,30}\))?\s[–—-]\s")
_HEAD = 3
"""Passages at the head of a text among which its line of place and day may stand."""

_OPENING = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}\s*[|–—-]?\s*)?"
    r"(?P<name>[^\W\d_][^\n.:։|–—()،,]{1,40}?)(?P<wider>\s?[(،,][^\n.:։|–—]{2,30}?\)?)?"
    r"(?P<mark>\s[–—-]\s|[.:։](?:\s|$)|\s*\|\s|\s*$)"
)
"""A place, a clock before it or not, its country behind it or not, and the mark that sets it off."""
_ITEMS = 2
"""Items that open with a place from which on a text is a digest: one alone has a dateline."""
_NAME_WORDS = 3
"""Most words of an opening that may be a place that nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a digest: the ``opening`` that names its place, None where the place is unknown.

    ``clock`` says that the hour stands before it, as in live blogs.
    """

    opening: Span
    place: PlaceMatch | None
    clock: bool


def items(text: str, passages: Sequence[Passage], places: Sequence[PlaceMatch]) -> Mapping[int, Item]:
    """The items of a digest ("Kyiv. …", "12:40 | Homs – …") by their paragraphs; empty of other texts."""
    found: dict[int, tuple[Item, str]] = {}
    at = {place.span.start: place for place in places}
    for number, inside in groupby(passages, key=lambda passage: passage.paragraph):
        first, *_, last = [*(row := list(inside)), row[-1]]
        opening = _OPENING.match(text, first.span.start, last.span.end)
        if opening:
            named = at.get(opening.start("name"))
            place = named if named and _opens_with(text, opening, named) else None
            found[number] = _item(opening, place), opening["mark"].strip()
    marks = [mark for item, mark in found.values() if item.place]
    if len(marks) < _ITEMS:
        return {}
    heads = {n: item for n, (item, mark) in found.items() if item.place or (mark in marks and _is_short(text, item))}
    return dict(_until_the_next(heads, dict.fromkeys(passage.paragraph for passage in passages)))


def _item(opening: re.Match[str], place: PlaceMatch | None) -> Item:
    return Item(opening=Span(start=opening.start(), end=opening.end()), place=place, clock=bool(opening["clock"]))


def _opens_with(text: str, opening: re.Match[str], place: PlaceMatch) -> bool:
    """Whether the name of an opening is that of a place and nothing else."""
    return not _WORD.search(text[place.span.end : opening.end("name")])


def _is_short(text: str, item: Item) -> bool:
    """Whether an opening may be a name: few words, each with a capital in scripts that have them."""
    words = _WORD.findall(text[item.opening.start : item.opening.end])
    return 0 < len(words) <= _NAME_WORDS and not any(word[0].islower() for word in words)


def _until_the_next(heads: Mapping[int, Item], paragraphs: Iterable[int]) -> Iterator[tuple[int, Item]]:
    item: Item | None = None
    for number in paragraphs:
        item = heads.get(number, item)
        if item:
            yield number, item


def heads(text: str, passage: Passage, times: Sequence[TaggedTime]) -> TaggedTime | None:
    """The one of its ``times`` that a passage consists of, None where it says more or names no day."""
    known = [time for time in times if time.interval]
    if not known:
        return None
    rest = _without(text, passage.span, [time.expression.span for time in times])
    return None if _WORD.search(rest) else known[0]


def place_line(
    text: str, passages: Sequence[Passage], times: Sequence[TaggedTime], places: Sequence[PlaceMatch]
) -> Span | None:
    """The line at the head of a text that holds a place and a day and nothing else, None where there is none.

    A place alone opens the first paragraph as one ("TBILISI. The speaker …"), and so does one before a colon.
    """
    for passage, behind in zip(passages[:_HEAD], [*passages[1:], None], strict=False):
        days = [time.expression.span for time in times if time.expression.span.overlaps(passage.span)]
        towns = [place.span for place in places if place.span.overlaps(passage.span)]
        opens = behind is not None and passage.role == "body" and behind.paragraph == passage.paragraph
        if towns and (days or opens) and not _WORD.search(_without(text, passage.span, [*days, *towns])):
            return passage.span
    return _before_mark(text, passages, places)


def _before_mark(text: str, passages: Sequence[Passage], places: Sequence[PlaceMatch]) -> Span | None:
    """A town and a colon at the head of a text («براغ: أفضى الاجتماع …»), where its country is not one that speaks.

    Or a dash, behind the country in brackets or in scripts without capitals to tell a dateline by
    («استانبول - وزیران …»).
    """
    first = next((passage.span.start for passage in passages if passage.role == "body"), None)
    town = next((one for one in places if one.span.start == first and one.place.kind in TOWNS), None)
    if town is None:
        return None
    dash, cased = _DASH.match(text, town.span.end), text[town.span.start].isupper()
    if dash and (dash["land"] or not cased):
        return Span(start=town.span.start, end=dash.end())
    if not _COLON.match(text, town.span.end):
        return None
    alone = all(one.place.country != town.place.country for one in places if one is not town)
    return Span(start=town.span.start, end=town.span.end + 1) if alone else None


def _without(text: str, span: Span, parts: Sequence[Span]) -> str:
    """A piece of text without parts of it."""
    rest = list(text[span.start : span.end])
    for part in parts:
        low, high = max(0, part.start - span.start), part.end - span.start
        rest[low:high] = " " * (min(high, len(rest)) - low)
    return "".join(rest)
