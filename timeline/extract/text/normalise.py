"""Text to tokens: one folding for every spelling of a word, while offsets stay those of the unchanged text.

The text itself is never rewritten. It is cut into tokens where it stands, and only a token's copy is folded, so no
offset map is needed and a folding may change a token's length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_IN_WORD = "\u0300-\u036f\u0483-\u0487\u055b\u055c\u055e\u05b0-\u05c7\u064b-\u065f\u0670\u200c\u200d\u00ad"
"""Marks inside a word: accents, vowel signs, Armenian stress marks, joiners, the soft hyphen."""
_INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Direction marks and other signs without a glyph; they stand between tokens like a space."""
_LETTER = r"[^\W\d_]"
_REST = rf"[\w{_IN_WORD}]*"
APOSTROPHES = "'’ʼ՚`"
HYPHENS = "\\-‐‑"

_DATE = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2})?)?(?!\d)",
    r"\d{4}/\d{1,2}/\d{1,2}(?!\d)",
    r"\d{4}\.\d{1,2}\.\d{1,2}(?!\d)",
    r"\d{1,2}/\d{1,2}/\d{4}(?!\d)",
    r"\d{1,2}/\d{1,2}/\d{2}(?![\d/])",
    r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)",
    r"\d{1,2}-\d{1,2}-\d{4}(?!\d)",
    r"\d{1,2}\.\d{1,2}\.\d{2}(?![\d.])",
)
_KINDS = {
    "model": rf"[A-ZА-ЯԱ-Ֆ]{{1,4}}[{HYPHENS}]\d\w*",  # "T-72", "Ми-24": a type of weapon, never a year
    "word": rf"{_LETTER}{_REST}(?:[{APOSTROPHES}]{_LETTER}{_REST})?",
    "date": "|".join(_DATE),
    "clock": r"\d{1,2}[:։]\d{2}(?::\d{2})?(?![\d:])",  # the Armenian full stop stands for a colon too
    "quantity": r"[1-9]\d{0,2}(?:[.,٬ \u00a0\u202f]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+[.,٫]\d{1,3}(?!\w|\.\w)",
    "number": rf"\d+(?:[{APOSTROPHES}{HYPHENS}]?{_LETTER}{_REST})?",
    "gap": r"\n[^\S\n]*\n\s*",
    "mark": rf"[^\w\s{_INVISIBLE}{_IN_WORD}]",
}
TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
"""Every token of a text in one pass; each alternative runs forward only, so the time is linear in the text."""

_DROPPED = re.compile(f"[{_IN_WORD}\u0640{_INVISIBLE}]")
_SAME_LETTER = str.maketrans("أإآٱىیکةۀؤёı’ʼ՚`‐‑", "اااايي" + "كهه" + "وеi''''--")


@lru_cache(maxsize=1 << 16)
def fold(token: str) -> str:
    """One spelling for all: case (İ and ı included), vowel signs, tatweel, Arabic letter variants, ё, ligatures.

    Examples
    --------
    >>> fold("TEMMUZ'DA"), fold("Salı"), fold("أبريـل")
    ("temmuz'da", 'sali', 'ابريل')
    """
    composed = unicodedata.normalize("NFKC", token).casefold()
    return unicodedata.normalize("NFC", _DROPPED.sub("", composed).translate(_SAME_LETTER))


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase of one or more words."""
    return tuple(fold(match.group()) for match in TOKEN.finditer(phrase))
