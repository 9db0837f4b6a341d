"""Files are named by their content, the index comes last, and only our own files are ever removed."""

import json
from pathlib import Path

import pytest

from timeline.errors import BuildError
from timeline.site.output import INDEX, MANIFEST, Output


def publish(folder: Path, **files: bytes) -> tuple[str, ...]:
    output = Output(folder)
    for name, content in {
        "index.html": b"i",
        **{key.replace("__", "/"): value for key, value in files.items()},
    }.items():
        output.add(name, content)
    return output.publish()


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_hashed_names_follow_the_content(tmp_path: Path) -> None:
    output = Output(tmp_path)
    first, same, other = (output.add_hashed("data/a.js", content) for content in (b"1", b"1", b"2"))
    assert first == same != other
    assert first.startswith("data/a-")
    assert first.endswith(".js")


def test_what_an_earlier_build_wrote_is_removed_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, data__old=b"x", data__kept=b"k")
    (site / "data" / "own").write_bytes(b"somebody's")
    publish(site, data__kept=b"k", data__new=b"n")
    assert names(site) == ["data/kept", "data/new", "data/own", "index.html", MANIFEST]


def test_empty_folders_go_with_their_last_file(tmp_path: Path) -> None:
    publish(tmp_path / "site", data__deep__old=b"x")
    publish(tmp_path / "site")
    assert names(tmp_path / "site") == ["index.html", MANIFEST]
    assert not (tmp_path / "site" / "data").exists()


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    publish(tmp_path / "site", a=b"1")
    before = (tmp_path / "site" / "a").stat().st_mtime_ns
    publish(tmp_path / "site", a=b"1")
    assert (tmp_path / "site" / "a").stat().st_mtime_ns == before


def test_the_index_is_replaced_last_and_by_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced = []
    real = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda self, target: (replaced.append(Path(target).name), real(self, target))[1]
    )
    publish(tmp_path / "site", **{"about.html": b"a", "data.js": b"d"})
    assert replaced == [MANIFEST, "data.js", "about.html", INDEX, MANIFEST]


def test_a_build_killed_before_the_index_leaves_the_old_site_and_lists_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, old=b"o")
    real = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if target.name == INDEX:
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        output = Output(site)
        output.add(INDEX, b"new")
        output.add("new", b"n")
        with pytest.raises(KeyboardInterrupt):
            output.publish()
    assert (site / INDEX).read_bytes() == b"i"
    assert (site / "old").is_file()
    assert set(json.loads((site / MANIFEST).read_text())["files"]) == {INDEX, "old", "new"}
    publish(site)
    assert names(site) == [f".{INDEX}.part", INDEX, MANIFEST] or names(site) == [INDEX, MANIFEST]


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(BuildError, match="--output"):
        publish(tmp_path)
    assert names(tmp_path) == ["thesis.doc"]


@pytest.mark.parametrize("manifest", ["{}", "not json", "[]", '{"made_by": "another", "files": {}}'])
def test_a_manifest_that_is_not_ours_is_refused(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest)
    with pytest.raises(BuildError):
        publish(tmp_path)


def test_a_forged_manifest_cannot_remove_files_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.write_bytes(b"p")
    publish(tmp_path / "site")
    forged = {"made_by": "chronotope", "files": {"../precious": "0"}}
    (tmp_path / "site" / MANIFEST).write_text(json.dumps(forged))
    publish(tmp_path / "site")
    assert outside.is_file()


@pytest.mark.parametrize("name", ["../up", "/root", "a/../../b", MANIFEST, "a\\b"])
def test_names_stay_inside(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError):
        Output(tmp_path).add(name, b"")


def test_a_site_without_index_is_not_published(tmp_path: Path) -> None:
    output = Output(tmp_path / "site")
    output.add("a", b"")
    with pytest.raises(BuildError):
        output.publish()
    assert not (tmp_path / "site").exists()
