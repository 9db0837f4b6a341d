"""Parts of parties against the gold: floors per language and half, which only rise, and few told the wrong way round."""

import tomllib

import pytest

from tests.bench import actors as bench

FLOORS = tomllib.loads((bench.GOLD / "floors.toml").read_text(encoding="utf-8"))
FEWEST = 30
"""Cases that each language has at least."""


def test_every_language_has_its_gold() -> None:
    files = {file.stem: file for file in bench.GOLD.glob("*.jsonl")}
    assert sorted(files) == sorted(FLOORS)
    assert all(len(bench.rows(file)) >= FEWEST for file in files.values())


@pytest.mark.parametrize("half", bench.HALVES)
@pytest.mark.parametrize("language", FLOORS)
def test_floor(language: str, half: str) -> None:
    floor, found = FLOORS[language][half], bench.score(bench.GOLD / f"{language}.jsonl", half)
    shown = "\n".join(found.faults) if half == "dev" else "its faults are not to be learnt from"
    figures = (round(found.recall, 1), round(found.precision, 1), found.turned)
    assert found.recall >= floor["recall"], f"{figures}\n{shown}"
    assert found.precision >= floor["precision"], f"{figures}\n{shown}"
    assert found.turned <= floor["turned"], f"{figures}\n{shown}"
