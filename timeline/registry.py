"""Event ids that last: minted once, carried over by the vote of an event's mentions, redirected when events merge.

``registry.jsonl`` stands beside ``site.toml`` and is an input like articles: one line an id, with the signs by which
its mentions are known again (article, sentence, place of the trigger in it). No id is ever given twice or forgotten.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from geodata.fold import fold
from timeline.errors import RegistryError
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.mention import Mention

HEAD = '{"chronotope registry": 1}'
"""First line of the file: what it is, and the version of its form."""
REMEDY = "Restore the file from a copy; without it all events get new ids and shared links break"
ID_LENGTH = 10
QUOTE, TRIGGER, PLACE, ALL = 4, 4, 8, 1
"""Votes of a mention for an id: the same sentence, in it the same trigger, the same place; all signs alike."""
EDITED = 6
"""Votes for the same type, place and day in an article whose sentence has changed."""
LIVE_FIRST = 2
"""A redirected id counts a vote once, others twice: it comes back only when what was merged parts again."""
REDIRECTED_FROM = QUOTE + PLACE
"""A vote from which on an id that got no event leads to the event that has its mention now."""

State = Literal["live", "redirect", "gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """By what a mention is known again; ``quote`` is a hash, so that the registry holds no text."""

    article: str
    quote: str
    at: int
    type: str
    place: str | None
    start: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An id: ``to`` is where a redirect leads; ``signs`` are those of its mentions, past ones included."""

    id: str
    state: State = "live"
    to: str | None = None
    signs: tuple[Sign, ...] = ()


class Registry:
    """All ids ever given, in the order in which they were."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows = {row.id: row for row in rows}

    @classmethod
    def load(cls, path: Path) -> Registry:
        """Read a registry; one that does not exist yet is empty.

        Raises
        ------
        RegistryError : the file can't be read, is damaged or of a later version.
        """
        if not path.exists():
            return cls()
        try:
            head, *lines = path.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise RegistryError(f"can't be read ({error})", where=path.name, remedy=REMEDY) from error
        if head != HEAD:
            raise RegistryError("not a registry of this version", where=path.name, remedy=REMEDY)
        return cls(_row(line, f"{path.name}:{number}") for number, line in enumerate(lines, start=2) if line)

    def save(self, path: Path) -> None:
        """Write all ids to a temporary file and put it in place at once; the same ids give the same bytes."""
        lines = (HEAD, *(_line(row) for row in self._rows.values()))
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)

    @property
    def redirects(self) -> dict[str, str]:
        """Ids of events that were merged into others, with the id that stands for them now."""
        return {row.id: self.resolve(row.id) for row in self._rows.values() if row.state == "redirect"}

    @property
    def gone(self) -> tuple[str, ...]:
        """Ids of events that no article tells of any more."""
        return tuple(row.id for row in self._rows.values() if row.state == "gone")

    def resolve(self, event_id: str) -> str:
        """The id that stands for an id now."""
        row = self._rows.get(event_id)
        while row and row.to:
            event_id, row = row.to, self._rows.get(row.to)
        return event_id

    def assign(self, events: Sequence[Event], articles: Mapping[str, Article]) -> tuple[Event, ...]:
        """Give each event its id: the one that most of its mentions had, else a new one.

        Parameters
        ----------
        events : as merged, in any order.
        articles : by id; their texts hold the sentences of the mentions.

        Returns
        -------
        tuple of Event : the same events in the same order, with their ids.
        """
        ordered = sorted(range(len(events)), key=lambda number: _order(events[number]))
        signs = [_signs(events[number], articles) for number in ordered]
        votes = self._votes(signs)
        given = _elect(votes, order={name: number for number, name in enumerate(self._rows)})
        for rank in sorted(set(range(len(events))) - given.keys()):
            given[rank] = self._mint(signs[rank][0])
        self._settle(given, signs, votes)
        names = {number: given[rank] for rank, number in enumerate(ordered)}
        return tuple(replace(event, id=names[number]) for number, event in enumerate(events))

    def _votes(self, signs: Sequence[Sequence[Sign]]) -> dict[tuple[int, str], tuple[int, int]]:
        """For each event and id the sum of votes and the strongest vote."""
        known = _Index(self._rows.values())
        votes: dict[tuple[int, str], tuple[int, int]] = {}
        for number, own in enumerate(signs):
            for sign in own:
                for name, vote in known.votes(sign).items():
                    total, strongest = votes.get((number, name), (0, 0))
                    weight = 1 if self._rows[name].state == "redirect" else LIVE_FIRST
                    votes[number, name] = total + vote * weight, max(strongest, vote)
        return votes

    def _mint(self, first: Sign) -> str:
        """A new id from the first mention's article and sentence; the second event of a sentence gets another."""
        for count in range(len(self._rows) + 1):
            seed = f"{first.article}\0{first.quote}" + (f"\0{count}" if count else "")
            digest = base64.b32encode(hashlib.sha256(seed.encode()).digest()).decode().lower()
            name = f"e{digest[:ID_LENGTH]}"
            if name not in self._rows:
                self._rows[name] = Row(id=name)
                return name
        raise AssertionError("as many ids as seeds are taken")

    def _settle(
        self,
        given: Mapping[int, str],
        signs: Sequence[Sequence[Sign]],
        votes: Mapping[tuple[int, str], tuple[int, int]],
    ) -> None:
        """Note what became of each id."""
        now = {sign for own in signs for sign in own}
        current = {name: signs[number] for number, name in given.items()}
        heirs = _heirs(votes, given)
        for name, row in self._rows.items():
            if name in current:
                past = tuple(sign for sign in row.signs if sign not in now)
                self._rows[name] = Row(id=name, signs=(*current[name], *past))
            elif name in heirs:
                self._rows[name] = replace(row, state="redirect", to=heirs[name])
            elif row.state == "live":
                self._rows[name] = replace(row, state="gone")


class _Index:
    """Where signs are looked up: by sentence, and by article, type, place and day where the sentence has changed."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_quote: dict[str, list[tuple[Sign, str]]] = defaultdict(list)
        self._by_content: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        for row in rows:
            for sign in row.signs:
                self._by_quote[sign.quote].append((sign, row.id))
                self._by_content[_content(sign)].append(row.id)

    def votes(self, sign: Sign) -> dict[str, int]:
        """The vote of a mention for each id that it may have had."""
        dated_and_placed = sign.place is not None and sign.start is not None
        found = dict.fromkeys(self._by_content.get(_content(sign), ()) if dated_and_placed else (), EDITED)
        for known, name in self._by_quote.get(sign.quote, ()):
            found[name] = max(found.get(name, 0), _likeness(sign, known))
        return found


def _likeness(sign: Sign, known: Sign) -> int:
    """Votes for a sentence found again, half as many in another article (a renamed file, a reprint)."""
    votes = QUOTE + TRIGGER * (sign.at == known.at) + PLACE * (sign.place == known.place) + ALL * (sign == known)
    return votes if sign.article == known.article else votes // 2


def _content(sign: Sign) -> tuple[Any, ...]:
    return sign.article, sign.type, sign.place, sign.start


def _elect(votes: Mapping[tuple[int, str], tuple[int, int]], order: Mapping[str, int]) -> dict[int, str]:
    """Each id to one event and each event to one id: most votes first, the older id where they are equal."""
    given: dict[int, str] = {}
    taken: set[str] = set()
    for (number, name), _ in sorted(votes.items(), key=lambda item: (-item[1][0], order[item[0][1]], item[0][0])):
        if number not in given and name not in taken:
            given[number] = name
            taken.add(name)
    return given


def _heirs(votes: Mapping[tuple[int, str], tuple[int, int]], given: Mapping[int, str]) -> dict[str, str]:
    """For each id the event that has most of its mentions now, if it surely has one."""
    sure = {key: total for key, (total, strongest) in votes.items() if strongest >= REDIRECTED_FROM}
    best: dict[str, tuple[int, str]] = {}
    for (number, name), total in sorted(sure.items()):
        if total > best.get(name, (0, ""))[0]:
            best[name] = total, given[number]
    return {name: heir for name, (_, heir) in best.items() if heir != name}


def _signs(event: Event, articles: Mapping[str, Article]) -> tuple[Sign, ...]:
    return tuple(dict.fromkeys(_sign(mention, articles[mention.article_id]) for mention in event.mentions))


def _sign(mention: Mention, article: Article) -> Sign:
    quote = fold(article.text[mention.sentence.start : mention.sentence.end])
    return Sign(
        article=mention.article_id,
        quote=hashlib.sha256(quote.encode()).hexdigest()[:16],
        at=mention.trigger.start - mention.sentence.start,
        type=mention.type,
        place=mention.where.place.id if mention.where else None,
        start=mention.when.start.isoformat() if mention.when else None,
    )


def _order(event: Event) -> tuple[Any, ...]:
    """An order of events that doesn't depend on the order in which they are given."""
    first = event.mentions[0]
    place, when = first.where.place.id if first.where else "", first.when.edtf() if first.when else ""
    return first.article_id, first.sentence.start, first.trigger.start, place, first.type, when, first.id


def _line(row: Row) -> str:
    signs = [list(asdict(sign).values()) for sign in row.signs]
    told = {"id": row.id, "state": row.state, **({"to": row.to} if row.to else {}), "signs": signs}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _row(line: str, where: str) -> Row:
    try:
        told = json.loads(line)
        signs = tuple(
            Sign(article=article, quote=quote, at=at, type=kind, place=place, start=start)
            for article, quote, at, kind, place, start in told["signs"]
        )
        return Row(id=told["id"], state=told["state"], to=told.get("to"), signs=signs)
    except (ValueError, KeyError, TypeError) as error:
        raise RegistryError(f"not a line of a registry ({error})", where=where, remedy=REMEDY) from error
