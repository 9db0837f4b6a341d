"""A language's words of time: what a token of the text can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from geodata.remembered import remembered
from timeline.extract.text.normalise import APOSTROPHES, fold
from timeline.extract.timex.numbers import digits, in_solar
from timeline.extract.timex.sense import Kinds, Sense

_MARKS: dict[str, tuple[str, ...]] = {
    "comma": tuple(",،՝、"),
    "slash": ("/", "\\"),
    "dash": tuple("-‐‑–—−"),
    "open": tuple("(["),
    "close": tuple(")]"),
    "dot": tuple(".․"),
    "stop": tuple("!?…؟։;؛"),
    "percent": tuple("%٪"),
    "currency": tuple("$€£¥₽₼₺֏₾"),
    "numero": tuple("№#"),
    "apostrophe": tuple(APOSTROPHES),
}
_MARK_KINDS: dict[str, str] = {mark: kind for kind, marks in _MARKS.items() for mark in marks}
_ROMAN = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}
"""Roman digits of centuries, in Latin and in the like-looking Cyrillic letters."""
_TRIGGERS = (
    *("year", "old-year", "short-year", "day.ordinal", "decade-number", "numeric-date", "clock", "dotted-clock"),
    *("month", "weekday", "hijri-month", "solar-month", "long-roman"),
)
"""Kinds around which rules are tried, besides those that a pack adds."""
_MEMO_LIMIT = 200_000
"""Distinct tokens remembered; beyond it the memory starts afresh, so that any text is read in bounded space."""
_LONGEST = 80
"""Characters of a token beyond which it is no word or number of any language, and is not looked into."""
_ENDING = 2
"""Letters that a word may have beyond a listed stem and still be that word."""
_BY_ITSELF = "sure-"
"""How the names of kinds begin that are a time without a word beside them."""
CUES = ("future", "past")
"""Kinds of words that tell whether a clause speaks of what is to come or of what was."""
_VERBS = (*CUES, "before", "infinitive")
"""What a verb's form tells: "before" of what was before the past told, an infinitive with its auxiliary behind it."""
_TELLING = frozenset({*_VERBS, "auxiliary", "had", "already", "stop", "dot", "and"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a token is to the tagger.

    ``forms`` are its spellings that begin or continue a phrase; ``front`` and ``back`` how many code points of it are
    a clitic or a suffix behind an apostrophe, which no span includes; ``joined`` whether the clitic means "and".
    ``tells`` whether it is of use to what follows: a cue of tense, the end of a sentence or a clause.
    """

    kinds: Kinds
    forms: tuple[str, ...] = ()
    trigger: bool = False
    heads: bool = False
    front: int = 0
    back: int = 0
    joined: bool = False
    tells: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tells", self.joined or not _TELLING.isdisjoint(self.kinds))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of several words and what it can be."""

    words: tuple[str, ...]
    kinds: Kinds


@dataclass(slots=True)
class Lexicon:
    """The compiled words of one language; :meth:`entry` remembers every token it has seen."""

    language: str
    words: dict[str, dict[str, Sense]] = field(default_factory=lambda: defaultdict(dict))
    phrases: dict[tuple[str, str], list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    heads: set[str] = field(default_factory=set)
    phrase_words: set[str] = field(default_factory=set)
    triggers: set[str] = field(default_factory=lambda: set(_TRIGGERS))
    trigger_words: set[str] = field(default_factory=set)
    suffixes: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    joining: frozenset[str] = frozenset()
    digit_prefixes: tuple[str, ...] = ()
    inflected: frozenset[str] = frozenset()
    digit_suffixes: dict[str, str] = field(default_factory=dict)
    capitalised: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    towns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tense: dict[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    day_first: bool = True
    unit_first: bool = False
    solar: bool = False
    verb_last: bool = False
    known: Callable[[tuple[str, str]], Entry | None] = field(init=False)

    def __post_init__(self) -> None:
        self.known = remembered(lambda token: self._analyse(*token), _MEMO_LIMIT)

    def entry(self, token: str, kind: str) -> Entry | None:
        """What a token of the text is, None for a word that says nothing of time.

        Parameters
        ----------
        kind : the token's group in :data:`timeline.extract.text.normalise.TOKEN`.
        """
        return self.known((token, kind))

    def starts(self, word: str) -> bool:
        """Whether a folded word is one around which rules are tried."""
        return word in self.trigger_words or not self.triggers.isdisjoint(self.words.get(word, ()))

    def _analyse(self, token: str, kind: str) -> Entry | None:
        if kind == "gap":
            return Entry({"gap": {}, "stop": {}, "edge": {}})
        if len(token) > _LONGEST or kind == "model":
            return None
        if kind == "mark":
            return self._mark(token)
        if kind == "word":
            return self._word(token)
        kinds = digits(token, kind, self.digit_suffixes, day_first=self.day_first)
        if kinds is None:
            return None
        if self.solar:
            kinds = in_solar(kinds)
        back = len(token) - (_apostrophe(token) or len(token))
        return self._found(kinds, (fold(token),), 0, back)

    def _mark(self, token: str) -> Entry:
        name, form = _MARK_KINDS.get(token), fold(token)
        return Entry({name: {}, "mark": {}} if name else {"mark": {}}, (form,), heads=form in self.heads)

    def _word(self, token: str) -> Entry | None:
        forms: list[str] = []
        behind = 0  # a suffix behind the apostrophe of a phrase's word: "Kurban Bayramı'nda"
        for form, case, front, back in self._variants(token):
            if form in self.phrase_words:
                behind = behind if forms else back
                forms.append(form)
            kinds = self._kinds(token, form, case)
            if kinds:
                forms = list(dict.fromkeys(forms))
                return self._found(kinds, tuple(forms), front, back, joined=fold(token[:front]) in self.joining)
        name = self.verb_last and token[0].isupper()  # no sentence begins with its verb
        cues, joined = ({}, False) if name else self._cues(fold(token))
        kinds = {**_roman(token), **cues}
        return self._found(kinds, tuple(forms), 0, behind, joined=joined) if kinds or forms else None

    def _found(self, kinds: Kinds, forms: tuple[str, ...], front: int, back: int, *, joined: bool = False) -> Entry:
        trigger = not self.triggers.isdisjoint(kinds) or not self.trigger_words.isdisjoint(forms)
        heads = not self.heads.isdisjoint(forms)
        return Entry(kinds, forms, trigger=trigger, heads=heads, front=front, back=back, joined=joined)

    def _kinds(self, token: str, form: str, case: str | None) -> dict[str, Sense]:
        kinds = self.words.get(form, {})
        if form.isdecimal() and case is None:
            return dict(digits(form, "number", {}, day_first=self.day_first) or {})
        if form in self.capitalised and not token[0].isupper():
            kinds = {kind: sense for kind, sense in kinds.items() if kind in CUES}
        if token[0].isupper() and not self.small.isdisjoint((form, fold(token))):  # a name: "Марта", "Maya"
            kinds = {kind: sense for kind, sense in kinds.items() if not kind.startswith(_BY_ITSELF)}
        if case is None:
            return dict(kinds)
        cased = {kind: sense for kind, sense in kinds.items() if kind in self.inflected}
        return {**cased, **{f"{kind}.{case}": sense for kind, sense in cased.items()}}

    def _variants(self, token: str) -> Iterator[tuple[str, str | None, int, int]]:
        """Spellings of a token without its affixes: form, case, code points cut at the front and at the back."""
        folded = fold(token)
        yield folded, None, 0, 0
        cut = _apostrophe(token)
        if cut:
            yield from self._before_apostrophe(token, cut)
        for length in range(1, min(len(folded) - 1, 12)):
            case = self.suffixes.get(folded[-length:])
            if case is not None:
                yield folded[:-length], case, 0, 0
        for prefix in self.digit_prefixes:
            if folded.startswith(prefix) and folded[len(prefix) :].isdecimal():
                yield folded[len(prefix) :], None, 0, 0  # the article is part of the expression
        for length in range(1, min(len(folded), 4)):
            instead = self.prefixes.get(folded[:length])
            if instead is not None:
                yield instead + folded[length:], None, _raw_length(token, length), 0

    def _before_apostrophe(self, token: str, cut: int) -> Iterator[tuple[str, str | None, int, int]]:
        base, case = fold(token[:cut]), self.suffixes.get(fold(token[cut + 1 :]))
        if case is None:
            return
        yield base, case, 0, len(token) - cut

    def _cues(self, folded: str) -> tuple[dict[str, Sense], bool]:
        """What a word tells of tense by its form, and whether a clitic that means "and" was cut off for it."""
        for clitic in ("", *self.joining):
            if folded.startswith(clitic):
                cues: dict[str, Sense] = {cue: {} for cue in _VERBS if self._cue(cue, folded.removeprefix(clitic))}
                if cues:
                    return cues, bool(clitic)
        return {}, False

    def _cue(self, cue: str, folded: str) -> bool:
        signs = self.tense.get(cue, {})
        shaped = len(folded) > 3 and (  # noqa: PLR2004 - shorter words are particles, not verbs
            folded.startswith(tuple(signs.get("prefixes", ())))
            or folded.endswith(tuple(signs.get("endings", ())))
            or any(_is_framed(folded, frame) for frame in signs.get("frames", ()))
        )
        return shaped and not any(_is_form(folded, stem) for stem in signs.get("not", ()))


def _is_framed(word: str, frame: str) -> bool:
    """Whether a word begins and ends as ``begin~end`` says, with something between."""
    first, _, last = frame.partition("~")
    return word.startswith(first) and word.endswith(last) and len(word) > len(first) + len(last)


def _is_form(word: str, stem: str) -> bool:
    """Whether a word is a listed one with a short ending, or, for ``stem*``, begins so."""
    if stem.endswith("*"):
        return word.startswith(stem[:-1])
    return word.startswith(stem) and len(word) <= len(stem) + _ENDING


def _apostrophe(token: str) -> int:
    """Where a token's apostrophe stands, 0 if it has none."""
    return next((at for at, char in enumerate(token) if char in APOSTROPHES), 0)


def _roman(token: str) -> dict[str, Sense]:
    values = [_ROMAN.get(char, 0) for char in token]
    if not all(values) or len(values) > 5:  # noqa: PLR2004 - XVIII is the longest century
        return {}
    pairs = zip(values, [*values[1:], 0], strict=True)
    number = sum(-value if value < after else value for value, after in pairs)
    if number > 21:  # noqa: PLR2004 - centuries so far
        return {}
    kinds: dict[str, Sense] = {"roman": {"ord": number}}
    return {**kinds, "long-roman": {"ord": number}} if len(token) > 1 else kinds  # "I" is a word as well


def _raw_length(token: str, folded_length: int) -> int:
    """How many code points of a token its first folded letters take (vowel signs and tatweel vanish in folding)."""
    return next(at for at in range(1, len(token) + 1) if len(fold(token[:at])) >= folded_length)
