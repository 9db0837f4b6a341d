"""What a text quotes: the pieces between quotation marks, over the ends of sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from geodata.model import Span

_MARK = re.compile(r"[«»„“”\"]")
_PAIRS = {"«": "»", "„": "“”", "“": "”“", '"': '"'}
"""Marks that open a quotation, with those that end it."""
_LONG = 25
"""Letters from which it is what somebody says, and no name or title."""


def quotation_at(text: str, offset: int) -> Span | None:
    """The quotation that a place in a text lies in, without its marks; None where it lies in none."""
    spans, starts = _quotations(text)
    last = bisect_right(starts, offset) - 1
    return spans[last] if last >= 0 and offset < spans[last].end else None


def quotation_over(text: str, offset: int) -> Span | None:
    """The quotation that opens before a place in a text and goes on behind it."""
    span = quotation_at(text, offset)
    return span if span and span.start < offset < span.end - 1 else None


@lru_cache(maxsize=2)
def _quotations(text: str) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """The long quotations of a text in order, and where they start; one that is not ended in its line is none."""
    found: list[Span] = []
    line = 0
    for piece in text.splitlines(keepends=True):
        found += [Span(start=line + start, end=line + end) for start, end in _of_line(piece)]
        line += len(piece)
    return tuple(found), tuple(span.start for span in found)


def _of_line(line: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened, ends = -1, ""
    for mark in _MARK.finditer(line):
        at, sign = mark.start(), mark.group()
        if opened >= 0 and sign in ends and _ends(line, at):
            found.append((opened, at))
            opened, ends = -1, ""
        elif opened < 0 and sign in _PAIRS and _begins(line, at):
            opened, ends = at + 1, _PAIRS[sign]
    return [(start, end) for start, end in found if end - start >= _LONG]


def _begins(line: str, at: int) -> bool:
    return not line[at - 1 : at].isalnum() and not line[at + 1 : at + 2].isspace()


def _ends(line: str, at: int) -> bool:
    return not line[at - 1 : at].isspace() and not line[at + 1 : at + 2].isalnum()
