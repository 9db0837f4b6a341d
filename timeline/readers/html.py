"""HTML pages: one article a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.model.article import RawArticle
from timeline.readers._decode import decode
from timeline.readers._html import page
from timeline.readers._raw import article, contents

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def identify(path: Path) -> bool:
    """Whether the file's name says that it is a page."""
    return path.suffix.casefold() in SUFFIXES


def read(path: Path) -> Iterator[RawArticle]:
    """The one article on the page; ``published`` as the page writes it."""
    raw = contents(path)
    text, metadata = page(decode(raw))
    yield article(name=path.stem, source_path=str(path), text=text, raw=raw, metadata=metadata)
