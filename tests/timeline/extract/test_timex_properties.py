"""What holds of time tagging in every language and for any text."""

from __future__ import annotations

import cProfile
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import languages
from timeline.extract.timex.tagging import tag
from timeline.languages import LanguagePack
from timeline.model.timex import TaggedTime

CODES = [code for code in languages.available() if (pack := languages.load(code)) and pack.timex]
DAYS = (date(2020, 7, 17), None, date(1, 1, 1), date(9999, 12, 31))
EXAMPLES = 60
"""Texts drawn for each property and language."""
MARKS = (
    ",",
    ".",
    ":",
    ";",
    "-",
    "–",
    "—",
    "/",
    "(",
    ")",
    "«",
    "»",
    "'",
    "’",
    "%",
    "$",
    "№",
    "\n",
    "\n\n",
    "\u200f",
    "ـ",
)
NUMBERS = (
    "0",
    "1",
    "2",
    "5",
    "12",
    "24",
    "31",
    "32",
    "99",
    "100",
    "1389",
    "1441",
    "1899",
    "1992",
    "2020",
    "٢٠٢٠",
    "۱۳۹۹",
)
SHAPES = (
    "2024-02-30",
    "12.07.2020",
    "7/12/2020",
    "12.7.20",
    "10:30",
    "25:99",
    "1,000",
    "2.5",
    "T-72",
    "20-year",
    "1990s",
)

_DAY = r"(?:BC)?(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)|(?:\d{4}|XXXX)-W(?:\d\d|XX)(?:-(?:[1-7]|WE))?"
_CLOCK = r"T(?:\d\d:\d\d|MO|MI|AF|EV|NI|DT|XX)"
_LONGER = r"(?:BC)?(?:\d{2,4}|XX{1,3})|(?:BC)?(?:\d{4}|XXXX)-(?:\d\d|XX|SP|SU|FA|WI|Q[1-4X]|H[12X])"
_LENGTH = r"PT?(?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|WE|[YQMWDHS])T?)+"
VALUE = re.compile(
    rf"(?:{_DAY})(?:{_CLOCK})?|(?:{_LONGER})(?:{_CLOCK})?|{_LENGTH}|(?:PAST|PRESENT|FUTURE)_REF"
    r"|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"  # a month or year of another calendar
)
"""Values of TIMEX3 as ISO-TimeML has them."""


@cache
def pack_of(code: str) -> LanguagePack:
    pack = languages.load(code)
    assert pack is not None
    return pack


@cache
def words_of(code: str) -> list[str]:
    """Every word that a pack lists."""
    pack = pack_of(code)
    tables = ("months", "weak_months", "weekdays", "weak_weekdays", "hijri_months", "solar_months")
    calendar = [form for table in tables for forms in pack.calendar.get(table, {}).values() for form in forms]
    listed = [form for word in pack.timex["words"] for form in word["forms"]]
    return [*calendar, *listed, *pack.timex.get("numbers", ()), *pack.timex.get("ordinals", ())]


@cache
def examples_of(code: str) -> list[str]:
    """A text for each rule of a pack."""
    listed = pack_of(code).examples["times"]["rules"].values()
    return [text.replace("{", "").replace("}", "").rpartition(" = ")[0] for texts in listed for text in texts]


@st.composite
def texts(draw: st.DrawFn, code: str) -> str:
    """Words and whole phrases of time among numbers, marks and anything else, with and without spaces."""
    piece = (
        st.sampled_from(examples_of(code))
        | st.sampled_from(words_of(code))
        | st.sampled_from([*NUMBERS, *SHAPES, *MARKS])
        | st.text(max_size=4)
    )
    pieces = draw(st.lists(piece, max_size=16))
    return "".join(part + draw(st.sampled_from((" ", " ", " ", "", "\u00a0"))) for part in pieces)


def tagged(code: str, text: str, published: date | None = DAYS[0]) -> tuple[TaggedTime, ...]:
    return tag(text, pack_of(code), published=published)


def told(text: str, times: Sequence[TaggedTime]) -> list[tuple[str, str, str]]:
    """Words, type and value of what was found, whatever the spaces and the Unicode form."""
    spans = [one.expression.span for one in times]
    found = [unicodedata.normalize("NFC", text[span.start : span.end].replace("\u00a0", " ")) for span in spans]
    return [(words, one.expression.type, one.expression.value) for words, one in zip(found, times, strict=True)]


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None, max_examples=EXAMPLES)
@given(data=st.data())
def test_spans_lie_in_the_text_in_order_and_hold_words(code: str, data: st.DataObject) -> None:
    text = data.draw(texts(code))
    published = data.draw(st.sampled_from(DAYS))
    times = tagged(code, text, published)
    spans = [one.expression.span for one in times]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        assert words == words.strip()
        assert words
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert tagged(code, text, published) == times


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None, max_examples=EXAMPLES)
@given(data=st.data())
def test_values_are_those_of_timex3_and_intervals_run_forward(code: str, data: st.DataObject) -> None:
    text = data.draw(texts(code))
    for one in tagged(code, text, data.draw(st.sampled_from(DAYS))):
        assert VALUE.fullmatch(one.expression.value), (text, one.expression)
        assert one.expression.mod in {
            None,
            "START",
            "MID",
            "END",
            "APPROX",
            "LESS_THAN",
            "MORE_THAN",
            "BEFORE",
            "AFTER",
        }
        if one.interval:
            assert one.interval.start <= one.interval.end
            assert one.interval.edtf()


@pytest.mark.parametrize("code", CODES)
@settings(deadline=None, max_examples=EXAMPLES)
@given(text=st.text(max_size=300), published=st.sampled_from(DAYS))
def test_any_string_is_read(code: str, text: str, published: date | None) -> None:
    assert all(one.expression.span.end <= len(text) for one in tagged(code, text, published))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "token", ["1" * 5000, "٣" * 5000, "1" * 5000 + ".5", "a" * 5000, "ا" + "ـ" * 5000 + "ل", "é" * 5000]
)
def test_endless_tokens_are_read(code: str, token: str) -> None:
    assert [one for one in tagged(code, f"{token} {token}") if one.expression.span.end > len(token)] == []


CHANGES = {
    "no-break spaces": lambda text: re.sub(r"(?<!\d) | (?!\d)", "\u00a0", text),  # between digits it parts thousands
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("change", CHANGES)
@settings(deadline=None, max_examples=EXAMPLES)
@given(data=st.data())
def test_spaces_and_unicode_forms_change_nothing(code: str, change: str, data: st.DataObject) -> None:
    """Words and values stay; offsets are those of the text as it is."""
    pieces = (
        st.sampled_from(examples_of(code))
        | st.sampled_from(words_of(code))
        | st.sampled_from([*SHAPES, *NUMBERS, "и", "և", "é", ",", ".", "–"])
    )
    text = " ".join(data.draw(st.lists(pieces, max_size=12)))
    changed = CHANGES[change](text)
    assert told(changed, tagged(code, changed)) == told(text, tagged(code, text))


WORST = ("9 ", "1992 ", "1992-", "1.1.1.", "- ", "   ", "\n ", "\n\n", "ـ", "a'a'a'", "T-", "(", "é ", "12 300 ", ". ")


def work(code: str, text: str) -> int:
    """Calls that the tagger makes for a text; no clock is asked, so that the figure is the same everywhere."""
    tagged(code, text)  # words are remembered
    profile = cProfile.Profile()
    profile.runcall(tagged, code, text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("code", CODES)
def test_work_grows_with_the_length_of_the_worst_texts(code: str) -> None:
    """Four times the text takes about four times the calls; ``tests/bench/times_worst.py`` measures the seconds."""
    of_pack = [f"{text} " for text in (*words_of(code)[::60], *examples_of(code)[::20])]
    for piece in (*WORST, *of_pack):
        short, long = work(code, piece * 50), work(code, piece * 200)
        assert long < 4.5 * short + 1000, piece
