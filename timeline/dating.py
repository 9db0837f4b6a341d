"""The publication date of an article, with its basis: what is stated first, what can be inferred last."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from geodata.model import PlaceMatch
from geodata.regions import Happening
from timeline.extract.timex.dateline import Anchor, anniversary_years, own_dates, weekday_anchors
from timeline.extract.timex.stated import AMBIGUOUS, day_in_name, full_date, named_day, parse_date
from timeline.extract.timex.tagging import Found, read
from timeline.languages import LanguagePack
from timeline.model.article import Article, DateBasis, RawArticle

PlacesIn = Callable[[str], Sequence[PlaceMatch]]
"""Places that a text names, in order."""
TypesIn = Callable[[str], Collection[str]]
"""PLOVER codes of the events that a sentence tells of."""

_UNKNOWN_LANGUAGE = "und"
_ROWS = {".jsonl", ".ndjson", ".csv", ".parquet"}
"""Files of many articles: a date in such a file's name is none of theirs."""
_ROW_NUMBER = re.compile(r"#\d+$")
_NUMERIC_LINE = re.compile(r"^[ \t]*(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))[ \t]*$", re.MULTILINE)
_OTHER_CALENDARS = {"hijri_month", "solar_month", "solar"}
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS = {"metadata": "the metadata", "filename": "the file name", "url": "the address", "text": "the text"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that something states, and the basis that it gives."""

    when: date
    basis: DateBasis
    words: str


def date_article(  # noqa: PLR0913 - what each basis needs comes in as an argument, so that no layer is broken
    raw: RawArticle,
    *,
    pack: LanguagePack | None,
    option: date | None,
    chronology: Sequence[Happening],
    places: PlacesIn,
    types: TypesIn | None = None,
) -> Article:
    """Give an article its publication date.

    What is stated comes first, in this order: metadata, file name, address, the text's own dateline; then the option;
    then what can be inferred from weekdays and well-known happenings or anniversaries. ``published_note`` says in words
    what was inferred from what, and which statements contradict each other.

    Parameters
    ----------
    raw : the article as read.
    pack : the pack of its language, None where there is none.
    option : the date to take where nothing states one.
    chronology : the region's well-known happenings.
    places : names the places in a text.
    types : names the event types that a sentence tells of; without it every type fits.
    """
    found = read(raw.text, pack) if pack else ()
    own = own_dates(raw.text, found)
    stated = list(_stated(raw, pack, found, own))
    weekdays = _other_weekdays(raw.text, found, own, stated)
    notes = [*_on_metadata(raw, stated), *_contradictions(stated), *weekdays]
    if stated:
        return _article(raw, pack, stated[0].when, stated[0].basis, notes)
    if option:
        return _article(raw, pack, option, "option", notes)
    inferred = _from_chronology(raw.text, pack, found, (chronology, places, types)) or _from_years(
        raw.text, pack, found
    )
    if inferred:
        return _article(raw, pack, inferred[0], "inferred", [*notes, inferred[1]])
    return _article(raw, pack, None, "none", notes)


def _article(
    raw: RawArticle, pack: LanguagePack | None, when: date | None, basis: DateBasis, notes: Sequence[str]
) -> Article:
    return Article(
        id=raw.id,
        source_path=raw.source_path,
        url=raw.url,
        publisher=raw.publisher,
        origin=raw.origin,
        title=raw.title,
        published=when,
        published_basis=basis,
        published_note="; ".join(notes),
        retrieved=raw.retrieved,
        language=raw.language or (pack.code if pack else _UNKNOWN_LANGUAGE),
        text=raw.text,
        sha256=raw.sha256,
    )


def _stated(
    raw: RawArticle, pack: LanguagePack | None, found: Sequence[Found], own: Sequence[Found]
) -> Iterator[Stated]:
    """Every date that is stated, the most trustworthy first."""
    metadata = parse_date(raw.published, pack) if raw.published else None
    if metadata:
        yield Stated(metadata, "metadata", raw.published or "")
    file = PurePath(_ROW_NUMBER.sub("", raw.source_path))
    named = day_in_name(file.stem) if file.suffix.lower() not in _ROWS else None
    if named:
        yield Stated(named, "filename", file.name)
    linked = day_in_name(raw.url or "")
    if linked:
        yield Stated(linked, "url", raw.url or "")
    yield from _in_text(raw.text, found, own, near=metadata or named or linked)


def _in_text(text: str, found: Sequence[Found], own: Sequence[Found], *, near: date | None) -> Iterator[Stated]:
    dated = ((item, named_day(item, near)) for item in own)
    first = next(((item, when) for item, when in dated if when), None)
    if first:
        yield Stated(first[1], "text", text[first[0].span.start : first[0].span.end])
        return
    line = None if found else _NUMERIC_LINE.search(text)
    if line:
        year, month, day = line.group(1, 2, 3) if line.group(1) else line.group(6, 5, 4)
        when = full_date(int(year), int(month), int(day))
        if when:
            yield Stated(when, "text", line.group().strip())


def _on_metadata(raw: RawArticle, stated: Sequence[Stated]) -> Iterator[str]:
    """What is to be told of a date in the metadata that names no day, or one of two."""
    read_as = next((one.when for one in stated if one.basis == "metadata"), None)
    if raw.published and read_as is None:
        yield f"the date in the metadata, {raw.published!r}, names no day"
    elif raw.published and read_as and read_as.day != read_as.month and AMBIGUOUS.match(raw.published):
        yield f"the date in the metadata, {raw.published!r}, is read as {read_as}"


def _contradictions(stated: Sequence[Stated]) -> Iterator[str]:
    """Both sides of each contradiction."""
    for other in stated[1:]:
        if other.when != stated[0].when:
            first = f"{_WORDS[stated[0].basis]} ({stated[0].words}) says {stated[0].when}"
            yield f"{first}, {_WORDS[other.basis]} ({other.words}) says {other.when}; the former is taken"


def _other_weekdays(text: str, found: Sequence[Found], own: Sequence[Found], stated: Sequence[Stated]) -> Iterator[str]:
    """Both sides where "today, Friday" or a dateline's weekday isn't that of the date which is taken."""
    if not stated:
        return
    told = [(one.span, one.publication) for one in weekday_anchors(found) if one.publication]
    told += [(one.span, one.sense["weekday"]) for one in own if "weekday" in one.sense]
    taken = stated[0]
    for span, weekday in told:
        if weekday != taken.when.isoweekday():
            first = f"{_WORDS[taken.basis]} ({taken.words}) says {taken.when}, a {_day_name(taken.when.isoweekday())}"
            words = text[span.start : span.end]
            yield f"{first}, the text ('{words}') makes it a {_day_name(weekday)}; the former is taken"


def _day_name(weekday: int) -> str:
    return _DAY_NAMES[weekday - 1]


def _from_chronology(
    text: str,
    pack: LanguagePack | None,
    found: Sequence[Found],
    knowledge: tuple[Sequence[Happening], PlacesIn, TypesIn | None],
) -> tuple[date, str] | None:
    """The date by weekdays and one well-known happening.

    "Today, Friday" gives the weekday of publication; another weekday stands in one sentence with the place of a
    happening that began on such a day. If that is true of one happening alone, the article came out on the first Friday
    from then on.
    """
    anchors = weekday_anchors(found)
    publication = {anchor.publication for anchor in anchors if anchor.publication}
    if pack is None or len(publication) != 1 or all(anchor.publication for anchor in anchors):
        return None
    candidates = {
        happening.id: (anchor, happening) for anchor, happening in _candidates(text, pack, anchors, knowledge)
    }
    if len(candidates) != 1:
        return None
    anchor, happening = next(iter(candidates.values()))
    weekday = publication.pop() or 1
    when = happening.start + timedelta(days=(weekday - happening.start.isoweekday()) % 7)
    if _is_outdated(when, found):
        return None
    today = next(text[a.span.start : a.span.end] for a in anchors if a.publication)
    return when, _chronology_note(when, today, text[anchor.span.start : anchor.span.end], happening)


def _candidates(
    text: str,
    pack: LanguagePack,
    anchors: Sequence[Anchor],
    knowledge: tuple[Sequence[Happening], PlacesIn, TypesIn | None],
) -> Iterator[tuple[Anchor, Happening]]:
    """Happenings that began on a weekday which the text names in one sentence with their place."""
    from timeline.extract.text.sentences import split

    chronology, places, types = knowledge
    matches = [match for match in places(text) if match.place.kind != "country"]
    for sentence in split(text, pack.code):
        named = {name for match in matches if sentence.overlaps(match.span) for name in _ids(match)}
        told = types(text[sentence.start : sentence.end]) if types and named else None
        for anchor in anchors:
            if sentence.overlaps(anchor.span) and not anchor.publication:
                yield from ((anchor, one) for one in chronology if _fits(one, anchor, named, told))


def _ids(match: PlaceMatch) -> tuple[str, ...]:
    """A place and the first-order region or district that it lies in."""
    return (match.place.id, match.place.admin1) if match.place.admin1 else (match.place.id,)


def _fits(happening: Happening, anchor: Anchor, named: set[str], told: Collection[str] | None) -> bool:
    return (
        happening.precision == "day"
        and happening.start.isoweekday() == anchor.weekday
        and not named.isdisjoint(happening.place_ids)
        and (told is None or happening.type in told)
    )


def _is_outdated(when: date, found: Sequence[Found]) -> bool:
    """Whether the text states a year that lies well after a date, other than as a term."""
    terms = ("by", "until")
    return any(
        item.sense["year"] > when.year + 1
        for item in found
        if "year" in item.sense and _OTHER_CALENDARS.isdisjoint(item.sense) and item.sense.get("signal") not in terms
    )


def _chronology_note(when: date, today: str, past: str, happening: Happening) -> str:
    name = happening.names.get("en", happening.id)
    day = _day_name(when.isoweekday())
    began = f"{_day_name(happening.start.isoweekday())} {happening.start}"
    return (
        f"inferred: '{today}' makes the day of publication a {day}; '{past}' beside its place agrees with "
        f"{name} ({happening.id}), which began on {began}; the first {day} from then on is {when}"
    )


def _from_years(text: str, pack: LanguagePack | None, found: Sequence[Found]) -> tuple[date, str] | None:
    """The date by a dateline without year: the year that an anniversary or the text states and whose weekday fits."""
    yearless = (item for item in own_dates(text, found) if "month" in item.sense and "year" not in item.sense)
    head = next(yearless, None)
    if pack is None or head is None:
        return None
    weekdays = {anchor.publication or anchor.weekday for anchor in weekday_anchors(found)}
    weekdays = {head.sense["weekday"]} if "weekday" in head.sense else weekdays
    words = pack.timex.get("anniversary", {}).get("words", ())
    by_sum = anniversary_years(text, found, words)
    stated = {item.sense["year"] for item in found if "year" in item.sense}
    years = by_sum or {max(stated, default=0)}
    days = [full_date(year, head.sense["month"], head.sense["day"]) for year in sorted(years)]
    fitting = [when for when in days if when and when.isoweekday() in weekdays]
    if len(fitting) != 1:
        return None
    return fitting[0], _year_note(fitting[0], text[head.span.start : head.span.end], by_sum=bool(by_sum))


def _year_note(when: date, dateline: str, *, by_sum: bool) -> str:
    reason = "the years that it counts since a stated year" if by_sum else "the latest year that it states"
    day = _day_name(when.isoweekday())
    return (
        f"inferred: the dateline '{dateline}' names no year; by {reason} the text is of {when.year}, "
        f"when that day was a {day}, a weekday that it names"
    )
