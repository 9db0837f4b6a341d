"""Numbers of victims as each claimant gives them: a later figure supersedes, nothing is ever summed or averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.merge import victims
from timeline.merge.claimants import claimants
from timeline.merge.tellings import Background
from timeline.model.mention import OWN_VOICE, Mention, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    toll: Toll
    claimant: str
    language: str

    @property
    def series(self) -> tuple[str, str]:
        """Figures of which a later one may supersede an earlier one: of one claimant, of one harm."""
        return self.claimant, self.toll.category

    @property
    def kind(self) -> str:
        """Who is counted: people, military, civilians, in whatever language; else the word for them itself."""
        return victims.kind(self.toll.victims or "", self.language)


def tolls(mentions: Sequence[Mention], background: Background) -> tuple[Toll, ...]:
    """All figures of all claimants, first told first, without repetitions and without what its own source superseded.

    The publisher's own voice becomes the name of the origin, and a figure without a day that of its report.
    """
    who = claimants(mentions, background)
    told = [_told(toll, mention, who[mention.id], background) for mention in mentions for toll in mention.tolls]
    kept: list[_Told] = []
    for one in told:
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return tuple(one.toll for one in kept if not any(_supersedes(other, one) for other in kept))


def _told(toll: Toll, mention: Mention, speaker: str, background: Background) -> _Told:
    """A figure with the key of its claimant: the speaker of the mention, if the figure is by the same."""
    article = background.articles[mention.article_id]
    origin = background.origin(mention)
    own = toll.claimant == OWN_VOICE
    by_speaker = toll.claimant == mention.attribution.source
    return _Told(
        toll=replace(toll, claimant=origin.name if own else toll.claimant, as_of=toll.as_of or article.published),
        claimant=speaker if by_speaker else origin.key if own else background.bodies.origin(toll.claimant).key,
        language=article.language,
    )


def _repeats(one: _Told, other: _Told) -> bool:
    """The same figure by the same claimant; in another language without regard to the words for the victims."""
    same = (one.claimant, one.toll.category, one.toll.low, one.toll.high)
    if same != (other.claimant, other.toll.category, other.toll.low, other.toll.high):
        return False
    vague = one.toll.low is None and one.language == other.language and one.toll.words != other.toll.words
    return not vague and (one.language != other.language or one.kind == other.kind)


def _supersedes(later: _Told, earlier: _Told) -> bool:
    """Whether one figure stands for another of its series, being of a later day.

    It counts the same victims, or as a total all of them; and no count up to now gives way to one of some day.
    """
    if later.series != earlier.series or (earlier.toll.cumulative and not later.toll.cumulative):
        return False
    all_of_them = later.kind == victims.PEOPLE and later.toll.cumulative
    same = later.kind == earlier.kind or all_of_them
    return same and (later.toll.as_of or date.min) > (earlier.toll.as_of or date.min)
