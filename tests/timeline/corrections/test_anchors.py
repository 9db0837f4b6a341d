"""A quote is found again when its article was edited, renamed or retyped."""

from __future__ import annotations

import pytest

from tests.timeline.factories import article, by_id
from timeline.corrections.anchors import Finder
from timeline.model.correction import Anchor

TEXT = "Baku, July 13. Shells fell on Sunday near the post. Ministers met later. Shells fell on Sunday again."
ARABIC = "وقالت الوزارة إنّ القصف بدأ يوم الأحد في منطقة توفوز."


@pytest.mark.parametrize(
    ("why", "anchor", "found"),
    [
        ("as it stands", Anchor(quote="Ministers met later."), ["Ministers met later."]),
        ("by the article's id", Anchor(article="a", quote="Ministers met later."), ["Ministers met later."]),
        ("the article was renamed", Anchor(article="gone", quote="Ministers met later."), ["Ministers met later."]),
        ("other spaces and marks", Anchor(quote="ministers  met\nlater"), ["Ministers met later."]),
        ("without vowel signs", Anchor(quote="ان القصف بدا يوم الاحد"), ["إنّ القصف بدأ يوم الأحد"]),
        ("twice, and no context", Anchor(quote="Shells fell on Sunday"), ["Shells fell on Sunday", "Shells fell on Sunday"]),
        ("twice, and its prefix", Anchor(quote="Shells fell on Sunday", prefix="met later."), ["Shells fell on Sunday"]),
        ("rewritten between its neighbours", Anchor(quote="Officials had talks.", prefix="near the post.", suffix="Shells fell"), ["Ministers met later."]),
        ("a whole article", Anchor(article="b"), [ARABIC]),
        ("nowhere", Anchor(quote="Nothing of the kind."), []),
        ("rewritten, and no context", Anchor(quote="Officials had talks."), []),
    ],
)  # fmt: skip
def test_a_quote_is_found_again(why: str, anchor: Anchor, found: list[str]) -> None:
    articles = by_id(article("a", TEXT), article("b", ARABIC, language="ar"))
    spots = Finder(articles).find(anchor)
    assert [articles[spot.article].text[spot.span.start : spot.span.end] for spot in spots] == found, why


def test_the_article_that_is_named_comes_before_others_with_the_same_words() -> None:
    articles = by_id(article("a", TEXT), article("b", TEXT))
    spots = Finder(articles).find(Anchor(article="b", quote="Ministers met later."))
    assert [spot.article for spot in spots] == ["b"]
