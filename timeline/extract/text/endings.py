"""Endings and clitics that a name carries in its text, and what they say of it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, takewhile

from geodata.model import PlaceMatch
from geodata.tokens import fold_word
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.tokens import Tokens

_SHORTEST_STEM = 4
"""Letters beyond which a name may lose its last one before a case ending."""
_SUFFIX = re.compile(r"['’ʼ]?[^\W\d_]+")


def attached(tokens: Tokens, lexicon: Lexicon, match: PlaceMatch, words: range) -> bool:
    """Whether a clitic or case ending written together with the name says that something happened there."""
    text = tokens.text
    start = tokens[words.start].start
    before = fold_word(text[start : match.span.start]) if start < match.span.start else ""
    after = suffix(text, match)
    affixes = lexicon.affixes
    return before in affixes.get("attached", ()) or (bool(after) and after in affixes.get("suffixes", ()))


def is_where(tokens: Tokens, lexicon: Lexicon, match: PlaceMatch, words: range) -> bool:
    """Whether an ending written with the name says where, and not whose ("in Tbilisi", not "Tbilisi's")."""
    whose = lexicon.affixes.get("possessive", ())
    return attached(tokens, lexicon, match, words) and suffix(tokens.text, match) not in whose


def suffix(text: str, match: PlaceMatch) -> str:
    """The case ending of a name, behind its apostrophe or part of it."""
    ending = _SUFFIX.match(text, match.span.end)
    return fold_word(ending.group()) if ending else _ending(text, match)


def _ending(text: str, match: PlaceMatch) -> str:
    """The case ending that is part of a name as written, where no apostrophe parts it from the name."""
    spellings = (match.place.name, *chain.from_iterable(match.place.names.values()))
    return _beyond(fold_word(text[match.span.start : match.span.end]), spellings)


@lru_cache(maxsize=16_384)  # asked several times of each place of a text
def _beyond(written: str, spellings: tuple[str, ...]) -> str:
    """What a folded name as written has beyond the one of its spellings that it is a form of."""
    if any(fold_word(name) == written for name in spellings):
        return ""  # as most names are: written without an ending
    names = {fold_word(name) for name in spellings}
    stems = {name[:-1] for name in names if len(name) > _SHORTEST_STEM}  # "თბილისი", but "თბილისში"
    heads = [name for name in names | stems if written.startswith(name)]
    if not heads:  # a stem that changes more: "Բաքու", but "Բաքվում"
        heads = [head for name in names if len(head := _shared(name, written)) >= _SHORTEST_STEM - 1]
    return written.removeprefix(max(heads, key=len, default=written))


def _shared(name: str, written: str) -> str:
    """The letters that two words begin with alike."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(name, written, strict=False))
    return "".join(letter for letter, _ in pairs)
