"""Which words of a sentence can name a speaker: offices, bodies, governments and their seats, and people by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.extract.text.endings import suffix
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import ends_clause
from timeline.extract.where.venues import Venue
from timeline.extract.who.speaking import SAID, is_next_to_speech, opens_clause

_HEADS = frozenset({"offices", "heads", "locals", "hearsay"})
"""Kinds of words that can speak by themselves; ``locals`` ("residents") leave a place beside them where it is."""
_NAME = 4
"""Most words between quotation marks that are a name («Грузинская железная дорога»), and not what somebody says."""
_PARTICLE = 3
"""Letters up to which a word governs another and names nobody."""
_OPENING = frozenset("«„")
_EITHER = frozenset('“"')
"""Quotation marks that open and close, as the language has them."""
_CALLS = tuple("!?؟")
_DASH = re.compile(r",\s*[—–-]\s")
_MARKS = _OPENING | _EITHER | frozenset("»”")


@dataclass(slots=True)  # not frozen: many are made
class Names:
    """Word numbers that can belong to a speaker's name: ``heads`` can stand alone, ``parts`` only beside one.

    ``people`` are parts that may be somebody's name: such a name speaks where it stands right beside the verb.
    ``opening`` says that the first word may be one, too, as the sentence gives it a capital whatever it is.
    ``opening_places`` are the first words of places: two names side by side make no one name.
    Behind a word of ``closing`` one of ``apart`` begins another name: a place or people behind an office where owners
    stand first, an office behind a seat where they stand last. So does one of ``peoples`` behind a seat («Bakı erməni
    qüvvələrini …»).
    """

    heads: frozenset[int]
    parts: frozenset[int]
    places: frozenset[int]
    bridges: frozenset[int]
    articles: frozenset[int]
    people: frozenset[int]
    opening: bool
    closing: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    peoples: frozenset[int] = frozenset()
    opening_places: frozenset[int] = frozenset()

    def of(self, number: int) -> bool:
        """Whether a word can belong to a name."""
        return number in self.heads or number in self.parts


@lru_cache(maxsize=1)  # asked for the verbs of a sentence and again for each of its acts of speech
def names_of(sentence: Sentence) -> Names:
    """What can name a speaker in a sentence."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    matches = list(lexicon.offices.all(tokens))
    offices = {n for m in matches if m.payload in _HEADS for n in range(m.start, m.end)}
    speaking = [venue for venue in sentence.venues if _may_speak(sentence, venue)]
    places = {n for venue in speaking for n in range(venue.start, venue.end)}
    offices |= _owners(tokens, matches, lexicon) - tokens.times - places
    offices -= _where_said(tokens, matches, offices)
    named = {n for p in sentence.parties if not p.id.startswith("iso:") for n in range(p.start, p.end)}
    nations = {n for p in sentence.parties if p.id.startswith("iso:") for n in range(p.start, p.end)}
    quotations = quoted(tokens)
    called = {n for words in quotations if _is_name(tokens, words, lexicon) for n in words} - tokens.times
    cited = {
        n
        for words in quotations
        if len(words) > _NAME or _is_call(tokens, words)
        for n in _up_to_remark(tokens, words, lexicon)
    }
    written = (_written(tokens, lexicon) | called) - tokens.times - _objects(sentence)
    of_them = nations | _placed(sentence) | (written - {0})
    sides = {m.start for m in matches if m.payload == "sides" and {m.start - 1, m.end} & of_them}
    people = _people(sentence, written - nations - offices - named)
    closing, apart = (offices - places, nations | _placed(sentence)) if lexicon.owner_first else (places, offices)
    divides = lexicon.owner_first or (lexicon.verb_last and lexicon.subject_first)
    if definite := lexicon.affixes.get("definite"):
        closing, apart, divides = places | nations, {n for n in offices if tokens[n].word.startswith(definite)}, True
    return Names(
        heads=frozenset((offices | places | named | sides) - cited),
        parts=frozenset(nations | (written - {0}) | people),
        places=frozenset(places),
        bridges=frozenset(m.start for m in matches if m.payload == "bridge"),
        articles=frozenset(m.start for m in matches if m.payload == "articles"),
        people=people - cited,
        opening=0 in written - nations,
        closing=frozenset(closing if divides else ()),
        apart=frozenset(apart),
        peoples=frozenset(nations if divides else ()),
        opening_places=frozenset(venue.start for venue in speaking),
    )


def _where_said(tokens: Tokens, matches: Sequence[PhraseMatch[str]], offices: Collection[int]) -> set[int]:
    """Media behind a preposition and before a body, which is who speaks in them («сообщил в соцсетях премьер …»)."""
    media = (m for m in matches if m.payload in ("hearsay", "outlets") and m.end in offices and m.start)
    return {n for m in media if tokens[m.start - 1].word in tokens.small_words for n in range(m.start, m.end)}


def _owners(tokens: Tokens, offices: Sequence[PhraseMatch[str]], lexicon: Lexicon) -> set[int]:
    """Words right behind a body without an article that carry one: whose it is («وزارة الصحة»)."""
    articles = lexicon.affixes.get("definite") or ("\0",)
    bodies = (m for m in offices if m.payload in _HEADS and not tokens[m.end - 1].word.startswith(articles))
    behind = (m.end for m in bodies if m.end < len(tokens) and not ends_clause(tokens, m.end - 1, m.end))
    roots = {n for n in behind for one in articles if tokens[n].word[: len(one)] == one}
    return {n for n in roots if len(tokens[n].word) > _PARTICLE + 1 and not tokens[n].opens}


def quoted(tokens: Tokens) -> list[range]:
    """The words of each quotation of a sentence, and of what else stands between quotation marks."""
    gaps = [(0, tokens.text[tokens.span.start : tokens[0].start]), *tokens.gaps] if tokens else []
    gaps.append((len(tokens), tokens.text[tokens[-1].end : tokens.span.end] if tokens else ""))
    found: list[range] = []
    opened: int | None = None
    for number, mark in ((n, mark) for n, gap in gaps for mark in gap if mark in _MARKS):
        if mark in _OPENING or (mark in _EITHER and opened is None):
            opened = number
        else:  # what only ends here began in a sentence before
            found.append(range(opened or 0, number))
            opened = None
    return found if opened is None else [*found, range(opened, len(tokens))]


def _up_to_remark(tokens: Tokens, words: range, lexicon: Lexicon) -> range:
    """The words of a quotation up to a remark between dashes («…, — сказал X. — …»)."""
    parted = (n for n, gap in tokens.gaps if n in words and n > words.start and _DASH.search(gap))
    remarks = (n for n in parted if any(match.payload in SAID for match in lexicon.speech.at(tokens, n)))
    return range(words.start, next(remarks, words.stop))


def _is_call(tokens: Tokens, words: range) -> bool:
    """Whether what stands between quotation marks is what somebody calls («Свободу!»), and no name."""
    return bool(words) and tokens.text[tokens[words[-1]].end : tokens[words[-1]].end + 1] in _CALLS


def _is_name(tokens: Tokens, words: range, lexicon: Lexicon) -> bool:
    """Whether what stands between quotation marks is a name: a few words, and a capital where there are any.

    Every word has one where verbs come last: «"Kimse duymadı" dedi» is what somebody says.
    """
    if not 0 < len(words) <= _NAME or _is_call(tokens, words):
        return False
    written = [tokens.text[tokens[n].start] for n in words]
    return all(one.isupper() or one.lower() == one.upper() for one in (written if lexicon.verb_last else written[:1]))


def _may_speak(sentence: Sentence, venue: Venue) -> bool:
    """Whether a place gives a speaker his name: no object, and no town where a body before it sits."""
    words = range(venue.start, venue.end)
    if (ending := suffix(sentence.tokens.text, venue.match)) and ending in sentence.lexicon.affixes["accusative"]:
        return False
    if venue.firm and is_next_to_speech(sentence.tokens, sentence.lexicon, words):
        return opens_clause(sentence.tokens, words) or (venue.origin and sentence.lexicon.verb_last)
    is_seat = venue.match.place.id in sentence.told.lesser_seats
    return venue.evidence == "speaker" or (venue.start == 0 and not venue.firm and is_seat)


def _objects(sentence: Sentence) -> set[int]:
    """Words of places that are objects by their case ("Hacıyev Ermənistanı …"), and part of no name."""
    endings = sentence.lexicon.affixes["accusative"] if sentence.lexicon.verb_last else ()
    named = (v for v in sentence.venues if (ending := suffix(sentence.tokens.text, v.match)) and ending in endings)
    return {n for venue in named for n in range(venue.start, venue.end)}


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
    """The next word of a name: right beside, or behind one or two bridging words ("of", "of the")."""
    for distance in (1, 2, 3):
        found = number + way * distance
        first, second = (number, found) if way > 0 else (found, number)
        beside = all(n in names.bridges or (n in names.articles and n > first + 1) for n in range(first + 1, second))
        two_places = number in names.places and second in names.opening_places and distance == 1
        two_places = two_places and first in names.places
        new = first in names.places and second in names.peoples and distance == 1
        new = new or (way > 0 and number in names.closing and found in names.apart)
        if beside and names.of(found) and not two_places and not new and not ends_clause(tokens, number, found):
            return found
    return None
