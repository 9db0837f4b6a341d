"""From an article to its mentions of events: the one public function of extraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, filterfalse

from geodata.capitals import capitals
from geodata.gazetteer import Gazetteer
from geodata.model import PlaceLexicon, PlaceMatch
from geodata.regions import Region
from geodata.resolve import lexicon_from, places
from timeline.errors import PackError
from timeline.extract.context import Context
from timeline.extract.scoring import LEAST, scored
from timeline.extract.telling import left_out, tell
from timeline.extract.text import sentences
from timeline.extract.text.headings import heads, items, place_line
from timeline.extract.text.lexicon import lexicon
from timeline.extract.text.phrases import Phrases
from timeline.extract.timex import tagging
from timeline.extract.told import Told, bounds, within
from timeline.extract.what.density import CROWDED, crowding, of_news
from timeline.extract.what.outcomes import of_nature
from timeline.extract.where import about
from timeline.extract.where.strangers import strangers
from timeline.extract.who import actors
from timeline.languages import LanguagePack, load
from timeline.model.article import Article
from timeline.model.mention import TOLD_AS_FACT, LeftOut, Mention
from timeline.model.timex import TaggedTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What extraction knows of the world: the gazetteer and the region."""

    gazetteer: Gazetteer
    region: Region
    _parties: dict[str, Phrases[str]] = field(default_factory=dict, compare=False, repr=False)

    def parties(self, language: str) -> Phrases[str]:
        """Names of the region's actors in a language."""
        if language not in self._parties:
            self._parties[language] = actors.index(self.region, language)
        return self._parties[language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one article yields: ``mentions`` are one a trigger and place, of every status, ``left_out`` the rest."""

    times: tuple[TaggedTime, ...] = ()
    places: tuple[PlaceMatch, ...] = ()
    mentions: tuple[Mention, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def extract(article: Article, knowledge: Knowledge) -> Extraction:
    """Times, places and mentions of an article; a pure function of the article, its pack and the region.

    Raises
    ------
    PackError : the article's language has no pack that finds events.
    """
    pack = load(article.language)
    if pack is None or not pack.extracts:
        raise PackError(f"no rules to find events in language {article.language}", where=article.source_path)
    found = sentences.passages(article.text, pack.code, lexicon(pack.code).page)
    spans = [passage.span for passage in found]
    times = tagging.tag(article.text, pack, published=article.published, sentences=spans, title=article.title)
    found_places = places(article.text, gazetteer=knowledge.gazetteer, lexicon=place_lexicon(pack))
    everything = _places_beside(times, _venues(found_places))
    titled = places(article.title or "", gazetteer=knowledge.gazetteer, lexicon=place_lexicon(pack))
    digest = items(article.text, [p for p in found if p.role != "furniture"], everything)
    strange = frozenset[str]() if digest else strangers(everything, knowledge.gazetteer)
    named = tuple(match for match in everything if match.place.id not in strange)
    in_title = frozenset(match.place.id for match in titled)
    dateline = None if digest else sentences.dateline(article.text) or place_line(article.text, found, times, named)
    told = Told(
        article=article, pack=pack, times=times, places=named,
        parties=knowledge.parties(pack.code), seats=capitals(), gazetteer=knowledge.gazetteer,
        lesser_seats=frozenset(knowledge.gazetteer.region.seats.values() if knowledge.gazetteer.region else ()),
        dateline=dateline, today=article.published if dateline or article.published_basis not in _GUESSED else None,
        items=digest, titled=in_title, about=None if digest else about.main_place(named, in_title),
        place_words=place_lexicon(pack),
        strangers=frozenset(match.span for match in everything if match.place.id in strange),
    )  # fmt: skip
    reading = _read(told, [p for p in found if p.role != "furniture"])
    length = sum(passage.role == "body" for passage in found)
    told_of, idle = of_news(of_nature(reading.mentions), length)
    distinct = _distinct(told_of)
    mentions, unlikely = _likely(_scored(distinct, length))
    alike = defaultdict(list)  # by id, as articles of a year have thousands
    for mention in distinct:
        alike[mention.id].append(mention)
    again = (one for one in told_of if one not in alike[one.id])
    twice = (left_out(mention, "told by another word of the sentence") for mention in again)
    vague = (left_out(mention, "of no known kind, in an article that tells of little else") for mention in idle)
    doubtful = (left_out(mention, "more likely wrong than right") for mention in unlikely)
    notes = (*reading.left_out, *twice, *vague, *doubtful)
    return Extraction(times=times, places=named, mentions=mentions, left_out=notes)


_GUESSED = ("text", "inferred")
"""Bases of a publication date that may be any day that a text tells of."""
_LEXICONS: dict[str, tuple[LanguagePack, PlaceLexicon]] = {}


def place_lexicon(pack: LanguagePack) -> PlaceLexicon:
    """What a pack tells the recogniser of places; made once, and again if another pack of the same code is given."""
    known = _LEXICONS.get(pack.code)
    if known is None or known[0] is not pack:
        known = _LEXICONS[pack.code] = (pack, _place_lexicon(pack))
    return known[1]


def _place_lexicon(pack: LanguagePack) -> PlaceLexicon:
    named = pack.names.get("places", {})
    nationalities = pack.names.get("nationalities", {}) if named.get("reads_demonyms") else {}
    demonyms = {**nationalities, **named.get("demonyms", {})}
    speakers = pack.names.get("speakers", {})
    offices = [word for name in ("sides", "heads", "offices") for word in speakers.get(name, ())]
    marks = {**named.get("marks", {}), "office": offices}
    return lexicon_from({**named, "demonyms": demonyms, "marks": marks}, pack.code, pack.morphology)


def _venues(found: Sequence[PlaceMatch]) -> list[PlaceMatch]:
    """Places where something may have happened; whether a government is meant is judged anew for each event."""
    return [
        replace(match, role="occurred_at", voice=False) if match.voice else match
        for match in found
        if match.role == "occurred_at" or match.voice
    ]


def _read(told: Told, passages: Sequence[sentences.Passage]) -> Context:
    reading = Context(published=told.article.published, main_place=told.about)
    numbers = {paragraph: number for number, paragraph in enumerate(dict.fromkeys(_paragraphs(passages)))}
    for passage in passages:
        reading.turn_to(told.items.get(passage.paragraph))
        time = heads(told.article.text, passage, told.times_in(passage.span))
        if time and time.interval:
            reading.head(time.interval, is_clock=time.expression.type == "TIME")
        elif passage.role == "body":
            reading.paragraph = numbers[passage.paragraph]
            reading.take(tell(told, passage, reading))
            reading.read.append((reading.paragraph, passage.span))
            reading.sentence += 1
    return reading


def _paragraphs(passages: Sequence[sentences.Passage]) -> Iterator[int]:
    return (passage.paragraph for passage in passages if passage.role == "body")


def _distinct(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions without those that a sentence tells twice: type, time, place and status alike, the most specific kept.

    What two sentences tell alike may be two happenings: merging weighs that, and says why.
    """
    kept: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        place = mention.where.place.id if mention.where else None
        what = (mention.type, mention.kind, mention.status, mention.attribution.actor_id)
        key = (mention.sentence, what, place, mention.when)
        here = kept[key]
        other = next((one for one in here if _same_mode(one, mention)), None)
        if other is None:
            here.append(mention)
        elif mention.mode and not other.mode:
            here[here.index(other)] = mention
    return tuple(sorted(chain.from_iterable(kept.values()), key=lambda mention: mention.trigger.start))


def _scored(mentions: Sequence[Mention], length: int) -> list[Mention]:
    """Mentions of an article of so many sentences with their scores, by what is doubtful about all of them, too."""
    more = {CROWDED: crowding(mentions, length)}
    return [scored(mention, more) for mention in mentions]


def _likely(mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], list[Mention]]:
    """Mentions, and apart those told as facts that are likely wrong; one that a likelier one tells too has its say."""

    def day(mention: Mention) -> tuple[object, ...]:
        where = mention.where.place.id if mention.where else None
        return mention.type, mention.when, where

    sure = {day(one) for one in mentions if one.score >= LEAST}

    def stands(mention: Mention) -> bool:
        return mention.status not in TOLD_AS_FACT or day(mention) in sure

    return tuple(filter(stands, mentions)), list(filterfalse(stands, mentions))


def _same_mode(one: Mention, other: Mention) -> bool:
    """Whether two modes may be of one happening: an arrest is no curfew, but shots and shells are of one fight."""
    return one.type == "ASSAULT" or None in (one.mode, other.mode) or one.mode == other.mode


def _places_beside(times: Sequence[TaggedTime], found: Sequence[PlaceMatch]) -> tuple[PlaceMatch, ...]:
    """Places that are no part of a time expression (March is also a town)."""
    spans = [time.expression.span for time in times]
    held = bounds(spans)
    return tuple(match for match in found if not within(spans, held, match.span))
