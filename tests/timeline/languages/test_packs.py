"""Every rule of time of every language has an example that it matches, and every example is matched."""

import re

import pytest

from timeline import languages
from timeline.extract.timex import tag

EXAMPLE = re.compile(r"(?P<before>.*)\{(?P<found>.+)\}(?P<after>.*) = (?P<value>\S+)(?: (?P<mod>[A-Z]+))?$", re.DOTALL)
CODES = [code for code in languages.available() if languages.load(code).timex]  # type: ignore[union-attr]


def examples() -> list[tuple[str, str, str]]:
    rows = ((code, languages.load(code).examples["times"]["rules"]) for code in CODES)  # type: ignore[union-attr]
    return [(code, rule, text) for code, rules in rows for rule, texts in rules.items() for text in texts]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_an_example(code: str) -> None:
    pack = languages.load(code)
    assert pack is not None
    rules = [rule["name"] for rule in pack.timex["rules"]]
    assert len(rules) == len(set(rules)), "names tell rules apart"
    assert set(rules) == set(pack.examples["times"]["rules"])


@pytest.mark.parametrize(("code", "rule", "example"), examples())
def test_every_example_is_matched_by_its_rule(code: str, rule: str, example: str) -> None:
    pack = languages.load(code)
    parts = EXAMPLE.match(example)
    assert pack is not None
    assert parts is not None, "an example is: text with {expression} = VALUE MOD"
    text = parts["before"] + parts["found"] + parts["after"]
    start = len(parts["before"])
    found = [
        time.expression
        for time in tag(text, pack, published=pack.examples["times"]["published"])
        if (time.expression.span.start, time.expression.span.end) == (start, start + len(parts["found"]))
    ]
    assert [(one.value, one.mod) for one in found] == [(parts["value"], parts["mod"])]
    assert rule in found[0].rule.removeprefix(f"{code}:").split("+")


@pytest.mark.parametrize("code", CODES)
def test_calendar_is_complete(code: str) -> None:
    pack = languages.load(code)
    assert pack is not None
    months = {*pack.calendar["months"], *pack.calendar.get("weak_months", {})}
    weekdays = {*pack.calendar["weekdays"], *pack.calendar.get("weak_weekdays", {})}
    assert months == {str(number) for number in range(1, 13)}
    assert weekdays == {str(number) for number in range(1, 8)}


def test_a_language_that_is_only_read_is_none_of_the_page() -> None:
    """Ukrainian is a folder with words of time and no labels: it is read, and no page offers it."""
    pack = languages.load("uk")
    assert pack is not None
    assert "uk" in languages.available()
    assert "uk" not in languages.shown()
    assert pack.timex["rules"]
    assert not pack.labels
    assert not pack.extracts


def test_every_language_with_labels_can_be_shown() -> None:
    assert languages.shown() == ("ar", "az", "en", "fa", "hy", "ka", "ru", "tr")
