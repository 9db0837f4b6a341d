"""Extraction from the sample articles, compared whole with the golden files: missing and surplus rows both fail."""

import json
from pathlib import Path

import pytest

from tests import golden

GOLD = Path(__file__).parent / "gold" / "articles.gold.jsonl"


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    return golden.found()


def test_every_article_has_its_golden_file(found: dict[str, list[str]]) -> None:
    assert sorted(found) == sorted(golden.kept())


@pytest.mark.parametrize("name", sorted(golden.kept()))
def test_rows_are_those_of_the_golden_file(name: str, found: dict[str, list[str]]) -> None:
    """Where a change is meant, ``python -m tests.golden`` writes the files anew."""
    assert found[name] == golden.kept()[name]


def test_every_article_with_gold_is_read(found: dict[str, list[str]]) -> None:
    gold = {json.loads(line)["id"] for line in GOLD.read_text(encoding="utf-8").splitlines()}
    assert gold <= set(found)
