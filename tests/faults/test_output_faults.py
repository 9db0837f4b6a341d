"""A site that can't be written is no site half written: the standing one stays whole, and the fault is named."""

import errno
from pathlib import Path

import pytest

from timeline.config import Config
from timeline.errors import BuildError, TimelineError
from timeline.pipeline import Built, run

ARTICLE = "date: 2016-04-06\nlanguage: en\n\nThe mediators met in Vienna on Tuesday.\n"
OTHER = "date: 2018-12-07\nlanguage: en\n\nThe ministers met in Milan on Thursday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE)
    return tmp_path


def build(folder: Path, output: str = "site") -> Built:
    config = Config(base=folder, articles=(folder / "articles",), output=folder / output)
    return run(config, (), lambda _: None)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("output", "words"), [("taken", "the output is a file, not a folder"), ("taken/site", "can't be written")]
)
def test_an_output_that_cannot_be_is_named(folder: Path, output: str, words: str) -> None:
    (folder / "taken").write_text("in the way")
    with pytest.raises(BuildError, match=words) as caught:
        build(folder, output)
    assert "taken" in caught.value.where
    assert caught.value.remedy
    assert (folder / "taken").read_text() == "in the way"


@pytest.mark.parametrize("writes", [1, 2, 5])
def test_a_full_disk_leaves_the_standing_site_whole(folder: Path, writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    build(folder)
    standing = files(folder / "site")
    (folder / "articles" / "b.txt").write_text(OTHER)
    write, left = Path.write_bytes, [writes]

    def until_full(path: Path, content: bytes) -> int:
        if path.is_relative_to(folder / "site"):
            left[0] -= 1
            if left[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", until_full)
        with pytest.raises(BuildError, match="No space left on device"):
            build(folder)
    now = files(folder / "site")
    assert {name: now[name] for name in standing if name != "manifest.json"} == {
        name: content for name, content in standing.items() if name != "manifest.json"
    }
    build(folder)
    fresh = folder / "fresh"
    (fresh / "articles").mkdir(parents=True)
    for path in (folder / "articles").iterdir():
        (fresh / "articles" / path.name).write_bytes(path.read_bytes())
    build(fresh)
    assert files(folder / "site") == files(fresh / "site"), "the next build makes good, and leaves nothing behind"


def test_a_registry_that_cannot_be_written_stops_before_any_id_is_published(folder: Path) -> None:
    (folder / "registry.jsonl").mkdir()
    with pytest.raises(TimelineError, match=r"registry\.jsonl"):
        build(folder)
    assert not (folder / "site").exists()
