"""When happenings were: tables of short texts, each with the type and the days of what it tells."""

from __future__ import annotations

from datetime import date

import pytest

from tests.timeline.extract.reading import read

FRIDAY = date(2020, 7, 17)

CASES = [
    # two days side by side share no verb
    ("tr", "Şuşa'nın düşmesinden dokuz gün sonra, 18 Mayıs 1992'de Laçın ele geçirildi.", [("ASSAULT", "1992-05-18")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_days(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    told = read(language, text, FRIDAY).mentions
    assert [(mention.type, str(mention.when.start) if mention.when else "") for mention in told] == expected
