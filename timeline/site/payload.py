"""Data in plain script files: the only way to load data from ``file://`` under a strict policy."""

from __future__ import annotations

import base64
import gzip
import json

_UNSAFE = "<>&\u2028\u2029"


def to_json(value: object) -> str:
    """``value`` as JSON that is safe in HTML and scripts: ``< > &`` and U+2028/9 are escaped, keys keep their order."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for mark in _UNSAFE:
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def pack(raw: bytes) -> str:
    """``raw`` compressed (gzip without a time stamp) and base64-encoded, the same for the same input."""
    return base64.b64encode(gzip.compress(raw, 6, mtime=0)).decode("ascii")


def script(name: str, *arguments: object) -> bytes:
    """A script file that hands ``arguments`` to ``Chronotope.receive``, under ``name``."""
    return f"Chronotope.receive({','.join(map(to_json, (name, *arguments)))});\n".encode()
