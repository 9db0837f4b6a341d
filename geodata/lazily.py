"""An attribute that is worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Owner = TypeVar("Owner")
Answer = TypeVar("Answer")


class lazily(Generic[Owner, Answer]):  # noqa: N801 -- a decorator, named as functools names its own
    """What ``functools.cached_property`` is, without the lock that Python 3.11 takes for each first answer.

    No two threads read one text, and a text has thousands of names that are asked for their first answer.
    """

    def __init__(self, work_out: Callable[[Owner], Answer]) -> None:
        self._work_out, self._name, self.__doc__ = work_out, work_out.__name__, work_out.__doc__

    def __get__(self, owner: Owner, _: Any = None) -> Answer:  # noqa: ANN401 -- as the protocol of descriptors has it
        answer = self._work_out(owner)
        owner.__dict__[self._name] = answer
        return answer
