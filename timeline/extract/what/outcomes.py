"""What came of a happening, which is no happening of its own beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.view import Sentence
from timeline.model.mention import TOLD_AS_FACT, Mention

_DEADLY = frozenset({"ASSAULT", "OTHER", "PROTEST"})
_NATURAL = frozenset({"disaster", "earthquake"})
"""Modes of what no one does."""
_DISPERSAL = ("COERCE", "restrict")
"""Type and mode of what the police does to a crowd, where people are hurt, too."""


def without_consequences(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without deaths and wounds that another mention of the sentence, at that time or place, caused.

    A bomb that explodes is one happening, too: an accident beside an attack, then and there, is none.
    """
    consequences = {trigger.rule.id for trigger in sentence.triggers if trigger.rule.consequence}
    deadly = [m for m in mentions if m.type in _DEADLY or (m.type, m.mode) == _DISPERSAL]
    causes = [m for m in deadly if m.provenance["type"] not in consequences]
    attacks = [(m.when, m.where) for m in causes if m.type == "ASSAULT" and m.status in TOLD_AS_FACT]
    return [
        mention
        for mention in mentions
        if not (mention.mode == "accident" and (mention.when, mention.where) in attacks)
        and (
            mention.provenance["type"] not in consequences
            or not any(cause.when == mention.when or cause.where == mention.where for cause in causes)
        )
    ]


def of_nature(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of an article, of which deaths and blows on the day of a disaster are the disaster's.

    "The quake struck in the morning. Six were killed." tells of no attack, unless somebody acts or the article has
    shots, shells or bombs that day.
    """
    disasters = [mention for mention in mentions if mention.mode in _NATURAL]
    armed = [mention for mention in mentions if mention.type == "ASSAULT" and mention.mode]
    return [_by_nature(mention, disasters, armed) for mention in mentions] if disasters else list(mentions)


def _by_nature(mention: Mention, disasters: Sequence[Mention], armed: Sequence[Mention]) -> Mention:
    if mention.type != "ASSAULT" or mention.mode or any(actor.role == "actor" for actor in mention.actors):
        return mention
    if any(_share_day(mention, one) for one in armed):
        return mention
    cause = next((one for one in disasters if _share_day(mention, one) and _share_land(mention, one)), None)
    return replace(mention, type=cause.type, mode=cause.mode) if cause else mention


def _share_day(one: Mention, other: Mention) -> bool:
    if one.when is None or other.when is None or {one.when.precision, other.when.precision} != {"day"}:
        return False
    return one.when.start <= other.when.end and other.when.start <= one.when.end


def _share_land(one: Mention, other: Mention) -> bool:
    """Whether nothing says that two happenings were in two countries."""
    return one.where is None or other.where is None or one.where.place.country == other.where.place.country
