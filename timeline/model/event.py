"""One happening as all articles together tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from geodata.model import PlaceMatch
from timeline.model.mention import Actor, Attribution, EventKind, Mention, Status, Toll
from timeline.model.timex import TimeInterval

Clarity = Literal["agreed", "contested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one source says of a happening: its words, who says so, where it was read.

    ``also`` are ids of further mentions of the same claim: its translations, copies and repetitions.
    """

    mention_id: str
    article_id: str
    quote: str
    language: str
    attribution: Attribution
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A happening, or a state that lasts.

    ``titles`` by language code, made from structure. ``origins`` are the independent sources (agency, ministry), each
    once. ``as_of`` is the day up to which a state is known to last. ``corrections`` are op ids that touched it.
    ``mentions`` are those told as fact; ``claims`` stand side by side, never averaged. ``why_merged`` says why the
    mentions are one event, in words.
    """

    id: str
    kind: EventKind = "event"
    type: str
    mode: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    when: TimeInterval | None = None
    where: PlaceMatch | None = None
    as_of: date | None = None
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    tolls: tuple[Toll, ...] = ()
    origins: tuple[str, ...] = ()
    clarity: Clarity = "agreed"
    status: Status = "happened"
    score: float = 0.5
    salience: float = 0.5
    episode: str | None = None
    corrections: tuple[str, ...] = ()
    reviewed: bool = False
    why_merged: str = ""
