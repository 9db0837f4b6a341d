"""The publication date of an article, with its basis: what is stated first, what can be inferred last."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from geodata.model import PlaceMatch
from geodata.regions import Happening
from timeline.extract.timex import Found, read
from timeline.extract.timex_dateline import Anchor, anniversary_years, own_dates, weekday_anchors
from timeline.languages import LanguagePack
from timeline.model.article import Article, DateBasis, RawArticle

PlacesIn = Callable[[str], Sequence[PlaceMatch]]
"""Places that a text names, in order."""
TypesIn = Callable[[str], Collection[str]]
"""PLOVER codes of the events that a sentence tells of."""

_UNKNOWN_LANGUAGE = "und"
_YEARS = range(1800, 2200)
_ROWS = {".jsonl", ".ndjson", ".csv", ".parquet"}
"""Files of many articles: a date in such a file's name is none of theirs."""
_ROW_NUMBER = re.compile(r"#\d+$")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
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
    stated = list(_stated(raw, pack, found))
    notes = [*_unread_metadata(raw, stated), *_contradictions(stated)]
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


def _stated(raw: RawArticle, pack: LanguagePack | None, found: Sequence[Found]) -> Iterator[Stated]:
    """Every date that is stated, the most trustworthy first."""
    metadata = parse_date(raw.published, pack) if raw.published else None
    if metadata:
        yield Stated(metadata, "metadata", raw.published or "")
    file = PurePath(_ROW_NUMBER.sub("", raw.source_path))
    named = _in_name(file.stem) if file.suffix.lower() not in _ROWS else None
    if named:
        yield Stated(named, "filename", file.name)
    linked = _in_name(raw.url or "")
    if linked:
        yield Stated(linked, "url", raw.url or "")
    yield from _in_text(raw.text, found, near=metadata or named or linked)


def _in_text(text: str, found: Sequence[Found], *, near: date | None) -> Iterator[Stated]:
    dated = ((item, _day(item, near)) for item in own_dates(text, found))
    first = next(((item, when) for item, when in dated if when), None)
    if first:
        yield Stated(first[1], "text", text[first[0].span.start : first[0].span.end])
        return
    line = None if found else _NUMERIC_LINE.search(text)
    if line:
        year, month, day = line.group(1, 2, 3) if line.group(1) else line.group(6, 5, 4)
        when = _date(int(year), int(month), int(day))
        if when:
            yield Stated(when, "text", line.group().strip())


def _day(item: Found, near: date | None = None) -> date | None:
    """The day that an expression names; one without a year is taken nearest to the date given."""
    sense = item.sense
    if "year" in sense:
        return _date(sense["year"], sense["month"], sense["day"])
    years = (near.year - 1, near.year, near.year + 1) if near else ()
    days = [when for year in years if (when := _date(year, sense["month"], sense["day"]))]
    return min(days, key=lambda when: abs((when - near).days), default=None) if near else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _in_name(name: str) -> date | None:
    match = _IN_NAME.search(name)
    return _date(int(match.group(1)), int(match.group(3)), int(match.group(4))) if match else None


def parse_date(words: str, pack: LanguagePack | None = None) -> date | None:
    """The day that metadata name, in any usual form and language; None where they name no full day.

    Examples
    --------
    >>> parse_date("2020-07-17T23:30:00+04:00"), parse_date("Fri, 17 Jul 2020 08:00:00 GMT")
    (datetime.date(2020, 7, 17), datetime.date(2020, 7, 17))
    """
    iso = _ISO.match(words)
    if iso:
        return _date(*map(int, iso.groups()))
    days = [when for item in (read(words, pack) if pack else ()) if "day" in item.sense and (when := _day(item))]
    return days[0] if len(set(days)) == 1 else _by_library(words)


def _by_library(words: str) -> date | None:
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    parsed = dateparser.parse(words, settings=settings)
    return parsed.date() if parsed and parsed.year in _YEARS else None


def _unread_metadata(raw: RawArticle, stated: Sequence[Stated]) -> Iterator[str]:
    if raw.published and not any(one.basis == "metadata" for one in stated):
        yield f"the date in the metadata, {raw.published!r}, names no day"


def _contradictions(stated: Sequence[Stated]) -> Iterator[str]:
    """Both sides of each contradiction."""
    for other in stated[1:]:
        if other.when != stated[0].when:
            first = f"{_WORDS[stated[0].basis]} ({stated[0].words}) says {stated[0].when}"
            yield f"{first}, {_WORDS[other.basis]} ({other.words}) says {other.when}; the former is taken"


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
    from timeline.extract.sentences import split

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
    day = _DAY_NAMES[when.isoweekday() - 1]
    began = f"{_DAY_NAMES[happening.start.isoweekday() - 1]} {happening.start}"
    return (
        f"inferred: '{today}' makes the day of publication a {day}; '{past}' beside its place agrees with "
        f"{name} ({happening.id}), which began on {began}; the first {day} from then on is {when}"
    )


def _from_years(text: str, pack: LanguagePack | None, found: Sequence[Found]) -> tuple[date, str] | None:
    """The date by a dateline without year: the year that an anniversary or the text states and whose weekday fits."""
    head = next((item for item in own_dates(text, found) if "year" not in item.sense), None)
    if pack is None or head is None:
        return None
    weekdays = {anchor.publication or anchor.weekday for anchor in weekday_anchors(found)}
    words = pack.timex.get("anniversary", {}).get("words", ())
    by_sum = anniversary_years(text, found, words)
    stated = {item.sense["year"] for item in found if "year" in item.sense}
    years = by_sum or {max(stated, default=0)}
    days = [_date(year, head.sense["month"], head.sense["day"]) for year in sorted(years)]
    fitting = [when for when in days if when and when.isoweekday() in weekdays]
    if len(fitting) != 1:
        return None
    return fitting[0], _year_note(fitting[0], text[head.span.start : head.span.end], by_sum=bool(by_sum))


def _year_note(when: date, dateline: str, *, by_sum: bool) -> str:
    reason = "the years that it counts since a stated year" if by_sum else "the latest year that it states"
    day = _DAY_NAMES[when.isoweekday() - 1]
    return (
        f"inferred: the dateline '{dateline}' names no year; by {reason} the text is of {when.year}, "
        f"when that day was a {day}, a weekday that it names"
    )
