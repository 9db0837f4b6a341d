"""The Firefox that a few tests drive: an installed one, else Debian's.

``python tests/firefox.py`` makes sure that there is one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

INSTALL: Sequence[Sequence[str]] = (
    ("apt-get", "update", "-q"),
    ("apt-get", "install", "-q", "-y", "--no-install-recommends", "firefox-esr"),
)
REMEDY = """\
Some tests need Firefox, and none could be found or fetched.
Install it (Debian: apt-get install firefox-esr; macOS: brew install --cask firefox), or name its file in FIREFOX=...
"""


def get() -> bool:
    """Whether there is a Firefox, after fetching one if need be and if it is ours to do here."""
    from tests.browser.firefox import command

    if command():
        return True
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = all(subprocess.run(step, env=environment, check=False).returncode == 0 for step in INSTALL)
    return done and command() is not None


if __name__ == "__main__" and not get():
    sys.exit(REMEDY)
