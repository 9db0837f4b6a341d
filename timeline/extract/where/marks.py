"""The places that an article names, each with what speaks for or against its being where something happened.

A mark is what a reader would point at: named in the clause, in the sentence before, in the title, a capital, what the
rules chose. Each has a weight in ``ranking.toml`` (:mod:`timeline.extract.where.ranking`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log1p

from geodata.containing import is_within
from geodata.distance import kilometres
from geodata.model import TOWNS, Place, PlaceMatch
from geodata.precision import DISTRICT
from timeline.extract.text.clauses import share_clause
from timeline.extract.where.home import Asked
from timeline.extract.where.linking import cost
from timeline.extract.where.setting import NATIONAL, is_of_the_day, may_hold
from timeline.extract.where.venues import Venue

CHOSEN = "what the rules chose"
"""The mark of the place that the rules chose, which has to be beaten."""
_SPOTS = (*TOWNS, "feature")
_FIGHTING = frozenset({"ASSAULT", "RETREAT"})
"""Types of fighting, beside which a capital mostly stands for its government."""
_ABROAD = frozenset({"ASSAULT", "RETREAT", "AID"})
"""Types of what is done in other countries, too."""
_FAR, _FAR_WORDS = 3.0, 20
"""How far a place may count as being from the verb, and the words, or marks between, that make 1."""
_NEAR_KM = 30
"""Distance up to which two places are near each other."""

Marks = Mapping[str, float]
"""What speaks for or against a place, in words → how much of it there is, 1 where it only can be or not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that may be meant; ``match`` is None where the rules know no place.

    ``venue`` is the place as the sentence names it, None where only another one does.
    """

    match: PlaceMatch | None
    venue: Venue | None = None
    marks: Marks


def candidates(asked: Asked, chosen: PlaceMatch | None) -> list[Candidate]:
    """The place that the rules chose, then all others that may be meant; of its own sentence, where that names it."""
    around = _Around(asked, chosen)
    known = {name: around.standing(named) for name, named in around.elsewhere.items()}
    known |= {name: named[0].match for name, named in around.here.items()}
    known = {name: match for name, match in known.items() if around.may_hold(match)}
    if chosen:
        known[chosen.place.id] = chosen
        return sorted(map(around.candidate, known.values()), key=lambda one: CHOSEN not in one.marks)
    return [Candidate(match=None, marks={CHOSEN: 1.0}), *map(around.candidate, known.values())]


class _Around:
    """What the marks of all places that may be meant are made from."""

    def __init__(self, asked: Asked, chosen: PlaceMatch | None) -> None:
        self.asked, self.chosen = asked, chosen
        self.told, self.sentence, self.trigger = asked.sentence.told, asked.sentence, asked.trigger
        self.here: dict[str, list[Venue]] = defaultdict(list)
        for venue in self.sentence.venues:
            self.here[venue.match.place.id].append(venue)
        self.elsewhere = _elsewhere(asked)
        self.times = Counter(match.place.id for match in self.told.places)
        self.passages = tuple(_passages(asked))
        towns = (match for match in self._before() if match.place.kind in TOWNS)
        self.last_town = max(towns, key=lambda match: match.span.start, default=None)
        self.told_at = Counter(mention.where.place.id for mention in asked.reading.mentions if mention.where)
        self.least = min((self._cost(v) for v in self.sentence.venues if v.evidence == "venue"), default=None)

    def _before(self) -> Iterator[PlaceMatch]:
        """Places that other sentences name before this one."""
        start = self.sentence.passage.span.start
        return (match for match in chain(*self.elsewhere.values()) if match.span.start < start)

    def _cost(self, venue: Venue) -> int:
        return cost(self.sentence.tokens, self.trigger, venue, self.sentence.triggers)

    def standing(self, named: Sequence[PlaceMatch]) -> PlaceMatch:
        """The mention of a place that a sentence goes on with: the last one before it, else the first behind it."""
        before = [match for match in named if match.span.end <= self.sentence.span.start]
        return before[-1] if before else named[0]

    def may_hold(self, match: PlaceMatch) -> bool:
        """Whether something may have happened at a place at all: not where a government speaks, or people come from.

        No town named elsewhere holds what the sentence puts in a village that nobody knows, what it tells of others, or
        what an item of a digest tells.
        """
        here = self.here.get(match.place.id)
        if here is None:
            stands = self.sentence.item is not None or self._is_of_others(match.place)
            return not stands and may_hold(self.asked, match)
        return not all(venue.origin or venue.evidence == "speaker" for venue in here)

    def _is_of_others(self, place: Place) -> bool:
        """Whether a sentence tells what other countries than that of a place do; armies and helpers act abroad."""
        abroad = self.trigger.rule.type in _ABROAD or self.sentence.refers_back
        return not abroad and bool(self.sentence.countries) and place.country not in self.sentence.countries

    def candidate(self, match: PlaceMatch) -> Candidate:
        """A place with its marks."""
        name = match.place.id
        marks = dict(
            chain(self._in_sentence(match.place), self._in_text(name), self._of_story(match), self._kind(match))
        )
        if self.chosen:
            marks |= {CHOSEN: 1.0} if self.chosen.place.id == name else dict(_beside(match.place, self.chosen.place))
        here = self.here.get(name)
        return Candidate(
            match=match,
            venue=here[0] if here else None,
            marks={mark: float(amount) for mark, amount in marks.items() if amount},
        )

    def _in_sentence(self, place: Place) -> Iterator[tuple[str, float]]:
        """What its own sentence says of a place."""
        named = self.here.get(place.id, [])
        if not named:
            yield "named elsewhere, where the sentence names a place of its own", self.least is not None
            yield "named elsewhere, for what was long ago", not is_of_the_day(self.asked.reading, self.asked.when)
            return
        nearest = [self._cost(venue) for venue in named]
        yield "named in the sentence", True
        yield "a town named in the sentence", place.kind in _SPOTS
        yield "named in the clause of the verb", any(share_clause(self.sentence.tokens, self.trigger, v) for v in named)
        yield "where the sentence puts something", any(venue.evidence == "venue" for venue in named)
        yield (
            "the nearest to the verb",
            any(far == self.least for far, venue in zip(nearest, named, strict=True) if venue.evidence == "venue"),
        )
        yield "how far it is from the verb", min(_FAR, min(nearest) / _FAR_WORDS)

    def _in_text(self, name: str) -> Iterator[tuple[str, float]]:
        """Where else the text names a place."""
        starts = [match.span.start for match in self.elsewhere.get(name, ())]
        for mark, first, end in self.passages:
            yield mark, any(first <= start < end for start in starts)
        yield "the town named last", self.last_town is not None and self.last_town.place.id == name
        yield "named in the title", name in self.told.titled
        yield "how often the text names it", log1p(self.times[name])

    def _of_story(self, match: PlaceMatch) -> Iterator[tuple[str, float]]:
        """How a place lies to what the article is about and has told."""
        name, about, town = match.place.id, self.told.about, self.told.town
        if about and about.place.id != name:
            inside = is_within(match.place, about.place)
            yield "in the land that the text is about", inside
            yield "outside the land that the text is about", not inside
        yield "the town that the text is about", town is not None and town.place.id == name
        yield "in the country that the text is about", match.place.country == self.told.country is not None
        yield "the share of what was told before that was there", self.told_at[name] / (self.told_at.total() or 1)

    def _kind(self, match: PlaceMatch) -> Iterator[tuple[str, float]]:
        """What a place is."""
        fighting = self.trigger.rule.type in _FIGHTING
        yield "a town or a spot", match.place.kind in _SPOTS
        yield "a country", match.place.kind == "country"
        yield "a capital, of fighting", fighting and match.place.id in self.told.seats
        yield "a town, of what a whole people does", match.place.kind in _SPOTS and self.trigger.rule.mode in NATIONAL
        yield "coarser than a district", match.where_prec > DISTRICT


def _elsewhere(asked: Asked) -> dict[str, list[PlaceMatch]]:
    """The places that other sentences name, by their ids; the dateline is none."""
    told, here = asked.sentence.told, asked.sentence.passage.span
    found: dict[str, list[PlaceMatch]] = defaultdict(list)
    for match in told.places:
        if not match.span.overlaps(here) and not (told.dateline and match.span.overlaps(told.dateline)):
            found[match.place.id].append(match)
    return found


def _passages(asked: Asked) -> Iterator[tuple[str, int, int]]:
    """The passages of the text that say something by naming a place: the mark, where it starts and ends."""
    reading, text = asked.reading, asked.sentence.told.article.text
    here = asked.sentence.passage.span
    same = [span for paragraph, span in reading.read if paragraph == reading.paragraph]
    before = [span for paragraph, span in reading.read if paragraph == reading.paragraph - 1]
    earlier = [span for paragraph, span in reading.read if paragraph < reading.paragraph - 1]
    lead = [span for paragraph, span in reading.read if paragraph == 0] or [here]
    end = text.find("\n", here.end)
    if same:
        yield "named in the sentence before", same[-1].start, same[-1].end
        yield "named in the first sentence of the paragraph", same[0].start, same[0].end
    if before:
        yield "named in the paragraph before", before[0].start, before[-1].end
    if earlier:
        yield "named paragraphs before", earlier[0].start, earlier[-1].end
    if end > 0:
        yield "named in a later paragraph", end, len(text)
    yield "named in the first paragraph", lead[0].start, lead[-1].end if reading.paragraph else max(end, here.end)


def _beside(place: Place, chosen: Place) -> Iterator[tuple[str, float]]:
    """How a place lies to that which the rules chose."""
    yield "in the place that the rules chose", chosen.kind not in TOWNS and is_within(place, chosen)
    yield "around the place that the rules chose", place.kind not in TOWNS and is_within(chosen, place)
    yield "near the place that the rules chose", kilometres(place, chosen) < _NEAR_KM
