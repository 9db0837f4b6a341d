"""The lock files pin every package with hashes and say nothing of the machine or the registry they were made with."""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-node.txt")


def test_every_package_is_pinned_with_hashes() -> None:
    for name in LOCKS:
        blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
        assert blocks
        for block in blocks:
            assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==[\w.!+]+", block), block[:80]
            assert "--hash=sha256:" in block, block[:80]


def test_no_lock_names_a_registry_or_a_folder() -> None:
    for name in (*LOCKS, "package-lock.json"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"index-url|file:|/tmp/|/home/|/work/|\"resolved\"|find-links", text), name
        assert not re.search(r"https?://\S*(pypi|npmjs|registry|mirror)", text), name


def test_what_the_project_needs_is_locked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, extras = settings["project"], settings["project"]["optional-dependencies"]
    wanted = {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"] + extras["dev"] + extras["online"] + extras["sources"],
        "requirements-node.txt": settings["dependency-groups"]["node"],
    }
    for lock, requirements in wanted.items():
        locked = set(re.findall(r"^([a-z0-9._-]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        names = {re.match(r"[A-Za-z0-9._-]+", line)[0].lower() for line in requirements}
        assert names <= locked, lock


def test_both_locks_agree() -> None:
    runtime, development = (set(_pins(name)) for name in LOCKS[:2])
    assert runtime <= development


def _pins(name: str) -> list[str]:
    return re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)


if __name__ == "__main__":
    for check in [value for key, value in globals().items() if key.startswith("test_")]:
        check()
    sys.stdout.write("The lock files are in order.\n")
