"""What was once worked out for a word, to be had again for a fraction of the time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_MOST = 65_536
Word = TypeVar("Word", bound=Hashable)
"""A word, or what else is asked of again and again, as its folded forms are."""
Answer = TypeVar("Answer")


class _Answers(dict[Word, Answer], Generic[Word, Answer]):
    """Answers by word; all are forgotten when there are too many, which costs less than to keep an order."""

    def __init__(self, work_out: Callable[[Word], Answer], most: int) -> None:
        super().__init__()
        self._work_out, self._most = work_out, most

    def __missing__(self, word: Word) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._work_out(word)
        return answer


def remembered(work_out: Callable[[Word], Answer], most: int = _MOST) -> Callable[[Word], Answer]:
    """Remember what a function says of words: as ``functools.lru_cache`` does, in half the time.

    A text has so many words that the time to keep them in the order of their use would show.

    Parameters
    ----------
    work_out : what is asked for a word not met before.
    most : answers to keep.
    """
    return _Answers(work_out, most).__getitem__
