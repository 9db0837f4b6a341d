"""Whose time a participle has that says more of a noun: that of the happening before it, and of no verb behind."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.text.clauses import marks
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.when.whens import When

_BESIDE = 3
"""Words between the mark behind such an aside and the verb that goes on."""


def of_own_participle(
    tokens: Tokens, trigger: Trigger, times: Sequence[When], triggers: Sequence[Trigger]
) -> When | None:
    """The time of the participle right behind a trigger («итоги выборов, прошедших 26 октября»), if it has one."""
    named = {number for span in tokens.places for number in tokens.range_of(span)}
    aside = (n for n in range(trigger.end, len(tokens)) if n not in named and tokens[n].word not in tokens.small_words)
    first = next(aside, None) if tokens.participles else None  # behind its place: «выборов в Грузии, прошедших …»
    if first is None or not ends_clause(tokens, first - 1, first) or tokens[first].opens:
        return None
    if not tokens.begins_clause(first) or ends_clause(tokens, trigger.end - 1, first - 1):
        return None
    found = next((when for when in times if when.start > first and not ends_clause(tokens, first, when.start)), None)
    told = found and any(first <= other.start < found.start for other in triggers)
    return None if told else found


def is_of_aside(tokens: Tokens, trigger: Trigger, when: When, triggers: Sequence[Trigger]) -> bool:
    """Whether a time stands in the participle between commas that only says who it is ("X, arrested in May, was …")."""
    if not tokens.apposed or when.end > trigger.start:
        return False
    found = marks(tokens, 1, trigger.start)
    first = max((n for n in found if n <= when.start), default=0)
    last = next((n for n in found if n >= when.end), 0)
    if not (first and last) or not tokens[first].word.endswith(tokens.apposed) or last in tokens.ands:
        return False
    listed = any(other.end <= first for other in triggers)  # "they shelled X, attacked Y on Monday, …"
    return not listed and trigger.start - last <= _BESIDE
