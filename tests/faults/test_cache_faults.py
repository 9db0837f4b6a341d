"""A cache that is damaged, locked away or full of rubbish costs time, never a build."""

import sqlite3
from pathlib import Path

import pytest

from timeline import cache
from timeline.cache import Cache


@pytest.mark.parametrize("content", [b"no database at all " * 100, b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_cache_is_built_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(content)
    with Cache(path) as store:
        assert "was damaged and is built anew" in store.notes[0]
        store.put([("one", "found")])
    with Cache(path) as store:
        assert store.get("one") == "found"
        assert store.notes == []


def test_an_entry_cut_short_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with Cache(path) as store:
        store.put([("one", "found")])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE finding SET value = substr(value, 1, 4)")
    connection.close()
    with Cache(path) as store:
        assert store.get("one") is None
        assert "can't be read" in store.notes[0]


def test_where_no_file_can_be_written_the_cache_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file" / "c.sqlite", tmp_path):
        with Cache(path) as store:
            assert "everything is done anew" in store.notes[0]
            store.put([("one", "found")])
            assert store.get("one") == "found"


def test_a_cache_in_use_elsewhere_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PATIENCE", 0.1)
    path = tmp_path / "c.sqlite"
    with Cache(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        store.put([("one", "found")])
        other.close()
        assert "can't be written (database is locked)" in store.notes[0]
