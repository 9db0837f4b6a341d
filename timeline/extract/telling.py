"""What one sentence tells: each trigger with its time, place, parties, speaker, tolls and status."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from geodata.model import Span
from timeline.extract import surroundings
from timeline.extract.context import Context
from timeline.extract.scoring import Judged, doubts, written
from timeline.extract.settle import Placed, Settled, settle
from timeline.extract.text.sentences import Passage
from timeline.extract.told import Told
from timeline.extract.view import Sentence
from timeline.extract.what import modality, tolls
from timeline.extract.what.outcomes import without_consequences
from timeline.extract.what.remembrance import REMEMBERED, is_remembered
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.what.untyped import untyped
from timeline.extract.when import anniversaries
from timeline.extract.when.background import background
from timeline.extract.when.later_day import day_of_before
from timeline.extract.when.moments import Dated, lasts
from timeline.extract.when.telltimes import of_the_story, spoken
from timeline.extract.where import matters, ranking
from timeline.extract.where.extent import as_news_means
from timeline.extract.where.home import Asked
from timeline.extract.who import accounts, attribution, voices
from timeline.extract.who.accounts import DAMAGE
from timeline.extract.who.parties import Row, rows
from timeline.extract.who.parts import parts
from timeline.model.mention import OWN_VOICE, Attribution, LeftOut, Mention, Status, Toll

_OBJECT_WORDS = 3
"""Words between a statement and its object."""
_ADDS = "says what the happening before led to: its tolls go there"
_DENIED_AFTER: Mapping[Status, Status] = {"happened": "disputed", "unconfirmed": "denied"}
"""Status of what somebody denies later in the sentence."""
_HARMFUL = frozenset({"ASSAULT", "OTHER", "COERCE", "PROTEST"})


def tell(told: Told, passage: Passage, reading: Context) -> list[Mention]:
    """Mentions of one sentence, in order; ``reading`` gives what it inherits and takes over its last speaker."""
    sentence = Sentence(told, passage)
    before = reading.spoke_before()
    if (teller := voices.account(sentence)) is not None:
        reading.hand_over(teller)
        reading.heard(teller)
        return []
    said = attribution.speeches(sentence, before, reading.named_before)
    said = [replace(speech, attribution=reading.in_full(speech.attribution)) for speech in said]
    accounts.hear(sentence, said, reading)
    mentions: list[Mention] = []
    if (day := day_of_before(sentence)) is not None:
        reading.date_before(day)
        return []
    unknown = untyped(sentence)
    found = sentence.triggers or ([unknown] if unknown else [])
    named = rows(sentence) if found else []
    for trigger in found:
        for mention in _of_trigger(sentence, trigger, reading, said, named):
            mentions.append(_apart(mention, mentions))
    causes = without_consequences(sentence, mentions)
    back = background(sentence.background, sentence.times, [m.when for m in causes])
    past = {when.interval for when in back}
    reading.asides = frozenset(m.id for m in causes if sentence.is_aside(m.trigger) or m.when in past)
    reading.named = (reading.sentence, partial(attribution.subject, sentence))
    if said and voices.is_about_it(sentence, mentions):
        reading.credit(said[-1].attribution)
    if voices.denies_report(sentence, said):
        reading.doubt(partial(voices.is_hearsay, sentence=sentence))
    apart = of_the_story(sentence.times, sentence.triggers, said)
    reading.spoken = spoken(reading.spoken, sentence.times, apart)
    story = apart if reading.inherited() else list(sentence.times)
    story = [when for when in story if sentence.is_told(when) or any(m.when == when.interval for m in causes)]
    story = [when for when in story if when not in back]
    reading.days_named = [when.interval for when in sentence.times if not when.time.length]
    reading.said = frozenset(when.interval for when in sentence.times if when not in story)
    reading.note([when.interval for when in story], [v.match for v in sentence.venues if v.evidence == "venue"])
    reading.left_out += (
        left_out(m, "another word of the sentence tells its cause") for m in mentions if m not in causes
    )
    return _with_tolls(sentence, causes)


def left_out(mention: Mention, why: str) -> LeftOut:
    """The note of a mention that something else tells already."""
    return LeftOut(sentence=mention.sentence, trigger=mention.trigger, rule=mention.provenance["type"], why=why)


def _of_trigger(
    sentence: Sentence,
    trigger: Trigger,
    reading: Context,
    said: Sequence[attribution.Speech],
    named: Sequence[Row],
) -> Iterator[Mention]:
    cues = modality.cues(sentence.tokens, trigger, sentence.lexicon)
    if sentence.asks:
        cues = cues | {"hypothetical"}
    own_word = attribution.of_trigger(sentence.tokens, trigger, said, sentence.lexicon)
    for found in settle(sentence, trigger, reading):
        settled, cause = anniversaries.counted_back(sentence, trigger, found)
        adds = trigger.rule.consequence and _goes_on(sentence, settled, reading, trigger, said)
        why = _why_not(sentence, trigger, settled, cues | cause, adds=adds)
        if why == _ADDS:
            reading.add_tolls(_tolls(sentence, own_word, days=0))
            if own_word.kind == "claimed" and own_word.source != OWN_VOICE:
                reading.credit_last(own_word)
        if why:
            span = _span(sentence, trigger)
            reading.left_out.append(
                LeftOut(sentence=sentence.passage.span, trigger=span, rule=trigger.rule.id, why=why)
            )
            continue
        dated = settled.dated
        status = _status(sentence, trigger, dated, cues, own_word)
        if attribution.is_denied_after(sentence.tokens, trigger, said):
            status = _DENIED_AFTER.get(status, status)
        told_by = own_word if said else accounts.goes_on(sentence, trigger, dated, reading)
        told_by = voices.without_speech(sentence, trigger, reading, told_by)
        told: dict[str, Any] = {**_what(sentence, trigger, dated, reading), "status": status, "attribution": told_by}
        if "tried" in cues:
            told["mode"] = None  # it didn't come to a seizure
        told["actors"] = parts(sentence, trigger, named, told_by)
        ranked = ranking.weighed(Asked(sentence, trigger, reading, dated.when), settled)
        for place in ranked.placed:
            yield _mention(sentence, trigger, ranked, place, told)


def _what(sentence: Sentence, trigger: Trigger, dated: Dated, reading: Context) -> Mapping[str, str | None]:
    """Type and mode of a trigger; where it only tells of deaths and damage, of the disaster or unrest told before.

    A flood attacks nobody, nor does a day of remembrance.
    """
    if is_remembered(sentence, trigger, dated.when):
        return REMEMBERED
    before = reading.inherited() if trigger.rule.consequence else None
    led_to_it = before is not None and (before.type == "PROTEST" or before.mode in DAMAGE)
    told = before if before and led_to_it else trigger.rule
    return {"type": told.type, "mode": told.mode}


def _why_not(sentence: Sentence, trigger: Trigger, settled: Settled, cues: set[str], *, adds: bool) -> str:
    """Why a trigger makes no mention, in words; empty where it does. ``adds``: it says what came of the one before."""
    if not trigger.is_statement and _is_content(sentence, trigger, settled.dated, settled.placed):
        return "only names what a statement is about"
    day = None if settled.dated.moved else settled.dated.when  # "ten years after the war", whatever year that was
    remembered = anniversaries.remembers(trigger) or anniversaries.is_counted_back(settled.dated)
    if not remembered and modality.is_anniversary(cues, day):
        return "the cause of an anniversary"
    if adds:
        return _ADDS
    return "" if _is_told(trigger, settled.dated, settled.placed) else "no time or no place of its own"


def _status(sentence: Sentence, trigger: Trigger, dated: Dated, cues: set[str], told_by: Attribution) -> Status:
    if told_by.kind == "denied" and not trigger.is_statement:
        return "denied"
    return modality.status(cues, dated.when, sentence.told.today)


def _only_report_is_dated(sentence: Sentence, trigger: Trigger, said: Sequence[attribution.Speech]) -> bool:
    """Whether the one time of a sentence stands by its verb of speech ("said today that 105 had died")."""
    if len(sentence.times) != 1 or not said:
        return False
    at = sentence.times[0].start
    return min(abs(at - speech.at) for speech in said) < abs(at - trigger.start)


def _goes_on(
    sentence: Sentence, settled: Settled, reading: Context, trigger: Trigger, said: Sequence[attribution.Speech]
) -> bool:
    """Whether a sentence only says what the happening of the sentence before led to ("Two soldiers were killed.").

    Where only the report is dated ("said today that 105 had died") the day is that of the report.
    """
    before = reading.inherited()
    own_day = settled.dated.own and not _only_report_is_dated(sentence, trigger, said)
    told_here = own_day or any(place.own for place in settled.placed)
    return before is not None and before.type in _HARMFUL and not told_here


def _is_content(sentence: Sentence, trigger: Trigger, dated: Dated, placed: Sequence[Placed]) -> bool:
    """Whether a trigger only names what a statement is about ("condemned attacks on …", "in X, condemned it").

    What has a time of its own in a clause of its own is told for itself.
    """
    if matters.is_matter(sentence, trigger) or _is_object_of_statement(sentence, trigger, placed):
        return True
    if any(p.own and p.where and p.where.role == "occurred_at" for p in placed):
        return False
    statements = () if sentence.lexicon.verb_last else sentence.triggers
    before = (other for other in statements if other.is_statement and other.end <= trigger.start)
    return any(not (dated.own and ends_clause(sentence.tokens, other.end - 1, trigger.start)) for other in before)


def _is_told(trigger: Trigger, dated: Dated, placed: Sequence[Placed]) -> bool:
    """Whether there is enough to be an event: all need a time or a place, weak triggers both, of their own."""
    place_own = any(p.own for p in placed)
    if trigger.rule.weak or trigger.rule.kind == "state":
        return dated.own and (place_own or any(p.where for p in placed))
    return dated.when is not None or (place_own and not trigger.is_statement and trigger.rule.type in _HARMFUL)


def _is_object_of_statement(sentence: Sentence, trigger: Trigger, placed: Sequence[Placed]) -> bool:
    """Whether a trigger stands right beside a statement and is told of no place but the speaker's own.

    A verb of its own («… bir araya gelip … çağırdı») is no object.
    """
    if sentence.tokens[trigger.end - 1].word.endswith(sentence.lexicon.endings.get("told", ("\0",))):
        return False
    gaps = [trigger.start - other.end for other in sentence.triggers if other.is_statement]
    if sentence.lexicon.verb_last:
        gaps += [other.start - trigger.end for other in sentence.triggers if other.is_statement]
    if not any(0 <= gap <= _OBJECT_WORDS for gap in gaps):
        return False
    own = [place.where for place in placed if place.own and place.where]
    start = sentence.tokens[trigger.start].start
    return all(where.place.id in sentence.told.seats or where.span.start < start for where in own)


def _id(*parts: object) -> str:
    """The id of a mention: the same for the same article, word and place, whatever else is found out of it."""
    return "m" + hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:12]


def _apart(mention: Mention, others: Sequence[Mention]) -> Mention:
    """A mention with an id of its own, where two days share their verb and place."""
    if mention.when is None or all(mention.id != other.id for other in others):
        return mention
    return replace(mention, id=_id(mention.id, mention.when.start))


def _mention(
    sentence: Sentence, trigger: Trigger, settled: Settled, placed: Placed, told: Mapping[str, Any]
) -> Mention:
    dated, span, article = settled.dated, _span(sentence, trigger), sentence.told.article.id
    others = sum(not one.is_statement for one in sentence.triggers if one is not trigger)
    judged = Judged(
        trigger=trigger,
        told_by=told["attribution"],
        others=others,
        when=dated.when,
        dated_own=dated.own,
        where=placed.where,
        placed_own=placed.own,
        rival_times=len(sentence.times) - 1,
        around=tuple(surroundings.doubtful(sentence, trigger, settled, placed)),
    )
    return Mention(
        id=_id(article, span.start, placed.where.place.id if placed.where else ""),
        article_id=article,
        sentence=sentence.passage.span,
        trigger=span,
        kind="state" if lasts(trigger) and dated.since else "event",
        when=dated.when,
        where=as_news_means(placed.where, sentence.told.gazetteer) if placed.where else None,
        provenance={
            "type": trigger.rule.id,
            "time": dated.reason,
            "place": placed.reason,
            "score": written(doubts(judged)),
        },
        **told,
    )


def _span(sentence: Sentence, trigger: Trigger) -> Span:
    return Span(start=sentence.tokens[trigger.start].start, end=sentence.tokens[trigger.end - 1].end)


def _with_tolls(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Tolls go to the first harmful mention of the sentence: nobody is counted twice, or dies in remembrance."""
    harmful = (n for n, m in enumerate(mentions) if m.type in _HARMFUL and m.mode != REMEMBERED["mode"])
    first = next(harmful, None)
    found: list[Mention] = list(mentions)
    if first is not None:
        mention = mentions[first]
        days = (mention.when.end - mention.when.start).days if mention.when else 0
        tolls_here = _tolls(sentence, mention.attribution, days=days)
        found[first] = replace(mention, tolls=tolls_here) if tolls_here else mention
    return found


def _tolls(sentence: Sentence, told_by: Attribution, *, days: int) -> tuple[Toll, ...]:
    terms = tolls.Terms(
        claimant=told_by.source,
        as_of=sentence.told.article.published,
        cumulative=days > 0 or sentence.spans_days,
    )
    return tolls.find(sentence.tokens, sentence.time_spans, sentence.lexicon, terms)
