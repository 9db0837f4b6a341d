"""What a build says of itself while it runs and when it is done: every input comes to one end, and the counts sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias, get_args

from timeline.errors import BuildError

State = Literal["used", "duplicate", "skipped", "failed"]
Level = Literal["info", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The end that one input came to.

    ``path`` is the file, with the row's number in a file of rows; ``article`` its id where it got one.
    """

    path: str
    article: str | None = None
    state: State
    reason: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        """One line for people: file, fault, remedy."""
        return ": ".join(part for part in (self.path, self.state, self.reason) if part) + (
            f". {self.remedy}" if self.remedy else ""
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stage has come so far; ``total`` is 0 where it can't be counted."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that a person should know."""

    text: str
    level: Level = "info"


Report: TypeAlias = Callable[[Step | Note], None]
"""Where a build tells of its progress; the command line shows it, a test collects it."""


def count(entries: Sequence[Entry], inputs: int) -> dict[str, int]:
    """Inputs by their end.

    Raises
    ------
    BuildError : an input has come to no end, or to two.
    """
    found = Counter(entry.state for entry in entries)
    if found.total() != inputs:
        raise BuildError(f"{inputs} inputs came to {found.total()} ends", remedy="This is a fault of ours: report it")
    return {state: found[state] for state in get_args(State)}


def as_table(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The entries as plain values, by path."""
    return [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.path)]


def compare(old: Mapping[str, str] | None, new: Mapping[str, str]) -> dict[str, list[str]]:
    """What is new, changed and gone, by id; ``old`` and ``new`` map ids to a fingerprint of their content.

    >>> compare({"a": "1", "b": "1"}, {"b": "2", "c": "1"})
    {'new': ['c'], 'changed': ['b'], 'gone': ['a']}
    """
    before = old or {}
    return {
        "new": sorted(new.keys() - before.keys()),
        "changed": sorted(key for key in new.keys() & before.keys() if new[key] != before[key]),
        "gone": sorted(before.keys() - new.keys()),
    }
