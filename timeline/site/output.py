"""Writing the site: new files beside the old, the index last, then only our own old files are removed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path, PurePosixPath

from timeline.errors import BuildError

MANIFEST = "manifest.json"
INDEX = "index.html"
_MADE_BY = "chronotope"


class Output:
    """The files of one site, collected in memory order and written by :meth:`publish`.

    Names are relative, with ``/``. Nothing is touched before :meth:`publish`, so a failing build leaves the
    standing site as it was.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, bytes] = {}

    def add(self, name: str, content: bytes) -> str:
        """Plan a file under a fixed name; give the name back.

        Raises
        ------
        BuildError : the name leaves the folder, or is planned twice with other content.
        """
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or name == MANIFEST:
            raise BuildError("not a name inside the site", where=name)
        if self._files.setdefault(name, content) != content:
            raise BuildError("two files of one name", where=name)
        return name

    def add_hashed(self, name: str, content: bytes) -> str:
        """Plan a file whose name carries the hash of its content; give that name, ``stem-hash.suffix``."""
        path = PurePosixPath(name)
        digest = hashlib.sha256(content).hexdigest()[:12]
        return self.add(str(path.with_name(f"{path.stem}-{digest}{path.suffix}")), content)

    def publish(self) -> tuple[str, ...]:
        """Write all files and remove what an earlier build wrote and this one doesn't need; give the names written.

        The manifest first lists old and new files together, so a build that is killed leaves nothing unlisted.

        Raises
        ------
        BuildError : there is no index, or the folder holds files of somebody else.
        """
        if INDEX not in self._files:
            raise BuildError("a site has an index page", where=str(self.folder))
        old = _listed(self.folder)
        new = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(self._files.items())}
        _replace(self.folder / MANIFEST, _manifest({**old, **new}))
        for name in sorted(self._files, key=lambda name: (name == INDEX, name.endswith(".html"), name)):
            self._write(name)
        for name in sorted(set(old) - set(new)):
            _remove(self.folder, name)
        _replace(self.folder / MANIFEST, _manifest(new))
        return tuple(new)

    def _write(self, name: str) -> None:
        path, content = self.folder / name, self._files[name]
        if path.is_file() and path.read_bytes() == content:
            return
        _replace(path, content)


def remove_site(folder: Path) -> None:
    """Remove what an earlier build wrote, and the folder if nothing else is in it.

    Raises
    ------
    BuildError : the folder holds files of somebody else and no site of ours.
    """
    for name in _listed(folder):
        _remove(folder, name)
    if not folder.is_dir():
        return
    if all(path.name == MANIFEST for path in folder.iterdir()):
        (folder / MANIFEST).unlink(missing_ok=True)
        folder.rmdir()
    else:
        _replace(folder / MANIFEST, _manifest({}))  # the folder stays ours to build in


def _listed(folder: Path) -> dict[str, str]:
    """Files that an earlier build wrote, with their hashes; none in a new or empty folder."""
    if folder.is_file():
        raise BuildError("the output is a file, not a folder", where=str(folder), remedy="Choose another with --output")
    manifest = folder / MANIFEST
    if not manifest.is_file():
        if folder.is_dir() and any(folder.iterdir()):
            remedy = "Choose another folder with --output, or empty this one yourself"
            raise BuildError("the folder isn't empty and no site of ours", where=str(folder), remedy=remedy)
        return {}
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        files = {str(name): str(digest) for name, digest in content["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BuildError("can't be read", where=str(manifest), remedy="Empty the folder and build again") from error
    if content.get("made_by") != _MADE_BY:
        raise BuildError(
            "written by another program", where=str(manifest), remedy="Choose another folder with --output"
        )
    return files


def _manifest(files: dict[str, str]) -> bytes:
    content = {"made_by": _MADE_BY, "files": dict(sorted(files.items()))}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def _remove(folder: Path, name: str) -> None:
    """Remove one listed file and the folders that it leaves empty, never anything outside ``folder``."""
    path = folder / name
    root = folder.resolve()
    if not path.parent.resolve().is_relative_to(root):
        return
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
