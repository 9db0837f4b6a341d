"""A happening whose kind no rule knows: a sentence that puts something at a past day.

The words for what happens have no end. Where a sentence has none of those known, but tells a past day, a reader would
still take it for news; its type is left open, and a place that it doesn't name is that of what was told before.
"""

from __future__ import annotations

from timeline.extract.view import Sentence
from timeline.extract.what import modality, triggers
from timeline.extract.what.triggers import Trigger, TriggerRule
from timeline.extract.who.attribution import NO_VERBS

RULE = TriggerRule(id="untyped", type="OTHER", weak=True, match=())
_LEAST_WORDS = 5
"""Words that a sentence has at least; shorter ones are captions."""
_LEAST_FREE = 4
"""Words besides its day and its places."""
_DOUBTED = frozenset({"untrue", "doubted", "hearsay", "account", "report"})
"""Linking words for what is only somebody's word, or none."""


def untyped(sentence: Sentence) -> Trigger | None:
    """The word that tells of something of no known kind; None where too little is said, or only who says it."""
    if sentence.triggers or len(sentence.tokens) < _LEAST_WORDS or sentence.asks or not _is_settled(sentence):
        return None
    tokens = sentence.tokens
    if _is_doubted(sentence) or triggers.masks(tokens, sentence.told.pack):  # a match, a birth or a price is no news
        return None
    number = _word(sentence)
    if number is None:
        return None
    found = Trigger(start=number, end=number + 1, rule=RULE)
    return None if modality.cues(tokens, found, sentence.lexicon) else found


def _is_doubted(sentence: Sentence) -> bool:
    """Whether any word of the sentence says that somebody only says so, or that something is not or not yet so."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    linking = any(match.payload in _DOUBTED for match in lexicon.linking.all(tokens))
    unreal = any(cue.payload in modality.UNREAL for cue in lexicon.modality.all(tokens))
    return linking or unreal or any(match.payload not in NO_VERBS for match in lexicon.speech.all(tokens))


def _is_settled(sentence: Sentence) -> bool:
    """Whether the sentence says one day, and not one to come; where it was it may leave to those before."""
    times = [when for when in sentence.times if sentence.is_told(when)]
    if len(times) != 1 or times[0].interval.precision != "day" or times[0].interval.open_end:
        return False
    published = sentence.told.article.published
    return published is None or times[0].interval.start <= published


def _word(sentence: Sentence) -> int | None:
    """The number of the word that tells it: a verb of the past where one is known, else one that names nothing.

    None where hardly anything but a day and names is said, and nothing put anywhere: a dateline, or a caption.
    """
    tokens, named = sentence.tokens, set(sentence.tokens.times)
    named.update(number for venue in sentence.venues for number in range(venue.start, venue.end))
    free = [number for number in range(len(tokens)) if number not in named] or [0]
    put = any(venue.firm and venue.evidence == "venue" for venue in sentence.venues)
    if not put and len(free) < _LEAST_FREE:
        return None
    past = [number for number in free if sentence.lexicon.past.has(tokens[number].forms)] or free
    return past[-1] if tokens.verb_last else past[0]
