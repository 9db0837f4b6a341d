"""Titles against those that a sub-editor would accept."""

from __future__ import annotations

import tomllib

import pytest

from tests.bench import titles as bench

FLOORS = tomllib.loads(bench.GOLD.with_name("floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("half", bench.HALVES)
def test_titles_are_accepted_as_often_as_before(half: str) -> None:
    found, count = list(bench.faults(half)), len(bench.rows(half))
    shares = {
        language: round(100 * (1 - sum(one[1] == language for one in found) / count), 1) for language in bench.LANGUAGES
    }
    assert {language: share for language, share in shares.items() if share < FLOORS[half][language]} == {}


def test_the_gold_is_whole() -> None:
    rows = [row for half in bench.HALVES for row in bench.rows(half)]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(bench.accepted(row[language], language) for row in rows for language in bench.LANGUAGES)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("attack|raid @ in Gori", "en", {"Attack in Gori", "Raid in Gori"}),
        ("saldırı @ Gori'de", "tr", {"Gori'de saldırı"}),
        ("ომი @ გორში", "ka", {"ომი გორში", "გორში ომი"}),
        ("Talks;;Negotiations", "en", {"Talks", "Negotiations"}),
    ],
)
def test_a_row_says_every_order_that_its_language_allows(text: str, language: str, expected: set[str]) -> None:
    assert bench.accepted(text, language) == expected
