"""What a corpus is read into: texts with the times that annotators found in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

EDGE = " \t\n\r\u00a0\u200f\u200e.,;:!?\"'«»“”„()[]،؛؟…–—-"
"""What is cut off both ends of a span, the gold one as the found one, before they are compared."""
_TAG = re.compile(r"<(/?)([A-Za-z0-9_]+)\b([^>]*)>|<!--.*?-->|<\?.*?\?>|([^<]+)|<", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Time:
    """An expression with its value; corpora of spans alone have none."""

    start: int
    end: int
    value: str = ""


@dataclass(frozen=True)
class Document:
    """A text with its publication date and what annotators found in it.

    ``kind`` is what HeidelTime wants to be told; the others find out for themselves.
    """

    published: date | None
    text: str
    gold: tuple[Time, ...]
    kind: Literal["news", "narratives"] = "news"


@dataclass(frozen=True)
class Element:
    """What stands between an opening and its closing tag."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


def document(text: str, times: Iterable[Time], published: date | None = None) -> Document:
    return Document(published, text, trimmed(text, times))


def trimmed(text: str, times: Iterable[Time]) -> tuple[Time, ...]:
    """The times in order, each span once, without white space and punctuation at its ends."""
    found = {}
    for one in times:
        words = text[one.start : one.end]
        start = one.start + len(words) - len(words.lstrip(EDGE))
        end = one.end - len(words) + len(words.rstrip(EDGE))
        if start < end:
            found[start, end] = Time(start, end, one.value)
    return tuple(found[key] for key in sorted(found))


def outermost(times: Iterable[Time]) -> list[Time]:
    """Those that lie in no other: a tagger gives no time within a time."""
    kept: list[Time] = []
    for one in sorted(times, key=lambda time: (time.start, -time.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept


def without_tags(marked: str) -> tuple[str, list[Element]]:
    """The plain text of marked text, and its elements in order of their ends. A tag that has no partner is passed over."""
    parts: list[str] = []
    opened: list[tuple[str, dict[str, str], int]] = []
    elements, length = [], 0
    for match in _TAG.finditer(marked):
        closes, name, inside, plain = match.groups()
        if plain or match.group() == "<":
            parts.append(html.unescape(plain or "<"))
            length += len(parts[-1])
        elif name and not closes and not inside.rstrip().endswith("/"):
            opened.append((name, attributes(inside), length))
        elif closes:
            at = next((at for at in reversed(range(len(opened))) if opened[at][0] == name), None)
            elements += [Element(*opened.pop(at), length)] if at is not None else []
    return "".join(parts), elements


def attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}


def as_date(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def with_one_kind_of_line_ends(raw: str) -> str:
    return raw.replace("\r\n", "\n").replace("\r", "\n")


def joined(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """A sentence of tokens as people write it, and where each token stands in it."""
    text, spans = "", []
    for at, token in enumerate(tokens):
        tight = not text or _CLINGS.fullmatch(token) or _OPENS.fullmatch(tokens[at - 1])
        text += token if tight else f" {token}"
        spans.append((len(text) - len(token), len(text)))
    return text, spans


_CLINGS = re.compile(r"[.,;:!?%)\]}»”،؛؟…։՝՞՛՜]+|'[a-z]{0,2}|n't")
"""Tokens that stand right behind the one before them."""
_OPENS = re.compile(r"[(\[{«“$£€#]+")
"""Tokens that the next one stands right behind."""
