"""``annotate --layer events --explain``: for each sentence why it is, or is not, an event, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.model import Span
    from timeline.extract.assemble import Extraction
    from timeline.extract.text.sentences import Passage
    from timeline.languages import LanguagePack
    from timeline.model.article import Article
    from timeline.model.mention import Mention

_PARTS = {"heading": "a heading", "furniture": "no running text"}


def explain(article: Article, extraction: Extraction) -> Iterator[str]:
    """Lines of plain text: the article, then each sentence with what was made of it."""
    from timeline import languages
    from timeline.extract.text import sentences
    from timeline.extract.text.lexicon import lexicon

    pack = languages.load(article.language)
    if pack is None:
        return
    published = f"published {article.published} ({article.published_basis})" if article.published else "undated"
    note = f", {article.published_note}" if article.published_note else ""
    yield f"{article.id}: {article.language}, {published}{note}"
    for passage in sentences.passages(article.text, pack.code, lexicon(pack.code).page):
        words = " ".join(article.text[passage.span.start : passage.span.end].split())
        yield f"\n“{words}”"
        yield from (f"  {line}" for line in _of_passage(article, extraction, passage, pack))


def _of_passage(article: Article, extraction: Extraction, passage: Passage, pack: LanguagePack) -> Iterator[str]:
    if passage.role in _PARTS:
        yield f"not read: {_PARTS[passage.role]}"
        return
    made = [mention for mention in extraction.mentions if mention.sentence == passage.span]
    left = [note for note in extraction.left_out if note.sentence == passage.span]
    yield from chain.from_iterable(_of_mention(article, mention) for mention in made)
    for note in left:
        yield f"{_quoted(article, note.trigger)} no event: {note.why} (rule {note.rule})"
    known = [mention.trigger for mention in made] + [note.trigger for note in left]
    others = list(_passed_over(article, extraction, passage, pack, known))
    yield from others
    if not (made or left or others):
        yield "no word that tells of an event"


def _of_mention(article: Article, mention: Mention) -> Iterator[str]:
    reasons = mention.provenance
    mode = f".{mention.mode}" if mention.mode else ""
    head = f"{mention.type}{mode} {mention.status}, score {mention.score:.2f} (rule {reasons['type']})"
    yield f"{_quoted(article, mention.trigger)} {head}"
    yield f"  when: {mention.when.edtf() if mention.when else 'unknown'}: {reasons['time']}"
    place = f"{mention.where.place.name}, where_prec {mention.where.where_prec}" if mention.where else "unknown"
    yield f"  where: {place}: {reasons['place']}"
    if reasons["score"]:
        yield f"  doubts: {reasons['score']}"
    yield f"  says: {mention.attribution.source} ({mention.attribution.kind})"


def _passed_over(
    article: Article, extraction: Extraction, passage: Passage, pack: LanguagePack, known: Sequence[Span]
) -> Iterator[str]:
    """Words of rules that made nothing: phrases that only sound like an event, and second words for the same."""
    from timeline.extract.text.lexicon import lexicon
    from timeline.extract.text.words import words
    from timeline.extract.what import triggers

    times = [time.expression.span for time in extraction.times if time.expression.span.overlaps(passage.span)]
    places = [place.span for place in extraction.places if place.span.overlaps(passage.span)]
    tokens = words(article.text, passage.span, lexicon(pack.code), times, places)
    for match in triggers.matching(tokens, pack.code):
        span, rule = match.span(tokens), match.payload
        if rule.type == triggers.NONE:
            yield f"{_quoted(article, span)} no event: only sounds like one (rule {rule.id})"
        elif not any(span.overlaps(one) for one in known):
            yield f"{_quoted(article, span)} no event: the clause tells of {rule.type} already (rule {rule.id})"


def _quoted(article: Article, span: Span) -> str:
    return f"“{' '.join(article.text[span.start : span.end].split())}”"
