"""Whose account a sentence without a speaker goes on with: a quotation's, or that of the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from timeline.extract.context import Context
from timeline.extract.text.quotations import quotation_at, quotation_over
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger
from timeline.extract.when.moments import Dated
from timeline.extract.who.attribution import Speech
from timeline.model.mention import ITS_OWN, OWN_VOICE, Attribution

_NEWS = timedelta(days=2)
"""How far back the news of a report lies."""
DAMAGE = frozenset({"accident", "crash", "disaster", "earthquake"})
"""Modes that tell of damage, which those who tell of violence tell of as well."""


def hear(sentence: Sentence, said: Sequence[Speech], reading: Context) -> None:
    """Note who has the word from this sentence on: in his paragraph, where he stands before a colon."""
    _hear_quotations(sentence, said, reading)
    if said:
        reading.heard(said[-1].attribution)
        if said[0].heads:
            reading.hand_over(said[0].attribution, is_heading=False)


def _hear_quotations(sentence: Sentence, said: Sequence[Speech], reading: Context) -> None:
    """Note who speaks in the quotations that go on over the sentence's ends, and credit him with what he said before.

    As in '"…," he said. "In reply, …"', where the last sentence names nobody.
    """
    text, start, end = sentence.told.article.text, sentence.span.start, sentence.span.end
    over = quotation_at(text, start + 1)
    tokens = sentence.tokens
    if over and over.start < start and over.end <= end:
        behind = (speech for speech in said if tokens[speech.at].start >= over.end)
        if (found := next(behind, None)) is not None:
            reading.credit_within(over, found.attribution)
    elif over and over.start >= start and not said:
        speaker = reading.goes_on_speaking()
        if speaker.source != OWN_VOICE:
            reading.quoted = (over, speaker)
    opened = quotation_over(text, end)
    before = [speech for speech in said if opened and start <= tokens[speech.at].start < opened.start]
    if opened and before:
        reading.quoted = (opened, before[-1].attribution)


def goes_on(sentence: Sentence, trigger: Trigger, dated: Dated, reading: Context) -> Attribution:
    """Who tells of a trigger in a sentence without a speaker."""
    quotation, quoted = reading.quoted
    if quotation and quotation.start <= sentence.tokens[trigger.start].start < quotation.end:
        speaker = quoted
    else:
        speaker = _carried_on(sentence, trigger, dated, reading)
    if speaker.source != OWN_VOICE:
        reading.heard(speaker)
    return speaker


def _carried_on(sentence: Sentence, trigger: Trigger, dated: Dated, reading: Context) -> Attribution:
    """Who tells of violence that a sentence without a speaker adds to the account of the sentence before.

    What has a day of its own is added where that is as new as the account and nobody else makes a statement: what lies
    far back is background.
    """
    harms = trigger.rule.type == "ASSAULT" or trigger.rule.consequence or trigger.rule.mode in DAMAGE
    alone = not any(one.is_statement for one in sentence.triggers)
    added = not dated.own or (alone and _is_new(dated, reading))
    return reading.goes_on_speaking() if harms and added else ITS_OWN


def _is_new(dated: Dated, reading: Context) -> bool:
    when, published = dated.when, reading.published
    return bool(when and published and published - _NEWS <= when.start <= when.end <= published)
