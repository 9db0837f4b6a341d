"""A person's word over a machine's reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

CorrectionOp = Literal["fix", "confirm", "hide", "redact", "merge", "split", "add", "pin", "undo"]
CorrectionState = Literal["applied", "agreed", "conflict", "orphan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where in which text a correction holds on: enough to find the sentence again when the text has changed."""

    article: str | None = None
    sha256: str | None = None
    url: str | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of ``corrections.jsonl``; ``by`` and ``reason`` stay private."""

    op_id: str
    op: CorrectionOp
    time: str = ""
    by: str = ""
    event_id: str | None = None
    anchors: tuple[Anchor, ...] = ()
    field: str | None = None
    old: Any = None
    new: Any = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What people say of merging: pairs of mention ids that tell one happening, and pairs that don't."""

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


NONE = Constraints()
"""Nobody has said anything."""
