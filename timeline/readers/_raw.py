"""What the readers share: bytes of a file, metadata under their usual names, raw articles with checked fields."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from timeline.errors import ReadError
from timeline.model.article import RawArticle, Unreadable

NAMES = {
    "id": "id",
    "title": "title",
    "date": "published",
    "published": "published",
    "source": "publisher",
    "publisher": "publisher",
    "origin": "origin",
    "url": "url",
    "language": "language",
    "lang": "language",
    "retrieved": "retrieved",
}
"""Names under which metadata may be given, and the fields of :class:`RawArticle` they fill; the first given wins."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


def contents(path: Path) -> bytes:
    """Bytes of the file.

    Raises
    ------
    ReadError : it can't be opened, or is empty.
    """
    with opened(path) as file:
        return file.read()


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading.

    Raises
    ------
    ReadError : it is no regular file (a pipe would wait for ever), can't be opened, or is empty.
    """
    try:
        if path.exists() and not path.is_file():
            raise ReadError("is not a regular file", remedy="Remove it from the folder")
        with path.open("rb") as file:
            if not file.peek(1):
                raise ReadError("is empty", remedy="Remove it, or put the article's text into it")
            yield file
    except OSError as error:
        raise ReadError(f"can't be opened ({error.strerror})", remedy="Check its permissions, or remove it") from error


def sha256(raw: bytes) -> str:
    """Hexadecimal SHA-256 of the bytes."""
    return hashlib.sha256(raw).hexdigest()


def known(fields: Mapping[str, str]) -> dict[str, str]:
    """Metadata under our own field names; empty values and unknown names are left out."""
    found: dict[str, str] = {}
    for name, value in fields.items():
        field = NAMES.get(name.strip().casefold())
        if field and value.strip():
            found.setdefault(field, value.strip())
    return found


def article(*, name: str, source_path: str, text: str, raw: bytes, metadata: Mapping[str, str]) -> RawArticle:
    """A raw article; its id is the given one or ``name``.

    Raises
    ------
    ReadError : there is no text, or a value can't be used.
    """
    if not text.strip():
        raise ReadError("holds no article text", remedy="Remove it, or put the article's text into it")
    fields = {"id": name, **metadata}
    if "language" in fields:
        fields["language"] = _language_code(fields["language"])
    for value in (text, *fields.values()):
        _whole_characters(value)
    return RawArticle(source_path=source_path, text=text, sha256=sha256(raw), **fields)


def unreadable(path: str, error: Exception) -> Unreadable:
    """The report of what went wrong with one input, be it foreseen or not."""
    if isinstance(error, ReadError):
        return Unreadable(path=path, what=error.what, remedy=error.remedy)
    what = f"can't be read ({type(error).__name__}: {error})"
    return Unreadable(path=path, what=what, remedy="Save its text as a .txt file in UTF-8")


def _language_code(given: str) -> str:
    found = _LANGUAGE.fullmatch(given)
    if not found:
        raise ReadError(f'language "{given}" is no code', remedy='Give a code of two letters, such as "ar", or none')
    return found[1].casefold()


def _whole_characters(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ReadError("holds half a character (a lone surrogate)", remedy="Save it again as UTF-8") from error
