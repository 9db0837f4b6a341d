"""One value out of what several sources say: the most precise that is supported, never a mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, TypeVar

from geodata.model import PlaceMatch
from timeline.merge import kinds
from timeline.merge.distance import lies_in, same_place
from timeline.merge.tellings import Background
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

Value = TypeVar("Value")
GRAINS = ("day", "month", "year", "decade")


def when(mentions: Sequence[Mention], background: Background) -> TimeInterval | None:
    """The finest time; among equally fine ones that which most origins give, then the shortest, then the earliest."""
    told = [(_days(mention.when), mention) for mention in mentions if mention.when]
    best = _best(told, background, coarseness=lambda days: days[:3])
    return min((one.when for one in best if one.when), key=lambda one: one.basis != "stated", default=None)


def where(mentions: Sequence[Mention], background: Background, *, is_contested: bool = False) -> PlaceMatch | None:
    """The most precise of the places that most origins support; where parties contradict each other, the most told one.

    A wider place supports the places within it, for it says nothing against them; but one telling of a village doesn't
    shrink what many tell of a region, so a place needs at least half as many origins as the one told most.
    """
    told: dict[str, list[tuple[PlaceMatch, Mention]]] = defaultdict(list)
    for mention in mentions:
        if mention.where:
            told[mention.where.place.id].append((mention.where, mention))

    def preference(name: str) -> tuple[Any, ...]:
        best = min((match for match, _ in told[name]), key=_sureness)
        support = {
            background.origin(mention).key
            for own in told.values()
            for match, mention in own
            if same_place(match, best) or lies_in(best, match)
        }
        often = -len(told[name])
        return -len(support), *((often, best.where_prec) if is_contested else (best.where_prec, often)), name

    voices = {name: len({background.origin(mention).key for _, mention in own}) for name, own in told.items()}
    often_enough = [name for name in told if 2 * voices[name] >= max(voices.values())]
    return min((match for match, _ in told[min(often_enough, key=preference)]), key=_sureness) if told else None


def of_known(mentions: Sequence[Mention], places: Collection[str]) -> PlaceMatch | None:
    """The place of a known happening, where any tells it: a town that was shelled in an offensive is not all of it."""
    told = [mention.where for mention in mentions if mention.where and mention.where.place.id in places]
    return min(told, key=_sureness, default=None)


def _sureness(match: PlaceMatch) -> tuple[int, float]:
    return match.where_prec, -match.score


def kind(mentions: Sequence[Mention], background: Background) -> tuple[str, str | None]:
    """The type that most origins give, and the mode that most of these give, any mode before none.

    An earthquake that is said to strike and kill is one, however often that is said.
    """
    blind = [mention for mention in mentions if kinds.is_blind(mention.type, mention.mode)]
    if blind and all(mention.mode is None for mention in mentions if mention.type != blind[0].type):
        mentions = blind
    best = _best([(mention.type, mention) for mention in mentions], background)
    event_type = best[0].type
    told = [(mention.mode, mention) for mention in mentions if mention.type == event_type and mention.mode]
    refined = _best(told, background)
    return event_type, refined[0].mode if refined else None


def _days(found: TimeInterval) -> tuple[Any, ...]:
    """A time without its wording: how coarse it is, how long, and the days."""
    length = (found.end - found.start).days
    ends = found.start, found.end, found.open_start, found.open_end
    return GRAINS.index(found.precision), found.basis == "reported", found.approximate, length, *ends


def _best(
    told: Iterable[tuple[Value, Mention]],
    background: Background,
    coarseness: Callable[[Value], Any] = lambda _: 0,
) -> list[Mention]:
    """Mentions, earliest first, of the least coarse value; of several, that which most origins, then mentions, give."""
    groups: dict[Value, list[Mention]] = defaultdict(list)
    for value, mention in told:
        groups[value].append(mention)
    if not groups:
        return []

    def preference(value: Value) -> tuple[Any, ...]:
        origins = {background.origin(mention).key for mention in groups[value]}
        return coarseness(value), -len(origins), -len(groups[value]), value

    return sorted(groups[min(groups, key=preference)], key=background.order)
