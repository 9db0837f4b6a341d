"""What is found out about one article by itself: its language, its date, the happenings it tells.

A pure function of the raw article, the ground that it is read on and the date option, so it runs side by side and its
results are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from geodata.model import PlaceMatch, Span
from timeline import languages
from timeline.config import Ground
from timeline.model.article import Article, RawArticle

if TYPE_CHECKING:
    from timeline.extract.assemble import Extraction, Knowledge
    from timeline.languages import LanguagePack

UNKNOWN = "und"
"""ISO 639-2 code of a language that can't be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """An article with what it tells; without extraction, ``skipped`` says why."""

    article: Article
    extraction: Extraction | None = None
    skipped: str = ""
    remedy: str = ""
    no_pack: bool = False


def understand(raw: RawArticle, *, ground: Ground, option: date | None) -> Understood:
    """Date an article and extract what it tells.

    Parameters
    ----------
    raw : the article as read.
    ground : region and gazetteer.
    option : publication date for an article that has none.
    """
    article = dated(raw, ground=ground, option=option)
    pack = languages.load(article.language)
    if article.language == UNKNOWN:
        remedy = 'Name it, in a line "language: en" at the top or in the row'
        return Understood(article=article, skipped="its language can't be told", remedy=remedy)
    if pack is None or not pack.extracts:
        remedy = "The languages read are " + ", ".join(readable())
        return Understood(article=article, skipped=f"no pack for {article.language} yet", remedy=remedy, no_pack=True)
    from timeline.extract.assemble import extract

    return Understood(article=article, extraction=extract(article, knowledge(ground)))


def dated(raw: RawArticle, *, ground: Ground, option: date | None) -> Article:
    """The article with its language and its publication date."""
    from timeline.dating import date_article

    language = spoken(raw)
    pack = languages.load(language)
    return date_article(
        replace(raw, language=language),
        pack=pack,
        option=option,
        chronology=knowledge(ground).region.chronology,
        places=partial(places, language=language, ground=ground),
        types=partial(_types, pack=pack) if pack and pack.extracts else None,
    )


def spoken(raw: RawArticle) -> str:
    """The language given, else the one its text is in, else :data:`UNKNOWN`."""
    from timeline.languages.detect import detect

    return raw.language or detect(raw.text) or UNKNOWN


def places(text: str, *, language: str, ground: Ground) -> Sequence[PlaceMatch]:
    """Places named in a text, in order."""
    from geodata import resolve
    from timeline.extract.assemble import place_lexicon

    pack = languages.load(language)
    return resolve.places(text, gazetteer=knowledge(ground).gazetteer, lexicon=place_lexicon(pack) if pack else None)


def unknown_names(raw: RawArticle, *, ground: Ground) -> Sequence[str]:
    """Names that an article marks as places and no gazetteer knows; none in a language without a pack."""
    from geodata import unknown
    from timeline.extract.assemble import place_lexicon

    pack = languages.load(spoken(raw))
    if pack is None:
        return ()
    return unknown.unknown_names(raw.text, gazetteer=knowledge(ground).gazetteer, lexicon=place_lexicon(pack))


def _types(sentence: str, *, pack: LanguagePack) -> frozenset[str]:
    """PLOVER codes that the triggers in a sentence stand for."""
    from timeline.extract.text.lexicon import lexicon
    from timeline.extract.text.words import words
    from timeline.extract.what import triggers

    tokens = words(sentence, Span(start=0, end=len(sentence)), lexicon(pack.code))
    return frozenset(found.rule.type for found in triggers.find(tokens, pack))


@cache
def knowledge(ground: Ground) -> Knowledge:
    """The region and its gazetteer, opened once a process.

    Raises
    ------
    RegionError : there is no such region, or it is faulty.
    GazetteerError : the gazetteer is damaged or of another version.
    """
    from geodata.gazetteer import Gazetteer
    from geodata.regions import load
    from timeline.extract.assemble import Knowledge

    found = load(ground.region)
    return Knowledge(gazetteer=Gazetteer.open(found, folder=ground.gazetteer, answers=ground.answers), region=found)


def readable() -> tuple[str, ...]:
    """Codes of the languages in which happenings are found."""
    packs = (languages.load(code) for code in languages.available())
    return tuple(pack.code for pack in packs if pack and pack.extracts)
