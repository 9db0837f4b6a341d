"""The browser that the tests drive: an installed one, else one that is fetched.

``python tests/chromium.py`` makes sure that there is one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

WAYS: Sequence[Sequence[Sequence[str]]] = (
    (),
    ((sys.executable, "-m", "playwright", "install", "chromium"),),
    (("apt-get", "update", "-q"), ("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium")),
)
"""Commands after which a browser may be there: none, Playwright's installer, Debian's."""
REMEDY = """\
The tests need Chromium or Chrome, and none that starts could be found or fetched.
Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium), or name its file in CHROMIUM=...
"""


def starts() -> bool:
    """Whether there is a browser that starts."""
    from playwright.sync_api import sync_playwright

    from timeline.errors import BuildError
    from timeline.site.screenshots import launch

    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except BuildError:
            return False
        return True


def get() -> bool:
    """Whether there is a browser, after fetching one if need be."""
    return any(all(map(_done, way)) and starts() for way in WAYS)


def _done(command: Sequence[str]) -> bool:
    """Run a command if it is ours to run here; whether it worked."""
    if not shutil.which(command[0]) or (command[0] == "apt-get" and os.geteuid() != 0):
        return False
    return subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode == 0


if __name__ == "__main__" and not get():
    sys.exit(REMEDY)
