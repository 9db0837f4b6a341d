"""A compilation killed at any point goes on, and ends with the bytes of one without a stop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.sources.dump import building, scattering
from geodata.sources.dump.building import Compiled, compile_dump
from tests.geodata.dump.dump_rows import NAMES, PLACES, name, place, write

ROOT = Path(__file__).parents[3]
STEPS = ("reading AM.txt", "reading alternateNamesV2.txt", "joining names", "building tries")


class Stop(Exception):  # noqa: N818 - no error: what a test throws
    """Ends a run where a test wants it."""


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A dump in several parts whose work counts every few lines."""
    monkeypatch.setattr(scattering, "_EVERY", 7)
    monkeypatch.setattr(building, "_PART_BYTES", 800)
    return write(tmp_path / "AM.txt", PLACES), write(tmp_path / "alternateNamesV2.txt", NAMES)


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def run_until(files: tuple[Path, Path], output: Path, step: str, times: int) -> Compiled | None:
    """Compile up to the so-manieth news of a step."""
    seen = 0

    def report(news: str, _done: int, _total: int) -> None:
        nonlocal seen
        seen += news == step
        if seen == times:
            raise Stop

    try:
        return compile_dump(files, output, report)
    except Stop:
        return None


def test_stopped_in_every_step_it_goes_on_to_the_same_bytes(many: tuple[Path, Path], tmp_path: Path) -> None:
    whole = compile_dump(many, tmp_path / "whole", lambda *_: None)
    for step in STEPS:
        assert run_until(many, tmp_path / "own", step, 1 if step.startswith("reading") else 2) is None
        assert not (tmp_path / "own").exists(), step
    done = run_until(many, tmp_path / "own", "none", 1)
    assert done is not None
    assert (done.went_on, done.places, done.names) == (True, whole.places, whole.names)
    assert content(tmp_path / "own") == content(tmp_path / "whole")
    assert not list(tmp_path.glob(".*"))


def test_what_a_killed_run_wrote_last_does_not_count(many: tuple[Path, Path], tmp_path: Path) -> None:
    assert run_until(many, tmp_path / "own", STEPS[0], 2) is None
    part = next((tmp_path / ".own.work").glob("rows-*"))
    with part.open("ab") as more:
        more.write(b"half a li")
    assert run_until(many, tmp_path / "own", "none", 1) is not None
    assert Gazetteer.open(None, folder=tmp_path / "own").knows("verin maghar")


def test_other_input_or_lost_bytes_begin_anew(many: tuple[Path, Path], tmp_path: Path) -> None:
    assert run_until(many, tmp_path / "own", STEPS[1], 1) is None
    longest = max((tmp_path / ".own.work").glob("rows-*"), key=lambda path: path.stat().st_size)
    os.truncate(longest, 3)
    write(many[1], (*NAMES, name(71, "ru", "Верхний Магар")))
    done = run_until(many, tmp_path / "own", "none", 1)
    assert done is not None
    assert not done.went_on
    assert Gazetteer.open(None, folder=tmp_path / "own").knows(fold("Верхний Магар"))


def test_a_killed_process_goes_on(tmp_path: Path) -> None:
    rows = tuple(place(10_000_000 + number, f"Place {number}") for number in range(120_000))
    file = write(tmp_path / "AM.txt", rows)
    output, work = tmp_path / "own", tmp_path / ".own.work"
    command = [sys.executable, str(ROOT / "build_site.py"), "gazetteer", "build", str(file), "-o", str(output)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not list(work.glob("keys-*")) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert not output.exists()
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "An earlier run was stopped; this one went on from there." in done.stdout
    assert f'gazetteer = "{output}"' in done.stdout
    assert not work.exists()
    opened = Gazetteer.open(None, folder=output)
    for number in (0, 59_999, 119_999):
        assert [found.id for found in opened.lookup(f"place {number}")] == [f"gn:{10_000_000 + number}"]
