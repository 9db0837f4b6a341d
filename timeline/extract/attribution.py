"""Who says so: the speaker of a sentence, as the sentence names him.

A speaker is an office, a body, a government or its seat, found beside a verb of speech or after "according to"; a
sentence whose verb of speech has no speaker of its own ("It added …") goes on with the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geodata.model import Span
from timeline.extract.actors import Party
from timeline.extract.lexicon import Lexicon
from timeline.extract.phrases import PhraseMatch
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import Trigger, ends_clause, ends_half
from timeline.extract.view import Sentence
from timeline.model.mention import OWN_VOICE, Attribution, AttributionKind

_AFTER_CUE = 6
_AROUND_VERB = 10
_HEADS = frozenset({"offices", "heads", "locals"})
"""Kinds of words that can speak by themselves; ``locals`` ("residents") leave a place beside them where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A verb of speech or "according to": its word number and who it gives the word to."""

    at: int
    attribution: Attribution


def speeches(sentence: Sentence, before: Attribution) -> list[Speech]:
    """Acts of speech of a sentence in order; a verb inside a deed ("declared independence") is none.

    Parameters
    ----------
    before : attribution of the sentence before, which a verb without a speaker carries on.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    verbs = [match for match in lexicon.speech.find(tokens) if match.payload != "pronouns"]
    if not verbs:
        return []
    names, parties = _names(sentence), _parties(sentence)
    found: list[Speech] = []
    for match in verbs:
        if _is_deed(match, sentence.triggers):
            continue
        speaker = _speaker(tokens, match, names, lexicon)
        attribution = _attribution(tokens, match, speaker, parties) if speaker else before
        if attribution.source != OWN_VOICE:
            found.append(Speech(at=match.start, attribution=attribution))
    return found


def _is_deed(match: PhraseMatch[str], triggers: Sequence[Trigger]) -> bool:
    """Whether a verb of speech is part of what tells of a deed."""
    return any(not t.is_statement and t.start < match.end and match.start < t.end for t in triggers)


def _speaker(tokens: Tokens, match: PhraseMatch[str], names: _Names, lexicon: Lexicon) -> range | None:
    if match.payload == "according":
        return _after(tokens, match, names)
    return _beside(tokens, match, names, lexicon)


def _parties(sentence: Sentence) -> list[Party]:
    """Parties of a sentence, with the countries and their seats that speak."""
    speaking = (v for v in sentence.venues if v.evidence == "speaker" and v.match.place.country)
    seats = [
        Party(id=f"iso:{v.match.place.country}", name=v.match.place.name, start=v.start, end=v.end, span=v.match.span)
        for v in speaking
    ]
    return [*sentence.parties, *seats]


def of_trigger(tokens: Tokens, trigger: Trigger, found: Sequence[Speech], *, verb_last: bool) -> Attribution:
    """Who tells of a trigger: the last speech before it, else the first after it, in the same part of the sentence.

    ``verb_last`` is whether the language's verbs end their clauses: the first speech after it then comes first, unless
    it denies.
    """
    own = range(trigger.start, trigger.end) if trigger.is_statement else range(0)
    same = [speech for speech in found if speech.at not in own and not ends_half(tokens, speech.at, trigger.start)]
    earlier = [speech for speech in same if speech.at <= trigger.start]
    ahead = next((speech for speech in same if speech.at >= trigger.end), None)
    if verb_last and ahead and ahead.attribution.kind != "denied":
        return ahead.attribution
    if earlier:
        return earlier[-1].attribution
    told = [speech for speech in same if speech.attribution.kind != "denied"]
    return told[0].attribution if told else Attribution()


def of_statement(sentence: Sentence, trigger: Trigger) -> Attribution:
    """Who accuses, denies, demands: what stands as the subject beside an act of speech that is told for itself."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    verb, names = PhraseMatch(trigger.start, trigger.end, "verbs", trigger.phrase), _names(sentence)
    speaker = _subject(tokens, verb, names, lexicon)
    if speaker is None:
        return Attribution()
    return _attribution(tokens, verb, _with_joined(tokens, speaker, names, lexicon), _parties(sentence))


def _subject(tokens: Tokens, verb: PhraseMatch[str], names: _Names, lexicon: Lexicon) -> range | None:
    """The name on the side of a verb where its subject stands."""
    found = _beside(tokens, verb, names, lexicon)
    return found if found and (found.start < verb.start) == lexicon.subject_first else None


def _with_joined(tokens: Tokens, speaker: range, names: _Names, lexicon: Lexicon) -> range:
    """A speaker with another that "and" joins to it before or behind ("X and Y accused each other")."""
    low, high = speaker.start, speaker.stop
    if low > 1 and _is_and(tokens, low - 1, lexicon) and low - 2 in names.heads:
        low = _grown(tokens, low - 2, names).start
    if high + 1 < len(tokens) and _is_and(tokens, high, lexicon) and high + 1 in names.heads:
        high = _grown(tokens, high + 1, names).stop
    return range(low, high)


def _is_and(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    return any(match.payload == "and" for match in lexicon.linking.at(tokens, number))


def is_denied_after(tokens: Tokens, trigger: Trigger, found: Sequence[Speech]) -> bool:
    """Whether somebody denies, later in the sentence, what the trigger tells ("…, which Y denied")."""
    later = (s for s in found if s.at >= trigger.end and s.attribution.kind == "denied")
    return not trigger.is_statement and any(not ends_half(tokens, trigger.start, speech.at) for speech in later)


@dataclass(frozen=True, slots=True)
class _Names:
    """Word numbers that can belong to a speaker's name: ``heads`` can stand alone, ``parts`` only beside one."""

    heads: frozenset[int]
    parts: frozenset[int]
    places: frozenset[int]
    bridges: frozenset[int]

    def of(self, number: int) -> bool:
        return number in self.heads or number in self.parts


@lru_cache(maxsize=1)  # asked for the verbs of a sentence and again for each of its acts of speech
def _names(sentence: Sentence) -> _Names:
    tokens, venues, parties, lexicon = sentence.tokens, sentence.venues, sentence.parties, sentence.lexicon
    timely = {number for span in sentence.time_spans for number in tokens.range_of(span)}
    matches = [m for number in range(len(tokens)) for m in lexicon.offices.at(tokens, number)]
    offices = {n for m in matches if m.payload in _HEADS for n in range(m.start, m.end)}
    places = {n for v in venues if v.evidence == "speaker" for n in range(v.start, v.end)}
    named = {n for p in parties if not p.id.startswith("iso:") for n in range(p.start, p.end)}
    nations = {n for p in parties if p.id.startswith("iso:") for n in range(p.start, p.end)}
    sides = {m.start for m in matches if m.payload == "sides" and {m.start - 1, m.end} & nations}
    return _Names(
        heads=frozenset(offices | places | named | sides),
        parts=frozenset(
            nations | {n for n in range(1, len(tokens)) if n not in timely and _is_name(tokens, n, lexicon)}
        ),
        places=frozenset(places),
        bridges=frozenset(m.start for m in matches if m.payload == "bridge"),
    )


def _is_name(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """Whether a word is written as part of a name, in scripts that have capitals."""
    pronoun = any(m.payload == "pronouns" for m in lexicon.speech.at(tokens, number))
    return tokens.text[tokens[number].span.start].isupper() and not pronoun


def _after(tokens: Tokens, cue: PhraseMatch[str], names: _Names) -> range | None:
    reach = range(cue.end, min(len(tokens), cue.end + _AFTER_CUE))
    first = next((n for n in reach if n in names.heads), None)
    return _grown(tokens, first, names) if first is not None else None


def _beside(tokens: Tokens, verb: PhraseMatch[str], names: _Names, lexicon: Lexicon) -> range | None:
    if lexicon.verb_last and verb.payload in ("verbs", "denials"):
        left = range(_clause_start(tokens, verb, lexicon), verb.start)
    else:
        left = range(verb.start - 1, max(-1, verb.start - 1 - _AROUND_VERB), -1)
    right = range(verb.end, min(len(tokens), verb.end + _AROUND_VERB))
    sides = (left, right) if lexicon.subject_first else (_before_what_is_said(tokens, right, lexicon),)
    heads = (n for side in sides for n in side if n in names.heads and not ends_half(tokens, n, verb.start))
    first = next(heads, None)
    return _grown(tokens, first, names) if first is not None else None


def _before_what_is_said(tokens: Tokens, words: range, lexicon: Lexicon) -> range:
    """Words up to the one that opens what is said («… أن»): who speaks is named before it."""
    opens = (n for n in words if any(m.payload == "opens" for m in lexicon.linking.at(tokens, n)))
    return range(words.start, next(opens, words.stop))


def _clause_start(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> int:
    """Word from which a verb that ends its clause may have its subject: behind the verb of speech before it."""
    ends = (m.end for m in lexicon.speech.find(tokens) if m.end <= verb.start and m.payload in ("verbs", "denials"))
    return max(ends, default=0)


def _grown(tokens: Tokens, number: int, names: _Names) -> range:
    """The run of words around ``number`` that make up one name."""
    low = high = number
    while (step := _step(tokens, low, -1, names)) is not None:
        low = step
    while (step := _step(tokens, high, 1, names)) is not None:
        high = step
    return range(low, high + 1)


def _step(tokens: Tokens, number: int, way: int, names: _Names) -> int | None:
    """The next word of a name: right beside, or behind one bridging word ("of")."""
    for distance in (1, 2):
        found = number + way * distance
        beside = distance == 1 or number + way in names.bridges
        two_places = number in names.places and found in names.places and distance == 1 and way in (1, -1)
        if beside and names.of(found) and not two_places and not ends_clause(tokens, number, found):
            return found
    return None


def _attribution(tokens: Tokens, match: PhraseMatch[str], speaker: range, parties: Sequence[Party]) -> Attribution:
    span = Span(start=tokens[speaker.start].span.start, end=tokens[speaker.stop - 1].span.end)
    kind: AttributionKind = "denied" if match.payload == "denials" else "claimed"
    inside = sorted((p.id for p in parties if p.start in speaker), key=lambda one: one.startswith("iso:"))
    actor = inside[0] if inside else None
    return Attribution(
        source=" ".join(tokens.text[span.start : span.end].split()), kind=kind, span=span, actor_id=actor
    )
