"""Where the reach of a cue ends: at a verb of the past that goes on behind "and", or behind a relative clause."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.lexicon import Lexicon
from timeline.extract.phrases import PhraseMatch
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import Trigger

_OPENS = 2
"""Words before a cue among which a relative pronoun opens the cue's own clause."""
_AND_WORDS = 3
"""Words between an "and" and the verb that it joins."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A trigger that is, or holds, a verb of the past: word numbers with the auxiliaries before it."""

    start: int
    end: int


def past_verb(tokens: Tokens, trigger: Trigger, lexicon: Lexicon, first: int) -> Verb | None:
    """The past verb of a trigger, behind word ``first``; None where it is a noun or tells of no past."""
    own = (n for n in range(trigger.start, trigger.end) if n not in trigger.gap)
    if not any(lexicon.past.has(tokens[n].forms) for n in own):
        return None
    start = trigger.start
    while start - 1 >= first and tokens[start - 1].word in lexicon.past.words:
        start -= 1
    return Verb(start, trigger.end)


def is_beyond(tokens: Tokens, trigger: Trigger, cue: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a trigger behind a cue is a finite verb that the cue doesn't govern.

    It is joined by "and" to what the cue governs ("failed to take X and signed a truce"), unless that is in the past as
    well ("will be attacked and occupied"), or goes on behind the relative clause of the cue ("those who could not leave
    X were captured").
    """
    verb = past_verb(tokens, trigger, lexicon, cue.end)
    if verb is None:
        return False
    joined = _joined(tokens, verb, cue.end, lexicon)
    governed = range(cue.end, verb.start if joined is None else joined)
    if any(lexicon.past.has(tokens[n].forms) for n in governed):
        return False
    if joined is not None:
        return joined > cue.end
    relative = any(tokens.begins_clause(n) for n in range(max(1, cue.start - _OPENS), cue.start + 1))
    return relative and len(governed) > 1 and tokens[verb.start].word in lexicon.past.words


def _joined(tokens: Tokens, verb: Verb, first: int, lexicon: Lexicon) -> int | None:
    """Number of the word for "and" before a verb, or of the verb itself where it is written together with it."""
    near = range(verb.start - 1, max(first, verb.start - 1 - _AND_WORDS) - 1, -1)
    for number in near:
        if number in tokens.ands:
            return number
        if number not in tokens.times:
            break
    written = tokens[verb.start].word.startswith(lexicon.affixes.get("joining", ()) or ("\0",))
    return verb.start if written and len(tokens[verb.start].forms) > 1 else None
