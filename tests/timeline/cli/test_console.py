"""What a build says: a bar on a terminal, plain lines elsewhere, every warning with its remedy."""

import io
import sys
from pathlib import Path

import pytest

from timeline.account import Entry, Note, Step, as_table, count
from timeline.cli._console import Console
from timeline.pipeline import Built

ENTRIES = (
    Entry(path="articles/a.txt", article="a", state="used"),
    Entry(path="articles/b.txt", article="b", state="duplicate", reason="the same text as articles/a.txt"),
    Entry(path="articles/c.txt", state="failed", reason="is empty", remedy="Remove it"),
)
CORRECTIONS = [
    {"op_id": "c1", "state": "applied", "note": ""},
    {"op_id": "c2", "state": "orphan", "note": "Its quote is gone"},
]


def built() -> Built:
    report = {
        "counts": count(ENTRIES, 3),
        "inputs": as_table(ENTRIES),
        "undated": ["a"],
        "events": 4,
        "mentions": 9,
        "faults": [],
        "corrections": CORRECTIONS,
        "changes": {"articles": {"new": ["a"], "changed": [], "gone": []}},
    }
    return Built(events=(), articles=(), mentions=(), report=report)


def say(*, quiet: bool = False, verbose: bool = False) -> None:
    with Console(quiet=quiet, verbose=verbose) as console:
        console.report(Step(stage="reading", done=1, total=2))
        console.report(Step(stage="reading", done=2, total=2))
        console.report(Note(text="a note"))
        console.report(Note(text="the cache was damaged", level="warning"))
    console.tell(built(), Path("site"))


WARNINGS = [
    "warning: the cache was damaged",
    "warning: articles/c.txt: failed: is empty. Remove it",
    "warning: correction c2: orphan. Its quote is gone",
]


def test_plain_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say()
    out, err = capsys.readouterr()
    assert err.splitlines() == ["reading: 2", "a note", *WARNINGS]
    assert out.splitlines() == [
        "3 inputs: 1 used, 1 duplicate, 0 skipped, 1 failed",
        "9 mentions, 4 events",
        "Without a publication date, so only absolute dates were used: a",
        "articles new: a",
        f"Open {Path('site/index.html').resolve().as_uri()}",
    ]


def test_quiet_leaves_the_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    say(quiet=True)
    out, err = capsys.readouterr()
    assert (out, err.splitlines()) == ("", WARNINGS)


def test_verbose_tells_the_end_of_every_input(capsys: pytest.CaptureFixture[str]) -> None:
    say(verbose=True)
    err = capsys.readouterr().err
    assert "articles/a.txt: used\n" in err
    assert "articles/b.txt: duplicate: the same text as articles/a.txt\n" in err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("no_color", [True, False])
def test_a_bar_on_a_terminal_in_colour_unless_it_is_unwanted(
    monkeypatch: pytest.MonkeyPatch, *, no_color: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    say()
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "2/2" in shown
    assert "warning: the cache was damaged" in shown
    assert ("\x1b[33m" in shown) is not no_color


def test_warnings_are_what_strict_counts() -> None:
    assert built().warnings == 2
