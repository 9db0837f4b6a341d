"""From text to items: one pass over the tokens, phrases put together, only stretches kept that may tell a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.extract.normalise import HYPHENS, TOKEN
from timeline.extract.timex_lexicon import CUES, Entry, Lexicon, Phrase
from timeline.extract.timex_numbers import compose
from timeline.extract.timex_sense import EDGE, WORD, Item, Kinds, Run


@dataclass(frozen=True, slots=True)
class Hit:
    """A token that means something to the tagger: ``number`` counts all tokens of the text."""

    number: int
    start: int
    end: int
    entry: Entry


@dataclass(slots=True)
class Scan:
    """What one pass over a text found.

    ``runs`` are unbroken stretches of items with at least one that may start a time expression. ``cues`` are the words
    that tell of future or past: offset and which; ``stops`` the offsets at which sentences end; ``tokens`` counts.
    """

    runs: list[Run] = field(default_factory=list)
    cues: list[tuple[int, str]] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    tokens: int = 0


def scan(text: str, lexicon: Lexicon) -> Scan:
    """All stretches of a text that may tell a time."""
    found = Scan()
    run: list[Item] = []
    starts = False
    for item, starts_here in _items(_hits(text, lexicon, found), lexicon, found):
        if run and item.first != run[-1].last + 1:
            _close(found, run, lexicon, starts=starts)
            run, starts = [], False
        run.append(item)
        starts = starts or starts_here
    _close(found, run, lexicon, starts=starts)
    return found


def _hits(text: str, lexicon: Lexicon, found: Scan) -> list[Hit]:
    hits: list[Hit] = []
    number, entry_of = -1, lexicon.entry
    for match in TOKEN.finditer(text):
        number += 1
        kind = match.lastgroup or ""
        entry = entry_of(match.group(), kind)
        if entry is not None:
            hits.append(Hit(number, match.start(), match.end(), entry))
        elif kind == "number":
            for hit in _split(match.start(), match.group(), number, lexicon):
                hits.append(hit)
                number = hit.number
    found.tokens = number + 1
    return hits


def _split(start: int, token: str, number: int, lexicon: Lexicon) -> Iterator[Hit]:
    """The parts of "20-year" and "5pm": letters behind digits that are no suffix may be a word of their own."""
    length = next(at for at, char in enumerate(token) if not char.isdecimal())
    hyphen = token[length] in HYPHENS
    entry = lexicon.entry(token[length + hyphen :], "word")
    if entry is None:
        return
    digits = lexicon.entry(token[:length], "number")
    if digits:
        yield Hit(number, start, start + length, digits)
    dash = lexicon.entry(token[length], "mark") if hyphen else None
    if dash:
        yield Hit(number + 1, start + length, start + length + 1, dash)
    yield Hit(number + 1 + hyphen, start + length + hyphen, start + len(token), entry)


def _items(hits: Sequence[Hit], lexicon: Lexicon, found: Scan) -> Iterator[tuple[Item, bool]]:
    """Hits with phrases put together, each with whether rules are tried around it; cues and stops are noted too."""
    at = 0
    while at < len(hits):
        first = hits[at]
        phrase = _phrase_at(hits, at, lexicon) if first.entry.heads else None
        kinds = phrase.kinds if phrase else first.entry.kinds
        part = hits[at : at + len(phrase.words)] if phrase else (first,)
        _note(found, first.start, kinds)
        starts = any(hit.entry.trigger for hit in part)
        yield _item(part, kinds), starts
        at += len(part)


def _phrase_at(hits: Sequence[Hit], at: int, lexicon: Lexicon) -> Phrase | None:
    """The longest phrase that begins here."""
    for form in hits[at].entry.forms:
        for phrase in lexicon.phrases.get(form, ()):
            if _matches(hits, at, phrase):
                return phrase
    return None


def _matches(hits: Sequence[Hit], at: int, phrase: Phrase) -> bool:
    part = hits[at : at + len(phrase.words)]
    unbroken = len(part) == len(phrase.words) and part[-1].number - part[0].number == len(part) - 1
    return unbroken and all(word in hit.entry.forms for word, hit in zip(phrase.words, part, strict=True))


def _note(found: Scan, start: int, kinds: Kinds) -> None:
    for cue in CUES:
        if cue in kinds:
            found.cues.append((start, cue))
    if "stop" in kinds or "dot" in kinds:
        found.stops.append(start)


def _item(part: Sequence[Hit], kinds: Kinds) -> Item:
    first, last = part[0], part[-1]
    start, end = first.start + first.entry.front, last.end - last.entry.back
    if first.entry.joined:
        kinds = {**kinds, **{f"{kind}.and": sense for kind, sense in kinds.items()}}
    return Item(start, end, first.number, last.number, kinds, joined=first.entry.joined)


def _close(found: Scan, run: list[Item], lexicon: Lexicon, *, starts: bool) -> None:
    if not (run and starts):
        return
    left = WORD if run[0].first else EDGE
    right = EDGE if run[-1].last == found.tokens - 1 else WORD
    found.runs.append(Run(compose(run, unit_first=lexicon.unit_first), left, right))
