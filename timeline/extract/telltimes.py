"""Whose a time is: that of what is told, or of its telling."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.clauses import share_clause, subordinate
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import Trigger
from timeline.extract.whens import Stretch, When
from timeline.model.mention import Mention

_BESIDE_WORDS = 3
"""Words between a word of telling and its time."""


def of_own_clause(
    tokens: Tokens, trigger: Trigger, times: Sequence[When], telling: Sequence[Stretch]
) -> Sequence[When]:
    """Times but those beside a word of telling before the word that opens a trigger's clause, if that has one, too.

    "Said on Friday that gunmen attacked on Monday".
    """
    apart = []
    for when in times:
        near = [m for m in telling if max(m.start - when.end, when.start - m.end) <= _BESIDE_WORDS]
        told = max((m.end for m in near), default=len(tokens))
        if max(told, when.end) <= trigger.start and subordinate(tokens, max(told, when.end), trigger.start):
            apart.append(when)
    own = [when for when in times if when not in apart and share_clause(tokens, when, trigger)]
    own = [when for when in own if when.end <= trigger.start or not subordinate(tokens, trigger.end, when.start)]
    return [when for when in times if when not in apart] if own else times


def goes_on(told: Sequence[Mention]) -> Mention:
    """The mention that a story goes on with: the last one, but none of years ago beside one of a day."""
    last = told[-1].when
    days = [mention for mention in told if last and mention.when and mention.when.start > last.end]
    return days[-1] if days and last and last.precision != "day" else told[-1]
