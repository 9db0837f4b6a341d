"""``build``: exit codes, the default command, and what is cleaned."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import chronotope

ROOT = Path(__file__).parents[3]
ARTICLE = "date: 2016-04-06\nlanguage: en\n\nThe mediators met in Vienna on Tuesday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(chronotope, arguments, catch_exceptions=False)


def code(folder: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and standard error of a real process."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "build_site.py"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("articles",), ("articles/a.txt",), ("build",), ("build", "articles"), ("-q",)]
)
def test_building_is_what_is_meant_where_no_command_is_named(folder: Path, arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 0
    assert (folder / "site" / "index.html").is_file()


def test_the_end_says_where_to_open_it(folder: Path) -> None:
    result = call("-o", "public")
    assert result.stdout.splitlines()[-1] == f"Open {(folder / 'public' / 'index.html').as_uri()}"


@pytest.mark.parametrize(
    ("arguments", "expected", "words"),
    [
        (("--strict",), 0, ""),
        (("nowhere",), 2, "'nowhere' does not exist"),
        (("--date", "July"), 2, "'July' does not match"),
        (("--frobnicate",), 2, "No such option"),
        (("-f", "missing.toml"), 2, "does not exist"),
        (("-f", "bad.toml"), 2, "bad.toml: can't be used as it stands:\n  line 1: titel: no such setting"),
        (("--region", "atlantis"), 1, "Error: atlantis: no region of this name"),
        (("empty",), 1, "no articles found. Put .txt"),
        (("annotate",), 2, "Missing argument"),
        (("annotate", "articles", "--layer", "smells"), 2, "'smells' is not one of"),
    ],
)
def test_exit_codes(folder: Path, arguments: tuple[str, ...], expected: int, words: str) -> None:
    (folder / "bad.toml").write_text('titel = "x"')
    (folder / "empty").mkdir()
    found, errors = code(folder, *arguments)
    assert words in errors
    assert found == expected
    assert "Traceback" not in errors


@pytest.mark.parametrize(("name", "content"), [("b.txt", ""), ("b.csv", "a,b"), ("b.jsonl", "{broken")])
def test_strict_fails_on_an_input_that_gives_nothing(folder: Path, name: str, content: str) -> None:
    (folder / "articles" / name).write_text(content)
    assert call().exit_code == 0
    result = call("--strict")
    assert result.exit_code == 1
    assert f"warning: articles/{name}" in result.stderr
    assert (folder / "site" / "index.html").is_file(), "the site is built all the same"


def test_clean_forgets_the_cache_and_our_files_alone(folder: Path) -> None:
    call()
    (folder / "site" / "CNAME").write_text("news.example.org")
    (folder / "corrections.jsonl").write_text("")
    registry = (folder / "registry.jsonl").read_bytes()
    stale = folder / "site" / "assets"
    assert stale.is_dir()
    result = call("--clean")
    assert result.exit_code == 0
    assert "articles new" not in result.stdout, "there is no earlier build to compare with"
    assert (folder / "site" / "CNAME").read_text() == "news.example.org"
    assert (folder / "registry.jsonl").read_bytes() == registry
    assert (folder / "corrections.jsonl").exists()
