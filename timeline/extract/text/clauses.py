"""Where clauses begin and end between two pieces of a sentence."""

from __future__ import annotations

from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_clause
from timeline.extract.when.whens import Stretch


def share_clause(tokens: Tokens, one: Stretch, other: Stretch) -> bool:
    """Whether no mark of a clause stands between two pieces of a sentence."""
    first, second = sorted((one, other), key=lambda stretch: stretch.start)
    return not ends_clause(tokens, first.end - 1, second.start)


def is_embedded(tokens: Tokens, what: Stretch, start: int) -> bool:
    """Whether something stands in a clause that begins and ends before word ``start`` ("X, who left in May, sent")."""
    if what.end > start or not ends_clause(tokens, what.end - 1, start):
        return False
    opens = (n for n in range(what.start - 1, 0, -1) if tokens.begins_clause(n) and ends_clause(tokens, n - 1, n))
    first = next(opens, None)
    return first is not None and not ends_clause(tokens, first, what.start)


def is_apposition(tokens: Tokens, what: Stretch, start: int) -> bool:
    """Whether commas part something from what is before it and behind it ("X, envoy in Y, was …")."""
    before = what.start > 0 and tokens.clauses[what.start] > 0
    return before and what.end <= start and ends_clause(tokens, what.end - 1, start)


def subordinate(tokens: Tokens, end: int, start: int) -> bool:
    """Whether a subordinate clause begins between word ``end`` and word ``start``."""
    return any(tokens.begins_clause(number) for number in range(end, start))


def opening(tokens: Tokens, number: int) -> int:
    """The number of the first word of the clause that a word stands in."""
    while number > 0 and not ends_clause(tokens, number - 1, number):
        number -= 1
    return number


def marks(tokens: Tokens, first: int, last: int) -> list[int]:
    """Numbers of the words of a stretch that stand behind a clause mark."""
    return [n for n in range(first, last + 1) if tokens.clauses[n] > tokens.clauses[n - 1]]
