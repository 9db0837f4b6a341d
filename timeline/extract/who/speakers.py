"""Which words of a sentence can name a speaker: offices, bodies, governments and their seats, and people by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_UNKNOWN = 3
"""Most words of a name that nothing but its place tells."""
_BEFORE_CUE = 6
"""Words before a word for "according to" among which a name stands."""
_BETWEEN = 2
"""Most words between a seat and its body that name nothing."""
_PARTICLE = 3
"""Letters up to which a word governs another and names nobody."""
_LINKS = ("opens", "locative", "firm", "contrast")
_OPENING = frozenset("«„")
_EITHER = frozenset('“"')
"""Quotation marks that open and close, as the language has them."""
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
    named = {n for p in sentence.parties if not p.id.startswith("iso:") for n in range(p.start, p.end)}
    nations = {n for p in sentence.parties if p.id.startswith("iso:") for n in range(p.start, p.end)}
    sides = {m.start for m in matches if m.payload == "sides" and {m.start - 1, m.end} & nations}
    quotations = quoted(tokens)
    called = {n for words in quotations if _is_name(tokens, words, lexicon) for n in words} - tokens.times
    cited = {n for words in quotations if len(words) > _NAME for n in _up_to_remark(tokens, words, lexicon)}
    written = (_written(tokens, lexicon) | called) - tokens.times
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
        people=people - cited,
        opening=0 in written - nations,
        closing=frozenset(closing if divides else ()),
        apart=frozenset(apart),
        peoples=frozenset(nations if divides else ()),
        opening_places=frozenset(venue.start for venue in speaking),
    )


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


def _is_name(tokens: Tokens, words: range, lexicon: Lexicon) -> bool:
    """Whether what stands between quotation marks is a name: a few words, and a capital where there are any.

    Every word has one where verbs come last: «"Kimse duymadı" dedi» is what somebody says.
    """
    if not 0 < len(words) <= _NAME:
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
        beside = all(number + way * step in names.bridges for step in range(1, distance))
        first, second = (number, found) if way > 0 else (found, number)
        two_places = number in names.places and second in names.opening_places and distance == 1
        two_places = two_places and first in names.places
        new = first in names.places and second in names.peoples and distance == 1
        new = new or (way > 0 and number in names.closing and found in names.apart)
        if beside and names.of(found) and not two_places and not new and not ends_clause(tokens, number, found):
            return found
    return None


def behind_quotation(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """Who stands behind a verb of saying that follows a quotation ("…," says X, whose …)."""
    if verb.payload not in SAID or all(words.stop != verb.start for words in quoted(tokens)):
        return None
    first = verb.end + (verb.end < len(tokens) and tokens[verb.end].word in tokens.copulas)
    words = _up_to_mark(tokens, first, lexicon)
    head = next((n for n in words if n in names.heads or n in names.people), None)
    if head is not None:
        return grown(tokens, head, names)
    plain = all(_is_plain(tokens, n) for n in words) and tokens.ands.isdisjoint(words)
    return words if plain and 0 < len(words) <= _UNKNOWN else None


def behind_this(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """Who stands between "this" and a verb of saying that ends the clause («این را فلان می‌گوید»)."""
    if verb.payload not in SAID or not lexicon.verb_last:
        return None
    this = (m.end for m in lexicon.linking.all(tokens) if m.payload == "about" and m.end < verb.start)
    words = range(max(this, default=verb.start), verb.start)
    if not words or ends_clause(tokens, words.start - 1, verb.start):
        return None
    head = next((n for n in words if n in names.heads or n in names.people), None)
    if head is not None:
        return grown(tokens, head, names)
    return words if len(words) <= _UNKNOWN and tokens.times.isdisjoint(words) else None


def named_before(tokens: Tokens, cue: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The name or the body in the clause before a word for "according to"; an ending behind a hyphen is no pronoun."""
    near = range(cue.start - 1, max(-1, cue.start - 1 - _BEFORE_CUE), -1)
    words = [n for n in near if not ends_clause(tokens, n, cue.start)]
    said = (n for n in words for m in lexicon.speech.at(tokens, n) if m.payload == "pronouns")
    if any(not n or tokens.between(n - 1, n) != "-" for n in said):
        return None
    head = next((n for n in reversed(words) if n in names.heads or n in names.people), None)
    return grown(tokens, head, names) if head is not None else None


def in_full_name(tokens: Tokens, verb: PhraseMatch[str], name: range, names: Names, lexicon: Lexicon) -> range:
    """A speaker with the rest of his name, which nothing but its place tells.

    In scripts without capitals that is up to the word that opens what is said («كتب المحامي فلان أن»), or up to the
    verb or what governs another noun, where verbs come last («خبرگزاری … به نقل از»). Where owners stand first, it is
    the body behind a seat («Gürcistan acil durum servisinin sözcüsü»).
    """
    if lexicon.owner_first:
        return _with_body(tokens, name, names)
    if verb.payload not in SAID or not _is_plain(tokens, name.stop - 1) or name.stop - 1 in names.places:
        return name
    words = _up_to_mark(tokens, name.stop, lexicon)
    if not 0 < len(words) <= _UNKNOWN or not tokens.ands.isdisjoint(words) or not names.heads.isdisjoint(words):
        return name
    said_next = words.stop == verb.start if lexicon.verb_last else name.start == verb.end
    reach = range(words.stop, min(len(tokens), words.stop + _UNKNOWN + 1))
    behind = [n for n in reach if not ends_clause(tokens, words.start, n)]
    opens = any(match.payload == "opens" for n in behind for match in lexicon.linking.at(tokens, n)) and not _is_adverb(
        tokens, words, lexicon
    )
    return range(name.start, words.stop) if said_next and (opens or lexicon.verb_last) else name


def _is_adverb(tokens: Tokens, words: range, lexicon: Lexicon) -> bool:
    """Whether a word behind a whole name only says how or to what end («أورد التقرير كذلك أن», «خلص … إلى أن»)."""
    definite = lexicon.affixes.get("definite") or ("\0",)
    whole = tokens[words.start - 1].word.startswith(definite) and not tokens[words.start].word.startswith(definite)
    return (whole and len(words) == 1) or any(len(tokens[n].word) <= _PARTICLE for n in words)


def _with_body(tokens: Tokens, name: range, names: Names) -> range:
    """A seat with the body behind it, if a few words that name nothing else stand between."""
    if not names.places.issuperset(name):
        return name
    near = range(name.stop, min(len(tokens), name.stop + _BETWEEN + 1))
    body = next((n for n in near if names.of(n) or n in tokens.times or ends_clause(tokens, name.start, n)), None)
    if body is None or body not in names.heads - names.places or ends_clause(tokens, name.start, body):
        return name
    if any(len(tokens[number].word) <= _PARTICLE for number in range(name.stop, body)):
        return name
    return range(name.start, grown(tokens, body, names).stop)


def _is_plain(tokens: Tokens, number: int) -> bool:
    """Whether a word is written in a script without capitals."""
    first = tokens.text[tokens[number].start]
    return first.lower() == first.upper()


def _up_to_mark(tokens: Tokens, first: int, lexicon: Lexicon) -> range:
    """The words from one on, up to a mark, a time, another clause, or what governs a noun or a clause."""
    for number in range(first, len(tokens)):
        marked = number > first and ends_clause(tokens, number - 1, number)
        small = not lexicon.small_words.isdisjoint(tokens[number].forms)
        linked = any(match.payload in _LINKS for match in lexicon.linking.at(tokens, number))
        said = any(match.payload in SAID for match in lexicon.speech.at(tokens, number))
        if marked or small or linked or said or number in tokens.times or tokens.begins_clause(number):
            return range(first, number)
    return range(first, len(tokens))
