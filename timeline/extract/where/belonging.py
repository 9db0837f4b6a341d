"""Which of the places of a sentence belong to something else in it than to a trigger: owners, asides, other verbs."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.text.clauses import is_apposition, share_clause
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import Trigger, ends_clause
from timeline.extract.when.whens import Stretch
from timeline.extract.where.venues import Venue
from timeline.extract.who.speaking import TARGETING

AND_COST = 6
"""How much farther a place counts that stands with another trigger before an "and"."""
_OWNER_COST = 18
"""How much farther a country counts that may only be whose attack it was."""
_RIGHT_BEHIND = 2
"""Words between a verb of leaving and the land that is left ("fled from the region of X to Y")."""
_BESIDE_WORDS = 3
"""Words between a verb and the place that is its own."""
LANDS = ("country", "region", "admin1")
"""Kinds of places whose people and bodies act elsewhere, too."""


def remoteness(
    tokens: Tokens, trigger: Trigger, venue: Venue, venues: Sequence[Venue], triggers: Sequence[Trigger]
) -> int:
    """How much farther a place counts than its words say, as it may belong to somebody or something else."""
    owner = _owns(tokens, trigger, venue, venues), _is_whose(tokens, trigger, venue, venues)
    others = _is_aside(tokens, trigger, venue, triggers), _is_of_participle(tokens, trigger, venue, venues)
    verbs = is_told_before_and(tokens, trigger, venue, triggers), _is_of_subject(tokens, trigger, venue, venues)
    return _OWNER_COST * sum((*owner, *others)) + AND_COST * sum(verbs)


def _owns(tokens: Tokens, trigger: Trigger, venue: Venue, venues: Sequence[Venue]) -> bool:
    """Whether a country right behind an attack is whose it was, as its clause names a target, too ("… of X on Y")."""
    if venue.match.place.kind != "country" or venue.firm or trigger.rule.type not in TARGETING:
        return False
    behind = (other for other in venues if other.start >= venue.end and other.match.place.kind != "country")
    return any(not ends_clause(tokens, venue.end - 1, other.start) for other in behind)


def _is_whose(tokens: Tokens, trigger: Trigger, venue: Venue, venues: Sequence[Venue]) -> bool:
    """Whether a land that nothing puts there stands in the trigger's clause with a place where something is put.

    "The trial of the leaders of X opened in Y": X is whose they are.
    """
    if venue.firm or venue.origin or venue.match.place.kind not in LANDS:
        return False
    leaves = trigger.rule.type == "RETREAT" or trigger.rule.mode == "displacement"
    if (leaves and 0 <= venue.start - trigger.end <= _RIGHT_BEHIND) or not share_clause(tokens, trigger, venue):
        return False
    return any(other.firm and other.row != venue.row and share_clause(tokens, trigger, other) for other in venues)


def _is_aside(tokens: Tokens, trigger: Trigger, venue: Venue, triggers: Sequence[Trigger]) -> bool:
    """Whether a place stands before a trigger in an apposition that tells of nothing."""
    told = any(share_clause(tokens, other, venue) for other in triggers)
    return not (told or trigger.is_statement) and is_apposition(tokens, venue, trigger.start)


def _is_of_participle(tokens: Tokens, trigger: Trigger, venue: Venue, venues: Sequence[Venue]) -> bool:
    """Whether a place is that of a participle before its noun, as another one is put behind it, nearer to the verb.

    «Donetsk sınırına yaklaşan konvoy Rostov kavşağında …»
    """
    behind = [v for v in venues if v.firm and venue.end < v.start and v.end <= trigger.start and v.row != venue.row]
    if not (tokens.attributes and behind):
        return False
    return any(map(tokens.is_attribute, range(venue.end, behind[-1].start)))


def _is_of_subject(tokens: Tokens, trigger: Trigger, venue: Venue, venues: Sequence[Venue]) -> bool:
    """Whether a place before a verb is its subject's, as one stands behind it ("men taken at X were freed in Y")."""
    if tokens.verb_last or venue.end > trigger.start or venue.start <= 1:
        return False
    behind = (v for v in venues if 0 <= v.start - trigger.end <= _BESIDE_WORDS and v.firm and not v.origin)
    return any(share_clause(tokens, trigger, v) for v in behind)


def is_told_before_and(tokens: Tokens, trigger: Trigger, venue: Stretch, triggers: Sequence[Trigger]) -> bool:
    """Whether a place or time stands behind another trigger, before the "and" of a trigger ("… in X and … in Y")."""
    if tokens.verb_last or tokens.ands.isdisjoint(range(venue.end, trigger.start)):
        return False
    before = (other for other in triggers if other.end <= venue.start)
    return any(share_clause(tokens, other, venue) for other in before)


def is_of_later_verb(tokens: Tokens, trigger: Trigger, venue: Venue, triggers: Sequence[Trigger]) -> bool:
    """Whether a place stands in a later clause that "and" opens, beside a verb there ("…, and peace was made at X")."""
    between = (n for n in range(trigger.end, venue.start) if n in tokens.ands)
    begins = [n for n in between if tokens.verb_last or ends_clause(tokens, n - 1, n)]
    return bool(begins) and any(
        other.start >= begins[-1] and not other.rule.consequence and share_clause(tokens, other, venue)
        for other in triggers
    )


def is_agreed_about(tokens: Tokens, venue: Venue, venues: Sequence[Venue]) -> bool:
    """Whether a land stands behind the town in which a clause agrees about it ("in Vienna … a ceasefire in X")."""
    if venue.match.place.kind not in LANDS:
        return False
    before = (v for v in venues if v.firm and not v.origin and v.match.place.kind == "city" and v.end <= venue.start)
    return any(share_clause(tokens, v, venue) or _opens(tokens, v) for v in before)


def _opens(tokens: Tokens, venue: Venue) -> bool:
    """Whether nothing but a time and prepositions stands before a place ("On 4 April in Vienna, …")."""
    return all(n in tokens.times or tokens[n].word in tokens.small_words for n in range(venue.start))
