"""From text to items: one pass over the tokens, phrases put together, only stretches kept that may tell a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from timeline.extract.text.normalise import APOSTROPHES, HYPHENS, TOKEN
from timeline.extract.timex.lexicon import CUES, Entry, Lexicon, Phrase
from timeline.extract.timex.numbers import compose
from timeline.extract.timex.sense import EDGE, WORD, Item, Kinds, Run

_BEHIND = re.compile(r"[^\S\n]*(\S)")
_LONG = re.compile(rf"[^\W\d_]{{5}}|[{APOSTROPHES}][^\W\d_]+")
"""The end of a word that is no abbreviation: five letters, or a suffix behind an apostrophe."""
_NAME, _LONGEST_NAME = re.compile(rf"(?<![^\W_])([^\W\d_]{{1,4}})[{HYPHENS}]$"), 6
"""A short name before the hyphen and the number of a model."""
_SUBJECT = 4
"""Tokens between the two words of a verb of the past before the past: «كان الوزراء قد اجتمعوا»."""
_PASSIVE = 3
"""Tokens behind a word of the future within which a past form is a part of it: "will be held"."""


@dataclass(slots=True)  # not frozen: many are made, and a frozen one takes thrice the time
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
    that tell of future or past: offset and which. ``stops`` are the offsets at which sentences end, ``joints`` those at
    which an "and" may begin another clause; ``tokens`` counts all tokens; ``future`` is the number of the last one that
    told of the future, ``had`` of the last one that tells of what was before the past if "already" follows;
    ``infinitive`` is the last one that tells of the future if an auxiliary follows.
    """

    runs: list[Run] = field(default_factory=list)
    cues: list[tuple[int, str]] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    joints: list[int] = field(default_factory=list)
    tokens: int = 0
    future: int = -_PASSIVE - 1
    had: int = -_SUBJECT - 1
    infinitive: Hit | None = None


def scan(text: str, lexicon: Lexicon, used: AbstractSet[str]) -> Scan:
    """All stretches of a text that may tell a time.

    Parameters
    ----------
    used : the kinds that some rule reads; an item that is none of them ends a stretch, whose neighbour it is.
    """
    found = Scan()
    run: list[Item] = []
    starts = False
    left, before = EDGE, EDGE
    last = -1
    for item, starts_here in _items(text, _hits(text, lexicon, found), lexicon, found):
        beside = before if item.first == last + 1 else WORD
        usable = not used.isdisjoint(item.kinds)
        if run and (beside is WORD or not usable):
            _close(found, run, lexicon, (left, WORD if beside is WORD else item.kinds), starts=starts)
            run, starts = [], False
        if usable:
            left = left if run else beside
            run.append(item)
            starts = starts or starts_here
        before, last = item.kinds, item.last
    _close(found, run, lexicon, (left, EDGE if last == found.tokens - 1 else WORD), starts=starts)
    return found


def _hits(text: str, lexicon: Lexicon, found: Scan) -> list[Hit]:
    hits: list[Hit] = []
    number, known = -1, lexicon.known
    for match in TOKEN.finditer(text):
        number += 1
        kind = match.lastgroup or ""
        entry = known((match.group(), kind))
        if kind == "number" and _is_of_a_name(text, match.start(), lexicon):
            continue
        if entry is not None:
            hits.append(Hit(number, *match.span(), entry))
        elif kind == "number":
            for hit in _split(match.start(), match.group(), number, lexicon):
                hits.append(hit)
                number = hit.number
    found.tokens = number + 1
    return hits


def _is_of_a_name(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a number belongs to the name of an aircraft or a weapon ("Su-25"), which is no day and no year."""
    name = _NAME.search(text, max(0, at - _LONGEST_NAME), at)
    return name is not None and name[1][0].isupper() and lexicon.entry(name[1], "word") is None


def _split(start: int, token: str, number: int, lexicon: Lexicon) -> Iterator[Hit]:
    """The parts of "20-year" and "5pm": letters behind digits that are no suffix may be a word of their own."""
    length = next((at for at, char in enumerate(token) if not char.isdecimal()), 0)
    if not length:
        return  # digits without end
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


def _items(text: str, hits: Sequence[Hit], lexicon: Lexicon, found: Scan) -> Iterator[tuple[Item, bool]]:
    """Hits with phrases put together, each with whether rules are tried around it; cues and stops are noted too."""
    at = 0
    useful = _useful(hits)
    while at < len(hits):
        first = hits[at]
        entry = first.entry
        phrase = _phrase_at(hits, at, lexicon) if entry.heads else None
        if phrase:
            part = hits[at : at + len(phrase.words)]
            _note(found, first, phrase.kinds, text)
            if useful[at]:
                yield _item(part, phrase.kinds), any(hit.entry.trigger for hit in part)
            at += len(part)
            continue
        if entry.tells:
            _note(found, first, entry.kinds, text)
        if useful[at]:
            yield _item((first,), entry.kinds), entry.trigger
        at += 1


def _useful(hits: Sequence[Hit]) -> list[bool]:
    """For each hit, whether the unbroken stretch of hits that it is in holds one around which rules are tried."""
    useful: list[bool] = []
    first, last, starts = 0, -1, False
    for at, hit in enumerate(hits):
        if hit.number != last + 1:
            useful += [starts] * (at - first)
            first, starts = at, False
        starts = starts or hit.entry.trigger
        last = hit.number
    return useful + [starts] * (len(hits) - first)


def _phrase_at(hits: Sequence[Hit], at: int, lexicon: Lexicon) -> Phrase | None:
    """The longest phrase that begins here."""
    if at + 1 == len(hits):
        return None
    pairs = ((first, second) for first in hits[at].entry.forms for second in hits[at + 1].entry.forms)
    phrases = (phrase for pair in pairs if pair in lexicon.phrases for phrase in lexicon.phrases[pair])
    return next((phrase for phrase in phrases if _matches(hits, at, phrase)), None)


def _matches(hits: Sequence[Hit], at: int, phrase: Phrase) -> bool:
    part = hits[at : at + len(phrase.words)]
    unbroken = len(part) == len(phrase.words) and part[-1].number - part[0].number == len(part) - 1
    return unbroken and all(word in hit.entry.forms for word, hit in zip(phrase.words, part, strict=True))


def _note(found: Scan, hit: Hit, kinds: Kinds, text: str) -> None:
    if "already" in kinds and hit.number - found.had <= _SUBJECT:
        kinds = {**kinds, "before": {}}
    if "had" in kinds:
        found.had = hit.number
    for cue in ("before",) if "before" in kinds else CUES:
        if cue in kinds and not (cue == "past" and hit.number - found.future <= _PASSIVE):
            found.cues.append((hit.start, cue))
    if "future" in kinds:
        found.future = hit.number
    if "infinitive" in kinds:
        found.infinitive = hit
    elif "auxiliary" in kinds and found.infinitive and found.infinitive.number == hit.number - 1:
        found.cues.append((found.infinitive.start, "future"))
        found.future = hit.number
    if "stop" in kinds or ("dot" in kinds and not _abbreviates(text, hit.start)):
        found.stops.append(hit.start)
    if "and" in kinds or hit.entry.joined:
        found.joints.append(hit.start)


def _abbreviates(text: str, at: int) -> bool:
    """Whether a full stop ends no sentence: that of an initial ("P. Davison"), or one before a small letter.

    Before a digit it ends none behind what is no word in full ("No. 5", "vol. 12").
    """
    if at > 1 and text[at - 1].isupper() and not text[at - 2].isalnum():
        return True
    match = _BEHIND.match(text, at + 1)
    if match is None or not match[1].isdecimal():
        return match is not None and match[1].islower() and (match[1] != match[1].title() or _is_short(text, at))
    word = unicodedata.normalize("NFC", text[max(0, at - 20) : at])  # five letters may take more code points
    return not _LONG.search(word[-5:])


def _is_short(text: str, at: int) -> bool:
    """Whether a word of one or two letters ends here: an abbreviation, where letters have no capitals to tell it by."""
    return at < 3 or not text[at - 3 : at].isalpha()  # noqa: PLR2004 - three letters make a word


def _item(part: Sequence[Hit], kinds: Kinds) -> Item:
    first, last = part[0], part[-1]
    start, end = first.start + first.entry.front, last.end - last.entry.back
    if first.entry.joined:
        kinds = {**kinds, **{f"{kind}.and": sense for kind, sense in kinds.items()}}
    return Item(start, end, first.number, last.number, kinds, joined=first.entry.joined)


def _close(found: Scan, run: list[Item], lexicon: Lexicon, beside: tuple[Kinds, Kinds], *, starts: bool) -> None:
    if run and starts:
        found.runs.append(Run(compose(run, unit_first=lexicon.unit_first), *beside))
