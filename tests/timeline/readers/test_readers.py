"""All files of a folder: each with an id of its own, and no bad one costs another."""

import os
from pathlib import Path

import pytest

from timeline.discover import module_names
from timeline.model.article import RawArticle, Unreadable
from timeline.readers import read, read_all, sources

TEXT = "The sides met in Vienna."


def ids(found: list[RawArticle | Unreadable]) -> list[str]:
    return [one.id if isinstance(one, RawArticle) else f"{one.path}: {one.what}" for one in found]


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def test_a_reader_is_in_use_by_standing_in_the_folder() -> None:
    assert module_names("timeline.readers") == ("html", "jsonl", "text")


def test_order_of_name_and_paths_free_of_the_machine(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a_txt=TEXT, sub__c_txt=TEXT)
    found = list(read_all([tmp_path]))
    assert ids(found) == ["a", "b", "c"]
    assert [one.source_path for one in found if isinstance(one, RawArticle)] == [
        f"{tmp_path.name}/a.txt",
        f"{tmp_path.name}/b.txt",
        f"{tmp_path.name}/sub/c.txt",
    ]


def test_an_id_that_is_taken_gives_way_to_the_path(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, sub__a_txt=TEXT, z_jsonl=f'{{"id": "a", "text": "{TEXT}"}}\n{{"text": "{TEXT}"}}')
    name = tmp_path.name
    assert ids(list(read_all([tmp_path]))) == ["a", f"{name}/z.jsonl#1", "z#2", f"{name}/sub/a.txt"]


def test_two_folders_of_one_name_keep_ids_apart(tmp_path: Path) -> None:
    write(tmp_path, x__in__a_txt=TEXT, y__in__a_txt=TEXT, z__in__a_txt=TEXT)
    assert ids(list(read_all(tmp_path / name / "in" for name in "xyz"))) == ["a", "in/a.txt", "in/a.txt~2"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT)
    assert ids(list(read_all([tmp_path, tmp_path / "a.txt", tmp_path]))) == ["a"]


def test_hidden_files_readmes_and_what_is_excluded_are_no_articles(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, README_md=TEXT, site__index_html="<p>x", corrections_jsonl="{}", _git__b_txt=TEXT)
    (tmp_path / ".git").mkdir(exist_ok=True)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    found = read_all([tmp_path], exclude=[tmp_path / "site", tmp_path / "corrections.jsonl"])
    assert ids(list(found)) == ["a"]


def test_every_bad_file_is_named_and_the_good_ones_are_read(tmp_path: Path) -> None:
    write(tmp_path, good_txt=TEXT, empty_txt="", table_csv="a,b", page_html="<html></html>", rows_jsonl="{broken")
    (tmp_path / "binary.txt").write_bytes(bytes(100))
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(read_all([tmp_path]))
    assert [one.id for one in found if isinstance(one, RawArticle)] == ["good"]
    bad = {
        one.path.partition("/")[2]: (one.what.partition(" (")[0], one.skipped)
        for one in found
        if isinstance(one, Unreadable)
    }
    assert bad == {
        "binary.txt": ("is not text in a known encoding", False),
        "empty.txt": ("is empty", False),
        "gone.txt": ("can't be opened", False),
        "page.html": ("holds no article text", False),
        "pipe.txt": ("is not a regular file", False),
        "rows.jsonl#1": ("is not JSON", False),
        "table.csv": ('no reader for ".csv" files', True),
    }


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, a_txt=TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    [found] = read(tmp_path / "a.txt")
    assert isinstance(found, Unreadable)
    assert found.what == "can't be opened (Permission denied)"


def test_a_fault_of_a_parser_is_reported_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ZeroDivisionError("deep inside")

    write(tmp_path, a_html="<p>x</p>")
    monkeypatch.setattr("timeline.readers.html.page", fail)
    [found] = read(tmp_path / "a.html")
    assert isinstance(found, Unreadable)
    assert found.what == "can't be read (ZeroDivisionError: deep inside)"


def test_sources_are_lazy_about_folders_that_lead_round(tmp_path: Path) -> None:
    write(tmp_path, sub__a_txt=TEXT)
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [source.name for source in sources([tmp_path])] == [f"{tmp_path.name}/sub/a.txt"]
