"""What a language says of the parts of parties: the compiled ``parties.toml`` of its pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from timeline.extract.text.phrases import Phrases
from timeline.extract.text.tokens import fold_word
from timeline.languages import load
from timeline.model.mention import ActorRole

Side = Literal["actor", "recipient", "aside"]
"""What the words beside a party say of it; aside is who mediates, backs or is talked of."""
SIDES: tuple[Side, ...] = get_args(Side)
REACH = 3
"""Words between a party and the word that marks its part, where ``[behind]`` says nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """The compiled ``parties.toml`` of a language.

    ``reach`` is how many words may part a party from the word behind it that says its part; ``noun_before`` and
    ``noun_behind`` say what a party is that stands right before or behind a noun for a deed. ``owners`` are endings and
    ``owner_words`` suffixes of an owner, ``owned`` endings of verbs whose subject is one.
    """

    before: Phrases[Side]
    behind: Phrases[Side]
    endings: Mapping[Side, tuple[str, ...]]
    passive: Phrases[str]
    passive_endings: tuple[str, ...]
    reach: int
    noun_before: ActorRole
    noun_behind: ActorRole
    owners: tuple[str, ...] = ()
    owner_words: frozenset[str] = frozenset()
    owned: tuple[str, ...] = ()


@cache
def part_words(code: str) -> PartWords:
    """What a language says of the parts of parties."""
    pack = load(code)
    table: Mapping[str, Any] = pack.parties if pack else {}
    voice, noun = table.get("voice", {}), table.get("noun", {})
    return PartWords(
        before=_sides(table.get("before", {})),
        behind=_sides(table.get("behind", {})),
        endings={side: tuple(map(fold_word, words)) for side, words in table.get("endings", {}).items()},
        passive=Phrases((phrase, "passive") for phrase in voice.get("passive", ())),
        passive_endings=tuple(map(fold_word, voice.get("endings", ()))),
        reach=table.get("behind", {}).get("reach", REACH),
        noun_before=noun.get("before", "named"),
        noun_behind=noun.get("behind", "named"),
        owners=tuple(map(fold_word, table.get("owner", {}).get("endings", ()))),
        owner_words=frozenset(map(fold_word, table.get("owner", {}).get("words", ()))),
        owned=tuple(map(fold_word, table.get("owner", {}).get("verbs", ()))),
    )


def _sides(table: Mapping[Side, Sequence[str]]) -> Phrases[Side]:
    return Phrases((phrase, side) for side in SIDES for phrase in table.get(side, ()))
