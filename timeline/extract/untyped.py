"""A happening whose kind no rule knows: a sentence that puts something at a past day and a place of its own.

The words for what happens have no end. Where a sentence has none of those known, but tells a past day and a place where
something was, a reader would still put it on the map; its type is left open.
"""

from __future__ import annotations

from timeline.extract import modality, triggers
from timeline.extract.triggers import Trigger, TriggerRule
from timeline.extract.view import Sentence

RULE = TriggerRule(id="untyped", type="OTHER", weak=True, match=())
_LEAST_WORDS = 5
"""Words that a sentence has at least; shorter ones are captions."""
_DOUBTED = frozenset({"untrue", "doubted", "hearsay", "account", "report"})
"""Linking words for what is only somebody's word, or none."""


def untyped(sentence: Sentence) -> Trigger | None:
    """The word that tells of something of no known kind; None where too little is said, or only who says it."""
    if sentence.triggers or len(sentence.tokens) < _LEAST_WORDS or sentence.asks or not _is_settled(sentence):
        return None
    tokens, lexicon = sentence.tokens, sentence.lexicon
    told = any(lexicon.speech.all(tokens)) or any(m.payload in _DOUBTED for m in lexicon.linking.all(tokens))
    if told or triggers.masks(tokens, sentence.told.pack):
        return None
    found = Trigger(start=(number := _word(sentence)), end=number + 1, rule=RULE)
    return None if modality.cues(tokens, found, lexicon) else found


def _is_settled(sentence: Sentence) -> bool:
    """Whether the sentence says one day and a place where something is put."""
    times = [when for when in sentence.times if sentence.is_told(when)]
    if len(times) != 1 or times[0].interval.precision != "day" or times[0].interval.open_end:
        return False
    published = sentence.told.article.published
    ahead = published is not None and times[0].interval.start > published
    return not ahead and any(venue.firm and venue.evidence == "venue" for venue in sentence.venues)


def _word(sentence: Sentence) -> int:
    """The number of the word that tells it: a verb of the past where one is known, else one that names nothing."""
    tokens, named = sentence.tokens, set(sentence.tokens.times)
    named.update(number for venue in sentence.venues for number in range(venue.start, venue.end))
    free = [number for number in range(len(tokens)) if number not in named] or [0]
    past = [number for number in free if sentence.lexicon.past.has(tokens[number].forms)] or free
    return past[-1] if tokens.verb_last else past[0]
