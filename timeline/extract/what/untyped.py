"""A happening whose kind no rule knows: a sentence that puts something at a past day.

The words for what happens have no end. Where a sentence has none of those known, but tells a past day, a reader would
still take it for news; its type is left open, and a place that it doesn't name is that of what was told before. Where
it names several days, says who tells it, or gives no more than a month, a verb of the past has to tell it, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.view import Sentence
from timeline.extract.what import modality, triggers
from timeline.extract.what.triggers import Trigger, TriggerRule
from timeline.extract.when.whens import When
from timeline.extract.who.attribution import NO_VERBS

RULE = TriggerRule(id="untyped", type="OTHER", weak=True, match=())
_LEAST_WORDS = 5
"""Words that a sentence has at least; shorter ones are captions."""
_LEAST_FREE = 4
"""Words besides its day and its places."""
_COARSE = frozenset({"month", "year"})
"""Precisions that date a happening which a place of its own holds, where a sentence gives no day."""
_DOUBTED = frozenset({"untrue", "doubted", "hearsay", "account", "report"})
"""Linking words for what is only somebody's word, or none."""


def untyped(sentence: Sentence) -> Trigger | None:
    """The word that tells of something of no known kind; None where too little is said, or only who says it."""
    tokens = sentence.tokens
    if sentence.triggers or len(tokens) < _LEAST_WORDS or sentence.asks or _is_doubted(sentence):
        return None
    if triggers.masks(tokens, sentence.told.pack):  # a match, a birth or a price is no news
        return None
    number = _word(sentence)
    if number is None:
        return None
    found = Trigger(start=number, end=number + 1, rule=RULE)
    return None if modality.cues(tokens, found, sentence.lexicon) else found


def _is_doubted(sentence: Sentence) -> bool:
    """Whether any word of the sentence says that something is only hearsay, or that it is not or not yet so."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    linking = any(match.payload in _DOUBTED for match in lexicon.linking.all(tokens))
    return linking or any(cue.payload in modality.UNREAL for cue in lexicon.modality.all(tokens))


def _word(sentence: Sentence) -> int | None:
    """The number of the word that tells it: a verb of the past where one is known, else one that names nothing.

    Who only tells it ("…, said X") has a clause of his own, in which neither the word nor a time stands.
    """
    times = [when for when in sentence.times if sentence.is_told(when)]
    clauses, spoken = sentence.tokens.clauses, _spoken(sentence)
    if not all(_is_over(sentence, when) and clauses[when.start] not in spoken for when in times):
        return None
    free = _free(sentence)
    if not (len(free) >= _LEAST_FREE or _is_put(sentence)):  # a dateline, or a caption
        return None
    past = [n for n in free if clauses[n] not in spoken and sentence.lexicon.past.has(sentence.tokens[n].forms)]
    words = past
    if not spoken and _says_one_day(times):
        words = past or free
    elif not (_says_days(times) or (_says_month(times) and _is_put(sentence))):
        return None
    return (words[-1] if sentence.tokens.verb_last else words[0]) if words else None


def _spoken(sentence: Sentence) -> frozenset[int]:
    """The clauses that have a verb of speech."""
    tokens = sentence.tokens
    said = (match for match in sentence.lexicon.speech.all(tokens) if match.payload not in NO_VERBS)
    return frozenset(tokens.clauses[match.start] for match in said)


def _is_over(sentence: Sentence, when: When) -> bool:
    """Whether a time is not one to come, nor one since when something goes on."""
    published = sentence.told.article.published
    return not when.interval.open_end and (published is None or when.interval.start <= published)


def _says_days(times: Sequence[When]) -> bool:
    return bool(times) and all(when.interval.precision == "day" for when in times)


def _says_one_day(times: Sequence[When]) -> bool:
    return _says_days(times) and len({(when.interval.start, when.interval.end) for when in times}) == 1


def _says_month(times: Sequence[When]) -> bool:
    """Whether a sentence has one time, a month or a year, and says when it began."""
    return len(times) == 1 and times[0].interval.precision in _COARSE and not times[0].interval.open_start


def _is_put(sentence: Sentence) -> bool:
    """Whether it puts something at a place that it names."""
    return any(venue.firm and venue.evidence == "venue" for venue in sentence.venues)


def _free(sentence: Sentence) -> list[int]:
    """Numbers of the words that are no part of a time or a place."""
    named = set(sentence.tokens.times)
    named.update(number for venue in sentence.venues for number in range(venue.start, venue.end))
    return [number for number in range(len(sentence.tokens)) if number not in named] or [0]
