"""Lines of corrections: the good ones hold, the bad ones are named with their remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.corrections import load
from timeline.corrections.reading import parse
from timeline.errors import CorrectionError
from timeline.model.correction import Anchor

SHORT = '{"op": "fix", "quote": "Shells fell", "field": "when", "new": "2020-07-12"}'


def test_one_short_line_is_enough() -> None:
    found = parse(SHORT, "corrections.jsonl:1")
    assert (found.op, found.field, found.new) == ("fix", "when", "2020-07-12")
    assert found.anchors == (Anchor(quote="Shells fell"),)
    assert found.op_id.startswith("c")


def test_the_id_of_a_line_is_made_of_what_it_says_not_of_who_says_it() -> None:
    signed = json.dumps({**json.loads(SHORT), "by": "desk", "reason": "map", "time": "2024-01-01"})
    other = SHORT.replace("12", "13")
    assert parse(signed, "").op_id == parse(SHORT, "").op_id
    assert parse(other, "").op_id != parse(SHORT, "").op_id


def test_a_whole_line_keeps_all_it_says() -> None:
    line = {
        "op_id": "x1", "op": "merge", "time": "2024-01-01", "by": "desk", "event_id": "eaaaaaaaaaa", "reason": "same",
        "anchors": [{"article": "a", "quote": "one"}, {"sha256": "0", "url": "u", "quote": "two", "prefix": "p", "suffix": "s"}],
    }  # fmt: skip
    found = parse(json.dumps(line), "")
    assert (found.op_id, found.by, found.reason, found.event_id) == ("x1", "desk", "same", "eaaaaaaaaaa")
    assert found.anchors[1] == Anchor(sha256="0", url="u", quote="two", prefix="p", suffix="s")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ('{"op": "paint", "quote": "x"}', "no op paint.*Write one of fix"),
        ('{"op": "pin", "quote": "x"}', "op pin comes later"),
        ('{"op": "add", "quote": "x"}', "op add comes later"),
        ('{"op": "hide"}', "no event is meant.*quote"),
        ('{"op": "hide", "qoute": "x"}', "unknown key qoute"),
        ('{"op": "hide", "anchors": [{"qoute": "x"}]}', "a faulty anchor"),
        ('{"op": "fix", "quote": "x", "field": "colour", "new": 1}', "no field colour.*when, place"),
        ('{"op": "fix", "quote": "x", "field": "when"}', "no new value"),
        ('{"op": "fix", "quote": "x", "field": "when", "new": "12.7.2020"}', "no time 12.7.2020.*2020-07-12"),
        ('{"op": "fix", "quote": "x", "field": "when", "new": "2020-02-30"}', "no time 2020-02-30"),
        ('{"op": "fix", "quote": "x", "field": "when", "new": "2020/2019"}', "runs backwards"),
        ('{"op": "fix", "quote": "x", "field": "when", "new": "../.."}', "no time"),
        ('{"op": "fix", "quote": "x", "field": "when", "new": "2020", "old": "last year"}', "no time last year"),
        ('{"op": "fix", "quote": "x", "field": "type", "new": "BATTLE"}', "no type BATTLE.*ASSAULT"),
        ('{"op": "fix", "quote": "x", "field": "type", "new": "ASSAULT.talk"}', "no mode talk.*artillery"),
        ('{"op": "fix", "quote": "x", "field": "status", "new": "true"}', "no status true.*happened"),
        ('{"op": "fix", "quote": "x", "field": "title", "new": 3}', "no title"),
        ('{"op": "fix", "quote": "x", "field": "place", "new": {"lat": 99, "lon": 0}}', "no position"),
        ('{"op": "fix", "quote": "x", "field": "place", "new": {"lat": "north"}}', "no coordinates"),
        ('{"op": "fix", "quote": "x", "field": "place", "new": ""}', "no place"),
        ('{"op": "merge", "quote": "x"}', "merge needs two anchors"),
        ('{"op": "undo"}', "undo names nothing"),
    ],
)
def test_a_bad_line_is_named_with_what_to_do(line: str, fault: str) -> None:
    with pytest.raises(CorrectionError, match=fault) as error:
        parse(line, "corrections.jsonl:7")
    assert error.value.where == "corrections.jsonl:7"
    assert error.value.remedy


def test_the_good_lines_of_a_file_hold_and_the_bad_ones_are_told(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    path.write_text(f'{SHORT}\n\nnonsense\n{{"op": "hide", "quote": "y"}}\n', encoding="utf-8")
    faults: list[CorrectionError] = []
    assert [one.op for one in load(path, on_fault=faults.append)] == ["fix", "hide"]
    assert [fault.where for fault in faults] == ["corrections.jsonl:3"]
    with pytest.raises(CorrectionError):
        load(path)


def test_a_file_that_does_not_exist_corrects_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "corrections.jsonl") == ()


def test_a_line_said_again_is_another_operation_and_an_id_given_twice_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    path.write_text(f"{SHORT}\n{SHORT}\n", encoding="utf-8")
    first, second = load(path)
    assert first.op_id != second.op_id
    named = '{"op_id": "x", "op": "hide", "quote": "y"}'
    path.write_text(f"{named}\n{named}\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match="op_id x stands on an earlier line"):
        load(path)
