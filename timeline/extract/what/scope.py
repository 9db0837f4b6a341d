"""How far a cue reaches: what it opens goes on to the end of the half sentence, another verb of the past ends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import Trigger, ends_clause, ends_half

FRAMES = {"rumour": "unconfirmed", "fiction": "hypothetical", "irreal": "hypothetical", "topic": "hypothetical"}
"""Cues that open what is only rumoured or wrongly reported, told in a tale or supposed in a drill, contrary to fact, or
talked about ("rumours that …", "the novel opens with …", "had it not been for …", "they discussed …"), each with the
status that it gives."""
_WISHED = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT"})
"""Types of what is talked about before it comes; an attack that is talked about has happened."""
TRIED = frozenset({"ASSAULT", "PROTEST"})
"""Types of what has begun once it is tried ("tried to storm the town"); who tries to sign a treaty has not done so."""
_DATED = 4
"""Words behind a noun among which its own time stands."""
_OPENS = 2
"""Words before a cue among which a relative pronoun opens the cue's own clause."""
_AND_WORDS = 3
"""Words between an "and" and the verb that it joins."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A trigger that is, or holds, a verb of the past: word numbers with the auxiliaries before it."""

    start: int
    end: int


def is_past(tokens: Tokens, numbers: Iterable[int], lexicon: Lexicon) -> bool:
    """Whether any of some words is a verb of the past."""
    return any(lexicon.past.has(tokens[number].forms) for number in numbers)


def past_verb(tokens: Tokens, trigger: Trigger, lexicon: Lexicon, first: int) -> Verb | None:
    """The past verb of a trigger, behind word ``first``; None where it is a noun or tells of no past."""
    if not is_past(tokens, (n for n in range(trigger.start, trigger.end) if n not in trigger.gap), lexicon):
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
    if is_past(tokens, governed, lexicon):
        return False
    if joined is not None:
        return joined > cue.end
    relative = any(tokens.begins_clause(n) for n in range(max(1, cue.start - _OPENS), cue.start + 1))
    return relative and len(governed) > 1 and tokens[verb.start].word in lexicon.past.words


def in_frame(tokens: Tokens, trigger: Trigger, cue: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a trigger stands in what such a cue opens, up to the end of the half sentence.

    A drill happens, whatever it supposes; a condition holds for what stands before its verb in its clause, too.
    """
    if cue.payload == "topic":
        return _is_topic(tokens, trigger, cue, lexicon)
    exempt = trigger.is_statement or (cue.payload == "fiction" and trigger.rule.mode == "exercise")
    if exempt or ends_half(tokens, cue.start, trigger.start):
        return False
    return cue.start < trigger.start or (cue.payload == "irreal" and not ends_clause(tokens, trigger.start, cue.start))


def _is_topic(tokens: Tokens, trigger: Trigger, cue: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a noun without a time of its own is what is talked about: behind the verb, or before it where verbs end.

    "They discussed the release of prisoners and the withdrawal of troops", but "… the agreement signed on 9 November".
    """
    wished = trigger.rule.type in _WISHED and past_verb(tokens, trigger, lexicon, 0) is None
    if not wished or ends_half(tokens, cue.start, trigger.start):
        return False
    if not tokens.times.isdisjoint(range(trigger.start, trigger.end + _DATED)):
        return False
    return trigger.end <= cue.start if tokens.verb_last else cue.end <= trigger.start or cue.start < trigger.start


def is_contrary(tokens: Tokens, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether a verb whose ending tells what was not so governs a trigger («gecikseydi … düşerdi»)."""
    endings = lexicon.endings.get("irreal", ())
    if not endings or trigger.is_statement:
        return False
    verbs = (number for number, token in enumerate(tokens) if token.word.endswith(endings))
    return any(
        not (ends_clause if number > trigger.start else ends_half)(tokens, trigger.start, number) for number in verbs
    )


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
