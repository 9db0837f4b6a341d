"""Who says what of one happening: each claimant once, contradictions side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from timeline.merge.claimants import claimant, claimants, denies
from timeline.merge.tellings import Background
from timeline.model.event import Claim
from timeline.model.mention import OWN_VOICE, Mention

ENDS_OF_SENTENCE = '.!?…;։՜՞۔؟»”"'
MUTUAL = frozenset({"battle", "war"})
"""Modes of which both parties are actors, so that naming either is no blame."""


def claims(mentions: Sequence[Mention], background: Background) -> tuple[Claim, ...]:
    """One claim for each claimant, in the words of the first who tells it; denials apart.

    Translations of one account are one claim. A headline in the publisher's own voice that rests on what the article
    then attributes is none of its own.
    """
    who = claimants(mentions, background)
    said: dict[tuple[str, bool], list[Mention]] = defaultdict(list)
    for mention in _without_headlines(mentions, background):
        said[who[mention.id], denies(mention)].append(mention)
    return tuple(_claim(same, background) for same in said.values())


def contested(mentions: Sequence[Mention], background: Background) -> bool:
    """Whether different claimants contradict each other: one denies, or each blames the other."""
    who = claimants(mentions, background)
    pairs = combinations(_distinct(mentions, who), 2)
    return any(
        who[one.id] != who[other.id] and (denies(one) != denies(other) or _blame_each_other(one, other, background))
        for one, other in pairs
    )


def _without_headlines(mentions: Sequence[Mention], background: Background) -> Iterator[Mention]:
    attributing = {mention.article_id for mention in mentions if mention.attribution.source != OWN_VOICE}
    for mention in mentions:
        own_voice = mention.attribution.source == OWN_VOICE and mention.article_id in attributing
        if not (own_voice and _is_headline(mention, background)):
            yield mention


def _is_headline(mention: Mention, background: Background) -> bool:
    line = background.articles[mention.article_id].text.partition("\n")[0]
    return mention.sentence.end <= len(line) + 1 and line.rstrip()[-1:] not in ENDS_OF_SENTENCE


def _distinct(mentions: Sequence[Mention], who: Mapping[str, str]) -> list[Mention]:
    """One mention for all that the same claimant says in the same words of parties."""
    said = {(who[one.id], denies(one), frozenset((a.id, a.role) for a in one.actors)): one for one in mentions}
    return list(said.values())


def _blame_each_other(one: Mention, other: Mention, background: Background) -> bool:
    if MUTUAL & {one.mode, other.mode}:
        return False
    first, second = _sides(one, "actor", background), _sides(other, "actor", background)
    suffered = _sides(one, "recipient", background) & second or _sides(other, "recipient", background) & first
    accused = _own_side(other, background) & first and _own_side(one, background) & second
    return bool(first and second and not first & second and (suffered or accused))


def _sides(mention: Mention, role: str, background: Background) -> frozenset[str]:
    return frozenset(background.bodies.side(actor.id) for actor in mention.actors if actor.role == role)


def _own_side(mention: Mention, background: Background) -> frozenset[str]:
    return frozenset({background.bodies.side(claimant(mention, background))})


def _claim(said: Sequence[Mention], background: Background) -> Claim:
    first, *others = said
    return Claim(
        mention_id=first.id,
        article_id=first.article_id,
        quote=background.quote(first),
        language=background.articles[first.article_id].language,
        attribution=first.attribution,
        also=tuple(mention.id for mention in others),
    )
