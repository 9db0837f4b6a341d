"""Own sentences in six languages, traps, and the names of the development articles."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.model import PlaceMatch

Finder = Callable[[str, str], tuple[PlaceMatch, ...]]
HERE = Path(__file__).parent
SENTENCES = tomllib.loads(HERE.joinpath("sentences.toml").read_text(encoding="utf-8"))
FEWEST_TRAPS = 60
TRAPS = tomllib.loads(HERE.joinpath("traps.toml").read_text(encoding="utf-8"))["trap"]
CASES = [
    pytest.param(code, row, id=f"{code}{index}") for code, rows in SENTENCES.items() for index, row in enumerate(rows)
]


def found(text: str, matches: tuple[PlaceMatch, ...]) -> dict[str, str]:
    return {text[match.span.start : match.span.end]: match.place.id for match in matches}


@pytest.mark.parametrize(("language", "row"), CASES)
def test_a_sentence_names_these_places_and_no_others(find: Finder, language: str, row: dict[str, Any]) -> None:
    matches = find(language, row["text"])
    assert found(row["text"], matches) == {words: expected.split("/")[0] for words, expected in row["places"].items()}
    precisions = {row["text"][match.span.start : match.span.end]: match.where_prec for match in matches}
    assert precisions == {words: int((*expected.split("/"), 1)[1]) for words, expected in row["places"].items()}


@pytest.mark.parametrize("language", ["ar", "en", "ru", "tr", "az", "hy"])
def test_each_language_has_a_dozen_sentences(language: str) -> None:
    assert len(SENTENCES[language]) >= 12


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap["why"])
def test_a_trap_is_seen(find: Finder, trap: dict[str, Any]) -> None:
    got = found(trap["text"], find(trap["language"], trap["text"]))
    assert {words: got.get(words) for words in trap["places"]} == trap["places"]
    if not trap["places"]:
        assert got == {}


def test_the_traps_have_names_of_their_own_in_all_eight_languages() -> None:
    assert len({trap["why"] for trap in TRAPS}) == len(TRAPS) >= FEWEST_TRAPS
    assert {trap["language"] for trap in TRAPS} == {"ar", "az", "en", "fa", "hy", "ka", "ru", "tr"}


def test_matches_stand_in_order_do_not_overlap_and_say_why(find: Finder) -> None:
    text = " ".join(row["text"] for row in SENTENCES["en"])
    matches = find("en", text)
    ends = [match.span.end for match in matches]
    assert all(end <= match.span.start for end, match in zip(ends, matches[1:], strict=False))
    assert all(match.reason and 0 < match.score <= 1 for match in matches)
    assert all(match.place.id not in match.rivals for match in matches)


def test_a_rival_is_named_and_lowers_the_score(find: Finder) -> None:
    (sure,) = find("en", "Spitak lay in ruins.")
    (unsure,) = find("en", "Militias fought in Tripoli.")
    assert "gn:266826" in unsure.rivals
    assert unsure.score < sure.score


def test_names_are_found_without_a_lexicon(gazetteer: Any) -> None:
    from geodata.resolve import places

    assert found("Baku", places("Baku", gazetteer=gazetteer)) == {"Baku": "gn:587084"}
    assert places("", gazetteer=gazetteer) == ()
    assert json.dumps([match.place.id for match in places("Baku, Yerevan.", gazetteer=gazetteer)])
