"""What the case of a name says of its part, in languages whose endings tell it."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_clause
from timeline.extract.who.speakers import Names
from timeline.extract.who.speaking import SAID, beyond_ending

_PIECE = 5
"""Most words of an opening piece of a sentence that is its subject."""


def ends_as(tokens: Tokens, name: range, lexicon: Lexicon, *cases: str) -> bool:
    """Whether a name has the ending of one of some cases, or an apostrophe parts such an ending from it."""
    endings = tuple(ending for case in cases for ending in lexicon.endings.get(case, ()))
    if not endings:
        return False
    parted = range(name.stop, beyond_ending(tokens, name))
    behind = (tokens[n].word for n in parted)
    return tokens[name.stop - 1].word.endswith(endings) or any(
        len(word) > 1 and one.endswith(word) for word in behind for one in endings
    )


def is_governed(tokens: Tokens, name: range, lexicon: Lexicon) -> bool:
    """Whether a name stands behind a preposition, where verbs come last and nouns have no endings for that."""
    without = lexicon.verb_last and not lexicon.owner_first
    if not without or not name.start or ends_clause(tokens, name.start - 1, name.start):
        return False
    return not lexicon.small_words.isdisjoint(tokens[name.start - 1].forms)


def is_object(tokens: Tokens, name: range, lexicon: Lexicon) -> bool:
    """Whether the ending of a name, or a word right behind it, says that something is done or told to it («X را»)."""
    marked = (match.payload for match in lexicon.linking.at(tokens, name.stop)) if name.stop < len(tokens) else ()
    alone = len(name) == 1 and tokens.text[tokens[name.start].start].islower()
    heard = alone and ends_as(tokens, name, lexicon, "to_whom")
    return heard or ends_as(tokens, name, lexicon, "owner", "object") or "object" in marked


def opening_piece(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> range | None:
    """The few words before the first comma of a sentence, if they name people in the case of a subject.

    As in «Evini kaybedenler, … söyledi», whom no list knows.
    """
    last = next((n for n in range(1, min(verb.start, _PIECE + 1)) if ends_clause(tokens, n - 1, n)), None)
    if last is None or verb.payload not in SAID or not tokens.times.isdisjoint(range(last)):
        return None
    return range(last) if tokens[last - 1].word.endswith(lexicon.endings.get("people", ("\0",))) else None


def nominative(tokens: Tokens, found: Iterable[range], names: Names, lexicon: Lexicon) -> range | None:
    """The first of the names found that is no owner and no object; what says where or whence comes last."""
    subjects = [name for name in found if not is_object(tokens, name, lexicon)]
    named = (name for name in subjects if not _is_aside(tokens, name, names, lexicon))
    return next(named, next(iter(subjects), None))


def _is_aside(tokens: Tokens, name: range, names: Names, lexicon: Lexicon) -> bool:
    """Whether a name says where or whence by its ending, which a place has that speaks, too ("Gürcistan")."""
    ends = name.stop - 1 not in names.places and ends_as(tokens, name, lexicon, "aside")
    return ends or is_governed(tokens, name, lexicon)
