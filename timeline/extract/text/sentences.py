"""Sentences, paragraphs and what is not running text: headings, captions, "Read also" links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from geodata.model import Span

PassageRole = Literal["body", "heading", "furniture"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?…:;؟؛。։।:][\"'”’»“)\]]*\s*$")
_ACRONYM = re.compile(r"\b([^\W\d_]{2,5}|\d{1,4})\.\s+([^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]{3,}\s+$")
_LOOK_BACK = 20
_BLACK = re.compile(r"\S")
_INITIAL = re.compile(r"(?:^|[\s(«\"“])((?:\w\.\s?)*)(\w{1,2})\.\s*$")
_ORDINAL = re.compile(r"(?<!\d)(?:\d{1,3}|[IVX]{1,6})\.\s*$")
_DATELINE = re.compile(r"(?:[^\n.!?]|\.(?=\s(?:\d|[—–-]))){3,70}?(?:\([^()\n]{2,30}\)\s*)?\s(?:--|—|–|-)\s")
_LONG_LINE = 160
"""Code points from which an unterminated line is taken for running text all the same."""


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Passage:
    """A sentence with the number of its paragraph and its part in the page."""

    span: Span
    paragraph: int
    role: PassageRole = "body"


def split(text: str, language: str) -> tuple[Span, ...]:
    """Sentences of ``text`` in order, without surrounding white space; a line break always ends one."""
    return tuple(span for line in _lines(text) for span in _sentences(text, line, language))


def dateline(text: str) -> Span | None:
    """The dateline that opens a text ("BAKU, July 13 (Agency) —"), None where there is none.

    A dateline names the place and day of writing; neither is where or when the news happened.
    """
    for line in _lines(text):
        found = _DATELINE.match(text, line.start, line.end)
        if found and _is_dateline(found.group()):
            return Span(start=found.start(), end=found.end())
        if _is_running_text(text[line.start : line.end]):
            return None
    return None


def _is_dateline(opening: str) -> bool:
    """Whether an opening has what only a dateline has: a place in capitals, or a day beside a comma."""
    words = re.findall(r"[^\W\d_]{2,}", opening)
    capitals = bool(words) and words[0].isupper()
    return capitals or bool(re.search(r"[,،]", opening) and re.search(r"\d", opening) and len(words) <= 5)  # noqa: PLR2004 - place, month, agency


def passages(text: str, language: str, words: Mapping[str, Any]) -> tuple[Passage, ...]:
    """Sentences with their part in the page.

    Parameters
    ----------
    words : the table ``[page]`` of the language's ``names.toml``: ``links`` are headings after which only links follow,
        ``source`` are words that open a closing line about the source, ``whole`` are words that look like short forms.
    """
    lines = list(_lines(text))
    roles = _roles([text[line.start : line.end] for line in lines], words)
    return tuple(
        Passage(span=span, paragraph=number, role=role)
        for number, (line, role) in enumerate(zip(lines, roles, strict=True))
        for span in _sentences(text, line, language, words.get("whole", ()))
    )


def _roles(lines: Sequence[str], words: Mapping[str, Any]) -> list[PassageRole]:
    counts = Counter(lines)
    roles: list[PassageRole] = []
    links_follow = False
    for line in lines:
        opens_links = _opens(line, words.get("links", ()))
        links_follow = opens_links or (links_follow and not _is_running_text(line))
        if links_follow or counts[line] > 1 or _opens(line, words.get("source", ())):
            roles.append("furniture")
        else:
            roles.append("body" if _is_running_text(line) else "heading")
    return roles if "body" in roles else ["body" if role == "heading" else role for role in roles]  # a caption alone


def _is_running_text(line: str) -> bool:
    return bool(_TERMINAL.search(line)) or len(line) >= _LONG_LINE


def _opens(line: str, words: Sequence[str]) -> bool:
    bare = line.strip(" \t\u00a0*-–—•:").casefold()
    return any(bare.startswith(word.casefold()) for word in words)


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        if match.group().strip():
            yield Span(start=match.start(), end=match.end())


def _sentences(text: str, line: Span, language: str, whole: Sequence[str] = ()) -> Iterator[Span]:
    from sentencex import get_sentence_boundaries

    start = line.start
    piece = text[line.start : line.end]
    for boundary in get_sentence_boundaries(language, piece):
        end = line.start + boundary["end_index"]
        if end < line.end and (_ends_in_initial(text, start, end) or _is_ordinal(text, start, end)):
            continue
        for stop in (*_hidden_ends(text, start, end, whole), end):
            found = _trimmed(text, start, stop)
            start = stop
            if found:
                yield found


def _ends_in_initial(text: str, start: int, end: int) -> bool:
    """Whether a piece ends with an initial, a title or a short form («د.», "St.", «ე.წ.»), which ends no sentence.

    Small words do («شد.»), and short forms in small letters before a capital ("и т.д. Баку").
    """
    last = _INITIAL.search(text[start:end])
    if last is None:
        return False
    if last[1] and last[2].islower():
        return not _letter_behind(text, end).isupper()
    return len(last[2]) == 1 or last[2][0].isupper()


def _letter_behind(text: str, end: int) -> str:
    """The first letter behind an offset and white space, empty where none follows."""
    found = _BLACK.search(text, end)
    return found.group() if found else ""


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Whether a piece ends with an ordinal ("32. yıl dönümünde"): what follows begins with a small letter."""
    behind = _letter_behind(text, end)
    return bool(_ORDINAL.search(text, max(start, end - _LOOK_BACK), end)) and behind != behind.title()


def _hidden_ends(text: str, start: int, end: int, whole: Sequence[str] = ()) -> Iterator[int]:
    """Ends of sentences that the splitter takes for abbreviations («… с ЕС. Вечером …») or ordinals ("May 11. He")."""
    for match in _ACRONYM.finditer(text, start, end):
        told_by_case = match[1].isupper() or (match[1].isdecimal() and _is_year_or_day(text, match))
        if (told_by_case or match[1] in whole) and match[2].isupper():
            yield match.end(1) + 1


def _is_year_or_day(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands before a number, so that the number can end a sentence and opens no list."""
    return bool(_WORD_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start()))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    return Span(start=start + left, end=start + left + len(stripped)) if stripped else None
