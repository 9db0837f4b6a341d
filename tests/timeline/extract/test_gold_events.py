"""Own articles, news briefs and news items with what a careful reader takes from them: floors per language and half, which only rise.

Texts of the half "test" are there to measure, not to learn from: no message shows their faults.
"""

import tomllib
from pathlib import Path

import pytest

from tests.bench.events_gold import BRIEFS, GOLD, NEWS, articles, score

FEWEST = {GOLD: 5, BRIEFS: 40, NEWS: 40}
"""Texts that each language has at least."""
FLOORS = {
    (folder, language): floors
    for folder in FEWEST
    for language, floors in tomllib.loads((folder / "floors.toml").read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("folder", FEWEST, ids=lambda folder: folder.name)
def test_every_language_has_its_gold(folder: Path) -> None:
    files = {file.stem: file for file in folder.glob("*.jsonl")}
    assert sorted(files) == sorted(language for where, language in FLOORS if where == folder)
    assert all(len(articles(file)) >= FEWEST[folder] for file in files.values())


@pytest.mark.parametrize("half", ["dev", "test"])
@pytest.mark.parametrize(("folder", "language"), FLOORS, ids=lambda part: getattr(part, "name", part))
def test_floor(folder: Path, language: str, half: str) -> None:
    floor, found = FLOORS[folder, language][half], score(folder / f"{language}.jsonl", half)
    shown = "\n".join(found.faults) if half == "dev" else "its faults are not to be learnt from"
    told = (found.recall, found.precision, found.traps)
    assert found.recall >= floor["recall"], f"{language} {half}: recall, precision, traps {told}\n{shown}"
    assert found.precision >= floor["precision"], f"{language} {half}: recall, precision, traps {told}\n{shown}"
    assert found.traps <= floor["traps"], f"{language} {half}: recall, precision, traps {told}\n{shown}"
