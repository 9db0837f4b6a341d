"""Which words of a sentence can name a speaker: offices, bodies, governments and their seats, and people by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.extract.endings import suffix
from timeline.extract.lexicon import Lexicon
from timeline.extract.speaking import is_next_to_speech, opens_clause
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import ends_clause
from timeline.extract.venues import Venue
from timeline.extract.view import Sentence

_HEADS = frozenset({"offices", "heads", "locals", "hearsay"})
"""Kinds of words that can speak by themselves; ``locals`` ("residents") leave a place beside them where it is."""


@dataclass(slots=True)  # not frozen: many are made
class Names:
    """Word numbers that can belong to a speaker's name: ``heads`` can stand alone, ``parts`` only beside one.

    ``people`` are parts that may be somebody's name: such a name speaks where it stands right beside the verb.
    ``opening`` says that the first word may be one, too, as the sentence gives it a capital whatever it is.
    Behind a word of ``closing`` one of ``apart`` begins another name: a place or people behind an office where owners
    stand first, an office behind a seat where they stand last. So does one of ``peoples`` behind a seat («Bakı erməni
    qüvvələrini …»).
    """

    heads: frozenset[int]
    parts: frozenset[int]
    places: frozenset[int]
    bridges: frozenset[int]
    people: frozenset[int]
    opening: bool
    closing: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    peoples: frozenset[int] = frozenset()

    def of(self, number: int) -> bool:
        """Whether a word can belong to a name."""
        return number in self.heads or number in self.parts


@lru_cache(maxsize=1)  # asked for the verbs of a sentence and again for each of its acts of speech
def names_of(sentence: Sentence) -> Names:
    """What can name a speaker in a sentence."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    matches = list(lexicon.offices.all(tokens))
    offices = {n for m in matches if m.payload in _HEADS for n in range(m.start, m.end)}
    places = {n for v in sentence.venues if _may_speak(sentence, v) for n in range(v.start, v.end)}
    named = {n for p in sentence.parties if not p.id.startswith("iso:") for n in range(p.start, p.end)}
    nations = {n for p in sentence.parties if p.id.startswith("iso:") for n in range(p.start, p.end)}
    sides = {m.start for m in matches if m.payload == "sides" and {m.start - 1, m.end} & nations}
    written = _written(tokens, lexicon) - tokens.times
    people = _people(sentence, written - nations - offices - named)
    closing, apart = (offices - places, nations | _placed(sentence)) if lexicon.owner_first else (places, offices)
    divides = lexicon.owner_first or (lexicon.verb_last and lexicon.subject_first)
    if definite := lexicon.affixes.get("definite"):
        closing, apart, divides = places | nations, {n for n in offices if tokens[n].word.startswith(definite)}, True
    return Names(
        heads=frozenset(offices | places | named | sides),
        parts=frozenset(nations | (written - {0}) | people),
        places=frozenset(places),
        bridges=frozenset(m.start for m in matches if m.payload == "bridge"),
        people=people,
        opening=0 in written - nations,
        closing=frozenset(closing if divides else ()),
        apart=frozenset(apart),
        peoples=frozenset(nations if divides else ()),
    )


def _may_speak(sentence: Sentence, venue: Venue) -> bool:
    """Whether a place gives a speaker his name: no object, and no town where a body before it sits."""
    words = range(venue.start, venue.end)
    if (ending := suffix(sentence.tokens.text, venue.match)) and ending in sentence.lexicon.affixes["accusative"]:
        return False
    if venue.firm and is_next_to_speech(sentence.tokens, sentence.lexicon, words):
        return opens_clause(sentence.tokens, words) or (venue.origin and sentence.lexicon.verb_last)
    is_seat = venue.match.place.id in sentence.told.lesser_seats
    return venue.evidence == "speaker" or (venue.start == 0 and not venue.firm and is_seat)


def _people(sentence: Sentence, written: set[int]) -> frozenset[int]:
    """Words that may be somebody's name: written as names and no places; what opens the sentence needs proof."""
    found = written - _placed(sentence)
    proven = 1 in found or (sentence.tokens and sentence.tokens[0].word in sentence.told.names)
    return frozenset(found if proven else found - {0})


def _placed(sentence: Sentence) -> set[int]:
    """Words that name places."""
    return {n for place in sentence.places for n in sentence.tokens.range_of(place.span)}


def _written(tokens: Tokens, lexicon: Lexicon) -> set[int]:
    """Words that are written as part of a name, in scripts that have capitals."""
    pronouns = {match.start for match in lexicon.speech.all(tokens) if match.payload == "pronouns"}
    adverbs = {match.start for match in lexicon.linking.all(tokens) if match.payload == "anaphora"}
    named = (
        n for n, one in enumerate(tokens) if tokens.text[one.start].isupper() and one.word not in lexicon.small_words
    )
    return set(named) - pronouns - adverbs


def grown(tokens: Tokens, number: int, names: Names) -> range:
    """The run of words around ``number`` that make up one name."""
    low = high = number
    while (step := _step(tokens, low, -1, names)) is not None:
        low = step
    while (step := _step(tokens, high, 1, names)) is not None:
        high = step
    return range(low, high + 1)


def _step(tokens: Tokens, number: int, way: int, names: Names) -> int | None:
    """The next word of a name: right beside, or behind one bridging word ("of")."""
    for distance in (1, 2):
        found = number + way * distance
        beside = distance == 1 or number + way in names.bridges
        two_places = number in names.places and found in names.places and distance == 1 and way in (1, -1)
        first, second = (number, found) if way > 0 else (found, number)
        new = first in names.places and second in names.peoples and distance == 1
        new = new or (way > 0 and number in names.closing and found in names.apart)
        if beside and names.of(found) and not two_places and not new and not ends_clause(tokens, number, found):
            return found
    return None
