"""What one sentence tells: each trigger with its time, place, parties, speaker, tolls and status."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from geodata.model import PlaceMatch, PlaceRole, Span
from timeline.extract import actors, attribution, linking, modality, tolls, triggers, venues
from timeline.extract.actors import Party
from timeline.extract.context import Context
from timeline.extract.lexicon import Lexicon, lexicon
from timeline.extract.linking import When
from timeline.extract.scoring import score
from timeline.extract.sentences import Passage
from timeline.extract.tokens import Phrases, Tokens
from timeline.extract.triggers import Trigger
from timeline.extract.venues import Scene, Venue
from timeline.languages import LanguagePack
from timeline.model.article import Article
from timeline.model.mention import Mention, Status, Toll
from timeline.model.timex import TaggedTime, TimeInterval

_DOMESTIC = frozenset({"MOBILIZE", "PROTEST", "CONCEDE", "OTHER", "COERCE"})
"""Types that happen in the country of the party that does them, where no place is named."""
_PLACED_BY_CONCERN = frozenset({"AGREE", "ASSAULT", "RETREAT", "COERCE", "COOPERATE", "AID"})
"""Types placed at the region they are about ("a ceasefire in the war over X") where no venue is named."""
_HARMFUL = frozenset({"ASSAULT", "OTHER", "COERCE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article with the times and places found in it."""

    article: Article
    pack: LanguagePack
    times: Sequence[TaggedTime]
    places: Sequence[PlaceMatch]
    parties: Phrases[str]
    seats: frozenset[str]
    dateline: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A trigger's time with the reason for it; ``own`` where its own sentence says it."""

    when: TimeInterval | None
    reason: str
    own: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A trigger's place with the reason for it."""

    where: PlaceMatch | None
    reason: str
    own: bool = False


class Sentence:
    """One sentence with everything found in it."""

    def __init__(self, told: Told, passage: Passage) -> None:
        self.told, self.passage = told, passage
        self.lexicon: Lexicon = lexicon(told.pack.code)
        self.span = _after_dateline(passage.span, told.dateline)
        self.tokens = Tokens(told.article.text, self.span, self.lexicon.prefixes, self.lexicon.clause_words)
        inside = [time for time in told.times if time.expression.span.overlaps(self.span)]
        self.time_spans = [time.expression.span for time in inside]
        self.spans_days = any(time.expression.type == "DURATION" for time in inside)
        self.times = linking.whens(self.tokens, inside)

    @cached_property
    def triggers(self) -> list[Trigger]:
        """Triggers in order."""
        return triggers.find(self.tokens, self.told.pack)

    @cached_property
    def venues(self) -> tuple[Venue, ...]:
        """Places with what they are there for."""
        masked = triggers.masks(self.tokens, self.told.pack)
        inside = [
            p for p in self.told.places if p.span.overlaps(self.span) and not any(p.span.overlaps(m) for m in masked)
        ]
        scene = Scene(tokens=self.tokens, triggers=self.triggers, lexicon=self.lexicon, seats=self.told.seats)
        return venues.classify(scene, inside)

    @cached_property
    def refers_back(self) -> bool:
        """Whether it speaks of a place without naming it ("there", "the enclave")."""
        found = (m for n in range(len(self.tokens)) for m in self.lexicon.linking.at(self.tokens, n))
        return any(match.payload == "anaphora" for match in found)

    @cached_property
    def parties(self) -> list[Party]:
        """Actors and nationalities."""
        return actors.find(self.tokens, self.told.parties, self.lexicon)


def _after_dateline(sentence: Span, dateline: Span | None) -> Span:
    if dateline and sentence.start <= dateline.start and dateline.end < sentence.end:
        return Span(start=dateline.end, end=sentence.end)
    return sentence


def tell(told: Told, passage: Passage, reading: Context) -> list[Mention]:
    """Mentions of one sentence, in order; ``reading`` gives what it inherits and takes over its last speaker."""
    sentence = Sentence(told, passage)
    if not sentence.triggers:
        return []
    said = attribution.speeches(
        sentence.tokens, sentence.venues, sentence.parties, sentence.lexicon, reading.attribution
    )
    reading.attribution = said[-1].attribution if said else reading.attribution
    mentions: list[Mention] = []
    for trigger in sentence.triggers:
        mentions += _of_trigger(sentence, trigger, reading, said)
    return _with_tolls(sentence, _without_consequences(sentence, mentions))


def _of_trigger(
    sentence: Sentence, trigger: Trigger, reading: Context, said: Sequence[attribution.Speech]
) -> Iterator[Mention]:
    cues = modality.cues(sentence.tokens, trigger, sentence.lexicon)
    dated = _date(sentence, trigger, reading)
    placed = _place(sentence, trigger, reading)
    if _is_content(sentence, trigger, placed) or modality.is_anniversary(cues, dated.when):
        return
    if not _is_told(trigger, dated, placed):
        return
    status = modality.status(cues, dated.when, sentence.told.article.published)
    told_by = attribution.of_trigger(sentence.tokens, trigger, said)
    for place in placed:
        yield replace(
            _mention(sentence, trigger, status, dated, place),
            actors=actors.beside(trigger, sentence.parties, sentence.lexicon),
            attribution=told_by,
        )


def _date(sentence: Sentence, trigger: Trigger, reading: Context) -> Dated:
    found = linking.nearest_time(sentence.tokens, trigger, sentence.times, sentence.triggers)
    if found:
        return _own_date(sentence, trigger, found[0])
    before = reading.inherited()
    if before and before.when and not trigger.is_statement and not before.when.open_end:
        return Dated(when=replace(before.when, basis="inferred"), reason="time of the sentence before")
    reported = reading.reported()
    return Dated(when=reported, reason="day of the report" if reported else "no time told")


def _own_date(sentence: Sentence, trigger: Trigger, found: When) -> Dated:
    words = sentence.told.article.text[found.time.expression.span.start : found.time.expression.span.end]
    interval, since = found.interval, found.interval.open_end
    if since and not _lasts(trigger):
        interval = replace(interval, open_end=False)
    return Dated(when=interval, reason=f"“{words}” ({found.time.expression.rule})", own=True, since=since)


def _lasts(trigger: Trigger) -> bool:
    return trigger.rule.kind == "state"


def _place(sentence: Sentence, trigger: Trigger, reading: Context) -> list[Placed]:
    usable = [v for v in sentence.venues if v.evidence == "venue"]
    if trigger.rule.type in _PLACED_BY_CONCERN:
        usable += [v for v in sentence.venues if v.evidence == "concern"]
    found = linking.nearest_row(sentence.tokens, trigger, usable, sentence.triggers)
    if found and not (sentence.refers_back and _is_aside(sentence, trigger, found[0][0], reading)):
        row = found[0][:1] if _lasts(trigger) else found[0]
        return [_own_place(venue) for venue in row]
    return [_inherited_place(sentence, trigger, reading)]


def _is_aside(sentence: Sentence, trigger: Trigger, venue: Venue, reading: Context) -> bool:
    """Whether a sentence that refers back ("the enclave, which lies inside X") names a place only in passing."""
    wide = reading.main_place is not None and venue.match.place.kind == "country"
    return wide or linking.subordinate(sentence.tokens, trigger.end, venue.start)


def _own_place(venue: Venue) -> Placed:
    role: PlaceRole = "concerns" if venue.evidence == "concern" else "occurred_at"
    return Placed(where=replace(venue.match, role=role), reason=venue.match.reason or "named in the sentence", own=True)


def _inherited_place(sentence: Sentence, trigger: Trigger, reading: Context) -> Placed:
    if trigger.is_statement:
        return Placed(where=None, reason="a statement without a venue")
    anaphora = sentence.refers_back
    before = reading.same_kind(trigger.rule.type) or (None if sentence.times else reading.inherited())
    if before and before.where:
        return Placed(where=before.where, reason="place of the sentence before")
    earlier = reading.last if anaphora else None
    if earlier and earlier.where and earlier.type == trigger.rule.type:
        return Placed(where=earlier.where, reason="place told earlier")
    if reading.main_place and (anaphora or trigger.rule.type in _PLACED_BY_CONCERN):
        return Placed(where=reading.main_place, reason="the region that the article is about")
    country = next((v for v in sentence.venues if v.match.place.kind == "country"), None)
    if country and trigger.rule.type in _DOMESTIC:
        return Placed(where=country.match, reason="country of the party that acts")
    return Placed(where=None, reason="no place told")


def _is_content(sentence: Sentence, trigger: Trigger, placed: Sequence[Placed]) -> bool:
    """Whether a trigger only names what a statement is about ("condemned attacks on …")."""
    if trigger.is_statement or any(p.own and p.where and p.where.role == "occurred_at" for p in placed):
        return False
    return any(other.is_statement and other.end <= trigger.start for other in sentence.triggers)


def _is_told(trigger: Trigger, dated: Dated, placed: Sequence[Placed]) -> bool:
    """Whether there is enough to be an event: all need a time or a place, weak triggers both, of their own."""
    place_own = any(p.own for p in placed)
    if trigger.rule.weak or trigger.rule.kind == "state":
        return dated.own and (place_own or any(p.where for p in placed))
    return dated.when is not None or (place_own and not trigger.is_statement and trigger.rule.type in _HARMFUL)


def _mention(sentence: Sentence, trigger: Trigger, status: Status, dated: Dated, placed: Placed) -> Mention:
    span = Span(start=sentence.tokens[trigger.start].span.start, end=sentence.tokens[trigger.end - 1].span.end)
    told = sentence.told
    key = f"{told.article.id}\0{span.start}\0{placed.where.place.id if placed.where else ''}"
    return Mention(
        id="m" + hashlib.sha256(key.encode()).hexdigest()[:12],
        article_id=told.article.id,
        sentence=sentence.passage.span,
        trigger=span,
        type=trigger.rule.type,
        mode=trigger.rule.mode,
        kind="state" if _lasts(trigger) and dated.since else "event",
        status=status,
        when=dated.when,
        where=placed.where,
        score=score(trigger, dated.when, dated_own=dated.own, where=placed.where, placed_own=placed.own),
        provenance={"type": trigger.rule.id, "time": dated.reason, "place": placed.reason},
    )


def _without_consequences(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without deaths and wounds that another mention of the sentence, at that time or place, caused."""
    consequences = {trigger.rule.id for trigger in sentence.triggers if trigger.rule.consequence}
    causes = [m for m in mentions if m.type in _HARMFUL and m.provenance["type"] not in consequences]
    return [
        mention
        for mention in mentions
        if mention.provenance["type"] not in consequences
        or not any(cause.when == mention.when or cause.where == mention.where for cause in causes)
    ]


def _with_tolls(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Tolls go to the first harmful mention of the sentence: nobody is counted twice."""
    first = next((n for n, mention in enumerate(mentions) if mention.type in _HARMFUL), None)
    found: list[Mention] = list(mentions)
    if first is not None:
        mention = mentions[first]
        found[first] = replace(mention, tolls=_tolls(sentence, mention))
    return found


def _tolls(sentence: Sentence, mention: Mention) -> tuple[Toll, ...]:
    days = (mention.when.end - mention.when.start).days if mention.when else 0
    terms = tolls.Terms(
        claimant=mention.attribution.source,
        as_of=sentence.told.article.published,
        cumulative=days > 0 or sentence.spans_days,
    )
    return tolls.find(sentence.tokens, sentence.time_spans, sentence.lexicon, terms)
