"""The forms under which a word of a text may stand in a gazetteer."""

from __future__ import annotations

from typing import NamedTuple

from geodata.fold import APOSTROPHES
from geodata.model import Morphology
from geodata.remembered import remembered
from geodata.tokens import fold_word

_POSSESSIVE = "s"
_APOSTROPHES = frozenset(APOSTROPHES)


class Form(NamedTuple):
    """A key that a word may stand for, and the part ``start``..``end`` of the word that it is; a word has several.

    ``inflected`` is whether what stands behind its apostrophe is an ending that morphology knows.
    """

    key: str
    start: int
    end: int
    inflected: bool = False


class Forms:
    """Makes and remembers the forms of words in one language."""

    def __init__(self, morphology: Morphology | None) -> None:
        self._morphology = morphology
        self.of = remembered(self._of)
        self.keys = remembered(self._keys)

    def _of(self, word: str) -> tuple[Form, ...]:
        """The word itself, the part before its apostrophe, and what morphology makes of it; each key once.

        Where morphology knows what stands behind the apostrophe as an ending, the part before it comes first.
        """
        folded = fold_word(word)
        whole = Form(folded, 0, len(word))
        bases = list(self._morphology.bases(folded)) if self._morphology else []
        if not bases and _APOSTROPHES.isdisjoint(word):
            return (whole,)
        cut = max(map(word.rfind, APOSTROPHES))
        head = fold_word(word[:cut]) if cut > 0 else ""
        heads = [Form(head, 0, cut, head in bases)] if head else []
        owns = bool(heads) and fold_word(word[cut + 1 :]) == _POSSESSIVE  # "Gori's" isn't Goris
        first = [*heads, whole] if heads and (heads[0].inflected or owns) else [whole, *heads]
        forms: dict[str, Form] = {}
        for form in first:
            forms.setdefault(form.key, form)
        for base in bases:
            if base not in forms:
                forms[base] = Form(base, _start(word, base) if folded.endswith(base) else 0, len(word))
        return tuple(forms.values())

    def _keys(self, word: str) -> tuple[str, ...]:
        """The keys of all forms of a word."""
        return tuple(form.key for form in self.of(word))


def _start(word: str, base: str) -> int:
    """Where in a word its ending ``base`` begins, 0 if the base isn't its ending."""
    return next((cut for cut in range(1, len(word)) if fold_word(word[cut:]) == base), 0)
