"""What a sentence says of those around it: whose account follows, who told of the one before, who denies it."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.model import Span
from timeline.extract.context import Context
from timeline.extract.text.tokens import Tokens
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.who import attribution
from timeline.extract.who.attribution import Speech
from timeline.extract.who.speakers import grown, names_of
from timeline.model.mention import OWN_VOICE, Attribution, Mention

_HEADING = 6
"""Most words of a heading that names whose account follows."""
_ANNOUNCEMENT = 12
"""Most words of a sentence that says nothing but that somebody tells it differently."""
_OPENING = 3
"""Letters (a clitic) that may stand before what opens a sentence."""
_SHORT = 8
"""Most words of a sentence that says nothing but who told of the one before."""


def account(sentence: Sentence) -> Attribution | None:
    """Whose account follows ("Yerevan's version.", "Baku tells it differently."), if that is all a sentence says."""
    tokens, heading, otherwise = sentence.tokens, sentence.span_of("account"), sentence.span_of("otherwise")
    is_heading = heading is not None and len(tokens) <= _HEADING
    if sentence.triggers or not (is_heading or (otherwise is not None and len(tokens) <= _ANNOUNCEMENT)):
        return None
    names = names_of(sentence)
    heads = sorted(names.heads | {n for place in sentence.places for n in tokens.range_of(place.span)})
    if not heads:
        return None
    spoken = grown(tokens, heads[0], names)
    country = next((place.place.country for place in sentence.places), None)
    party = next((one.id for one in sentence.parties if one.start in spoken), f"iso:{country}" if country else None)
    whole = sentence.span if otherwise is None else _named(sentence, spoken)
    text = tokens.text[whole.start : whole.end].strip(" .:։!?\n")
    return Attribution(source=" ".join(text.split()), kind="claimed", span=whole, actor_id=party)


def _named(sentence: Sentence, words: range) -> Span:
    """Where the name stands that some words are, without its ending."""
    span = Span(start=sentence.tokens[words.start].start, end=sentence.tokens[words.stop - 1].end)
    return next((one.span for one in sentence.places if len(words) == 1 and one.span.overlaps(span)), span)


def is_about_it(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence says who told of the one before ("This was reported by …", «Bakanlık bunu açıkladı»).

    What it tells of besides is where he said so ("… after a meeting in X"), if that opens it.
    """
    span = sentence.span_of("about")
    if span is None:
        return False
    if span.start - sentence.span.start <= _OPENING:
        return True
    first = sentence.tokens.number_at(span.start)
    opens = ends_clause(sentence.tokens, first - 1, first)
    return not mentions and sentence.lexicon.verb_last and (opens or len(sentence.tokens) <= _SHORT)


def denies_report(sentence: Sentence, said: Sequence[Speech]) -> bool:
    """Whether a sentence denies what the one before told as somebody's report ("The ministry called this false")."""
    if sentence.span_of("report") is None:
        return False
    rejects = any(trigger.rule.type == "REJECT" and not trigger.rule.mode for trigger in sentence.triggers)
    return (
        rejects or sentence.span_of("untrue") is not None or any(speech.attribution.kind == "denied" for speech in said)
    )


def is_hearsay(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether media, channels or users claim something, and no party to it."""
    source = Tokens(attribution.source, Span(start=0, end=len(attribution.source)), sentence.lexicon.prefixes)
    return any(True for _ in sentence.lexicon.hearsay.all(source))


def without_speech(sentence: Sentence, trigger: Trigger, reading: Context, told_by: Attribution) -> Attribution:
    """Who states or accuses, where no verb of speech of the sentence names it; else who had the word before.

    ``told_by`` is whose word it is so far; nobody's, or carried on from before.
    """
    carried = trigger.is_statement and sentence.lexicon.subject_first and not _is_named(told_by, sentence)
    if told_by.source != OWN_VOICE and not carried:
        return told_by
    who = attribution.of_statement if trigger.is_statement else attribution.of_accuser
    found = reading.in_full(who(sentence, trigger))
    if found.source == OWN_VOICE:
        found = told_by
    return found if found.source != OWN_VOICE else reading.in_account()


def _is_named(who: Attribution, sentence: Sentence) -> bool:
    return who.source in sentence.told.article.text[sentence.span.start : sentence.span.end]
