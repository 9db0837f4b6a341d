"""Lists whose last name alone has the term that each of them has: "Харьковская и Сумская области"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geodata.forms import Forms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words
from geodata.model import Span
from geodata.page import Page
from geodata.tokens import Token, fold_word
from geodata.toponym import Toponym


def complete(
    toponyms: Sequence[Toponym], page: Page, *, gazetteer: Gazetteer, words: Words, forms: Forms
) -> list[Toponym]:
    """Add the names of lists that lack the term which the last of them has; they replace other readings."""
    added = [
        name
        for toponym in toponyms
        if toponym.lists < 0 and " " in toponym.key
        for name in _names_before(toponym, page, gazetteer=gazetteer, words=words, forms=forms)
    ]
    if not added:
        return list(toponyms)
    kept = [toponym for toponym in toponyms if not any(name.span.overlaps(toponym.span) for name in added)]
    return sorted([*kept, *added], key=lambda toponym: toponym.span)


def _names_before(last: Toponym, page: Page, *, gazetteer: Gazetteer, words: Words, forms: Forms) -> Iterator[Toponym]:
    """The names of a list before its last, which has the term."""
    term = last.key.rpartition(" ")[2]
    for token in _listed(page, last.span, words):
        key = next((full for form in forms.keys(token.text) if gazetteer.knows(full := f"{form} {term}")), None)
        candidates = gazetteer.lookup(key) if key else ()
        if not key or not candidates:
            return
        span = Span(start=token.start, end=token.end)
        yield Toponym(span=span, key=key, candidates=candidates, levels=last.levels, located=True)


def _listed(page: Page, last: Span, words: Words) -> Iterator[Token]:
    """The single words of a list before its last name, the nearest first."""
    index = bisect_left(page.tokens, last.start, key=lambda token: token.start)
    start, joined = last.start, False
    for token in reversed(page.tokens[:index]):
        gap = page.text[token.end : start].replace("،", ",").strip()
        if fold_word(token.text) in words.joining and not gap:
            joined = True
        elif token.capital is not False and (gap == "," or (joined and not gap)):
            joined = False
            yield token
        else:
            return
        start = token.start
