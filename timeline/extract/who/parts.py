"""The part of each party in a happening: who acts, who is acted upon, who is only named.

A part is told only where the form of the sentence shows it: a word for "by" or "against", a case, the place before or
behind an active or a passive verb. Whoever only owns the place, or only tells of it, has none. The words stand in
``parties.toml`` of each language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timeline.extract.text.tokens import fold_word
from timeline.extract.view import Sentence
from timeline.extract.what.scope import is_past
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.who.part_words import PartWords, Side, part_words
from timeline.extract.who.parties import Row, is_object
from timeline.model.mention import OWN_VOICE, Actor, ActorRole, Attribution

Voice = Literal["active", "passive", "noun"]
"""Whether a trigger is a verb that somebody does, a verb that is done to somebody, or a noun."""

_MOST = 4
"""Parties kept for a mention: those nearest to its trigger."""
_MARKED = 3
"""Words between a party and the word that marks its part, its noun among them ("against two Armenian posts")."""
_BESIDE = 2
"""Words between a noun that tells and its party ("shelling of the Armenian positions")."""
_NOUN = 2
"""Words of a party's noun that a trigger may begin with."""
_OWNED = 3
"""Words behind an owner up to what is owned ("the embassy's four officers")."""
_CARRIED = 2
"""Words between a noun that tells and the verb that carries it ("launched a strike")."""
_TOGETHER_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TOGETHER_MODES = frozenset({"battle", "war"})
"""What parties do with each other: all of them act."""
_SUFFERED = frozenset({"displacement", "earthquake", "disaster", "accident", "crash", "mine"})
"""Modes whose subject is who suffers it ("Armenians fled")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """A trigger in its sentence, the rows in its reach, and those of them of which no word or case says a part."""

    sentence: Sentence
    trigger: Trigger
    words: PartWords
    rows: Sequence[Row]
    bare: Sequence[Row] = ()


def parts(sentence: Sentence, trigger: Trigger, named: Sequence[Row], told_by: Attribution) -> tuple[Actor, ...]:
    """Parties of a trigger with their parts, in order; who only tells of it is none.

    Parameters
    ----------
    named : the :func:`rows` of the sentence.
    """
    speaks = trigger.is_statement
    mine = [row for row in named if _is_of(sentence, row, trigger) and (speaks or not _tells(row, told_by))]
    if not mine:
        return ()
    deed = _Deed(sentence=sentence, trigger=trigger, words=part_words(sentence.told.pack.code), rows=mine)
    sides = [_side(deed, row) for row in mine]
    deed = replace(deed, bare=[row for row, side in zip(mine, sides, strict=True) if side is None])
    told = [
        (row, "actor" if speaks and _tells(row, told_by) else _part(deed, row, side))
        for row, side in zip(mine, sides, strict=True)
    ]
    nearest = sorted(told, key=lambda one: _far(one[0], trigger))[:_MOST]
    pairs = [(party, role) for row, role in sorted(nearest, key=lambda one: one[0].start) for party in row.parties]
    unique = {party.id: Actor(id=party.id, name=party.name, role=role, span=party.span) for party, role in pairs}
    return tuple(unique.values())


def _is_of(sentence: Sentence, row: Row, trigger: Trigger) -> bool:
    """Whether a row is in reach of a trigger: no other one between, or none but those whose subject it shares."""
    tokens = sentence.tokens
    low, high = (row.end, trigger.start) if row.end <= trigger.start else (trigger.end, row.start)
    if low >= high:
        return True
    between = [one for one in sentence.triggers if one is not trigger and low <= one.start and one.end <= high]
    parted = ends_clause(tokens, low - 1, high)
    opened = any(tokens.begins_clause(number) for number in range(low, high + 1) if number < len(tokens))
    if row.end <= trigger.start:
        return not opened and not (parted and between)
    return not between and not parted and not opened


def _far(row: Row, trigger: Trigger) -> int:
    return max(row.start - trigger.end, trigger.start - row.end, 0)


def _tells(row: Row, told_by: Attribution) -> bool:
    """Whether a row is who tells of the happening."""
    if told_by.source == OWN_VOICE:
        return False
    source = _padded(told_by.source)
    return any(_padded(party.name) in source for party in row.parties)


def _padded(name: str) -> str:
    """A folded name between spaces: «Ermeni» isn't in «Ermenistan Savunma Bakanlığı»."""
    return f" {fold_word(name)} "


def _side(deed: _Deed, row: Row) -> Side | None:
    """What a word says of a row, or else its case, which says nothing of what all do together ("met X")."""
    marked = _marked(deed, row)
    return marked if marked or _is_together(deed.trigger) else _cased(deed, row)


def _is_together(trigger: Trigger) -> bool:
    return trigger.rule.type in _TOGETHER_TYPES or trigger.rule.mode in _TOGETHER_MODES


def _part(deed: _Deed, row: Row, side: Side | None) -> ActorRole:
    """The part of a row: what is said of it, else what all do together, else by its place."""
    if side is None:
        return "actor" if _is_together(deed.trigger) else _by_place(deed, row)
    if side == "actor":
        return "recipient" if deed.trigger.rule.mode in _SUFFERED and len(deed.rows) == 1 else "actor"
    return "named" if side == "aside" else "recipient"


def _marked(deed: _Deed, row: Row) -> Side | None:
    """What the nearest word before or behind a row says of it; the longest phrase at a place wins."""
    tokens, words = deed.sentence.tokens, deed.words
    found: list[tuple[int, int, Side]] = []
    first = deed.trigger.start if row.start >= deed.trigger.end else 0
    for number in range(max(first, row.start - _MARKED - 1), row.start):
        if not ends_clause(tokens, number, row.start) and tokens.times.isdisjoint(range(number, row.start)):
            near = (m for m in words.before.at(tokens, number) if m.end <= row.start)
            found += [(row.start - m.end, m.start - m.end, m.payload) for m in near]
    last = row.parties[-1].end
    others = [one.start for one in deed.rows if one.start >= last]
    for number in range(last, min(len(tokens), last + words.reach + 1, *others)):
        if ends_clause(tokens, last - 1, number):
            break
        found += [(number - last, m.start - m.end, m.payload) for m in words.behind.at(tokens, number)]
    return min(found, key=lambda one: one[:2], default=(0, 0, None))[2]


def _cased(deed: _Deed, row: Row) -> Side | None:
    """What the case of a row's last party says, or that of the noun behind it."""
    if is_object(deed.sentence, row):
        return "recipient"
    for number in range(row.parties[-1].end - 1, _end_of_noun(deed, row)):
        word = deed.sentence.tokens[number].word
        for side, endings in deed.words.endings.items():
            if word.endswith(endings):
                return side
    return None


def _end_of_noun(deed: _Deed, row: Row) -> int:
    """Where the noun of a row's party ends: it may be the first word of a trigger, and stand behind its owners."""
    tokens, trigger = deed.sentence.tokens, deed.trigger
    if not deed.words.owners or _is_owned(deed):
        return row.end
    first = row.parties[-1].end
    last = min([len(tokens), trigger.end - 1, *(one.start for one in deed.rows if one.start >= first)])
    end = row.end
    if end in range(trigger.start, trigger.end):
        end = max(end, min(last, row.parties[-1].end + _NOUN))
    for number in range(first - 1, last):
        if number < end and tokens[number].word.endswith(deed.words.owners):
            end = max(end, min(last, number + 1 + _OWNED))
    marks = (n for n in range(row.end, end) if n in tokens.times or ends_clause(tokens, n - 1, n))
    return max(row.end, next(marks, end))


def _is_owned(deed: _Deed) -> bool:
    """Whether what tells, or the word before it, has an owner for subject ("X'in vurduğu", "X'in vurması")."""
    tokens, trigger = deed.sentence.tokens, deed.trigger
    around = range(max(0, trigger.start - 1), min(len(tokens), trigger.end + 1))
    return any(tokens[number].word.endswith(deed.words.owned) for number in around if number not in tokens.times)


def _is_owner(deed: _Deed, row: Row) -> bool:
    """Whether a row's last word is an owner's."""
    words = deed.sentence.tokens[row.parties[-1].end - 1 : row.end]
    return any(one.word.endswith(deed.words.owners) or one.word in deed.words.owner_words for one in words)


def _by_place(deed: _Deed, row: Row) -> ActorRole:
    """The part that a row has by where it stands."""
    trigger, voice = deed.trigger, _voice(deed)
    verbs_first = not deed.sentence.lexicon.subject_first
    before = row.end <= trigger.start or (deed.sentence.tokens.verb_last and row.start < trigger.end)
    if before and deed.words.owned and _is_owned(deed) and _is_owner(deed, row) and _is_subject(deed, row):
        return "actor"
    suffers = voice == "passive" or (trigger.rule.mode in _SUFFERED and len(deed.bare) == 1)
    if voice == "noun" and not (suffers and before):
        beside = deed.words.noun_before if before else deed.words.noun_behind
        nearest = before or not verbs_first or row is _next(deed)
        return beside if nearest and _far(row, trigger) <= _BESIDE else "named"
    if verbs_first and trigger.start < row.start < trigger.end:
        return "named" if row is not _next(deed) else "recipient" if suffers else "actor"
    if before == deed.sentence.lexicon.subject_first or (before and row is deed.bare[0]):
        return "named" if not _is_subject(deed, row) else "recipient" if suffers else "actor"
    return _behind(deed, row, voice)


def _next(deed: _Deed) -> Row | None:
    """The first row behind the beginning of a trigger, which may stand inside it («شنت القوات التركية هجوما»)."""
    return next((row for row in deed.bare if row.start > deed.trigger.start), None)


def _behind(deed: _Deed, row: Row, voice: Voice) -> ActorRole:
    """The part of a row on the side of the object; where cases tell, a bare one without a subject may be either."""
    subject_first = deed.sentence.lexicon.subject_first
    if subject_first and _far(row, deed.trigger) > _MARKED:
        return "named"
    if voice == "passive":
        return "recipient" if subject_first and row is deed.bare[0] else "named"
    either = subject_first and bool(deed.words.endings.get("recipient")) and row is deed.bare[0]
    return "named" if either else "recipient"


def _is_subject(deed: _Deed, row: Row) -> bool:
    """Whether a row is the first on the side of the subject; where verbs come first, the last before or next behind."""
    last = deed.trigger.end - 1 if deed.sentence.tokens.verb_last else deed.trigger.start
    before = [one for one in deed.bare if one.end <= max(last, deed.trigger.start)]
    behind = [one for one in deed.bare if one.start >= deed.trigger.end]
    if _is_object_of_another(deed, row):
        return False
    return row in (before[:1] if deed.sentence.lexicon.subject_first else before[-1:] or behind[:1])


def _is_object_of_another(deed: _Deed, row: Row) -> bool:
    """Whether a verb of the past stands before a row and "and" behind it ("stormed the Armenian post and shot …")."""
    tokens = deed.sentence.tokens
    if tokens.verb_last or tokens.ands.isdisjoint(range(row.end, deed.trigger.start)):
        return False
    ands = [number for number in tokens.ands if number < row.start]
    first = max(ands, default=-1) + 1
    near = (n for n in range(first, row.start) if not ends_clause(tokens, n, row.start))
    return is_past(tokens, near, deed.sentence.lexicon)


def _voice(deed: _Deed) -> Voice:
    """Whether the words of a trigger, or the verb that carries it, are done by somebody or to somebody, or a noun."""
    tokens, trigger, words = deed.sentence.tokens, deed.trigger, deed.words
    near = range(max(0, trigger.start - _CARRIED), min(len(tokens), trigger.end + 1))
    around = [n for n in near if n < trigger.end or not ends_clause(tokens, trigger.end - 1, n)]
    if any(m.end >= trigger.start for number in around for m in words.passive.at(tokens, number)):
        return "passive"
    verbs = _verbs(deed)
    if words.passive_endings and any(tokens[number].word.endswith(words.passive_endings) for number in verbs):
        return "passive"
    return "active" if is_past(tokens, verbs, deed.sentence.lexicon) else "noun"


def _verbs(deed: _Deed) -> list[int]:
    """The words of a trigger, and those on the side of the verb that may carry it ("launched a strike")."""
    tokens, trigger = deed.sentence.tokens, deed.trigger
    first = trigger.start if tokens.verb_last else max(0, trigger.start - _CARRIED)
    last = min(len(tokens), trigger.end + (_CARRIED if tokens.verb_last else 0))
    said = {match.start for match in deed.sentence.lexicon.speech.all(tokens)}
    near = (number for number in range(first, last) if number not in said and number not in tokens.times)
    return [number for number in near if not ends_clause(tokens, *sorted((number, trigger.start)))]
