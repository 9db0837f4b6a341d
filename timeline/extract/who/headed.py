"""Who speaks before a colon and says what follows ("Police: …", "12:45, the mayor: …")."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.tokens import Tokens
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import ends_clause
from timeline.extract.who.speakers import Names, grown
from timeline.extract.who.speaking import SAID

_WORDS = 18
"""Words of a sentence among which such a colon stands."""


def colon_of(tokens: Tokens, lexicon: Lexicon) -> int | None:
    """Number of the word behind a colon, or a full stop that parts halves, near the beginning of a sentence."""
    near, marks = range(1, min(len(tokens), _WORDS)), ":." if lexicon.stops_inside else ":"
    return next((n for n, gap in tokens.gaps if n in near and any(mark in gap for mark in marks)), None)


def before_colon(sentence: Sentence, colon: int, names: Names) -> range | None:
    """Who speaks before a colon, if nothing but the hour and a name with an office stands there."""
    tokens = sentence.tokens
    start = _behind_time(tokens, colon)
    words = range(start, colon)
    if start and _is_place(sentence, words):
        return None  # "15:00, Goris: …"
    first = next((n for n in words if n in names.heads or n in names.people), None)
    found = grown(tokens, first, names) if first is not None else None
    if found and found.stop == colon and len(words) - len(found) <= 1:
        return found
    if not words or _tells(sentence, words) or not tokens.times.isdisjoint(words):
        return None
    return words if (_is_name(tokens, words) if start else _is_titled(sentence, words, names)) else None


def goes_on(name: range, names: Names) -> bool:
    """Whether what stands before a colon says the rest of the paragraph, too: behind an hour, or as somebody's name."""
    return name.start > 0 or (name.start in names.people and not names.heads.issuperset(name))


def _is_place(sentence: Sentence, words: range) -> bool:
    placed = {n for place in sentence.places for n in sentence.tokens.range_of(place.span)}
    return placed.issuperset(words)


def _behind_time(tokens: Tokens, colon: int) -> int:
    """Number of the first word behind the hour and the day that open a sentence, and a mark; 0 where none does."""
    start = next((n for n in range(colon) if n not in tokens.times and not tokens[n].word.isdigit()), colon)
    return start if start and not tokens.between(start - 1, start).isspace() else 0


def _tells(sentence: Sentence, words: range) -> bool:
    """Whether words tell of something, or of somebody who speaks, and are no mere name."""
    said = (m for n in words for m in sentence.lexicon.speech.at(sentence.tokens, n) if m.payload in SAID)
    return any(one.start in words for one in sentence.triggers) or any(said)


def _is_name(tokens: Tokens, words: Iterable[int]) -> bool:
    """Whether the first of some words is written as a name."""
    return tokens.text[tokens[next(iter(words))].start].isupper()


def _is_titled(sentence: Sentence, words: range, names: Names) -> bool:
    """Whether words are somebody's name and, behind a comma, his office ("X, head of the district: …")."""
    tokens = sentence.tokens
    if (words.start not in names.people and not names.opening) or _is_place(sentence, words[:1]):
        return False
    name = grown(tokens, words.start, names)
    if name.start != words.start or name.stop >= words.stop or not ends_clause(tokens, name.stop - 1, name.stop):
        return False
    head = next((n for n in range(name.stop, words.stop) if n in names.heads), None)
    return head is not None and grown(tokens, head, names).stop == words.stop
