"""Speakers whom no list knows and no capital shows, where nothing but a speaker can stand."""

from __future__ import annotations

from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import ends_clause
from timeline.extract.who.full_names import behind, is_plain

_WORDS = 3
"""Most words of such a name."""
_NOBODY = ("nobody", "pronouns")


def unlisted(sentence: Sentence, cue: PhraseMatch[str]) -> range | None:
    """Who stands behind "according to", or behind a verb of saying that opens the last clause of a sentence.

    As in «به گفته ماریا فلانی، سخنگوی وزارت، …» and «…, отчиталась профильная госкомиссия».
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    words = behind(tokens, cue, lexicon)
    if not 0 < len(words) <= _WORDS or not tokens.ands.isdisjoint(words):
        return None
    fits = _is_marked(tokens, words) if cue.payload == "according" else _is_last(sentence, cue, words)
    others = (m for n in words for m in lexicon.speech.at(tokens, n) if m.payload in _NOBODY)
    papers = (m for n in words for m in lexicon.linking.at(tokens, n) if m.payload in ("papers", "about"))
    return words if fits and not any(others) and not any(papers) else None


def _is_marked(tokens: Tokens, words: range) -> bool:
    """Whether a mark ends some words of a script without capitals."""
    marked = words.stop < len(tokens) and ends_clause(tokens, words.stop - 1, words.stop)
    return marked and is_plain(tokens, words.start)


def _is_last(sentence: Sentence, verb: PhraseMatch[str], words: range) -> bool:
    """Whether a verb of saying opens a clause, and two words or more, none of whom he tells, go on to a mark or aside.

    One word alone is as often an adverb («…, сообщили позднее»).
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if verb.payload != "verbs" or lexicon.verb_last or not lexicon.subject_first or len(words) < 2:  # noqa: PLR2004 - the two words
        return False
    opens = verb.start > 0 and ends_clause(tokens, verb.start - 1, verb.start) and not tokens.begins_clause(verb.start)
    tells = any(trigger.start < words.stop and words.start < trigger.end for trigger in sentence.triggers)
    copula = any(tokens[n].word in tokens.copulas for n in words)
    heard = tokens[words[-1]].word.endswith(lexicon.endings.get("to_whom", ("\0",)))
    return opens and not tells and not copula and not heard and _ends(sentence, words)


def _ends(sentence: Sentence, words: range) -> bool:
    """Whether a clause ends behind some words, but for where or when something was said."""
    tokens, number = sentence.tokens, words.stop
    if number >= len(tokens) or ends_clause(tokens, number - 1, number) or number in tokens.times:
        return True
    return not sentence.lexicon.small_words.isdisjoint(tokens[number].forms)
