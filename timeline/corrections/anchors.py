"""Where in the articles a quoted sentence stands now: as it was, nearly as it was, or between what stood around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geodata.fold import fold
from geodata.model import Span
from timeline.model.article import Article
from timeline.model.correction import Anchor
from timeline.model.mention import Mention

CONTEXT_WORDS = 2
"""Fewer words of prefix and suffix together are too common to find a changed sentence by."""
GROWN = 3
"""A sentence that was rewritten has at most so many times its old length."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of an article's text."""

    article: str
    span: Span

    def touches(self, mention: Mention) -> bool:
        """Whether a mention's sentence is here."""
        return mention.article_id == self.article and mention.sentence.overlaps(self.span)

    def holds_trigger(self, mention: Mention) -> bool:
        """Whether the very words that tell of the event are here."""
        return mention.article_id == self.article and mention.trigger.overlaps(self.span)


class Finder:
    """Looks up anchors in articles; each text is folded once, and only when it is needed."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._words: dict[str, list[tuple[str, Span]]] = {}

    def find(self, anchor: Anchor) -> tuple[Spot, ...]:
        """Where an anchor holds; empty where it doesn't any more.

        The article that it names comes first; a quote is also looked for in all others, because files are renamed.
        """
        named = [article for article in self._articles.values() if _is_named(anchor, article)]
        if not anchor.quote:
            return tuple(Spot(one.id, Span(start=0, end=len(one.text))) for one in named if one.text)
        return self._within(anchor, named) or self._within(anchor, self._articles.values())

    def _within(self, anchor: Anchor, articles: Iterable[Article]) -> tuple[Spot, ...]:
        known = list(articles)
        for search in (self._exact, self._folded, self._between):
            found = tuple(Spot(one.id, span) for one in known for span in search(anchor, one))
            if found:
                return found
        return ()

    def _exact(self, anchor: Anchor, article: Article) -> list[Span]:
        spans = [
            Span(start=found.start(), end=found.end()) for found in re.finditer(re.escape(anchor.quote), article.text)
        ]
        return _in_context(spans, anchor, article.text) if len(spans) > 1 else spans

    def _folded(self, anchor: Anchor, article: Article) -> list[Span]:
        """The quote with other spelling, spaces or marks."""
        words = self._folded_words(article)
        return [_covering(words, run) for run in _runs(words, fold(anchor.quote).split())]

    def _between(self, anchor: Anchor, article: Article) -> list[Span]:
        """What stands now between prefix and suffix."""
        before, after = fold(anchor.prefix).split(), fold(anchor.suffix).split()
        if not before or not after or len(before) + len(after) < CONTEXT_WORDS:
            return []
        words, longest = self._folded_words(article), GROWN * len(fold(anchor.quote).split())
        for opening in _runs(words, before):
            for closing in _runs(words, after):
                if 0 < closing.start - opening.stop <= longest:
                    return [_covering(words, range(opening.stop, closing.start))]
        return []

    def _folded_words(self, article: Article) -> list[tuple[str, Span]]:
        if article.id not in self._words:
            self._words[article.id] = [
                (word, Span(start=found.start(), end=found.end()))
                for found in re.finditer(r"\S+", article.text)
                for word in fold(found.group()).split()
            ]
        return self._words[article.id]


def _is_named(anchor: Anchor, article: Article) -> bool:
    pairs = ((anchor.article, article.id), (anchor.sha256, article.sha256), (anchor.url, article.url))
    return any(said is not None and said == is_so for said, is_so in pairs)


def _in_context(spans: list[Span], anchor: Anchor, text: str) -> list[Span]:
    """Of several places of a quote those that stand between its prefix and suffix; all where none does."""
    prefix, suffix = anchor.prefix.strip(), anchor.suffix.strip()
    fitting = [
        span
        for span in spans
        if text[: span.start].rstrip().endswith(prefix) and text[span.end :].lstrip().startswith(suffix)
    ]
    return fitting or spans


def _runs(words: list[tuple[str, Span]], sought: list[str]) -> Iterator[range]:
    """Where a run of words occurs."""
    if not sought:
        return
    for start in range(len(words) - len(sought) + 1):
        if all(words[start + number][0] == word for number, word in enumerate(sought)):
            yield range(start, start + len(sought))


def _covering(words: list[tuple[str, Span]], run: range) -> Span:
    return Span(start=words[run.start][1].start, end=words[run.stop - 1][1].end)
