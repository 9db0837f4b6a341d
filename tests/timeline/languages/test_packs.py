"""Every rule of time of every language has an example that it matches, and every example is matched."""

import re
from dataclasses import replace
from datetime import date

import pytest

from timeline import languages
from timeline.extract.timex.tagging import tag

EXAMPLE = re.compile(r"(?P<before>.*)\{(?P<found>.+)\}(?P<after>.*) = (?P<value>\S+)(?: (?P<mod>[A-Z]+))?$", re.DOTALL)
NO_TIME = re.compile(r"(?P<before>.*)\{(?P<found>.+)\}(?P<after>.*) = none$", re.DOTALL)
"""An example of a rule that takes something for no time, such as an age."""
CODES = [code for code in languages.available() if languages.load(code).timex]  # type: ignore[union-attr]


def examples(*, of_times: bool = True) -> list[tuple[str, str, str]]:
    rows = ((code, languages.load(code).examples["times"]["rules"]) for code in CODES)  # type: ignore[union-attr]
    listed = [(code, rule, text) for code, rules in rows for rule, texts in rules.items() for text in texts]
    return [row for row in listed if (NO_TIME.match(row[2]) is None) is of_times]


def times(text: str, pack: languages.LanguagePack, first: int, last: int) -> list[str]:
    """The expressions of a text that reach into a part of it."""
    spans = [time.expression.span for time in tag(text, pack, published=date(2020, 7, 17))]
    return [text[span.start : span.end] for span in spans if span.start < last and first < span.end]


@pytest.mark.parametrize(("code", "rule", "example"), examples(of_times=False))
def test_what_a_rule_takes_for_no_time_would_be_one_without_it(code: str, rule: str, example: str) -> None:
    pack = languages.load(code)
    parts = NO_TIME.match(example)
    assert pack is not None
    assert parts is not None
    text = parts["before"] + parts["found"] + parts["after"]
    place = len(parts["before"]), len(parts["before"]) + len(parts["found"])
    others = [each for each in pack.timex["rules"] if each["name"] != rule]
    assert not times(text, pack, *place)
    assert times(text, replace(pack, timex={**pack.timex, "rules": others}), *place)


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
