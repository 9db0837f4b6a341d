"""Who told it first: whom a paper or an agency cites speaks before the one that passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_half

if TYPE_CHECKING:
    from timeline.extract.who.attribution import Speech

_CITED = ("according", "postpositions")
_REACH = 12
"""Words between who passes something on and the phrase that cites another ("X reports with reference to Y")."""


class Spoken(NamedTuple):
    """An act of speech with the kind of its phrase and the words of whoever it names."""

    kind: str
    words: range
    speech: Speech


def first_hand(spoken: Sequence[Spoken], tokens: Tokens, lexicon: Lexicon) -> list[Speech]:
    """Acts of speech in order, with the word given to the one who is cited ("Interfax reports, citing the army")."""
    cited = [one for one in spoken if one.kind in _CITED and one.words]
    if not cited:
        return [one.speech for one in spoken]
    return [_credited(one, cited, tokens, lexicon) for one in spoken]


def _credited(one: Spoken, cited: Sequence[Spoken], tokens: Tokens, lexicon: Lexicon) -> Speech:
    passing = _passing(tokens, one.words, lexicon)
    if one.kind != "verbs" or not one.words or not _are_unofficial(tokens, one.words, lexicon):
        return one.speech
    near = [other for other in cited if _is_near(tokens, one.speech.at, other)]
    near = [other for other in near if passing or not _passing(tokens, other.words, lexicon)]
    if not near:
        return one.speech
    nearest = min(near, key=lambda other: abs(other.speech.at - one.speech.at))
    return replace(one.speech, attribution=nearest.speech.attribution)


def _is_near(tokens: Tokens, at: int, other: Spoken) -> bool:
    return abs(other.speech.at - at) <= _REACH and not ends_half(tokens, other.speech.at, at)


def _passing(tokens: Tokens, words: range, lexicon: Lexicon) -> set[int]:
    """Words for papers and agencies: a person tells a paper ("in an interview with Anadolu"), and cites none."""
    return _said_of(tokens, words, lexicon, ("outlets", "hearsay"))


def _are_unofficial(tokens: Tokens, words: range, lexicon: Lexicon) -> bool:
    """Whether a speaker is a paper, an agency or a name that no office stands by."""
    official = _said_of(tokens, words, lexicon, ("heads", "offices", "locals", "sides"))
    return not official - _passing(tokens, words, lexicon)


def _said_of(tokens: Tokens, words: range, lexicon: Lexicon, kinds: Sequence[str]) -> set[int]:
    found = (m for n in words for m in lexicon.offices.at(tokens, n) if m.payload in kinds)
    return {n for match in found for n in range(match.start, match.end)}
