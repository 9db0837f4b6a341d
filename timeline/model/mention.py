"""One telling of one happening in one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from geodata.model import PlaceMatch, Span
from timeline.model.timex import TimeInterval

Status = Literal[
    "happened", "ongoing", "disputed", "planned", "hypothetical", "threatened", "unconfirmed", "denied", "cancelled"
]
TOLD_AS_FACT: frozenset[Status] = frozenset({"happened", "ongoing", "disputed"})
ActorRole = Literal["actor", "recipient", "named"]
"""The part of a party; ``named`` where the sentence names it beside a happening and doesn't show its part."""
AttributionKind = Literal["asserted", "claimed", "denied"]
TollCategory = Literal["killed", "wounded", "captured", "missing", "displaced"]
EventKind = Literal["event", "state"]
OWN_VOICE = "publisher"
"""``Attribution.source`` of what an article says in its publisher's own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party to a happening. ``id`` is an id of the region's ``actors.csv`` or ``iso:<alpha-2>`` of a country."""

    id: str
    name: str
    role: ActorRole
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so. ``source`` is the name as shown, :data:`OWN_VOICE` for the publisher's own voice."""

    source: str = OWN_VOICE
    kind: AttributionKind = "asserted"
    span: Span | None = None
    actor_id: str | None = None


ITS_OWN = Attribution()
"""Of what an article says in its publisher's own voice, as most is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of victims as said; nothing is ever summed. ``low`` and ``high`` are None for "dozens"."""

    words: str
    low: int | None
    high: int | None
    category: TollCategory
    victims: str | None = None
    claimant: str = OWN_VOICE
    as_of: date | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A happening as one sentence tells it. ``provenance`` says which rules gave type, time and place.

    ``when`` and ``where`` are None for the undated and the unplaced; ``type`` is a PLOVER code, ``mode`` refines it.
    """

    id: str
    article_id: str
    sentence: Span
    trigger: Span
    type: str
    mode: str | None = None
    kind: EventKind = "event"
    status: Status = "happened"
    when: TimeInterval | None = None
    where: PlaceMatch | None = None
    actors: tuple[Actor, ...] = ()
    attribution: Attribution = field(default_factory=Attribution)
    tolls: tuple[Toll, ...] = ()
    score: float = 0.5
    provenance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A word that may tell of a happening and made no mention: its sentence, its rule and why, in words."""

    sentence: Span
    trigger: Span
    rule: str
    why: str
