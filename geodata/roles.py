"""Whether something happened at a place that a text names, or the place only speaks, acts or is addressed.

A state and its capital stand for a government unless something puts an event there: "in", a case that says "in", a
part of the town, a verb like "shook". The words that tell are each language's own, in ``[places.marks]``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geodata.capitals import capitals
from geodata.fold import fold
from geodata.marks import Mark
from geodata.model import PlaceMatch, PlaceRole
from geodata.surroundings import Surroundings
from geodata.tokens import fold_word

_BEFORE, _BEHIND = 4, 3
"""Words before and behind a name among which an office or a verb speaks of it."""
_LONGEST_GAP = 12
ACTOR = "named for who speaks, acts or is spoken to there"
"""Why a place that a government stands for is no venue by itself."""


def with_roles(matches: Sequence[PlaceMatch], said: Sequence[PlaceMatch], around: Surroundings) -> list[PlaceMatch]:
    """Matches with their role: those that stand for a government concern what happened.

    ``matches`` are the places as resolved, ``said`` the same with what is said of them beside: a road or a border is
    where something happened.
    """
    found: list[PlaceMatch] = []
    for index, (plain, match) in enumerate(zip(matches, said, strict=True)):
        if match is not plain or match.role == "concerns" or not _is_government(match):
            found.append(match)
            continue
        following = matches[index + 1] if index + 1 < len(matches) else None
        role = _Case(match, around, found[-1] if found else None, following).role()
        found.append(match if role == "occurred_at" else replace(match, role=role, voice=True, reason=ACTOR))
    return found


def _is_government(match: PlaceMatch) -> bool:
    return match.place.kind == "country" or match.place.id in capitals()


class _Case:
    """One name of a state or a capital, with its neighbours."""

    def __init__(
        self, match: PlaceMatch, around: Surroundings, last: PlaceMatch | None, following: PlaceMatch | None
    ) -> None:
        self.match, self.around, self.last, self.following = match, around, last, following
        self.words = around.of(match)
        self.before = around.around(self._first(), self.words.start)
        self.behind = around.around(self.words.stop, self._end())

    def _first(self) -> int:
        at = self.words.start
        while at > max(0, self.words.start - _BEFORE) and not self.around.is_parted(at):
            at -= 1
        return at

    def _end(self) -> int:
        at, most = self.words.stop, min(len(self.around.tokens), self.words.stop + _BEHIND)
        while at < most and not self.around.is_parted(at):
            at += 1
        return at

    def role(self) -> PlaceRole:
        """The role, by the first evidence that decides."""
        if self._is_host() or self._is_addressed():
            return "concerns"
        if self._is_inside() or self._is_container():
            return "occurred_at"
        if self._has_office():
            return "concerns"
        if self._is_reached() or self._goes_on():
            return "occurred_at"
        return "concerns"

    def _is_host(self) -> bool:
        """Whether a state is where an ambassador is sent."""
        country = self.match.place.kind == "country"
        return country and (self._has(self.before, "envoy") or self._has(self.behind, "envoy"))

    def _is_addressed(self) -> bool:
        return self._has(self.before, "address") or self._has(self.around.beside(self.words), "address")

    def _is_inside(self) -> bool:
        """Whether "in", a case, or a word for a part of the town puts something there."""
        if self._has_case():
            return True
        beside = self.around.beside(self.words)
        return self._has(beside, "inside") or self._has(beside, "inner") or self._is_journey()

    def _has_case(self) -> bool:
        if self._has_clitic():
            return True
        token = self.around.tokens[self.words.stop - 1]
        key, name = fold_word(token.text), fold_word(self.around.text[self.match.span.start : self.match.span.end])
        names = (fold_word(one) for one in self.match.place.names.get(self.around.words.language, ()))
        is_bare = key == name and name in names
        return not is_bare and self.around.words.says_where(key)

    def _has_office(self) -> bool:
        """Whether a body or an office is the state's; where genitives come first, one before the name is another's."""
        before = self.before if "behind" not in self.around.words.said else []
        return self._has((*before, *self.behind), "office")

    def _is_reached(self) -> bool:
        """Whether a verb like "shook" or "visited" has it for its object, where verbs may stand."""
        ends_with_verbs = "behind" in self.around.words.said
        return self._has(self.before, "reaching") or (ends_with_verbs and self._has(self.behind, "reaching"))

    def _has_clitic(self) -> bool:
        """Whether what is written before the name in its word says "in"."""
        start = self.around.tokens[self.words.start].start
        return fold_word(self.around.text[start : self.match.span.start]) in self.around.words.clitics

    def _is_journey(self) -> bool:
        """Whether it is one end of a way "from X to Y"."""
        own = self.around.before(self.words.start)[:1]
        if self._has(own, "from") and self.following:
            ahead = self.around.of(self.following).start
            return self._has(self.around.before(ahead)[:1], "to")
        return self._has(own, "to") and self.last is not None and self._leaves(self.last)

    def _leaves(self, last: PlaceMatch) -> bool:
        return self._has(self.around.before(self.around.of(last).start)[:1], "from")

    def _is_container(self) -> bool:
        """Whether the place right behind, or before a comma, lies in it."""
        place = self.match.place
        if place.kind != "country":
            return False
        behind = self.following and self._is_next(self.match, self.following) and self.following.place
        before = (
            self.last and self.last.role == "occurred_at" and self._is_next(self.last, self.match) and self.last.place
        )
        return any(other and other.kind != "country" and other.country == place.country for other in (behind, before))

    def _is_next(self, one: PlaceMatch, other: PlaceMatch) -> bool:
        left, right = self.around.of(one), self.around.of(other)
        return left.stop == right.start and "." not in self.around.gap(left, right)

    def _goes_on(self) -> bool:
        """Whether it goes on with a list of places where something happened."""
        if self.last is None or self.last.role == "concerns" or not _is_government(self.last):
            return False
        gap = self.around.text[self.last.span.end : self.match.span.start]
        return len(gap) <= _LONGEST_GAP and (gap == ", " or fold(gap) in self.around.words.joining)

    def _has(self, marks: Sequence[Mark], kind: str) -> bool:
        return any(kind in mark.kinds for mark in marks)
