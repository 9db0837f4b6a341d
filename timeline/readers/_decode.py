"""Bytes to text: the byte order mark, then UTF-8, then what the page declares, then a guess by chardet."""

from __future__ import annotations

import codecs
import re

from timeline.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""", re.IGNORECASE
)
_DECLARATION_WITHIN = 4096
_GUESS_FROM = 200_000
_BINARY_SHARE = 0.02
_NO_TEXT = "is not text in a known encoding"
_REMEDY = "Remove it, or save its text as UTF-8"


def decode(raw: bytes) -> str:
    """Text of ``raw`` without its byte order mark; line ends and all other characters stay as they are.

    Raises
    ------
    ReadError : the bytes are no text, or no encoding fits them.
    """
    text = _by_mark(raw)
    if text is None:
        text = _as(raw, "utf-8")
    if text is None or "\0" in text:
        text = _declared(raw) or _guessed(raw)
    if _looks_binary(text):
        raise ReadError(_NO_TEXT, remedy=_REMEDY)
    return text


def _by_mark(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _as(raw[len(mark) :], encoding)
    return None


def _as(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_DECLARATION_WITHIN])
    return _as(raw, found[1].decode("ascii")) if found else None


def _guessed(raw: bytes) -> str:
    import chardet

    encoding = chardet.detect(raw[:_GUESS_FROM])["encoding"]
    text = _as(raw, encoding) if encoding else None
    if text is None:
        raise ReadError(_NO_TEXT, remedy=_REMEDY)
    return text


def _looks_binary(text: str) -> bool:
    control = sum(1 for char in text if (char < " " and char not in "\t\n\r\f\x1b") or char == "\ufffd")
    return "\0" in text or control > _BINARY_SHARE * len(text)
