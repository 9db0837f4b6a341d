"""Mentions that say exactly the same become one telling, so that merging compares what differs and not every copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from geodata.fold import fold
from timeline.merge.chronology import Chronology
from timeline.merge.kinds import is_statement, likeness
from timeline.merge.origins import Bodies, Origin
from timeline.model.article import Article
from timeline.model.correction import Constraints
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

MIN_COPIED_WORDS = 6
"""A sentence of at least so many words that two articles of one origin share is the same sentence."""

BRIEF = timedelta(days=7)
"""A known happening of at most so many days tells which of several is meant."""

Order = tuple[date, str, int, int, str]
Figure = tuple[str, int | None, int | None]


@dataclass(frozen=True, kw_only=True, eq=False)  # no slots: cached properties need a __dict__
class Telling:
    """One or more mentions of the same kind, type, time, place and parties.

    ``order`` is that of its first mention; ``origins`` are the keys of those who tell it. ``parties``,
    ``actors`` and ``recipients`` are sides: countries where bodies and leaders have one. ``happening`` is the id of the
    brief known happening that it fits: of a war it would say too little. ``opens`` is whether the first mention opens
    its sentence, where what is known stands.
    """

    order: Order
    mentions: tuple[Mention, ...]
    origins: frozenset[str]
    parties: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    happening: str | None = None
    opens: bool = False

    @cached_property
    def first(self) -> Mention:
        """The mention that stands for all of them."""
        return self.mentions[0]

    @cached_property
    def word(self) -> tuple[str, int]:
        """The word that tells it: the article and where in it."""
        return self.first.article_id, self.first.trigger.start

    @cached_property
    def kind(self) -> tuple[str, str | None]:
        """Type and mode."""
        return self.first.type, self.first.mode

    def likeness(self, other: Telling) -> float:
        """How readily both kinds are told of one happening; by two sentences of a text more readily than by two texts.

        What one sentence tells was weighed when it was read.
        """
        in_one_text = bool(self.articles & other.articles) and self.first.sentence != other.first.sentence
        return likeness(self.kind, other.kind, in_one_text=in_one_text)

    @cached_property
    def is_statement(self) -> bool:
        """Whether it tells of words rather than deeds."""
        return is_statement(self.first.type)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that tell it."""
        return frozenset(mention.article_id for mention in self.mentions)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Ids, not sides, of those who act: two ministers of one country make two statements."""
        return frozenset(actor.id for actor in self.first.actors if actor.role == "actor")

    @cached_property
    def figures(self) -> frozenset[Figure]:
        """The numbers of victims told, without whose they are."""
        tolls = (toll for mention in self.mentions for toll in mention.tolls)
        return frozenset((toll.category, toll.low, toll.high) for toll in tolls if toll.low is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What mentions are seen against: their articles, whose accounts these are, what the region already knows."""

    articles: Mapping[str, Article]
    origins: Mapping[str, Origin]
    chronology: Chronology
    bodies: Bodies

    def order(self, mention: Mention) -> Order:
        """Where a mention stands among all: by day of publication, article and place in the text."""
        published = self.articles[mention.article_id].published or date.max
        return published, mention.article_id, mention.sentence.start, mention.trigger.start, mention.id

    def quote(self, mention: Mention) -> str:
        """The sentence of a mention, as the article writes it."""
        return self.articles[mention.article_id].text[mention.sentence.start : mention.sentence.end]

    def origin(self, mention: Mention) -> Origin:
        """Whose account a mention is part of."""
        return self.origins[mention.article_id]


def gather(mentions: Iterable[Mention], background: Background, constraints: Constraints) -> tuple[Telling, ...]:
    """Group mentions that say the same, first told first.

    Mentions that a correction names stay alone, so that it can move them one by one.
    """
    singled = {name for pair in constraints.together | constraints.apart for name in pair}
    groups: dict[Hashable, list[Mention]] = defaultdict(list)
    copies: dict[Hashable, Hashable] = {}
    for mention in sorted(mentions, key=background.order):
        if mention.id in singled:
            groups[mention.id].append(mention)
        else:
            groups[copies.setdefault(_sentence(mention, background), _saying(mention))].append(mention)
    return tuple(_telling(group, background) for group in groups.values())


def _telling(group: Sequence[Mention], background: Background) -> Telling:
    first = group[0]
    known = background.chronology.of((first.type, first.mode), first.when, first.where)
    brief = known is not None and known.end - known.start <= BRIEF
    actors, recipients, named = (
        frozenset(background.bodies.side(actor.id) for actor in first.actors if actor.role == role)
        for role in ("actor", "recipient", "named")
    )
    return Telling(
        order=background.order(first),
        mentions=tuple(group),
        origins=frozenset(background.origin(mention).key for mention in group),
        parties=actors | recipients | named,
        actors=actors,
        recipients=recipients,
        happening=known.id if known and brief else None,
        opens=_opens(first, background),
    )


def _opens(mention: Mention, background: Background) -> bool:
    """Whether no more than one word ("the", "this") stands before it in its sentence."""
    text = background.articles[mention.article_id].text
    return len(text[mention.sentence.start : mention.trigger.start].split()) <= 1


def _saying(mention: Mention) -> Hashable:
    """What a mention says; what is undated, unplaced or of unknown speakers says the same only within its article."""
    where = (mention.where.place.id, mention.where.where_prec) if mention.where else None
    roles = frozenset((actor.id, actor.role) for actor in mention.actors)
    vague = mention.when is None or where is None or (is_statement(mention.type) and not roles)
    scope = mention.article_id if vague else None
    return mention.kind, mention.type, mention.mode, _time(mention.when), where, roles, scope


def _time(when: TimeInterval | None) -> Hashable:
    if when is None:
        return None
    ends = when.start, when.end, when.open_start, when.open_end
    return *ends, when.precision, when.approximate, when.basis == "reported"


def _sentence(mention: Mention, background: Background) -> Hashable:
    """The sentence as one origin's articles share it: copied, even the undated and the unplaced is the same."""
    words = fold(background.quote(mention))
    if len(words.split()) < MIN_COPIED_WORDS:
        return mention.id
    place = mention.where.place.id if mention.where else None
    said = mention.kind, mention.type, mention.mode, place, mention.trigger.start - mention.sentence.start
    return background.origin(mention).key, words, said, _time(mention.when)
