"""Corrections laid over events: the person wins, and every operation ends in exactly one state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geodata.gazetteer import Gazetteer
from geodata.model import Span
from timeline.corrections import fields, values
from timeline.corrections.anchors import Finder, Spot
from timeline.corrections.binding import meant
from timeline.corrections.undoing import undone
from timeline.errors import CorrectionError
from timeline.languages.titles import titles
from timeline.model.article import Article
from timeline.model.correction import Anchor, Correction, CorrectionState
from timeline.model.event import Event
from timeline.model.mention import Mention

_BLOCK = "\u2588"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a correction. ``note`` says it in words; ``event_ids`` are the events concerned."""

    op_id: str
    op: str
    state: CorrectionState
    note: str = ""
    event_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Events as people want them, what became of each correction, and by article the text that no output may show."""

    events: tuple[Event, ...]
    outcomes: tuple[Outcome, ...]
    redacted: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def redacts(self, mention: Mention) -> bool:
        """Whether a mention's sentence may stand in no output."""
        return any(mention.sentence.overlaps(span) for span in self.redacted.get(mention.article_id, ()))

    def masked(self, article: Article) -> Article:
        """The article with blocks for every character that no output may show; offsets stay true."""
        text = article.text
        for span in self.redacted.get(article.id, ()):
            text = text[: span.start] + _BLOCK * (span.end - span.start) + text[span.end :]
        return replace(article, text=text)


def apply(
    events: Sequence[Event],
    corrections: Sequence[Correction],
    articles: Mapping[str, Article],
    gazetteer: Gazetteer,
    redirects: Mapping[str, str] | None = None,
) -> Corrected:
    """Lay corrections over events, in the order of the file.

    Parameters
    ----------
    events : with their lasting ids.
    corrections : as loaded.
    articles : by id; quotes are looked up in their texts.
    gazetteer : knows the places that people name.
    redirects : ids of merged events with the ids that stand for them now.

    Returns
    -------
    Corrected : one outcome for each correction. ``applied``: done; ``agreed``: the machine says the same by now;
        ``conflict``: done, though the machine no longer says what was to be corrected (of merge and split: not done);
        ``orphan``: not done, because there is nothing to hold on to, or too much.
    """
    desk = _Desk(events, articles, gazetteer, redirects or {})
    gone = undone(corrections)
    outcomes = [
        _outcome(one, "applied", f"undone by {gone[one.op_id]}") if one.op_id in gone else desk.carry_out(one)
        for one in corrections
    ]
    return Corrected(events=desk.events(), outcomes=tuple(outcomes), redacted=desk.redacted())


def _outcome(correction: Correction, state: CorrectionState, note: str = "", events: Iterable[Event] = ()) -> Outcome:
    ids = tuple(event.id for event in events)
    return Outcome(op_id=correction.op_id, op=correction.op, state=state, note=note, event_ids=ids)


class _Desk:
    """Events under correction. ``machine`` keeps each as the machine made it, ``now`` as it stands, None if hidden."""

    def __init__(
        self,
        events: Sequence[Event],
        articles: Mapping[str, Article],
        gazetteer: Gazetteer,
        redirects: Mapping[str, str],
    ) -> None:
        self._machine = {event.id: event for event in events}
        self._now: dict[str, Event | None] = dict(self._machine)
        self._telling: dict[str, dict[str, Event]] = defaultdict(dict)
        for event in events:
            for mention in event.mentions:
                self._telling[mention.article_id][event.id] = event
        self._titled: dict[str, dict[str, str]] = defaultdict(dict)
        self._redacted: dict[str, list[Span]] = defaultdict(list)
        self._done: set[str] = set()
        self._finder, self._gazetteer, self._redirects = Finder(articles), gazetteer, redirects

    def events(self) -> tuple[Event, ...]:
        """The events as they stand, hidden ones left out."""
        return tuple(event for event in self._now.values() if event)

    def redacted(self) -> dict[str, tuple[Span, ...]]:
        """What may stand in no output, by article."""
        return {name: tuple(sorted(spans)) for name, spans in sorted(self._redacted.items())}

    def carry_out(self, correction: Correction) -> Outcome:
        """Do one operation, and say what became of it."""
        self._done.add(correction.op_id)
        if correction.op == "undo":
            return self._undo(correction)
        if correction.op in ("merge", "split"):
            return self._see_to(correction)
        spots = [spot for anchor in correction.anchors for spot in self._finder.find(anchor)]
        if correction.op == "redact":
            for spot in spots:
                self._redacted[spot.article].append(spot.span)
        found = self._meant(correction, spots)
        if not found:
            return _outcome(correction, "orphan", _why_orphan(correction, spots))
        return self._fix(correction, found) if correction.op == "fix" else self._do(correction, found)

    def _undo(self, correction: Correction) -> Outcome:
        if correction.new in self._done:
            return _outcome(correction, "applied")
        return _outcome(correction, "orphan", f"no operation {correction.new} stands before it")

    def _meant(self, correction: Correction, spots: Sequence[Spot]) -> list[Event]:
        """The events that a correction means: by quote, narrowed by id; by id alone where the quote is lost."""
        near = (event for spot in spots for event in self._telling[spot.article].values() if _rests_on(event, spot))
        touched = list({event.id: event for event in near}.values())
        named = self._machine.get(self._redirects.get(correction.event_id or "", correction.event_id or ""))
        if named and (named in touched or not touched):
            return [named]
        if correction.op == "redact":
            return touched
        return [event for event in touched if any(_told_at(event, spot) for spot in spots)] or touched

    def _do(self, correction: Correction, found: Sequence[Event]) -> Outcome:
        for event in found:
            current = self._now[event.id]
            if current is not None:
                self._now[event.id] = _DEEDS[correction.op](_touched(current, correction))
        return _outcome(correction, "applied", events=found)

    def _fix(self, correction: Correction, found: Sequence[Event]) -> Outcome:
        """Set a field, for several events of one sentence together if the machine gave them the same value."""
        name = str(correction.field)
        chosen = fields.with_old_value(correction, found)
        if len({repr(fields.plain(event, name)) for event in chosen}) > 1:
            note = f"the quote fits {len(chosen)} events: add event_id or old, or quote only the words that tell of one"
            return _outcome(correction, "orphan", note, chosen)
        try:
            changed = {event.id: self._changed(event, correction) for event in chosen}
        except CorrectionError as error:
            return _outcome(correction, "orphan", str(error), chosen)
        self._now.update(changed)
        return _settled(correction, chosen, [event for event in changed.values() if event])

    def _changed(self, event: Event, correction: Correction) -> Event | None:
        current = self._now[event.id]
        if current is None:
            return None
        changed = _touched(fields.put(current, correction, self._gazetteer), correction)
        if correction.field == "title":
            told = values.title(correction.new)
            self._titled[event.id] |= dict.fromkeys(titles(changed), told) if isinstance(told, str) else dict(told)
        return replace(changed, titles={**titles(changed), **self._titled[event.id]})

    def _see_to(self, correction: Correction) -> Outcome:
        """Whether merging did what a person asked for."""
        groups = [self._holding(anchor) for anchor in correction.anchors]
        if not all(groups):
            return _outcome(correction, "orphan", "not every quote tells of an event any more")
        together = bool(set.intersection(*groups))
        events = [self._machine[name] for name in sorted(set.union(*groups))]
        if together == (correction.op == "merge"):
            return _outcome(correction, "applied", events=events)
        return _outcome(correction, "conflict", f"merging left them {'together' if together else 'apart'}", events)

    def _holding(self, anchor: Anchor) -> set[str]:
        """Ids of the events that hold the mentions an anchor means."""
        near = {e.id: e for spot in self._finder.find(anchor) for e in self._telling[spot.article].values()}
        of = {mention.id: event.id for event in near.values() for mention in event.mentions}
        told = [mention for event in near.values() for mention in event.mentions]
        return {of[mention.id] for mention in meant(anchor, told, self._finder)}


def _settled(correction: Correction, before: Sequence[Event], after: Sequence[Event]) -> Outcome:
    """The outcome of a fix, from the events as the machine and as the person has them."""
    name = str(correction.field)
    if all(fields.same(name, one, other) for one, other in zip(before, after, strict=False)):
        return _outcome(correction, "agreed", events=before)
    if correction.old is None or any(fields.is_old(correction, event) for event in before):
        return _outcome(correction, "applied", events=before)
    return _outcome(correction, "conflict", f"the machine now says {fields.plain(before[0], name)}", before)


def _why_orphan(correction: Correction, spots: Sequence[Spot]) -> str:
    if spots:
        return f"the words stand in {spots[0].article}, but no event rests on them"
    lost = ["no article has the quoted words"] if correction.anchors else []
    unknown = [f"there is no event {correction.event_id}"] if correction.event_id else []
    return " and ".join((*lost, *unknown))


def _rests_on(event: Event, spot: Spot) -> bool:
    return any(spot.touches(mention) for mention in event.mentions)


def _told_at(event: Event, spot: Spot) -> bool:
    return any(spot.holds_trigger(mention) for mention in event.mentions)


def _touched(event: Event, correction: Correction) -> Event:
    return replace(event, corrections=(*event.corrections, correction.op_id))


def _hide(_: Event) -> None:
    return None


def _confirm(event: Event) -> Event:
    return replace(event, reviewed=True)


def _redact(event: Event) -> Event:
    """What remains when text, names and position are gone: that something of this kind happened then."""
    bare = replace(event, where=None, actors=(), mentions=(), claims=(), tolls=(), episode=None, why_merged="")
    return replace(bare, titles=titles(bare))


_DEEDS: Mapping[str, Callable[[Event], Event | None]] = {"hide": _hide, "confirm": _confirm, "redact": _redact}
