"""Own articles with what a careful reader takes from them: floors per language and half, which only rise.

The articles of the half "test" are there to measure, not to learn from: no message shows their faults.
"""

import tomllib

import pytest

from tests.bench.events_gold import GOLD, articles, score

FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
FILES = {file.stem: file for file in sorted(GOLD.glob("*.jsonl"))}
FEWEST = 5


def test_every_language_has_its_gold() -> None:
    assert sorted(FLOORS) == sorted(FILES)
    assert all(len(articles(file)) >= FEWEST for file in FILES.values())


@pytest.mark.parametrize("half", ["dev", "test"])
@pytest.mark.parametrize("language", sorted(FLOORS))
def test_floor(language: str, half: str) -> None:
    floor, found = FLOORS[language][half], score(FILES[language], half)
    shown = "\n".join(found.faults) if half == "dev" else "its faults are not to be learnt from"
    told = (found.recall, found.precision, found.traps)
    assert found.recall >= floor["recall"], f"{language} {half}: recall, precision, traps {told}\n{shown}"
    assert found.precision >= floor["precision"], f"{language} {half}: recall, precision, traps {told}\n{shown}"
    assert found.traps <= floor["traps"], f"{language} {half}: recall, precision, traps {told}\n{shown}"
