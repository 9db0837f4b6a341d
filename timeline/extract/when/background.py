"""Times of clauses that only say more of somebody or something: no story goes on with them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.when.whens import Stretch, When
from timeline.model.timex import TimeInterval

_BEFORE_PARTICIPLE = 4
"""Words between a time and the participle that it belongs to."""


def is_background(tokens: Tokens, when: When, triggers: Sequence[Trigger], relative: Collection[int]) -> bool:
    """Whether a time is that of a clause that says more of a noun ("…, arrested in May, …", "the war that began …").

    Parameters
    ----------
    relative : numbers of the words that open such clauses.
    """
    first = _clause_of(tokens, when)
    if any(number in relative for number in range(max(first, 1), when.start)):
        return True
    return (first > 0 and _is_participle(tokens, first, triggers)) or _is_of_noun(tokens, when, triggers)


def background(back: Sequence[When], times: Sequence[When], told: Sequence[TimeInterval | None]) -> Sequence[When]:
    """The times of such clauses, where a sentence tells more: at another time, or without one.

    Parameters
    ----------
    told : when the sentence's happenings were.
    """
    past = {when.interval for when in back}
    more = len(past) < len({when.interval for when in times}) or any(when not in past for when in told)
    return back if more else []


def _clause_of(tokens: Tokens, what: Stretch) -> int:
    """The first word behind the last mark before something, 0 where it stands in the first clause."""
    clause = tokens.clauses[what.start]
    return tokens.clauses.index(clause) if clause else 0


def _is_participle(tokens: Tokens, number: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a participle opens a clause; one that looks like the past does so where nothing was told before."""
    word = tokens[number].word
    if tokens.participles and word.endswith(tokens.participles):
        return True
    return bool(tokens.apposed) and word.endswith(tokens.apposed) and all(one.end > number for one in triggers)


def _is_of_noun(tokens: Tokens, when: When, triggers: Sequence[Trigger]) -> bool:
    """Whether a time is that of a participle before its noun, as in «mayda tutulan jurnalist»."""
    near = (one for one in triggers if 0 <= one.start - when.end <= _BEFORE_PARTICIPLE)
    return any(tokens.is_attribute(one.end - 1) and not ends_clause(tokens, when.end - 1, one.start) for one in near)
