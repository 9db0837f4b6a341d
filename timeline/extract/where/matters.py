"""What somebody is charged with, held for or asked about: told apart only if it has a time of its own."""

from __future__ import annotations

from timeline.extract.text.clauses import share_clause
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger
from timeline.extract.where import linking

_HELD = frozenset({None, "arrest"})
"""Modes of COERCE that happen to somebody for something."""
_INTO = 4
"""Words between "an inquiry into" and what it is into, or between that and "because of which"."""


def is_matter(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a trigger is what an inquiry, a charge or an arrest of its sentence is about, and has but its time."""
    if trigger.is_statement or _inquires(trigger):
        return False
    about = next((m for m in sentence.lexicon.linking.all(sentence.tokens) if _is_of(sentence, m, trigger)), None)
    if about is None:
        return False
    beside = (one for one in sentence.triggers if _inquires(one) and share_clause(sentence.tokens, one, trigger))
    return any(not _has_own_time(sentence, trigger, one) for one in beside)


def _inquires(trigger: Trigger) -> bool:
    rule = trigger.rule
    return rule.mode == "investigate" or (rule.type == "COERCE" and rule.mode in _HELD)


def _is_of(sentence: Sentence, about: PhraseMatch[str], trigger: Trigger) -> bool:
    """Whether a word for "about" stands before a trigger in its clause, or behind it where names come first."""
    if about.payload != "matter":
        return False
    gap = about.start - trigger.end if sentence.lexicon.owner_first else trigger.start - about.end
    return 0 <= gap <= _INTO and share_clause(sentence.tokens, about, trigger)


def _has_own_time(sentence: Sentence, trigger: Trigger, inquiry: Trigger) -> bool:
    """Whether the time nearest to a trigger is not that of the inquiry, or nearer to the trigger.

    Before a verb that ends its sentence the one day of an inquiry stands nearer to what it is about.
    """
    mine, its = (
        linking.nearest_time(sentence.tokens, one, sentence.times, sentence.triggers) for one in (trigger, inquiry)
    )
    if mine is None or its is None or mine[0] is not its[0]:
        return mine is not None
    if not sentence.lexicon.verb_last:
        return mine[1] < its[1]
    several = len({when.interval for when in sentence.times}) > 1
    behind = sentence.lexicon.owner_first and mine[0].start >= trigger.end
    return not behind and (several or inquiry.end <= mine[0].start)
