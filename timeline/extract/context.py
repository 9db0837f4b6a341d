"""What a sentence may inherit from those before it: a time, a place, a speaker, each with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from geodata.model import PlaceMatch, Span
from geodata.tokens import fold_word
from timeline.extract.text.headings import Item
from timeline.extract.what.triggers import STATEMENTS
from timeline.extract.when.later_day import dated_by, with_later_day
from timeline.extract.when.telltimes import goes_on
from timeline.model.mention import ITS_OWN, OWN_VOICE, TOLD_AS_FACT, Attribution, LeftOut, Mention, Toll
from timeline.model.timex import TimeInterval

TIME_BEFORE = "time of the sentence before"
_MEMORY = 2
"""Sentences for which a time or place said once goes on."""
_STORY = 3
"""Sentences of a paragraph for which a day goes on that nothing else was told of."""
_PARAGRAPH = 4
"""Most sentences of the paragraph before whose source a new one names."""
_TOWNS = frozenset({"city", "village", "feature"})
_LEAD = 3
"""Paragraphs that tell the news of the day: what has no time there happened by the day of the report."""


@dataclass(slots=True, kw_only=True)
class Context:
    """The state of reading one article, sentence by sentence, with the mentions found so far."""

    published: date | None
    main_place: PlaceMatch | None
    mentions: list[Mention] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    sentence: int = 0
    paragraph: int = 0
    speaker: tuple[int, int, Attribution] = (-99, -99, Attribution())
    named: tuple[int, Callable[[], Attribution]] = (-99, Attribution)
    account: tuple[int, int, Attribution] = (-99, 0, Attribution())
    quoted: tuple[Span | None, Attribution] = (None, ITS_OWN)
    last: Mention | None = None
    last_sentence: int = -99
    last_paragraph: int = -99
    heading: TimeInterval | None = None
    told_time: tuple[int, int, TimeInterval | None] = (-99, -99, None)
    town: PlaceMatch | None = None
    told_place: tuple[int, int, PlaceMatch | None] = (-99, -99, None)
    by_type: dict[str, tuple[int, Mention]] = field(default_factory=dict)
    item: Item | None = None
    said: frozenset[TimeInterval | None] = frozenset()
    asides: frozenset[str] = frozenset()
    days_named: Sequence[TimeInterval] = ()
    dated: bool = False
    read: list[tuple[int, Span]] = field(default_factory=list)
    spoken: Mapping[date, bool] = field(default_factory=dict)

    def turn_to(self, item: Item | None) -> None:
        """Go on with an item of a digest; nothing of the one before holds in it.

        An item with the hour is of the day of the report.
        """
        if item is None or item is self.item:
            return
        self.item = item
        self.last, self.last_sentence, self.by_type = None, -99, {}
        self.town, self.told_time, self.told_place = None, (-99, -99, None), (-99, -99, None)
        if item.clock and self.published:
            self.heading = TimeInterval(start=self.published, end=self.published, precision="day", basis="reported")

    def take(self, mentions: Sequence[Mention]) -> None:
        """Add the mentions of a sentence; the last dated or placed one is what the next may go on with.

        The day of the report is passed on only where no other time was told shortly before.
        """
        self.mentions = [*with_later_day(self.mentions, mentions, self), *mentions]
        self.dated = self.dated or (bool(self.days_named) and self.sentence > 0)
        told = [mention for mention in mentions if (mention.when or mention.where) and mention.id not in self.asides]
        if self.inherited() is not None:  # what didn't happen is where and when nothing else did
            told = [mention for mention in told if mention.status in TOLD_AS_FACT and mention.when not in self.said]
        firm = [mention for mention in told if mention.when is None or mention.when.basis != "reported"]
        if firm or (told and self.inherited() is None):
            self.last, self.last_sentence, self.last_paragraph = goes_on(firm or told), self.sentence, self.paragraph
        if any(m.where and self.told_place[2] and m.where.place.id == self.told_place[2].place.id for m in mentions):
            self.told_place = (-99, -99, None)  # something is told of it, if only a plan
        self.by_type |= {mention.type: (self.sentence, mention) for mention in told if mention.where}

    def add_tolls(self, found: tuple[Toll, ...]) -> None:
        """Add tolls to the mention that a sentence goes on with."""
        if self.last is not None:
            self._retell([replace(self.last, tolls=(*self.last.tolls, *found))])

    def credit(self, attribution: Attribution) -> None:
        """Give the word, for what the paragraph told in the publisher's own voice, to whom the next sentence names.

        Where that opens a paragraph, it is of the one before.
        """
        last = self.read[-1][0] if self.read else self.paragraph
        spans = [span for paragraph, span in self.read if paragraph == last]
        before = spans if last == self.paragraph else spans[-_PARAGRAPH:]
        told = [m for m in self.mentions if m.attribution.source == OWN_VOICE and m.sentence in before]
        self._retell([replace(mention, attribution=attribution) for mention in told])

    def credit_within(self, quotation: Span, attribution: Attribution) -> None:
        """Give the word for what a quotation told so far to whom the sentence behind its end names."""
        told = [m for m in self.mentions if quotation.start <= m.trigger.start < quotation.end]
        self._retell([replace(m, attribution=attribution) for m in told if m.attribution.source == OWN_VOICE])
        self.quoted = (quotation, attribution)

    def credit_last(self, attribution: Attribution) -> None:
        """Give the word, for the happening of the sentence before, to who tells what came of it."""
        next_to = self.sentence - self.last_sentence == 1 and self.paragraph == self.last_paragraph
        if self.last is None or not next_to or self.last.attribution.source != OWN_VOICE:
            return
        same = [m for m in self.mentions if (m.sentence, m.type) == (self.last.sentence, self.last.type)]
        self._retell([replace(m, attribution=attribution) for m in same if m.attribution.source == OWN_VOICE])

    def _retell(self, mentions: Sequence[Mention]) -> None:
        """Put mentions in the place of those of their ids."""
        by_id = {mention.id: mention for mention in mentions}
        self.mentions = [by_id.get(mention.id, mention) for mention in self.mentions]
        self.last = by_id.get(self.last.id, self.last) if self.last else None

    def date_before(self, day: TimeInterval) -> None:
        """Put what the sentence before told on a day that only this one names."""
        self._retell([m for m in dated_by(self.mentions, day, self) if m not in self.mentions])
        self.days_named, self.said = (day,), frozenset()
        self.note((day,), ())

    def doubt(self, is_hearsay: Callable[[Attribution], bool]) -> None:
        """Take back what the sentence before told, as this one denies it: hearsay is denied, all else disputed."""
        before = self.read[-1][1] if self.read else None
        told = [m for m in self.mentions if m.sentence == before and m.status == "happened"]
        deeds = [mention for mention in told if mention.type not in STATEMENTS]
        self._retell([replace(m, status="denied" if is_hearsay(m.attribution) else "disputed") for m in deeds])

    def hand_over(self, attribution: Attribution, *, is_heading: bool = True) -> None:
        """Open somebody's account, which goes on in the paragraph, or in the next one where it is a heading."""
        before = sum(paragraph == self.paragraph for paragraph, _ in self.read)
        self.account = (self.paragraph, before if is_heading else before + 1, attribution)

    def in_account(self) -> Attribution:
        """Who tells the account that a sentence stands in, the publisher where none was opened."""
        paragraph, before, attribution = self.account
        if self.paragraph == paragraph:
            return attribution
        is_next = before == 0 and self.paragraph == paragraph + 1
        is_heading = is_next and sum(one == paragraph for one, _ in self.read) == 1
        return attribution if is_heading else ITS_OWN

    def named_before(self) -> Attribution:
        """Who the sentence right before tells of."""
        sentence, name = self.named
        return name() if self.sentence - sentence == 1 else ITS_OWN

    def in_full(self, attribution: Attribution) -> Attribution:
        """The speaker under the fuller name of the one who spoke last ("the ministry" after "the X ministry").

        Only the last speaker counts: between two ministries, a short name says too little to put words in a mouth.
        """
        last = self.speaker[2]
        words, known = (frozenset(fold_word(one.source).split()) for one in (attribution, last))
        return replace(attribution, source=last.source, actor_id=last.actor_id) if words < known else attribution

    def heard(self, attribution: Attribution) -> None:
        """Take a speaker as the one who has the word from this sentence on."""
        self.speaker = (self.sentence, self.paragraph, attribution)

    def spoke_before(self) -> Attribution:
        """Who had the word a sentence or two ago: for verbs of speech without a speaker of their own."""
        sentence, _, attribution = self.speaker
        return attribution if self.sentence - sentence <= _MEMORY else ITS_OWN

    def goes_on_speaking(self) -> Attribution:
        """Who had the word in the sentence right before, in the same paragraph or in the lead."""
        sentence, paragraph, attribution = self.speaker
        next_to = self.sentence - sentence == 1 and (paragraph == self.paragraph or self.sentence == 1)
        return attribution if next_to else ITS_OWN

    def inherited(self) -> Mention | None:
        """The mention that this sentence may go on with."""
        return self.last if self.sentence - self.last_sentence <= _MEMORY else None

    def note(self, times: Sequence[TimeInterval], places: Sequence[PlaceMatch]) -> None:
        """Keep the time and the place that a sentence names, whether or not something is told of them there."""
        past = [one for one in times if not (one.open_end or one.open_start) and not self._is_ahead(one)]
        if len(past) == 1:
            self.told_time = (self.sentence, self.paragraph, past[0])
        towns = [one for one in places if one.place.kind in _TOWNS]
        self.town = towns[-1] if towns else self.town
        if places and len(towns) == len(places):
            self.told_place = (self.sentence, self.paragraph, places[-1])

    def head(self, day: TimeInterval, *, is_clock: bool) -> None:
        """Take a line that holds nothing but a time as the time of what stands below it.

        The day of the report is no such heading, unless the line tells the hour, as live blogs do, or ends a chronicle.
        """
        first = self.heading is None
        is_report = self.published is not None and day.start == self.published and first and not is_clock
        self.heading = None if is_report else day
        self.last, self.last_sentence, self.told_time = None, -99, (-99, -99, None)

    def _is_ahead(self, when: TimeInterval) -> bool:
        return self.published is not None and when.start > self.published

    def _still_runs(self, when: TimeInterval) -> bool:
        """Whether a time is a year, or more, that holds the day of the report: it tells no day of what comes next."""
        now = self.published
        return now is not None and when.precision in ("year", "decade") and when.start <= now <= when.end

    def time_before(self) -> tuple[TimeInterval, str] | None:
        """The time that this sentence goes on with, and the reason: the last one told, or that of the heading above."""
        before, (sentence, paragraph, told) = self.inherited(), self.told_time
        told = None if told and self._still_runs(told) else told
        near = 1 if paragraph != self.paragraph or (told and told.precision != "day") else _STORY
        if told and sentence > self.last_sentence and self.sentence - sentence <= near:
            return told, TIME_BEFORE
        if before and before.when and not before.when.open_end and not self._still_runs(before.when):
            return before.when, TIME_BEFORE
        return self.heading_time()

    def time_of_statement(self) -> tuple[TimeInterval, str] | None:
        """The time of what is said: that of the heading above, or a finer one told since.

        What is said of a story of long ago is said on the day of the report.
        """
        heading, before = self.heading_time(), self.time_before()
        if heading is None or before is None or heading[0].precision == "day":
            return heading
        inside = heading[0].start <= before[0].start and before[0].end <= heading[0].end
        return before if inside else heading

    def heading_time(self) -> tuple[TimeInterval, str] | None:
        """The time of the heading above, with the reason."""
        return (self.heading, "the day that heads the passage") if self.heading else None

    def place_before(self) -> PlaceMatch | None:
        """The town that the sentence right before names, in this paragraph, where nothing was told of it there."""
        sentence, paragraph, place = self.told_place
        told_of = self.last_sentence >= sentence
        return place if not told_of and self.sentence - sentence == 1 and paragraph == self.paragraph else None

    def same_kind(self, code: str) -> Mention | None:
        """The last placed mention of a type that this sentence may go on with ("The clashes killed …")."""
        sentence, mention = self.by_type.get(code, (-99, None))
        return mention if self.sentence - sentence <= _MEMORY else None

    def reported(self) -> TimeInterval | None:
        """The day of the report, for what the lead or an item of a digest tells without a time."""
        if self.published is None or (self.paragraph >= _LEAD and self.item is None):
            return None
        return TimeInterval(start=self.published, end=self.published, precision="day", basis="reported")
