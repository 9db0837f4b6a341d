"""Who is counted, in whatever language."""

import pytest

from timeline.merge.victims import kind


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Azerbaijani soldiers", "en", "military"),
        ("военнослужащих", "ru", "military"),
        ("عسكريا", "ar", "military"),
        ("mülki", "az", "civilians"),
        ("", "tr", "people"),
        ("ადამიანი", "ka", "people"),
        ("Miners", "en", "miners"),
    ],
)
def test_the_kind_of_victims(words: str, language: str, expected: str) -> None:
    assert kind(words, language) == expected
