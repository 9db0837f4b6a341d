"""The folder in which a gazetteer grows: what is done stands in a file, so that a killed run goes on where it was.

Rows are appended to many files side by side. What counts is their length as last noted: what a killed run wrote behind
that is cut off again, so the bytes are those of a run without a stop.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from geodata.sources.dump.reading import Line

_STATE = "state.json"
_EXAMPLES = 10
"""Faulty lines that are named, of each file; the others are counted."""


class Sheaf:
    """Files of one name and different numbers, written side by side."""

    def __init__(self, paths: Sequence[Path], sizes: Mapping[str, int]) -> None:
        self._files: dict[str, IO[bytes]] = {path.name: _open_at(path, sizes.get(path.name, 0)) for path in paths}
        self.writers = [file.write for file in self._files.values()]
        """For each file, in order, the function that appends bytes to it."""

    def sizes(self) -> dict[str, int]:
        """How long each file is now, all of it handed to the system."""
        for file in self._files.values():
            file.flush()
        return {name: file.tell() for name, file in self._files.items()}

    def close(self) -> None:
        """Close all files."""
        for file in self._files.values():
            file.close()


class Work:
    """The state of one compilation in its folder.

    ``plan`` says what is compiled from what: a folder with another plan, or one that lost bytes, begins anew.
    """

    def __init__(self, folder: Path, plan: Mapping[str, Any]) -> None:
        self.folder, self.result = folder, folder / "gazetteer"
        state = _read(folder / _STATE)
        if state.get("plan") != plan or not self.result.is_dir() or not _is_whole(folder, state["sizes"]):
            shutil.rmtree(folder, ignore_errors=True)
            self.result.mkdir(parents=True)
            state = {"plan": plan, "done": [], "line": None, "sizes": {}, "faults": {}, "examples": {}, "counts": {}}
        self._state: dict[str, Any] = state
        self.parts: int = plan["parts"]
        """Into how many files rows are scattered, and names."""
        self._faults = {name: Counter(found) for name, found in state["faults"].items()}
        self.counts: Counter[str] = Counter(state["counts"])
        """Of places and names, kept over a stop."""

    @property
    def goes_on(self) -> bool:
        """Whether an earlier run has left something done."""
        return bool(self._state["done"] or self._state["line"])

    def is_done(self, step: str) -> bool:
        """Whether a step was finished, now or by an earlier run."""
        return step in self._state["done"]

    @property
    def line(self) -> Line | None:
        """The last line of the present step that counts."""
        found = self._state["line"]
        return Line(found[0], found[1], b"") if found else None

    @contextmanager
    def sheaf(self, name: str, count: int) -> Iterator[Sheaf]:
        """Open the files of a name for appending, cut to what counts."""
        sheaf = Sheaf([self.path(name, number) for number in range(count)], self._state["sizes"])
        try:
            yield sheaf
        finally:
            sheaf.close()

    def path(self, name: str, number: int) -> Path:
        """A file of this folder."""
        return self.folder / f"{name}-{number:03}"

    def fault(self, file: Path, line: int, reason: str) -> None:
        """Count a line that can't be used."""
        self._faults.setdefault(file.name, Counter())[reason] += 1
        examples = self._state["examples"].setdefault(file.name, [])
        if len(examples) < _EXAMPLES:
            examples.append(f"{file}:{line}: {reason}")

    def faults(self, file: Path) -> int:
        """How many lines of a file can't be used."""
        return sum(self._faults.get(file.name, Counter()).values())

    def complaints(self) -> list[str]:
        """The first faulty lines of each file, and how many there are by reason."""
        found = []
        for name, reasons in self._faults.items():
            counts = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()))
            found += [*self._state["examples"][name], f"{name}: lines left out: {counts}"]
        return found

    def note(self, sheaf: Sheaf, line: Line | None = None) -> None:
        """Let everything written so far count, up to a line of the file that is being read."""
        self._state["sizes"].update(sheaf.sizes())
        self._state["line"] = [line.number, line.end] if line else None
        self._save()

    def finish(self, step: str, sheaf: Sheaf | None = None) -> None:
        """Let a step count as done, and what it wrote."""
        self._state["done"].append(step)
        self._state["sizes"].update(sheaf.sizes() if sheaf else {})
        self._state["line"] = None
        self._save()

    def forget(self, *paths: Path) -> None:
        """Remove files that a finished step has used up."""
        for path in paths:
            self._state["sizes"].pop(path.name, None)
        self._save()
        for path in paths:
            path.unlink(missing_ok=True)

    def _save(self) -> None:
        self._state["faults"] = self._faults
        self._state["counts"] = self.counts
        new = self.folder / f"{_STATE}.new"
        new.write_text(json.dumps(self._state), encoding="utf-8")
        new.replace(self.folder / _STATE)


def _open_at(path: Path, size: int) -> IO[bytes]:
    """Open a file for appending behind ``size`` bytes; what stands beyond doesn't count."""
    file = path.open("r+b" if path.exists() else "w+b")
    file.truncate(size)
    file.seek(size)
    return file


def _read(path: Path) -> dict[str, Any]:
    try:
        state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state


def _is_whole(folder: Path, sizes: Mapping[str, int]) -> bool:
    """Whether no file is shorter than noted, as one may be when the machine itself went down."""
    standing = {found.name: found.stat().st_size for found in folder.iterdir()}
    return all(standing.get(name, 0) >= size for name, size in sizes.items())
