"""Plain text and Markdown files, with or without front matter.

Front matter stands at the very beginning, either between two lines ``---`` or as ``Key: value`` lines up to the first
empty line; its keys are those of :data:`timeline.readers._raw.NAMES`. Lines that begin a text and merely look so
("Note: ...") are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.model.article import RawArticle
from timeline.readers._decode import decode
from timeline.readers._raw import NAMES, article, contents, known

SUFFIXES = frozenset({".txt", ".md"})

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FENCE = "---"
_KEY_VALUE = re.compile(r"([A-Za-z][A-Za-z_-]{0,30})[ \t]*:(?:[ \t]+(.*))?$")
_QUOTES = "\"'"


def identify(path: Path) -> bool:
    """Whether the file's name says that it is text."""
    return path.suffix.casefold() in SUFFIXES


def read(path: Path) -> Iterator[RawArticle]:
    """The one article in the file."""
    raw = contents(path)
    metadata, text = split_front_matter(decode(raw))
    yield article(name=path.stem, source_path=str(path), text=text, raw=raw, metadata=metadata)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""Metadata and the text after it.

    >>> split_front_matter("---\ntitle: Talks in Geneva\n---\nThe sides met.")
    ({'title': 'Talks in Geneva'}, 'The sides met.')
    >>> split_front_matter("Note: the sides met.")
    ({}, 'Note: the sides met.')
    """
    return _fenced(text) or _leading(text) or ({}, text)


def _fenced(text: str) -> tuple[dict[str, str], str] | None:
    fields: dict[str, str] = {}
    for number, found in enumerate(_LINE.finditer(text)):
        line = found[0].rstrip()
        if number == 0:
            if line != _FENCE:
                return None
        elif line == _FENCE:
            return known(fields), text[found.end() :]
        elif pair := _pair(line):
            fields.setdefault(*pair)
    return None


def _leading(text: str) -> tuple[dict[str, str], str] | None:
    fields: dict[str, str] = {}
    for found in _LINE.finditer(text):
        line = found[0].rstrip()
        if not line:
            return (known(fields), text[found.end() :]) if fields else None
        pair = _pair(line)
        if pair is None or pair[0].casefold() not in NAMES:
            return None
        fields.setdefault(*pair)
    return None


def _pair(line: str) -> tuple[str, str] | None:
    found = _KEY_VALUE.match(line)
    if not found:
        return None
    value = (found[2] or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in _QUOTES:
        value = value[1:-1]
    return found[1], value
