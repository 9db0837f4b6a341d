"""Places put before those of the rules: what speaks for them is weighed and told, and what a sentence says stands."""

from dataclasses import replace
from unittest.mock import patch

import pytest

from geodata.precision import ESTIMATED
from tests.timeline.extract.reading import read
from timeline.extract.where import ranking
from timeline.extract.where.marks import CHOSEN, Candidate
from timeline.extract.where.ranking import Weights, weights
from timeline.model.mention import Mention

ANYWHERE = replace(weights(), margin=-1000.0)
"""Weights under which some other place always goes before that of the rules, where one may."""


def where(mention: Mention) -> str | None:
    return mention.where.place.name if mention.where else None


def test_points_are_the_sum_of_what_marks_are_worth() -> None:
    known = Weights(marks={CHOSEN: 1.0, "a country": -0.5, "how often the text names it": 2.0}, margin=1.0)
    assert known.points(Candidate(match=None, marks={CHOSEN: 1.0, "a country": 1.0})) == 0.5
    assert known.points(Candidate(match=None, marks={"how often the text names it": 1.5})) == 3.0


def test_a_mark_without_a_weight_is_an_error() -> None:
    with pytest.raises(KeyError):
        weights().points(Candidate(match=None, marks={"in fine weather": 1.0}))


def test_what_the_rules_chose_speaks_for_a_place_and_has_to_be_beaten_by_far() -> None:
    assert weights().marks[CHOSEN] > 0
    assert weights().margin > 0


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # where the sentence puts it
        ("en", "Crowds gathered in Gori. Shells hit Tovuz on Monday.", "Tovuz"),
        # ... in other words
        (
            "en",
            "Crowds gathered in Gori, Georgia. Police arrested five people across the country on Monday.",
            "Georgia",
        ),
        # what is said, and not done
        ("en", "Crowds gathered in Gori. The ministry condemned the attack on Monday.", None),
        # what another country does
        ("en", "Crowds gathered in Gori on Monday. Turkish ministers met on Tuesday.", None),
        # a village that nobody knows is in no town named elsewhere
        ("en", "Crowds gathered in Gori. On Tuesday police arrested two people in the village of Zarkaduz.", None),
    ],
)
def test_what_a_sentence_says_outright_is_not_weighed(language: str, text: str, expected: str | None) -> None:
    with patch.object(ranking, "weights", lambda: ANYWHERE):
        last = read(language, text).mentions[-1]
    assert where(last) == expected or expected is None
    assert "ranked before" not in last.provenance["place"]


@pytest.mark.parametrize(
    "text", ["According to the ministry in Baku, a guard was shot at on Sunday.", "Baku said two guards were shot at."]
)
def test_where_a_government_speaks_is_no_place(text: str) -> None:
    with patch.object(ranking, "weights", lambda: ANYWHERE):
        assert [where(mention) for mention in read("en", text).mentions] == [None]


def test_a_town_that_all_is_about_goes_before_its_country_and_says_why() -> None:
    text = "Ijevan had no bread. Ijevan had no light. Nobody in Armenia slept.\n\nReinforcements poured in on Tuesday."
    (told,) = read("en", text).mentions
    assert told.where is not None
    assert (told.where.place.name, told.where.where_prec) == ("Ijevan", ESTIMATED)
    assert told.provenance["place"].startswith("ranked before Armenia (the country that the article is about): ")
    assert "the town named last" in told.provenance["place"]


def test_nothing_is_ranked_where_no_other_place_is_likelier_by_far() -> None:
    text = "Ijevan had no bread. Ijevan had no light. Nobody in Armenia slept.\n\nReinforcements poured in on Tuesday."
    with patch.object(ranking, "weights", lambda: replace(weights(), margin=1000.0)):
        assert [where(mention) for mention in read("en", text).mentions] == ["Armenia"]
