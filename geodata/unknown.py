"""Names that a text marks as places, by a generic term or a word like "in", and that the gazetteer doesn't know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from geodata.context import Context
from geodata.fold import fold
from geodata.forms import Forms
from geodata.gazetteer import Gazetteer
from geodata.lexicon import Words, words
from geodata.model import PlaceLexicon, Span
from geodata.page import Found, Page
from geodata.recognise import recognise
from geodata.tokens import begins_sentence, fold_word, joined

SETTLED = frozenset({"city", "village"})
"""What "village" and "town" state."""
_LONGEST = 4
"""Words of a name."""
_SHORTEST = 4
"""Letters of a name."""


def unknown_names(text: str, *, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> tuple[str, ...]:
    """The names of a text that seem to be places and lead nowhere, each once, in order.

    Scripts without capitals have none.

    Parameters
    ----------
    text : one document.
    gazetteer : what is known.
    lexicon : the language's words about places, which mark them.
    """
    return tuple(dict.fromkeys(name for name, _ in _unknown(text, gazetteer, lexicon)))


def unknown_settlements(text: str, *, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> tuple[str, ...]:
    """Those of the unknown names of a text beside which "village", "town" or the like stands, each once, in order."""
    return tuple(dict.fromkeys(name for name, kinds in _unknown(text, gazetteer, lexicon) if kinds & SETTLED))


def _unknown(text: str, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> Iterator[tuple[str, frozenset[str]]]:
    """Unknown names with the kinds that a generic term beside each states; of several places' none."""
    known = words(lexicon)
    page, forms = Page(text, known), _forms(lexicon)
    taken: list[Span] | None = None
    for first, last in _runs(page):
        span = Span(start=page.tokens[first].start, end=page.tokens[last].end)
        name = text[span.start : span.end]
        context = Context(page, Found(first, last, fold(name), span), known, forms)
        if not (_is_new(name, gazetteer, known) and _is_marked(context)):
            continue
        if taken is None:  # asked last, as few texts have such names
            taken = [toponym.span for toponym in recognise(text, gazetteer=gazetteer, lexicon=lexicon)]
        if not any(map(span.overlaps, taken)):
            kinds, lists = context.levels()
            yield name, frozenset() if lists else kinds


@lru_cache(maxsize=32)
def _forms(lexicon: PlaceLexicon) -> Forms:
    """The forms of words in one language, remembered from one text to the next."""
    return Forms(lexicon.morphology)


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """First and last index of words with capitals that stand together, where the capital doesn't begin a sentence."""
    first = None
    for index, token in enumerate([*page.tokens, None]):
        goes_on = first is not None and token is not None and joined(page.text, page.tokens[index - 1], token)
        if first is not None and not (goes_on and token is not None and token.capital):
            if index - first <= _LONGEST:
                yield first, index - 1
            first = None
        if first is None and token is not None and token.capital and not begins_sentence(page.text, token):
            first = index


def _is_new(name: str, gazetteer: Gazetteer, known: Words) -> bool:
    """Whether nothing is known of a name: neither a place nor anything else that the language lists."""
    key = fold(name)
    listed = (known.phrases, known.risky, known.never, known.persons, known.titles, known.given_names)
    parts = map(fold_word, name.split())
    if len(key) < _SHORTEST or gazetteer.knows(key) or known.demonyms.country(key):
        return False
    return not any(part in several for part in parts for several in listed)


def _is_marked(context: Context) -> bool:
    """Whether a generic term or a word like "in" says that it is a place, and nothing that it is a person."""
    return bool(context.located() or context.levels()[0]) and not context.is_person()
