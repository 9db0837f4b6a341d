"""The browser that the tests drive: one that is installed, else one that is fetched.

``python tests/chromium.py`` makes sure that there is one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
REMEDY = """\
The tests need Chromium or Chrome, and none could be found or fetched.
Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium), or name its file in CHROMIUM=...
"""


def find() -> str | None:
    """Path of a browser that runs, None where there is none."""
    found = (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), _of_playwright())
    return next((path for path in found if path and _runs([path, "--version"])), None)


def get() -> str | None:
    """Path of a browser, fetched if need be: by Playwright, else by apt where that is ours to do."""
    ways: Sequence[Sequence[Sequence[str]]] = (
        (),
        ([sys.executable, "-m", "playwright", "install", "chromium"],),
        (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"]),
    )
    for way in ways:
        if all(_runs(command, shown=True) for command in way) and (path := find()):
            return path
    return None


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _runs(command: Sequence[str], *, shown: bool = False) -> bool:
    if command[0] == "apt-get" and (os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get")):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    output = None if shown else subprocess.DEVNULL
    try:
        return subprocess.run(command, stdout=output, stderr=output, env=environment, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    if get() is None:
        sys.exit(REMEDY)
