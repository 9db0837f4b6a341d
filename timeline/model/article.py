"""An article as read, and as dated."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DateBasis = Literal["option", "metadata", "filename", "url", "text", "inferred", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """What a reader gives: a text and its metadata as written, nothing guessed.

    ``text`` is without byte order mark and front matter and otherwise unchanged. ``published`` is the metadata's
    own wording of the publication date. ``sha256`` is of the raw bytes (of the row, in a file of rows).
    """

    id: str
    source_path: str
    text: str
    sha256: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    origin: str | None = None
    url: str | None = None
    language: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its publication date and the basis of that date.

    ``origin`` is who the account comes from (an agency, a ministry); reprints share it. ``published_note`` says in
    words how a date was inferred, or what contradicted it.
    """

    id: str
    source_path: str
    url: str | None = None
    publisher: str | None = None
    origin: str | None = None
    title: str | None = None
    published: date | None = None
    published_basis: DateBasis = "none"
    published_note: str = ""
    retrieved: str | None = None
    language: str
    text: str = field(repr=False)
    sha256: str

    def __post_init__(self) -> None:
        if (self.published is None) != (self.published_basis == "none"):
            raise ValueError(f"{self.id}: published {self.published} with basis {self.published_basis}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """An input that gave no article: which, what is wrong, what to do.

    ``skipped`` says that it is of a kind we don't read, not that it is broken.
    """

    path: str
    what: str
    remedy: str = ""
    skipped: bool = False
