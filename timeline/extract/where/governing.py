"""What the words before and behind a name say that it is there for: prepositions, halls, "by", "outside"."""

from __future__ import annotations

from geodata.model import PlaceMatch
from timeline.extract.text.endings import suffix
from timeline.extract.what.triggers import ends_clause
from timeline.extract.who.speaking import BODIES, REACH, Scene, beyond_ending

PHRASE = 7
"""Most words between two places that "and" joins, each with its preposition."""
_HOUSED = 3
"""Words from a name up to the noun of its hall or meeting."""
_GOVERNING = frozenset({"between", "locative", "firm", "concerning", "origin", "whose", "outside"})
"""Kinds of linking phrases that say what a name behind them is there for."""


def governing(scene: Scene, number: int) -> set[str]:
    """Kinds of the linking phrase that governs the name at word ``number``: the nearest, of those the longest."""
    found: list[tuple[int, int, str]] = []
    for first in range(number - 1, max(-1, number - 1 - REACH), -1):
        if ends_clause(scene.tokens, first, number) or first in scene.tokens.times:
            break
        if any(m.payload in BODIES for m in scene.lexicon.offices.at(scene.tokens, first)):
            break
        here = [m for m in scene.lexicon.linking.at(scene.tokens, first) if m.end <= number]
        if any(m.payload == "opens" for m in here):
            break
        found += [(-m.end, m.start, m.payload) for m in here if m.payload in _GOVERNING]
    nearest = min((match[:2] for match in found), default=None)
    return {kind for *where, kind in found if tuple(where) == nearest}


def housed(scene: Scene, number: int) -> set[str]:
    """What the words behind a name say of it, in languages that put them there.

    A hall or meeting of it in which something was makes it firm («Lissabon sammitində», «Մոսկվայի կենտրոնում»), and
    so does its fall ("Damascus fell"); "by" and "against" make it somebody's («Նախիջևանի կողմից»).
    """
    found = {"firm"} if _is_befallen(scene, number) else set()
    for behind in range(number, min(len(scene.tokens), number + _HOUSED)):
        if behind in scene.spots or behind in scene.tokens.times or ends_clause(scene.tokens, number - 1, behind):
            break
        kinds = {match.payload for match in scene.lexicon.linking.at(scene.tokens, behind)}
        found |= {"firm"} if "housing" in kinds else set()
        found |= {"whose"} if "by_whom" in kinds and behind == number else set()
    return found


def _is_befallen(scene: Scene, number: int) -> bool:
    """Whether the verb of the name before a word says what became of it, to the end of the clause if verbs end it."""
    reach = PHRASE if scene.tokens.verb_last else _HOUSED
    for behind in range(number, min(len(scene.tokens), number + reach)):
        if ends_clause(scene.tokens, number - 1, behind):
            return False
        if any(match.payload == "befallen" for match in scene.lexicon.linking.at(scene.tokens, behind)):
            return True
    return False


def is_left_out(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether something is said to be outside of a place ("outside X", «X-dan kənarda»), and not of its hall."""
    links = scene.lexicon.linking
    if scene.lexicon.owner_first:
        ends = {words.stop, beyond_ending(scene.tokens, words)}
        return any(link.payload == "outside" for number in ends for link in links.at(scene.tokens, number))
    owns = suffix(scene.tokens.text, match) in scene.lexicon.affixes.get("possessive", ())
    near = (link for link in links.all(scene.tokens) if link.payload == "outside" and link.start < words.start)
    beside = any(words.start - 1 <= link.end <= words.start for link in near)
    return beside and not owns and "outside" in governing(scene, words.start)
