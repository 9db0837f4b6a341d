"""Whether a trigger tells of something that happened, or of a plan, a threat, a denial, a possibility."""

from __future__ import annotations

from datetime import date

from timeline.extract.lexicon import Lexicon
from timeline.extract.tokens import PhraseMatch, Tokens
from timeline.extract.triggers import Trigger, ends_clause
from timeline.model.mention import Status
from timeline.model.timex import TimeInterval

_BEFORE, _AFTER = 7, 2
"""Words before and after a trigger in which a cue of its clause counts."""
_LATE = {"due": 12, "absent": 8, "cancelled": 24}
"""Cues that come later in the sentence ("talks … are to be held", "a meeting … was cancelled") and how late."""
_ORDER: tuple[Status, ...] = ("denied", "cancelled", "threatened", "planned", "hypothetical", "unconfirmed")
"""Which of several cues counts."""
_SAME_AS = {"due": "planned", "absent": "denied"}
"""Cues of another place in the sentence → the status that they stand for."""
_ADJACENT = frozenset({"denied"})
"""Statuses whose cue must stand close by: a negation reaches its own verb only."""
_CLOSE = 4


def cues(tokens: Tokens, trigger: Trigger, lexicon: Lexicon) -> set[str]:
    """Kinds of the modality cues that reach a trigger, what the ending of its own word says among them."""
    word = tokens[trigger.end - 1].word
    found = {kind for kind, endings in lexicon.endings.items() if word.endswith(endings)}
    low, high = max(0, trigger.start - _BEFORE), min(len(tokens), trigger.end + max(_LATE.values()))
    for number in range(low, high):
        longest = max((m.end for m in lexicon.modality.at(tokens, number)), default=0)
        for match in lexicon.modality.at(tokens, number):
            if match.end < longest:
                continue  # "لا تزال" (still) is no "لا" (not)
            if match.start < trigger.end and match.end > trigger.start:
                continue
            near = trigger.start - match.end if match.end <= trigger.start else match.start - trigger.end
            before = match.start < trigger.start
            late = match.payload == "cancelled" and not before
            before = before != lexicon.verb_last if match.payload in _ADJACENT else before
            same_clause = late or not ends_clause(tokens, match.start, trigger.start)
            if same_clause and _reaches(match, near, before=before):
                found.add(match.payload)
    return found


def _reaches(match: PhraseMatch[str], words: int, *, before: bool) -> bool:
    """Whether a cue that many words away counts."""
    if match.payload in _ADJACENT:
        return before and words <= _CLOSE
    return before or words < _LATE.get(match.payload, _AFTER)


def status(found: set[str], when: TimeInterval | None, published: date | None) -> Status:
    """The status of a happening, from its cues and from whether its time lies after publication."""
    found = found | {_SAME_AS[name] for name in found & _SAME_AS.keys()}
    for name in _ORDER:
        if name in found and not (name == "planned" and _is_past(when, published)):
            return name
    if when and published and when.start > published and when.basis != "reported":
        return "planned"
    return "happened"


def is_anniversary(found: set[str], when: TimeInterval | None) -> bool:
    """Whether the trigger names the cause of an anniversary rather than something new."""
    return "anniversary" in found and (when is None or when.precision == "day")


def _is_past(when: TimeInterval | None, published: date | None) -> bool:
    stated = when is not None and when.basis == "stated"
    return bool(stated and when and published and when.end < published)
