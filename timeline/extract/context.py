"""What a sentence may inherit from those before it: a time, a place, a speaker, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from geodata.model import PlaceMatch
from timeline.model.mention import Attribution, Mention
from timeline.model.timex import TimeInterval

_MEMORY = 2
"""Sentences for which a time or place said once goes on."""
_LEAD = 3
"""Paragraphs that tell the news of the day: what has no time there happened by the day of the report."""


@dataclass(slots=True, kw_only=True)
class Context:
    """The state of reading one article, sentence by sentence."""

    published: date | None
    main_place: PlaceMatch | None
    sentence: int = 0
    paragraph: int = 0
    attribution: Attribution = field(default_factory=Attribution)
    last: Mention | None = None
    last_sentence: int = -99

    def remember(self, mentions: Sequence[Mention]) -> None:
        """Take the last dated or placed mention of a sentence as what follows may go on with."""
        told = [mention for mention in mentions if mention.when or mention.where]
        if told:
            self.last, self.last_sentence = told[-1], self.sentence

    def inherited(self) -> Mention | None:
        """The mention that this sentence may go on with."""
        return self.last if self.sentence - self.last_sentence <= _MEMORY else None

    def reported(self) -> TimeInterval | None:
        """The day of the report, for what the lead tells without a time."""
        if self.published is None or self.paragraph >= _LEAD:
            return None
        return TimeInterval(start=self.published, end=self.published, precision="day", basis="reported")


def main_place(places: Sequence[PlaceMatch]) -> PlaceMatch | None:
    """The region that an article is about: its most named place that is neither a country nor a town."""
    regions = [match for match in places if match.place.kind in ("region", "admin1", "line")]
    counts = Counter(match.place.id for match in regions)
    if not counts:
        return None
    best = counts.most_common(1)[0][0]
    found = next(match for match in regions if match.place.id == best)
    return replace(found, role="concerns")
