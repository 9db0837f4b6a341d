"""The measures of geoparsing, and who is measured."""

import math
from pathlib import Path

import pytest

from tests.bench import places_peers
from tests.bench.corpora.named import Name, NamedText
from tests.bench.places_peers import baseline, chronotope, chronotope_given, gazetteer
from tests.bench.places_score import pairs, score

TEXT = "Baku and Ganja, Tovuz and a Chinese village"
GOLD = NamedText(TEXT, (Name(0, 4, 40.38, 49.89), Name(9, 14, 40.68, 46.36), Name(16, 21), Name(28, 35, 35.0, 105.0)))


def test_what_counts_as_found_and_as_right() -> None:
    answers = [
        Name(0, 4, 40.4, 49.9),  # exact and near
        Name(9, 20, 0.0, 0.0),  # overlaps two, counts for the one that it covers, and lies far away
        Name(36, 43, 1.0, 1.0),  # of nothing
    ]
    found = score([GOLD], [answers])
    figures = (found.precision, found.recall, found.f1, found.exact_f1, found.right, found.right_of_found)
    assert figures == pytest.approx((200 / 3, 50.0, 400 / 7, 200 / 7, 100 / 3, 50.0))
    assert 0.4 < found.area < 0.6


def test_a_name_without_a_point_is_wrong_and_outside_the_area() -> None:
    found = score([GOLD], [[Name(0, 4)]])
    assert (found.right, found.errors, found.area) == (0.0, [math.inf], 0.0)


def test_an_exact_answer_is_taken_before_a_longer_one() -> None:
    whole, exact = Name(0, len(TEXT)), Name(16, 21)
    assert list(pairs(GOLD.gold[2:3], [whole, exact])) == [(GOLD.gold[2], exact)]


def test_nothing_in_gold_and_nothing_found_is_no_error() -> None:
    assert score([NamedText("Nothing.", ())], [[]]).f1 == 0


def test_ours_counts_words_for_a_people_where_the_annotators_did() -> None:
    names = gazetteer(None)
    assert [one.start for one in chronotope("en", names)(GOLD)] == [0, 9, 16, 28]
    assert [one.start for one in chronotope("en", names, demonyms=False)(GOLD)] == [0, 9, 16]
    assert [(one.start, one.end) for one in chronotope_given("en", names)(GOLD)] == [
        (0, 4),
        (9, 14),
        (16, 21),
        (28, 35),
    ]


def test_the_baseline_takes_the_longest_name_and_its_largest_bearer() -> None:
    text = NamedText("He flew from New York City to Paris, Texas and azerbaijan.", ())
    found = {text.text[one.start : one.end]: one for one in baseline("en")(text)}
    assert list(found) == ["New York City", "Paris", "Texas"]
    assert found["Paris"].lat == pytest.approx(48.85, abs=0.1)


def test_the_baseline_cuts_endings_where_a_language_has_them() -> None:
    text = NamedText("Дождь шёл в Ереване и в Азербайджане.", ())
    assert [text.text[one.start : one.end] for one in baseline("ru")(text)] == ["Ереване", "Азербайджане"]


def test_a_gazetteer_of_all_towns_is_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Path] = []
    monkeypatch.setattr(places_peers, "CACHE", tmp_path)
    monkeypatch.setattr(places_peers.dense, "build", lambda folder: (built.append(folder), folder.mkdir()))
    assert places_peers.every_town() == places_peers.every_town()
    assert len(built) == 1
