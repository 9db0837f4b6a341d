"""The texts of a corpus in a folder, whatever its files hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

Text = TypeVar("Text")


def texts(folder: Path, files: str, read: Callable[[Path], Text | Iterable[Text]]) -> Iterator[Text]:
    """What ``read`` makes of each file of a pattern, in order of their names: one text or several."""
    for path in sorted(folder.glob(files)):
        known = read(path)
        if isinstance(known, Iterable):
            yield from known
        else:
            yield known
