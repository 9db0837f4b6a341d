"""Whose account an article is: copies and translations are one origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tests.timeline.factories import ACTORS, article, by_id
from timeline.merge.origins import Bodies, copies, find
from timeline.model.article import Article

STORY = (
    "Officials of both countries met in the capital on Tuesday to discuss the release of prisoners and the opening of roads, "
    "a spokesman told reporters after the talks. He added that the delegations would meet again within a month and that "
    "experts would prepare a list of villages along the border where the ground has still to be cleared of mines."
)
OTHER = (
    "Heavy rain washed away two bridges in the mountains during the night, and the road to the pass was closed to all traffic. "
    "Rescue teams reached the first village by noon. Farmers said that half of the harvest was lost, and the governor promised "
    "that families whose houses had been damaged would be paid before the winter begins in the highlands."
)


def names(*articles: Article) -> Mapping[str, str]:
    return {name: origin.name for name, origin in find(by_id(*articles), Bodies(ACTORS)).items()}


@pytest.mark.parametrize(
    ("why", "articles", "expected"),
    [
        ("what metadata names", [article(origin="Some Agency")], ["Some Agency"]),
        ("else the publisher", [article(publisher="The Paper")], ["The Paper"]),
        ("else the host", [article(publisher=None, url="https://news.example.org/1")], ["news.example.org"]),
        ("else the title", [article(publisher=None, title="A day in July")], ["A day in July"]),
        ("else the article", [article(publisher=None)], ["a"]),
        ("an agency in another language", [article(origin="ديمو واير", language="ar")], ["Demo Wire"]),
        ("a news agency by its Arabic name", [article(text="نص الخبر.\n\nالمصدر : الأناضول + الجزيرة مباشر", language="ar")], ["Anadolu Agency"]),
        ("a news agency by its Turkish short name", [article(text="Haber metni.\n\nKaynak: AA", language="tr")], ["Anadolu Agency"]),
        ("a country is no source", [article(text=f"{STORY}\nSource: Ministry of Defence of Armenia")], ["Ministry of Defence of Armenia"]),
        ("an agency of the closing line", [article(text=f"{STORY}\n\nSource: Demo Wire + The Paper")], ["Demo Wire"]),
        ("an agency of an Arabic closing line", [article(text="نص الخبر هنا.\n\nالمصدر : ديمو واير + صحيفة", language="ar")], ["Demo Wire"]),
        ("a name of the closing line that nobody knows", [article(text=f"{STORY}\nSource: Valley Gazette")], ["Valley Gazette"]),
        ("a sentence with a colon is no source line", [article(text=f"{STORY}\nHe named his source: a man who had been there all along the way.")], ["Paper a"]),
        ("a source line inside the text counts nothing", [article(text=f"Source: Demo Wire\n{STORY}\n{STORY}\n{STORY}\n{STORY}")], ["Paper a"]),
        ("a copy without metadata", [article("a", STORY, origin="Demo Wire"), article("b", f"{STORY} Our own correspondent adds a line.")], ["Demo Wire", "Demo Wire"]),
        ("a copy that names its own origin", [article("a", STORY, origin="Demo Wire"), article("b", STORY, origin="Other Wire")], ["Demo Wire", "Other Wire"]),
        ("another story", [article("a", STORY), article("b", OTHER)], ["Paper a", "Paper b"]),
    ],
)  # fmt: skip
def test_the_origin_of_an_article_is(why: str, articles: Sequence[Article], expected: list[str]) -> None:
    assert list(names(*articles).values()) == expected, why


def test_names_of_one_body_in_two_languages_have_one_key() -> None:
    found = find(by_id(article("a", origin="Demo Wire"), article("b", origin="Демо Вайр")), Bodies(ACTORS))
    assert {(origin.key, origin.actor_id) for origin in found.values()} == {("wire", "wire")}


@pytest.mark.parametrize(
    ("why", "texts", "groups"),
    [
        ("the same text", [STORY, STORY], [("0", "1")]),
        ("an extract", [STORY, STORY[: len(STORY) // 2]], [("0", "1")]),
        ("a copy of a copy", [STORY[:250], STORY, f"{STORY} {OTHER[:40]}"], [("0", "1", "2")]),
        ("two stories", [STORY, OTHER], [("0",), ("1",)]),
        ("one sentence in common", [STORY, f"{OTHER} {OTHER.replace('rain', 'snow')} {STORY[:60]}"], [("0",), ("1",)]),
        ("texts too short to tell", ["Shells fell on Sunday.", "Shells fell on Sunday."], [("0",), ("1",)]),
    ],
)
def test_copies_are_found_by_what_they_share(why: str, texts: Sequence[str], groups: list[tuple[str, ...]]) -> None:
    found = copies(by_id([article(str(number), text) for number, text in enumerate(texts)]))
    assert sorted(found) == groups, why


def test_a_story_that_everybody_copied_is_still_one_origin() -> None:
    found = copies(by_id([article(f"{number:03}", f"Paper {number} reports. {STORY}") for number in range(100)]))
    assert len(found) == 1


def test_the_same_words_in_two_languages_are_no_copies() -> None:
    found = copies(by_id(article("a", STORY), article("b", STORY, language="ru")))
    assert len(found) == 2
