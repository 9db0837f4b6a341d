"""JSON Lines: each row by itself."""

import hashlib
import json
from pathlib import Path

import pytest

from timeline.errors import ReadError
from timeline.model.article import RawArticle, Unreadable
from timeline.readers import jsonl

TEXT = "The sides met in Vienna on Friday."


def read(folder: Path, *lines: bytes) -> list[RawArticle | Unreadable]:
    path = folder / "news.jsonl"
    path.write_bytes(b"\n".join(lines))
    return list(jsonl.read(path))


def row(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"id": "news#1"}),
        ({"id": "a"}, {"id": "a"}),
        ({"id": 7}, {"id": "7"}),
        ({"published": "2020-07-17", "source": "Example Daily"}, {"published": "2020-07-17", "publisher": "Example Daily"}),
        ({"date": 20200717, "publisher": "A", "source": "B"}, {"published": "20200717", "publisher": "A"}),
        ({"title": None, "url": "", "language": "AR", "origin": "Demo Wire"}, {"language": "ar", "origin": "Demo Wire"}),
        ({"surplus": [1, 2], "tags": {"a": 1}}, {}),
    ],
)  # fmt: skip
def test_fields_are_taken_as_written(tmp_path: Path, fields: dict[str, object], expected: dict[str, str]) -> None:
    line = row(text=TEXT, **fields)
    [found] = read(tmp_path, line)
    sha256, path = hashlib.sha256(line).hexdigest(), f"{tmp_path}/news.jsonl#1"
    assert found == RawArticle(**{"id": "news#1", "source_path": path, "text": TEXT, "sha256": sha256, **expected})


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b'{"text": "cut off', "is not JSON"),
        (b'["a list"]', "is not a JSON object"),
        (b"null", "is not a JSON object"),
        (row(title="no text"), "holds no article text"),
        (row(text="  "), "holds no article text"),
        (row(text=["a", "b"]), '"text" is a list, not a string'),
        (row(text=TEXT, title={"en": "Talks"}), '"title" is a dict, not a string'),
        (row(text=TEXT, id=True), '"id" is a bool, not a string'),
        (b'{"text": "half \\ud800 a character"}', "holds half a character"),
        (b'{"text": "\xff\xfe not UTF-8"}', "is not JSON"),
        (b'{"a":' * 20_000, "is"),
    ],
)
def test_a_broken_row_is_reported_and_the_others_are_read(tmp_path: Path, line: bytes, what: str) -> None:
    first, second, third = read(tmp_path, row(id="a", text=TEXT), line, row(id="b", text=TEXT + " Again."))
    assert isinstance(first, RawArticle)
    assert isinstance(third, RawArticle)
    assert (first.id, third.id) == ("a", "b")
    assert isinstance(second, Unreadable)
    assert second.path.endswith("news.jsonl#2")
    assert second.what.startswith(what)
    assert second.remedy


def test_empty_lines_and_a_byte_order_mark_are_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, b"\xef\xbb\xbf" + row(text=TEXT), b"", b"  \r", row(text=TEXT), b"")
    assert [one.id for one in found if isinstance(one, RawArticle)] == ["news#1", "news#4"]


def test_a_row_may_be_a_page(tmp_path: Path) -> None:
    page = f"<html><head><title>Talks</title></head><body><p>{TEXT * 5}</p></body></html>"
    [found] = read(tmp_path, row(id="p", html=page, publisher="Example Daily"))
    assert isinstance(found, RawArticle)
    assert (found.text, found.title, found.publisher) == (TEXT * 5, "Talks", "Example Daily")


def test_utf16_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "a"}', encoding="utf-16")
    with pytest.raises(ReadError, match=r"is UTF-16.*Save it as UTF-8"):
        list(jsonl.read(path))
