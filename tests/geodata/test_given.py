"""Names that are known to stand somewhere get a place each."""

from dataclasses import replace

import pytest

from geodata.gazetteer import Gazetteer
from geodata.lexicon import Demonyms
from geodata.model import Span
from geodata.resolve import given
from tests.geodata.conftest import lexicon


def resolved(gazetteer: Gazetteer, language: str, text: str, *names: str) -> dict[str, str]:
    spans = [Span(start=text.index(name), end=text.index(name) + len(name)) for name in names]
    matches = given(text, spans, gazetteer=gazetteer, lexicon=lexicon(language))
    return {text[match.span.start : match.span.end]: match.place.id for match in matches}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nice was quiet, as were Paris and Lyon.", {"Nice": "gn:2990440", "Paris": "gn:2988507"}),
        ("en", "He left Tovuz district.", {"Tovuz district": "ne:AZ.tovuz"}),
        ("ru", "Он был в Тавушской области.", {"Тавушской области": "ne:AM.tavush"}),
        ("en", "Police in Gary, Ind., said so.", {"Gary": "gn:4920607", "Ind.": "ne:US.indiana"}),
    ],
)
def test_a_name_is_resolved_as_given(gazetteer: Gazetteer, language: str, text: str, expected: dict[str, str]) -> None:
    assert resolved(gazetteer, language, text, *expected) == expected


def test_a_word_for_a_people_stands_for_its_country(gazetteer: Gazetteer) -> None:
    words = replace(lexicon("en"), demonyms={"CN": ("Chinese",)})
    (match,) = given("A Chinese court sat.", [Span(start=2, end=9)], gazetteer=gazetteer, lexicon=words)
    assert (match.place.id, match.role) == ("iso:CN", "concerns")


def test_a_word_for_the_people_of_a_place_that_is_no_country_stands_for_it(gazetteer: Gazetteer) -> None:
    text = "A Scottish court and a Texan one agreed."
    spans = [Span(start=text.index(word), end=text.index(word) + len(word)) for word in ("Scottish", "Texan")]
    matches = given(text, spans, gazetteer=gazetteer, lexicon=lexicon("en"))
    assert [(match.place.id, match.role) for match in matches] == [
        ("wide:scotland", "concerns"),
        ("ne:US.texas", "concerns"),
    ]


def test_a_name_that_nobody_bears_is_estimated_from_the_others(gazetteer: Gazetteer) -> None:
    text = "Near Xyzzyville, between Baku and Sumgait, not in Moscow."
    spans = [
        Span(start=text.index(name), end=text.index(name) + len(name)) for name in ("Xyzzyville", "Baku", "Moscow")
    ]
    estimate, known, _ = given(text, spans, gazetteer=gazetteer, lexicon=lexicon("en"))
    assert (estimate.span, estimate.place, estimate.where_prec) == (spans[0], known.place, 5)
    assert estimate.score < known.score
    assert "no place of this name is known" in estimate.reason


def test_a_name_that_nobody_bears_has_no_place_where_the_others_tell_nothing(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "en", "Xyzzyville, in Azerbaijan.", "Xyzzyville", "Azerbaijan") == {
        "Azerbaijan": "iso:AZ"
    }


def test_names_given_in_any_order_come_in_that_of_the_text(gazetteer: Gazetteer) -> None:
    text = "Baku, Yerevan."
    spans = [Span(start=6, end=13), Span(start=0, end=4)]
    assert [match.span for match in given(text, spans, gazetteer=gazetteer)] == sorted(spans)


def test_the_stem_of_a_demonym_ends_with_its_word() -> None:
    demonyms = Demonyms.of({"SA": ("саудовск*",)})
    assert demonyms.country("саудовские") == "SA"
    assert demonyms.country("саудовская аравия") is None
