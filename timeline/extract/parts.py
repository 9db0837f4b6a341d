"""The part of each party in a happening: who acts, who is acted upon, who is only named.

A part is told only where the form of the sentence shows it: a word for "by" or "against", a case, the place before or
behind an active or a passive verb. Whoever only owns the place, or only tells of it, has none. The words stand in
``parties.toml`` of each language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args

from timeline.extract.parties import Row, is_object
from timeline.extract.phrases import Phrases
from timeline.extract.tokens import fold_word
from timeline.extract.triggers import Trigger, ends_clause
from timeline.extract.view import Sentence
from timeline.languages import load
from timeline.model.mention import OWN_VOICE, Actor, ActorRole, Attribution

Side = Literal["actor", "recipient", "aside"]
"""What the words beside a party say of it; aside is who mediates, backs or is talked of."""
SIDES: tuple[Side, ...] = get_args(Side)
Voice = Literal["active", "passive", "noun"]
"""Whether a trigger is a verb that somebody does, a verb that is done to somebody, or a noun."""

_MOST = 4
"""Parties kept for a mention: those nearest to its trigger."""
_MARKED = 3
"""Words between a party and the word that marks its part, its noun among them ("against two Armenian posts")."""
_BESIDE = 2
"""Words between a noun that tells and its party ("shelling of the Armenian positions")."""
_CARRIED = 2
"""Words between a noun that tells and the verb that carries it ("launched a strike")."""
_TOGETHER_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_TOGETHER_MODES = frozenset({"battle", "war"})
"""What parties do with each other: all of them act."""
_SUFFERED = frozenset({"displacement", "earthquake", "disaster", "accident", "crash", "mine"})
"""Modes whose subject is who suffers it ("Armenians fled")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """The compiled ``parties.toml`` of a language.

    ``reach`` is how many words may part a party from the word behind it that says its part; ``noun_before`` and
    ``noun_behind`` say what a party is that stands right before or behind a noun for a deed.
    """

    before: Phrases[Side]
    behind: Phrases[Side]
    endings: Mapping[Side, tuple[str, ...]]
    passive: Phrases[str]
    passive_endings: tuple[str, ...]
    reach: int
    noun_before: ActorRole
    noun_behind: ActorRole


@cache
def part_words(code: str) -> PartWords:
    """What a language says of the parts of parties."""
    pack = load(code)
    table: Mapping[str, Any] = pack.parties if pack else {}
    voice, noun = table.get("voice", {}), table.get("noun", {})
    return PartWords(
        before=_sides(table.get("before", {})),
        behind=_sides(table.get("behind", {})),
        endings={side: tuple(map(fold_word, words)) for side, words in table.get("endings", {}).items()},
        passive=Phrases((phrase, "passive") for phrase in voice.get("passive", ())),
        passive_endings=tuple(map(fold_word, voice.get("endings", ()))),
        reach=table.get("behind", {}).get("reach", _MARKED),
        noun_before=noun.get("before", "named"),
        noun_behind=noun.get("behind", "named"),
    )


def _sides(table: Mapping[Side, Sequence[str]]) -> Phrases[Side]:
    return Phrases((phrase, side) for side in SIDES for phrase in table.get(side, ()))


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
        return not (parted or opened) or (not between and not opened)
    return not between and not parted and not opened


def _far(row: Row, trigger: Trigger) -> int:
    return max(row.start - trigger.end, trigger.start - row.end, 0)


def _tells(row: Row, told_by: Attribution) -> bool:
    """Whether a row is who tells of the happening."""
    return told_by.source != OWN_VOICE and any(party.name in told_by.source for party in row.parties)


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
    """What the nearest word before or behind a row says of it."""
    tokens, words = deed.sentence.tokens, deed.words
    found: list[tuple[int, Side]] = []
    first = deed.trigger.start if row.start >= deed.trigger.end else 0
    for number in range(max(first, row.start - _MARKED - 1), row.start):
        if not ends_clause(tokens, number, row.start) and tokens.times.isdisjoint(range(number, row.start)):
            found += [(row.start - m.end, m.payload) for m in words.before.at(tokens, number) if m.end <= row.start]
    last = row.parties[-1].end
    others = [one.start for one in deed.rows if one.start >= last]
    for number in range(last, min(len(tokens), last + words.reach + 1, *others)):
        if ends_clause(tokens, last - 1, number):
            break
        found += [(number - last, m.payload) for m in words.behind.at(tokens, number)]
    return min(found, key=lambda one: one[0], default=(0, None))[1]


def _cased(deed: _Deed, row: Row) -> Side | None:
    """What the case of a row's last party says, or that of the noun behind it."""
    if is_object(deed.sentence, row):
        return "recipient"
    for number in range(row.parties[-1].end - 1, row.end):
        word = deed.sentence.tokens[number].word
        for side, endings in deed.words.endings.items():
            if word.endswith(endings):
                return side
    return None


def _by_place(deed: _Deed, row: Row) -> ActorRole:
    """The part that a row has by where it stands."""
    trigger, voice = deed.trigger, _voice(deed)
    inside = deed.sentence.tokens.verb_last and row.start < trigger.end
    before = row.end <= trigger.start or inside
    suffers = voice == "passive" or (trigger.rule.mode in _SUFFERED and len(deed.bare) == 1)
    if voice == "noun" and not (suffers and before):
        beside = deed.words.noun_before if before else deed.words.noun_behind
        return beside if _far(row, trigger) <= _BESIDE else "named"
    if before == deed.sentence.lexicon.subject_first or (before and row is deed.bare[0]):
        return "named" if not _is_subject(deed, row) else "recipient" if suffers else "actor"
    return _behind(deed, row, voice)


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
    tokens, past = deed.sentence.tokens, deed.sentence.lexicon.past
    if tokens.verb_last or tokens.ands.isdisjoint(range(row.end, deed.trigger.start)):
        return False
    ands = [number for number in tokens.ands if number < row.start]
    first = max(ands, default=-1) + 1
    near = (n for n in range(first, row.start) if not ends_clause(tokens, n, row.start))
    return any(past.has(tokens[number].forms) for number in near)


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
    return "active" if any(deed.sentence.lexicon.past.has(tokens[number].forms) for number in verbs) else "noun"


def _verbs(deed: _Deed) -> list[int]:
    """The words of a trigger, and those on the side of the verb that may carry it ("launched a strike")."""
    tokens, trigger = deed.sentence.tokens, deed.trigger
    first = trigger.start if tokens.verb_last else max(0, trigger.start - _CARRIED)
    last = min(len(tokens), trigger.end + (_CARRIED if tokens.verb_last else 0))
    said = {match.start for match in deed.sentence.lexicon.speech.all(tokens)}
    near = (number for number in range(first, last) if number not in said and number not in tokens.times)
    return [number for number in near if not ends_clause(tokens, *sorted((number, trigger.start)))]
