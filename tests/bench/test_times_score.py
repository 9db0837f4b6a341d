"""The measures of time tagging, on a text with one of each kind of answer."""

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date
from pathlib import Path

import pytest

from tests.bench.corpora.documents import Document, Time, document
from tests.bench.times_peers import chronotope, dateparser, heideltime, marked
from tests.bench.times_score import pairs, score

TEXT = "A and B met last Tuesday, for two days; see 2019."
GOLD = document(TEXT, [Time(12, 24, "2020-07-14"), Time(30, 38, "P2D"), Time(44, 48, "2019")])


def clock() -> Iterator[float]:
    yield from map(float, range(100))


def test_what_counts_as_right() -> None:
    answers = [
        Time(12, 25, "2020-07-14"),  # with a comma: strictly right
        Time(34, 39, "P3D"),  # overlaps, another value
        Time(0, 1, "2020"),  # of nothing
    ]
    known = score([GOLD], lambda _: answers, clock=clock().__next__)
    assert astuple(known) == pytest.approx((100 / 3, 200 / 3, 100 / 3, len(TEXT) / 1024))


def test_one_answer_is_right_once() -> None:
    whole = Time(0, len(TEXT), "2019")
    assert [one for one, _ in pairs(GOLD.gold, [whole])] == [Time(12, 24, "2020-07-14")]


def test_an_exact_answer_is_taken_before_a_longer_one() -> None:
    exact = Time(44, 48, "2019")
    assert list(pairs(GOLD.gold[2:], [Time(40, 48, "X"), exact])) == [(GOLD.gold[2], exact)]


def test_no_time_in_gold_and_none_found_is_no_error() -> None:
    assert score([Document(None, "Nothing.", ())], lambda _: [], clock=clock().__next__).value == 0


def test_ours_is_read_with_its_offsets() -> None:
    assert chronotope("en")(document("It fell in May 1999.", [])) == [Time(11, 19, "1999-05")]


@pytest.mark.parametrize(
    ("words", "value"),
    [("March", "2020-03"), ("1994", "1994"), ("14 July 2020", "2020-07-14"), ("yesterday", "2020-07-16")],
)
def test_dateparser_is_read_at_the_precision_of_its_words(words: str, value: str) -> None:
    text = f"It was quiet, {words}, he said."
    found = dateparser("en")(Document(date(2020, 7, 17), text, ()))
    assert [(text[one.start : one.end].strip(" ,"), one.value) for one in found] == [(words, value)]


def test_answers_of_heideltime_are_found_in_the_text() -> None:
    answer = '<TimeML>\nR&D <TIMEX3 tid="t1" type="DATE" value="2020">this year</TIMEX3> < 5\n</TimeML>'
    assert list(marked(answer, "R&D this year < 5")) == [Time(4, 13, "2020")]


def test_heideltime_reads_where_it_is_and_what_it_can(tmp_path: Path) -> None:
    assert heideltime(None, "en") is None
    assert heideltime(tmp_path, "hy") is None
