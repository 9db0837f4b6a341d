"""Negations that a word carries or that stand behind it, and of which word they are."""

from __future__ import annotations

from functools import lru_cache

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch, fold_phrase
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import Trigger

_SYLLABLE = 2
"""Letters of the syllable that negates a verb or makes a noun of it, where both look alike."""
_SUBJECT = 3
"""Words behind a "but", besides times, among which its clause has a subject of its own."""
_APART = 2
"""Words between a happening and a negation from which on that may be of what follows it."""


@lru_cache(maxsize=10_000)
def stem(phrase: str, alike: tuple[str, ...]) -> str:
    """The folded last word of a phrase, without its last two letters where another phrase goes on otherwise there."""
    *before, last = phrase.split()
    named = fold_phrase(last).removesuffix("*")
    bare = named[:-_SYLLABLE]
    others = (other.split() for other in alike if len(other.split()) == len(before) + 1)
    ends = (fold_phrase(words[-1]) for words in others if words[:-1] == before)
    return bare if any(end.startswith(bare) and not end.startswith(named) for end in ends) else named


def is_prefixed(word: str, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether a word carries a negation as its prefix («չստորագրեց») that its phrase doesn't name."""
    prefixes = lexicon.affixes.get("negating", ())
    named = fold_phrase(trigger.phrase.split()[-1]) if trigger.phrase else ""
    return bool(prefixes) and word.startswith(prefixes) and not named.startswith(prefixes)


def is_of_other(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a cue behind a trigger is of something else: of another clause, or, a negation, of another word."""
    if match.start < trigger.start:
        return False
    other = match.payload == "denied" and _is_of_other_word(tokens, trigger, match, lexicon)
    return other or _is_of_other_clause(tokens, trigger, match, lexicon)


def is_of_time(tokens: Tokens, match: PhraseMatch[str]) -> bool:
    """Whether a negation only says when something was («не так давно», not long ago)."""
    return match.payload == "denied" and tokens.times.issuperset(range(match.start, match.end))


def _is_of_other_word(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a negation behind a trigger is of a word between them, or of one behind it.

    So it is where the trigger is but an attribute or says where or from what («döyüşlərdən ibrət götürməyib»), or the
    negation itself an attribute of what follows («şəhərdən uzaq olmayan kənddə»).
    """
    own, between = trigger.end - 1, match.start - trigger.end
    if between < 1:
        return False
    aside = lexicon.verb_last and tokens[own].word.endswith(lexicon.endings.get("aside", ("\0",)))
    return aside or tokens.is_attribute(own) or (between >= _APART and tokens.is_attribute(match.end - 1))


def _is_of_other_clause(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a "but" or "while" parts a trigger from a cue behind it that has a subject or a place of its own.

    "The rebels entered Aleppo, while the attack on Hama was beaten off", but "the march was announced, but cancelled".
    """
    turns = (m.end for m in lexicon.linking.all(tokens) if m.payload == "contrast" and m.start > trigger.end)
    turn = next((end for end in turns if end <= match.start), None)
    if turn is None:
        return False
    placed = {number for span in tokens.places for number in tokens.range_of(span)}
    own = [number for number in range(turn, match.start) if number not in tokens.times]
    return len(own) >= _SUBJECT or not placed.isdisjoint(own)


def is_right_behind(tokens: Tokens, trigger: Trigger, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a negation behind a trigger is its own where others stand before what they negate.

    In some languages any may stand there; else only the copula behind a participle does («փակված չէ», isn't closed).
    """
    words = match.start - trigger.end
    if lexicon.negation_behind:
        return 0 <= words <= 1
    return words == 0 and tokens[trigger.end - 1].word.endswith(tokens.attributes or ("\0",))
