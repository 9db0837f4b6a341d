"""Which of the places named in a sentence are venues, and which only speak or are spoken about.

A capital that speaks is no venue, a country after "on" or "against" is a concern, a place after "in" or "near" is where
something happened. Evidence comes from the words around the name, listed in ``[linking]`` and ``[speakers]`` of
``names.toml``; places in a row ("Goris, Sotk and Jermuk") share it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from geodata.distance import kilometres
from geodata.model import Place, PlaceMatch
from geodata.recognise import fold
from timeline.extract.lexicon import Lexicon
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import Trigger, ends_clause

Evidence = Literal["venue", "concern", "speaker"]

_REACH = 4
"""Words before a name in which a preposition or an office still governs it ("in the border town of X")."""
_WATERS = 7
"""``where_prec`` of waters: beside a town they only say where it lies ("the Black Sea port of X")."""
_SHORTEST_STEM = 4
"""Letters beyond which a name may lose its last one before a case ending."""
_GOVERNING = frozenset({"between", "locative", "firm", "concerning", "origin"})
"""Kinds of linking phrases that say what a name behind them is there for."""
TARGETING = frozenset({"ASSAULT", "RETREAT", "COERCE", "AID"})
"""Types whose place may be their object ("captured X"); other happenings are in or at a place."""
_OF = 2
"""Words of a short link between names or between an office and its country ("army of X", "X and the town Y")."""
_BODIES = ("heads", "offices")
"""Lists of ``[speakers]`` whose words name a body or an office."""
_SUFFIX = re.compile(r"['’ʼ]?[^\W\d_]+")
_BREADTH = {
    "country": 4,
    "region": 3,
    "line": 3,
    "water": 3,
    "admin1": 3,
    "district": 2,
    "feature": 1,
    "city": 1,
    "village": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What surrounds the places of a sentence.

    ``seats`` are ids of places that stand for a government when nothing says that something happened there.
    """

    tokens: Tokens
    triggers: Sequence[Trigger]
    lexicon: Lexicon
    seats: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place in its sentence: word numbers ``start`` to ``end`` (excluded), what it is there for, and its row.

    ``firm`` says that a preposition or case puts something there, ``between`` that the row names two ends of one
    place ("on the border between X and Y"), ``origin`` that something comes from there.
    """

    match: PlaceMatch
    start: int
    end: int
    evidence: Evidence
    row: int
    between: bool = False
    firm: bool = False
    origin: bool = False


def classify(scene: Scene, places: Sequence[PlaceMatch]) -> tuple[Venue, ...]:
    """Places of a sentence with their evidence, containers of a more precise neighbour left out."""
    named = [_Named(match, words) for match in places if (words := scene.tokens.range_of(match.span))]
    kept = _without_containers(named)
    containers = frozenset(number for one in named if one not in kept for number in one.words)
    found: list[Venue] = []
    for one in kept:
        found.append(_venue(scene, one, found[-1] if found else None, containers))
    return tuple(found)


class _Named(NamedTuple):
    """A place match and the numbers of its words."""

    match: PlaceMatch
    words: range


def _venue(scene: Scene, named: _Named, last: Venue | None, containers: frozenset[int]) -> Venue:
    match, words = named
    joined = last if last and _coordinated(scene, last, words.start, containers) else None
    governed = _governing(scene, words.start)
    firm = "firm" in governed or _attached(scene, match, words)
    evidence = _evidence(scene, match, words)
    if joined and (evidence != "venue" or joined.evidence == "concern"):
        evidence = joined.evidence
    return Venue(
        match=match,
        start=words.start,
        end=words.stop,
        evidence=evidence,
        row=joined.row if joined else words.start,
        between="between" in governed,
        firm=firm or bool(joined and joined.firm),
        origin="origin" in governed or _suffix(scene.tokens.text, match) in scene.lexicon.affixes.get("leaving", ()),
    )


def _evidence(scene: Scene, match: PlaceMatch, words: range) -> Evidence:
    governed = _governing(scene, words.start)
    place = match.place
    firm = "firm" in governed
    if _is_office(scene, words, match, firm=firm) or (firm and _is_where_spoken(scene, words)):
        return "speaker"
    political = place.kind == "country" or place.id in scene.seats
    if political and scene.lexicon.subject_first and _is_object(scene, words):
        return "venue"
    if political and not firm and _speaks(scene, words):
        return "speaker"
    if firm or _attached(scene, match, words):
        return "venue"
    if political:
        return "concern" if governed & {"concerning", "locative"} else "speaker"
    return "concern" if "concerning" in governed and "locative" not in governed else "venue"


def _is_object(scene: Scene, words: range) -> bool:
    """Whether a name stands right behind a verb that takes a place ("bombed X", "visited X")."""
    taking = (t for t in scene.triggers if t.rule.type in TARGETING or t.rule.mode == "visit")
    return any(t.end == words.start for t in taking)


def _governing(scene: Scene, number: int) -> set[str]:
    """Kinds of the linking phrase that governs the name at word ``number``: the nearest, of those the longest."""
    found: list[tuple[int, int, str]] = []
    for first in range(number - 1, max(-1, number - 1 - _REACH), -1):
        if ends_clause(scene.tokens, first, number) or first in scene.tokens.times:
            break
        if any(m.payload in _BODIES for m in scene.lexicon.offices.at(scene.tokens, first)):
            break
        here = (m for m in scene.lexicon.linking.at(scene.tokens, first) if m.payload in _GOVERNING)
        found += [(-m.end, m.start, m.payload) for m in here if m.end <= number]
    nearest = min((match[:2] for match in found), default=None)
    return {kind for *where, kind in found if tuple(where) == nearest}


def _attached(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether a clitic or case ending written together with the name says that something happened there."""
    text = scene.tokens.text
    start = scene.tokens[words.start].span.start
    before = fold(text[start : match.span.start]) if start < match.span.start else ""
    after = _suffix(text, match)
    affixes = scene.lexicon.affixes
    return before in affixes.get("attached", ()) or (bool(after) and after in affixes.get("suffixes", ()))


def _is_where(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether an ending written with the name says where, and not whose ("in Tbilisi", not "Tbilisi's")."""
    whose = scene.lexicon.affixes.get("possessive", ())
    return _attached(scene, match, words) and _suffix(scene.tokens.text, match) not in whose


def _suffix(text: str, match: PlaceMatch) -> str:
    """The case ending of a name, behind its apostrophe or part of it."""
    ending = _SUFFIX.match(text, match.span.end)
    return fold(ending.group()) if ending else _ending(text, match)


def _ending(text: str, match: PlaceMatch) -> str:
    """The case ending that is part of a name as written, where no apostrophe parts it from the name."""
    written, place = fold(text[match.span.start : match.span.end]), match.place
    names = {fold(name) for forms in place.names.values() for name in forms} | {fold(place.name)}
    stems = {name[:-1] for name in names if len(name) > _SHORTEST_STEM}  # "თბილისი", but "თბილისში"
    heads = (name for name in names | stems if written.startswith(name))
    return written.removeprefix(max(heads, key=len, default=written))


def _is_office(scene: Scene, words: range, match: PlaceMatch, *, firm: bool) -> bool:
    """Whether the name belongs to an office or a body ("ministry of defence of X", "X's army")."""
    place = match.place
    governs = _office_before(scene, words, {"heads"} if firm else {"heads", "offices"})
    if governs is not None and firm:
        return place.kind not in ("city", "village")
    if governs is not None and not _is_definite(scene, words.start - governs):
        return place.kind == "country" or governs <= _OF
    if firm or place.kind not in ("country", "city") or _is_where(scene, match, words):
        return False
    following = range(words.stop, min(len(scene.tokens), words.stop + _OF + 1))
    offices = (n for n in following if any(m.payload in _BODIES for m in scene.lexicon.offices.at(scene.tokens, n)))
    return any(not ends_clause(scene.tokens, words.stop - 1, number) for number in offices)


def _office_before(scene: Scene, words: range, kinds: set[str]) -> int | None:
    """Words between a name and the office that governs it; where owners are named first, none governs what follows."""
    if scene.lexicon.owner_first:
        return None
    for first in range(words.start - 1, max(-1, words.start - 1 - _REACH), -1):
        if ends_clause(scene.tokens, first, words.start) or _is_verb(scene, first) or _is_people(scene, first):
            return None
        if any(m.payload in kinds and m.end <= words.start for m in scene.lexicon.offices.at(scene.tokens, first)):
            return words.start - first
    return None


def _is_people(scene: Scene, number: int) -> bool:
    """Whether a word names a people: an office that has its own governs no name behind it («… المصري بنغازي»)."""
    return any(True for _ in scene.lexicon.nationalities.at(scene.tokens, number))


def _is_definite(scene: Scene, number: int) -> bool:
    """Whether an office carries an article that keeps it from governing a name (Arabic «القوات»)."""
    return scene.tokens[number].word.startswith(scene.lexicon.affixes.get("definite", ()) or ("\0",))


def _is_where_spoken(scene: Scene, words: range) -> bool:
    """Whether something was only said there ("said in X that …", "authorities in X said …")."""
    verbs = [n for n in range(len(scene.tokens)) if _is_speech(scene, n)]
    right_before = any(words.start - _OF <= n < words.start for n in verbs)
    office = _office_before(scene, words, {"offices"})
    body_speaks = office is not None and office <= _OF and any(words.stop <= n <= words.stop + _OF for n in verbs)
    return right_before or body_speaks or (office is not None and _is_cited(scene, words.start))


def _is_cited(scene: Scene, number: int) -> bool:
    """Whether what stands before a word is named as a source ("according to the ministry in X")."""
    for first in range(number - 1, max(-1, number - 1 - _REACH - _OF), -1):
        if ends_clause(scene.tokens, first, number):
            return False
        if any(match.payload == "according" for match in scene.lexicon.speech.at(scene.tokens, first)):
            return True
    return False


def _is_speech(scene: Scene, number: int) -> bool:
    return any(m.payload in ("verbs", "denials") for m in scene.lexicon.speech.at(scene.tokens, number))


def _is_verb(scene: Scene, number: int) -> bool:
    """Whether a word tells of an event or of speech: what stands before it governs no name behind it."""
    return _is_speech(scene, number) or any(number in range(trigger.start, trigger.end) for trigger in scene.triggers)


def _speaks(scene: Scene, words: range) -> bool:
    near = range(max(0, words.start - 2), min(len(scene.tokens), words.stop + 2))
    said = any(
        m.payload in ("verbs", "denials", "according")
        for number in near
        for m in scene.lexicon.speech.at(scene.tokens, number)
    )
    return said or any(t.is_statement and (t.end == words.start or t.start == words.stop) for t in scene.triggers)


def _coordinated(scene: Scene, last: Venue, number: int, containers: frozenset[int]) -> bool:
    """Whether only commas, "and", words such as "village" and the container of the second stand between two names."""
    tokens = scene.tokens
    between = [n for n in range(last.end, number) if n not in containers]
    ands = [n for n in between if any(m.payload == "and" for m in scene.lexicon.linking.at(tokens, n))]
    if any(n not in ands and not any(True for _ in scene.lexicon.generic.at(tokens, n)) for n in between):
        return bool(ands) and len(between) <= _OF
    gap = tokens.text[tokens[last.end - 1].span.end : tokens[number].span.start]
    clitic = any(tokens[number].word.startswith(affix) for affix in scene.lexicon.affixes.get("joining", ()))
    return bool(ands) or any(mark in gap for mark in ",،/") or (clitic and not between)


def _without_containers(named: Sequence[_Named]) -> list[_Named]:
    dropped = set()
    for number, (one, other) in enumerate(pairwise(named)):
        gap = other.words.start - one.words.stop
        if gap <= _OF + 1 and _contains(one.match.place, other.match.place):
            dropped.add(number)
        elif gap <= _REACH and (one.match.where_prec == _WATERS) != (other.match.where_prec == _WATERS):
            dropped.add(number if one.match.where_prec == _WATERS else number + 1)
        elif gap <= _REACH and _contains(other.match.place, one.match.place):
            dropped.add(number + 1)
    return [one for number, one in enumerate(named) if number not in dropped]


def _contains(wide: Place, narrow: Place) -> bool:
    broader = _BREADTH[wide.kind] > _BREADTH[narrow.kind]
    if not broader or wide.country != narrow.country:
        return False
    return wide.kind == "country" or kilometres(wide, narrow) <= wide.radius_km * 1.5
