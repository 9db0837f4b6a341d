"""Words of a text with their offsets, and what may stand between the words of one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from geodata.fold import APOSTROPHES, fold
from geodata.remembered import remembered

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_WORD = rf"(?:[^\W_]+(?:[{_MARKS}]+[^\W_]*)*|[{_MARKS}]+(?:[^\W_]+[{_MARKS}]*)*)"
_TOKEN = re.compile(rf"((?:[^\W\d_]\.){{2,}}|{_WORD}(?:[{APOSTROPHES}]{_WORD})*)")
_SPACE = " \t\u00a0\u2009\u202f\u200c\u200e\u200f\u2060"
_INSIDE_A_NAME = re.compile(rf"[{_SPACE}]*[\n{_SPACE}\-\u2010\u2011\u2012\u2013][{_SPACE}]*")
_BESIDE_A_NAME = re.compile(rf"[{_SPACE}\n\"“”„«»‹›'‘’(\[\-\u2010\u2011]+")
_QUOTE_OR_SPACE_LIMIT = 4
_SENTENCE_END = re.compile(r"[.!?:;…։؟۔\n\"“”«»()\[\]•–—-]")
_DATELINE = re.compile(r"(?:,[^\n.—–-]{1,25})?(?:\s?\([^()\n]{1,25}\))?\s?[—–-]")
_CASELESS = ("ARABIC", "GEORGIAN", "HEBREW")
_SHORT_FOR = 3


class Token(NamedTuple):
    """A word ``text`` at ``start``..``end``; a tuple, because a text has many."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool | None:
        """Whether the word begins with a capital letter, None where its script has none."""
        return is_capital(self.text)


def tokenise(text: str) -> list[Token]:
    """The words of a text in order; an apostrophe inside a word and dots between initials belong to it."""
    parts = _TOKEN.split(text)
    ends = list(accumulate(map(len, parts)))
    return list(map(_token, zip(parts[1::2], ends[::2], ends[1::2], strict=False)))  # a last gap has no word behind it


_token = partial(tuple.__new__, Token)
"""Makes a word without a call of Python: a text is cut in half the time."""


@remembered
def is_capital(word: str) -> bool | None:
    """Whether a word begins with a capital letter, None where its script has none."""
    return _is_capital(word[0])


@lru_cache(maxsize=4_096)
def _is_capital(first: str) -> bool | None:
    if first.lower() == first.upper() or unicodedata.name(first, "").startswith(_CASELESS):
        return None
    return first.isupper()


@remembered
def fold_word(word: str) -> str:
    """Fold a word; words come again and again."""
    return fold(word)


def joined(text: str, left: Token, right: Token) -> bool:
    """Whether two neighbouring words may be words of one name: a space, a hyphen or a half-space stands between."""
    gap = text[left.end : right.start]
    if gap == " ":
        return True
    if gap.startswith(".") and len(left.text) <= _SHORT_FOR:  # St. Petersburg
        gap = gap[1:]
    return _INSIDE_A_NAME.fullmatch(gap) is not None


def beside(text: str, left: Token, right: Token) -> bool:
    """Whether two words are neighbours with nothing but spaces, quotation marks or a hyphen between."""
    gap = text[left.end : right.start]
    return gap == " " or (len(gap) <= _QUOTE_OR_SPACE_LIMIT and _BESIDE_A_NAME.fullmatch(gap) is not None)


def continues_person(text: str, left: Token, right: Token) -> bool:
    """Whether a word goes on with the name of a person: capitalised, behind a space or the dot of an initial."""
    gap = text[left.end : right.start]
    return right.capital is True and (gap in _SPACE or (gap[:1] == "." and len(left.text) == 1 and gap[1:] in _SPACE))


def begins_sentence(text: str, token: Token) -> bool:
    """Whether a capital letter here says nothing, because a sentence, a line or a quotation begins."""
    before = text[max(0, token.start - 3) : token.start].rstrip(" \t\u00a0")
    return token.start == 0 or not before or _SENTENCE_END.match(before[-1]) is not None


def is_dateline(text: str, place: Token) -> bool:
    """Whether the place of a dateline ends with a word: an agency or a day may stand between it and its dash."""
    return _DATELINE.match(text, place.end) is not None
