"""Short texts read as the pipeline reads articles, and what they tell in a row."""

from __future__ import annotations

from datetime import date
from functools import cache

from geodata import regions
from geodata.gazetteer import Gazetteer
from timeline.extract.assemble import Extraction, Knowledge, extract
from timeline.model.article import Article
from timeline.model.mention import Mention

FRIDAY = date(2020, 7, 17)


@cache
def _knowledge() -> Knowledge:
    region = regions.load("caucasus")
    return Knowledge(gazetteer=Gazetteer.open(region), region=region)


def read(language: str, text: str, published: date | None = FRIDAY) -> Extraction:
    """What a text of a language yields that was published on a Friday, or without a day."""
    basis = "option" if published else "none"
    article = Article(
        id="a", source_path="a.txt", language=language, text=text, sha256="", published=published, published_basis=basis
    )
    return extract(article, _knowledge())


def row(mention: Mention) -> tuple[str, str | None, str | None, str]:
    """Type, first day, place and speaker of a mention."""
    when, where = mention.when, mention.where
    return (
        mention.type,
        str(when.start) if when else None,
        where.place.name if where else None,
        mention.attribution.source,
    )
