"""A small dump, made by the tests, and what it compiles to."""

import shutil
from pathlib import Path

import pytest

from geodata.sources.dump.building import compile_dump
from tests.geodata.dump.dump_rows import NAMES, PLACES, write


@pytest.fixture
def dump(tmp_path: Path) -> tuple[Path, Path]:
    """Files of places and of names."""
    return write(tmp_path / "AM.txt", PLACES), write(tmp_path / "alternateNamesV2.txt", NAMES)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What they compile to; not to be changed."""
    folder = tmp_path_factory.mktemp("compiled")
    files = (write(folder / "AM.txt", PLACES), write(folder / "alternateNamesV2.txt", NAMES))
    compile_dump(files, folder / "own", lambda *_: None)
    return folder / "own"


@pytest.fixture
def own(compiled: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(compiled, tmp_path / "own"))
