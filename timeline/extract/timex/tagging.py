"""Time expressions in running text, in any language that has a pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from geodata.model import Span
from timeline.extract.text.normalise import fold
from timeline.extract.timex import units
from timeline.extract.timex.anchor import VERB_LAST, Narrative
from timeline.extract.timex.calendar import Period
from timeline.extract.timex.context import Context
from timeline.extract.timex.entries import with_entries
from timeline.extract.timex.history import tells_history
from timeline.extract.timex.items import Scan, scan
from timeline.extract.timex.layout import layout
from timeline.extract.timex.lexicon import Lexicon
from timeline.extract.timex.resolve import Resolved, resolve
from timeline.extract.timex.rules import Grammar, apply_all, compile_rules
from timeline.extract.timex.sense import Sense
from timeline.extract.timex.words import compile_lexicon
from timeline.languages import LanguagePack
from timeline.model.timex import TaggedTime, TimeExpression


@dataclass(slots=True)  # not frozen: many are made
class Found:
    """An expression before it is resolved.

    ``rules`` are the names of those that found it, ``toward`` the direction that its clause tells ("past", "future").
    """

    span: Span
    sense: Sense
    rules: tuple[str, ...]
    toward: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """A language's compiled pack; each is itself, so that what it read can be remembered by it."""

    lexicon: Lexicon
    grammar: Grammar
    verb_last: bool


def tag(
    text: str,
    pack: LanguagePack,
    *,
    published: date | None,
    sentences: Sequence[Span] | None = None,
    title: str | None = None,
) -> tuple[TaggedTime, ...]:
    """Time expressions of a text, in order, not overlapping, with offsets into the unchanged text.

    Parameters
    ----------
    text : running text in the pack's language.
    published : the publication date, which relative expressions are counted from. Without it their values have X's
        ("XXXX-WXX-2") and they have no interval.
    sentences : sentence spans, where they are known better than by marks and blank lines.
    title : a headline that stands apart from the text; the one year that it names is that of the days below it.

    Raises
    ------
    PackError : the pack's rules are faulty.
    """
    tagger = _tagger(pack.code, pack)
    found, seen = _read(text, tagger)
    stops = [span.end for span in sentences] if sentences is not None else seen.stops
    history = published is not None and tells_history((item.sense for item in found), published)
    now, page = None if history else published, layout(text, found)
    narrative = Narrative(now, seen.cues, stops, seen.joints, tagger.verb_last, page, published if history else None)
    if title and (headline := _headline(title, tagger, published)):
        narrative.begin(headline)
    return tuple(_resolved(found, narrative, pack.code))


def _headline(title: str, tagger: Tagger, published: date | None) -> Period | None:
    """The time of which a headline tells, where it names one year alone ("2024: the year in dates")."""
    senses = [item.sense for item in _read(title, tagger)[0] if "year" in item.sense and "signal" not in item.sense]
    if len({sense["year"] for sense in senses}) != 1:
        return None
    resolved = resolve(senses[0], Context(published))
    return resolved.period if resolved else None


def read(text: str, pack: LanguagePack) -> tuple[Found, ...]:
    """What a text says of time, unresolved: for those who look for the publication date itself.

    Raises
    ------
    PackError : the pack's rules are faulty.
    """
    tagger = _tagger(pack.code, pack)
    found, seen = _read(text, tagger)
    narrative = Narrative(None, seen.cues, seen.stops, seen.joints, tagger.verb_last)
    return tuple(Found(one.span, one.sense, one.rules, narrative.toward(one.span)) for one in found)


@lru_cache(maxsize=2)
def _read(text: str, tagger: Tagger) -> tuple[tuple[Found, ...], Scan]:
    """What stands in a text; remembered, as dating an article reads the text that is tagged right after."""
    seen = scan(text, tagger.lexicon, tagger.grammar.kinds)
    found = []
    for stretch in seen.runs:
        run = apply_all(tagger.grammar.levels, stretch)
        found += [Found(Span(start=i.start, end=i.end), i.sense(), i.rules) for i in run.items if i.rules and i.emits]
    return with_entries(text, _without_towns(text, found, tagger.lexicon)), seen


def _without_towns(text: str, found: Sequence[Found], lexicon: Lexicon) -> Sequence[Found]:
    """Times without bare weekdays that are a town of the land that the text is about (Dushanbe is a Monday)."""
    doubtful = {item.span: fold(text[item.span.start : item.span.end]) for item in found if "weekday" in item.sense}
    towns = set(doubtful.values()) & lexicon.towns.keys()
    if not towns:
        return found
    words = fold(text)
    named = {town for town in towns if any(word in words for word in lexicon.towns[town])}
    return [item for item in found if doubtful.get(item.span) not in named]


def _resolved(found: Sequence[Found], narrative: Narrative, language: str) -> Iterator[TaggedTime]:
    for item in found:
        context = narrative.context(item.span)
        resolved = resolve(item.sense, context)
        if resolved is None:
            continue
        narrative.tell(item.span, item.sense, resolved.period)
        counted = resolved.anaphoric and "day" not in item.sense  # "the tenth of that month" is a day by itself
        yield _tagged(item, resolved, language, _told_before(context) if counted else None)


def _told_before(context: Context) -> date | None:
    """The day that an anaphoric expression hangs on, where a sentence before told it."""
    told = context.told
    return told.start if told and told.precision == "day" and not context.here else None


def _tagged(item: Found, resolved: Resolved, language: str, anchor: date | None) -> TaggedTime:
    in_range = not {"to", "start"}.isdisjoint(item.sense)
    signal = None if in_range else item.sense.get("signal")  # "from" and "to" of a range are its own words
    rule = f"{language}:{'+'.join(item.rules)}"
    return TaggedTime(
        expression=TimeExpression(
            span=item.span, type=resolved.type, value=resolved.value, mod=resolved.mod, rule=rule
        ),
        interval=resolved.interval(signal),
        signal=signal,  # type: ignore[arg-type]
        anaphoric=resolved.anaphoric,
        length=units.duration(item.sense) if "unit" in item.sense and {"n", "vague"} & item.sense.keys() else None,
        exact="exact" in item.sense,
        weekday="weekday" in item.sense and {"shift", "day"}.isdisjoint(item.sense),
        anchor=anchor,
    )


_TAGGERS: dict[str, tuple[LanguagePack, Tagger]] = {}


def _tagger(code: str, pack: LanguagePack) -> Tagger:
    """The compiled pack; compiled once, and again if another pack of the same code is given."""
    known = _TAGGERS.get(code)
    if known is None or known[0] is not pack:
        known = (pack, _compile(pack))
        _TAGGERS[code] = known
    return known[1]


def _compile(pack: LanguagePack) -> Tagger:
    grammar = compile_rules(pack.timex.get("rules", ()), f"languages/{pack.code}/timex.toml")
    return Tagger(compile_lexicon(pack), grammar, pack.timex.get("word_order") == VERB_LAST)
