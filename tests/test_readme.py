"""The README's commands do what it says."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from timeline.config import Config

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line[2:].partition("  #")[0].strip()
    for kind, block in BLOCKS
    if kind == "console"
    for line in block.splitlines()
    if line.startswith("$ ")
]
PYTHON = [command for command in COMMANDS if command.startswith(("python ", "chronotope "))]
MAKE = {word for command in COMMANDS if command.startswith("make ") for word in command.split()[1:]} | set(
    re.findall(r"`make (\w+)`", README)
)


def test_the_two_commands_stand_first() -> None:
    assert COMMANDS[:2] == ["make site", "make test"]


@pytest.mark.parametrize("target", sorted(MAKE))
def test_every_make_target_is_there(target: str) -> None:
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project's articles and nothing else."""
    found = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "articles", found / "articles")
    return found


@pytest.mark.parametrize("command", PYTHON)
def test_every_command_runs(command: str, folder: Path) -> None:
    words = shlex.split(command)
    name = words.pop(0) if words[0] == "chronotope" else words.pop(1) and words.pop(0)
    assert name
    done = subprocess.run(
        [sys.executable, str(ROOT / "build_site.py"), *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    for content in (block for kind, block in BLOCKS if kind == "toml" and "articles =" in block):
        (tmp_path / "site.toml").write_text(content, encoding="utf-8")
        assert Config.load(tmp_path / "site.toml").title == tomllib.loads(content)["title"]


def test_every_file_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), target
