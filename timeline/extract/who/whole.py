"""A name as the text writes it in full: with its quotation marks, its domain, what a hyphen joins to it."""

from __future__ import annotations

import re

from geodata.model import Span

_OPENING = re.compile(r'(?<!\w)[«„“"](?=\w)')
_CLOSING = re.compile(r'(?<=[\w.!?])[»”“"]')
_DOMAIN = re.compile(r"\.[a-z]{2,4}(?![^\W\d_])")
_COMPOUND = re.compile(r"-[^\W\d_A-Z]{5,}(?: [A-Z]\w+)+")
"""The rest of an adjective of two words, with the name that it stands before."""
_FAR = 30
"""Letters within which the other quotation mark of a name stands."""


def whole(text: str, name: Span) -> Span:
    """A name that ends at a word, with what belongs to it ("агентство «Рес»", "police of X-controlled Y")."""
    rest = _DOMAIN.match(text, name.end) or _COMPOUND.match(text, name.end)
    start, end = name.start, rest.end() if rest else name.end
    opened = [mark.start() for mark in _OPENING.finditer(text, start, end)]
    closed = [mark.start() for mark in _CLOSING.finditer(text, start, end)]
    if opened and not any(at > opened[-1] for at in closed):
        behind = _CLOSING.search(text, end, end + _FAR)
        end = behind.end() if behind and "\n" not in text[end : behind.end()] else end
    if closed and not any(at < closed[0] for at in opened):
        before = [mark.start() for mark in _OPENING.finditer(text, max(0, start - _FAR), start + 1)]
        start = before[-1] if before and "\n" not in text[before[-1] : start] else start
    return Span(start=start, end=end)
