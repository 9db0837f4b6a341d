"""Whether quotation marks make a name that of a club, a newspaper or a work, and no place."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.tokens import Token

_OPENING, _CLOSING = ("«", "“", "„"), ("»", "”", "“")
"""Quotation marks that tell where they open."""
_MORE_WORDS = 4


def is_title(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether quotation marks hold a name of one word alone, or a name with more capitalised words.

    Scripts without capitals put places between them as well.

    Parameters
    ----------
    text : what is read.
    tokens : its words; the name is those from ``first`` to ``last``.
    """
    start, end = tokens[first].start, last
    if not tokens[last].capital or not text[max(0, start - 2) : start].rstrip(" ").endswith(_OPENING):
        return False
    while end - last < _MORE_WORDS and _goes_on(text, tokens, end):
        end += 1
    if end == last != first:
        return False
    return text[tokens[end].end : tokens[end].end + 2].lstrip(" ").startswith(_CLOSING)


def _goes_on(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a capitalised word stands right behind the one at an index."""
    if index + 1 == len(tokens) or not tokens[index + 1].capital:
        return False
    return text[tokens[index].end : tokens[index + 1].start] == " "
