"""Columns of articles and origins: each article once, under the account that it gives."""

from dataclasses import replace

from tests.timeline.site import demonstration
from timeline.site import reports


def test_every_row_names_its_articles_and_every_article_its_origin() -> None:
    articles = {article.id: article for article in demonstration.articles()}
    articles["ru-one"] = replace(articles["ru-one"], origin=None)
    rows = [
        {"articles": ["en-one", "gone"], "claims": [{"article_id": "ar-one"}, {"article_id": "en-one"}]},
        {"articles": [], "claims": None},
        {"articles": ["ru-one"], "claims": []},
    ]
    encoded = reports.encode(rows, articles)
    assert encoded.header == {
        "origins": ["Demonstration agency", "Образец новостей"], "articles": 3, "cited": 3, "bytes": (1, 1, 1),
    }  # fmt: skip
    lengths, numbers, origins = encoded.raw[:3], encoded.raw[3:6], encoded.raw[6:]
    assert list(lengths) == [2, 0, 1]
    assert list(numbers) == [1, 0, 2], "in the alphabet of their ids"
    assert list(origins) == [0, 0, 1]
