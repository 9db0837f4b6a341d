"""Who makes a claim: keys that tell claimants apart, whatever language names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from geodata.fold import fold
from timeline.merge.origins import COUNTRY
from timeline.merge.tellings import Background
from timeline.model.mention import OWN_VOICE, Mention

Name = tuple[str, str, str]
"""Origin, language and folded name of a speaker whom nobody knows."""


def denies(mention: Mention) -> bool:
    """Whether the mention says that it did not happen."""
    return mention.status == "denied" or mention.attribution.kind == "denied"


def claimant(mention: Mention, background: Background) -> str:
    """The actor where it is known; the origin for its own voice, and for "the ministry" in a ministry's own account."""
    attribution, origin = mention.attribution, background.origin(mention)
    if attribution.actor_id:
        return attribution.actor_id
    if attribution.source == OWN_VOICE or origin.actor_id:
        return origin.key
    return background.bodies.origin(attribution.source).key


def claimants(mentions: Iterable[Mention], background: Background) -> dict[str, str]:
    """The claimant of each mention by its id.

    A name that translations of one account each write differently is one claimant, and a country stands for the only
    body of that country that speaks.
    """
    told = list(mentions)
    keys = {mention.id: claimant(mention, background) for mention in told}
    unknown = {mention.id: _name(mention, background) for mention in told if _is_unknown(mention, keys[mention.id])}
    same = _translations([(_saying(mention), unknown[mention.id]) for mention in told if mention.id in unknown])
    keys |= {name: "\0".join(same[unknown_name]) for name, unknown_name in unknown.items()}
    bodies = _only_bodies(set(keys.values()), background)
    return {name: bodies.get(key, key) for name, key in keys.items()}


def _is_unknown(mention: Mention, key: str) -> bool:
    """Whether the claimant is only a name in the article's language."""
    attribution = mention.attribution
    return attribution.source != OWN_VOICE and not attribution.actor_id and key == fold(attribution.source)


def _name(mention: Mention, background: Background) -> Name:
    language = background.articles[mention.article_id].language
    return background.origin(mention).key, language, fold(mention.attribution.source)


def _translations(sayings: Sequence[tuple[Hashable, Name]]) -> dict[Name, Name]:
    """For each name one that stands for it: those are one that tell the same for one origin, once in each language."""
    stands_for = {name: name for _, name in sayings}
    told: dict[Hashable, set[Name]] = defaultdict(set)
    for saying, name in sayings:
        told[saying, name[0]].add(name)
    for same in told.values():
        if len({language for _, language, _ in same}) == len(same):
            joined = {stands_for[name] for name in same}
            first = min(joined)
            stands_for.update({name: first for name, other in stands_for.items() if other in joined})
    return stands_for


def _saying(mention: Mention) -> Hashable:
    days = (mention.when.start, mention.when.end) if mention.when else None
    return mention.type, days, mention.where.place.id if mention.where else None


def _only_bodies(keys: set[str], background: Background) -> dict[str, str]:
    """For a country that speaks, the body of it that speaks too, if there is only one."""
    found = {}
    for country in (key for key in keys if key.startswith(COUNTRY)):
        bodies = [key for key in keys if key != country and background.bodies.side(key) == country]
        if len(bodies) == 1:
            found[country] = bodies[0]
    return found
