"""Whether a trigger tells of something that happened, or of a plan, a threat, a denial, a possibility."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.extract.text import clauses
from timeline.extract.text.clauses import subordinate
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what import negation
from timeline.extract.what.scope import FRAMES, TRIED, in_frame, is_beyond, is_contrary, past_verb
from timeline.extract.what.triggers import Trigger, ends_clause, ends_half
from timeline.model.mention import Status
from timeline.model.timex import TimeInterval

_BEFORE, _AFTER, _FAR = 7, 2, 30
"""Words before and after a trigger in which a cue of its clause counts."""
_LATE = {"due": 12, "absent": 8, "cancelled": 24, "doubted": 24}
"""Cues that come later in the sentence ("talks … are to be held", "a meeting … was cancelled") and how late."""
_ORDER: tuple[Status, ...] = ("denied", "cancelled", "threatened", "planned", "hypothetical", "unconfirmed")
"""Which of several cues counts."""
_SAME_AS = {"due": "planned", "absent": "denied", "doubted": "unconfirmed", "attempt": "hypothetical", **FRAMES}
"""Cues of another place in the sentence → the status that they stand for."""
_BEFORE_VERB = 2
"""Words before a trigger within which a cue of an open status is its own where verbs end their clauses."""
_AFTER_LAST = 7
"""The same where verbs end their clauses: the cue may be the trigger's own verb."""
_OPEN = frozenset({"planned", "hypothetical", "threatened", "unconfirmed", "attempt"})
"""Statuses of what may be or become true."""
UNREAL = _OPEN | _SAME_AS.keys() | {"denied", "cancelled"}
"""Kinds of cues of what is not told as a fact."""
_OF_NOUNS = frozenset({"due", "planned", "cancelled"})
"""Cues that stand before a verb of the past as a noun's attribute («ertelenen buluşmanın ardından … buluştu»)."""
_ADJACENT = frozenset({"denied"})
"""Statuses whose cue must stand close by: a negation reaches its own verb only."""


_BOTH, _SUBJECT, _ASIDE = 2, 12, 12
"""Marks around an aside, most words before it and in it."""
_OF_GRAMMAR = (
    "told",
    "aside",
    "owner",
    "participle",
    "apposed",
    "attribute",
    "copula",
    "counted_from",
    "counted_of",
)
"""Endings that say how a word stands in its sentence, and nothing of its truth."""


def cues(tokens: Tokens, trigger: Trigger, lexicon: Lexicon) -> set[str]:
    """Kinds of the modality cues that reach a trigger, what the ending of its own word says among them."""
    found = _endings(tokens, trigger, lexicon)
    if negation.is_prefixed(tokens[trigger.end - 1].word, trigger, lexicon):
        found.add("denied")
    if trigger.rule.type == "REJECT":
        found.discard("denied")  # a refusal holds its negation
    if _is_inverted(tokens, trigger, lexicon) or is_contrary(tokens, trigger, lexicon):
        found.add("hypothetical")
    low, high = max(0, trigger.start - _FAR), min(len(tokens), trigger.end + max(_LATE.values()))
    for match in _longest(tokens, range(low, high), lexicon):
        if match.payload == "infinitive":
            found |= {"hypothetical"} if _is_aim(tokens, trigger, match, lexicon) else set()
        elif _counts(tokens, trigger, match, lexicon):
            found.add(match.payload)
    if trigger.is_statement:
        found.discard("threatened")  # who denies a threat has spoken
    if "attempt" in found and trigger.rule.type in TRIED:  # who tries to storm a town attacks it
        found = found - {"attempt"} | {"tried"}
    return found - {"denied"} if _has_exception(tokens, low, lexicon) else found


def _is_inverted(tokens: Tokens, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether a trigger stands in a condition that a verb before its subject opens ("Had X met …"), or hangs on it."""
    opens = any(match.payload == "inverted" for match in lexicon.modality.at(tokens, 0))
    return opens and trigger.start > 0 and not trigger.is_statement and not ends_half(tokens, 0, trigger.start)


def _endings(tokens: Tokens, trigger: Trigger, lexicon: Lexicon) -> set[str]:
    """What the ending of a trigger's last word says, or that of the verb right behind a noun («saldırı düzenleyecek»).

    A negation that the phrase itself names («işə çıxma*», to strike) says nothing, unless its rule names the verb
    without it, too («saldırma*» beside «saldırdı»); one letter of it may be of the stem.
    """
    own = tokens[trigger.end - 1].word
    named = negation.stem(trigger.phrase, trigger.rule.match) if trigger.phrase else ""
    kinds = _said_by(own, lexicon)
    found = {kind for kind, ending in kinds if kind != "denied" or len(own) - len(ending) >= len(named) - 1}
    if found and _is_forced(tokens, trigger, lexicon):
        return found - _OPEN
    if found or not lexicon.verb_last or not _is_last(tokens, trigger.end):
        return found
    return {kind for kind, _ in _said_by(tokens[trigger.end].word, lexicon)}


def _is_forced(tokens: Tokens, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the word behind an infinitive tells that it was done («tərk etməli oldu», had to leave)."""
    return any(match.payload == "done" for match in lexicon.modality.at(tokens, trigger.end))


def _is_last(tokens: Tokens, number: int) -> bool:
    """Whether a word goes on with the one before and is the last or last but one of a clause, where its verb stands."""
    if number >= len(tokens) or ends_clause(tokens, number - 1, number):
        return False
    return number + 2 >= len(tokens) or any(ends_clause(tokens, n, n + 1) for n in (number, number + 1))


def _said_by(word: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Kinds of the endings that a word has, each with the longest ending."""
    for kind, endings in lexicon.endings.items():
        if kind not in _OF_GRAMMAR and word.endswith(endings):
            yield kind, max((ending for ending in endings if word.endswith(ending)), key=len)


def _longest(tokens: Tokens, words: range, lexicon: Lexicon) -> Iterator[PhraseMatch[str]]:
    """Cues that begin in a stretch of words, without those inside a longer one («لا تزال», still, is no «لا», not)."""
    reached = words.start
    for number, here in lexicon.modality.by_word(tokens).items():
        longest = max(match.end for match in here) if number in words else 0
        if longest > reached:
            yield from (match for match in here if match.end == longest and not negation.is_of_time(tokens, match))
            reached = longest


def _counts(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a cue reaches a trigger: it is near, in its clause, and no part of what the trigger itself names."""
    if trigger.start <= match.start < trigger.end:
        begun = match.start in trigger.gap or match.payload == "hypothetical"  # «запретила бы митинги»
        inside = begun and match.end - 1 in trigger.gap
        goes_on = match.start == trigger.end - 1 and match.end > trigger.end and match.payload != "topic"
        return (inside or goes_on) if not trigger.is_statement else inside and match.payload not in _OPEN
    before = match.start < trigger.start
    if match.payload in FRAMES:
        return in_frame(tokens, trigger, match, lexicon)
    opens = before and _opens(tokens, match)
    if (not opens and _is_of_another(tokens, trigger, match, lexicon)) or _is_cut_off(tokens, trigger, match, lexicon):
        return False
    words = max(0, trigger.start - match.end) if before else match.start - trigger.end
    late = not before and _is_head(tokens, trigger, match)
    if match.payload in _ADJACENT:
        before = (before != lexicon.verb_last) or negation.is_right_behind(tokens, trigger, match, lexicon)
    far = before and lexicon.verb_last and match.payload in _OPEN and words > _BEFORE_VERB
    if far and not (_begins(tokens, match) or tokens[match.start].opens):
        return False  # it is of a noun or a participle, not of the verb that ends the clause
    by_the_way = match.payload in _LATE or (before and match.payload == "hypothetical")
    aside = by_the_way and _is_past_aside(tokens, match, trigger)
    same_clause = late or opens or aside or not ends_clause(tokens, match.start, trigger.start)
    if aside:
        words -= _aside_words(tokens, match, trigger)
    if not before and match.payload in _OPEN:
        return same_clause and _is_verb_of(tokens, trigger, match, lexicon)
    return same_clause and _reaches(match, words, lexicon.negation_reach, before=before)


def _is_of_another(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a cue is of what is said by a statement, or of another verb that "and" joins.

    What is said stands before a verb of saying that ends its clause, and behind any other.
    """
    before = match.start < trigger.start
    if trigger.is_statement and before == lexicon.verb_last and (before or match.payload in _OPEN):
        return True
    return match.payload == "cancelled" and not before and match.start - 1 in tokens.ands


def _is_cut_off(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a trigger is a verb of its own, which what stands before or behind it doesn't govern."""
    before = match.start < trigger.start
    if negation.is_of_other(tokens, trigger, match, lexicon):
        return True
    if lexicon.verb_last:
        noun = before and match.payload in _OF_NOUNS and (match.payload == "cancelled" or not _begins(tokens, match))
        return noun and tokens[trigger.end - 1].word.endswith(lexicon.endings.get("told", ("\0",)))
    if not before:
        return _has_own_verb(tokens, trigger, match, lexicon)
    if match.payload == "cancelled" and past_verb(tokens, trigger, lexicon, match.end) is not None:
        return True  # "after two cancelled meetings they met"
    return is_beyond(tokens, trigger, match, lexicon)


def _has_own_verb(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a trigger before a cue is a past verb of a main clause, which the cue says nothing of."""
    if past_verb(tokens, trigger, lexicon, trigger.start) is None:
        return False
    return match.payload not in ("absent", "cancelled") or not subordinate(tokens, 0, trigger.start)


def _is_past_aside(tokens: Tokens, match: PhraseMatch[str], trigger: Trigger) -> bool:
    """Whether two marks stand between a cue and a trigger, around what is said by the way ("unless X, held since …,").

    The cue or the trigger stands right before the first: it has no verb of its own.
    """
    first, second = (match.end, trigger.start) if match.start < trigger.start else (trigger.end, match.start)
    marks = clauses.marks(tokens, first, second)
    if len(marks) != _BOTH or not tokens.ands.isdisjoint((marks[1], marks[1] - 1)):
        return False
    if any(mark in tokens.between(number - 1, number) for number in marks for mark in ":;؛"):
        return False
    return marks[0] - first <= _SUBJECT and marks[1] - marks[0] <= _ASIDE


def _aside_words(tokens: Tokens, match: PhraseMatch[str], trigger: Trigger) -> int:
    """How many words an aside between a cue and a trigger has."""
    before = match.start < trigger.start
    first, second = clauses.marks(tokens, *((match.end, trigger.start) if before else (trigger.end, match.start)))
    return second - first


def _opens(tokens: Tokens, match: PhraseMatch[str]) -> bool:
    """Whether a cue opens its sentence and holds for all of it ("Reportedly, …")."""
    alone = match.end < len(tokens) and ends_clause(tokens, match.end - 1, match.end)
    return match.start == 0 and alone and match.payload in _OPEN


def _begins(tokens: Tokens, match: PhraseMatch[str]) -> bool:
    """Whether a cue begins its clause ("if …")."""
    return match.start == 0 or ends_clause(tokens, match.start - 1, match.start)


def _is_verb_of(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a cue behind a trigger is right behind it or, where verbs come last, its verb («… planlaşdırılır»)."""
    between, told = range(trigger.end, match.start), lexicon.endings.get("told", ("\0",))
    if tokens[trigger.end - 1].word.endswith(told):
        return False  # a verb of its own: the next one is another's
    if any(tokens[n].opens and tokens[n - 1].word.endswith(told) for n in between if n > trigger.end):
        return False  # its verb ends before the clause of the cue begins
    if len(between) < _AFTER or not lexicon.verb_last:
        return len(between) < _AFTER
    if tokens[trigger.end - 1].word.endswith(lexicon.endings.get("aside", ("\0",))):
        return False  # "at the meeting … is planned"
    return len([n for n in between if n not in tokens.times]) < _AFTER_LAST and tokens.ands.isdisjoint(between)


def _is_aim(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a trigger is only what somebody wants ("called on X to leave"), not what he went on to do."""
    before = (m for n in range(max(0, match.start - _BEFORE), match.start) for m in lexicon.modality.at(tokens, n))
    return match.end == trigger.start and not any(m.payload == "done" and m.end == match.start for m in before)


def _has_exception(tokens: Tokens, low: int, lexicon: Lexicon) -> bool:
    """Whether a negation is taken back ("did not cross until Thursday", «не только»)."""
    return any(m.payload == "exception" and m.start >= low for m in lexicon.linking.all(tokens))


def _is_head(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str]) -> bool:
    """Whether a cue behind a subordinate clause is the verb of the trigger before it («Боёв, …, не было»)."""
    return match.payload in ("absent", "cancelled") and subordinate(tokens, trigger.end, match.start)


def _reaches(match: PhraseMatch[str], words: int, reach: int, *, before: bool) -> bool:
    """Whether a cue that many words away counts; ``reach`` is how far a negation does."""
    if match.payload in _ADJACENT:
        return before and words <= reach
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
