"""Who tells a whole sentence: whoever is named alone at its end ("A happened; B happened, X said."), or named again."""

from __future__ import annotations

from timeline.extract.text.clauses import opening
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import ends_clause
from timeline.extract.who.speaking import SAID

_ELSE = 2
"""Most words of such an end that are neither the speaker nor his verb nor a time ("later", "the")."""


def closes(sentence: Sentence, verb: PhraseMatch[str], speaker: range) -> bool:
    """Whether a verb of saying and its speaker are all that stands behind the last mark of a clause.

    Where verbs end their clauses what is said stands between the two, so that the end says nothing of this.
    """
    tokens = sentence.tokens
    if verb.payload not in SAID or sentence.lexicon.verb_last or not speaker:
        return False
    first = opening(tokens, min(verb.start, speaker.start))
    rest = set(range(first, len(tokens))) - set(range(verb.start, verb.end)) - set(speaker) - tokens.times
    alone = not any(trigger.end > first for trigger in sentence.triggers if not trigger.is_statement)
    return first > 0 and alone and len(rest) <= _ELSE


def is_named_again(tokens: Tokens, speaker: range, lexicon: Lexicon) -> bool:
    """Whether a word beside or in a name says that this is who spoke before ("the same report", «المصدر نفسه»)."""
    around = range(max(0, speaker.start - 2), min(len(tokens), speaker.stop + 1))
    same = (m for n in around for m in lexicon.speech.at(tokens, n) if m.payload == "same")
    return any(m.end >= speaker.start and not ends_clause(tokens, m.start, speaker.start) for m in same)
