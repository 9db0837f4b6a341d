"""Who says so: the speaker of a sentence, as the sentence names him.

A speaker is an office, a body, a government or its seat, found beside a verb of speech or after "according to"; a
sentence whose verb of speech has no speaker of its own ("It added …") goes on with the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geodata.model import Span
from timeline.extract.actors import Party
from timeline.extract.lexicon import Lexicon
from timeline.extract.phrases import PhraseMatch
from timeline.extract.speakers import Names, grown, names_of
from timeline.extract.tokens import Tokens
from timeline.extract.triggers import Trigger, ends_clause, ends_half
from timeline.extract.view import Sentence
from timeline.model.mention import OWN_VOICE, Attribution, AttributionKind

_AFTER_CUE = 6
_AROUND_VERB = 10
_NAME_WORDS = 3
"""Words beside a verb of speech among which the bare name of a person is its subject."""


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
    colon = _colon(tokens)
    if not verbs and colon is None:
        return []
    names, parties = names_of(sentence), _parties(sentence)
    found: list[Speech] = []
    if colon is not None and (speaker := _before_colon(tokens, colon, names)):
        nothing = PhraseMatch(0, 0, "colon", "")
        found.append(Speech(at=0, attribution=_attribution(tokens, nothing, speaker, parties)))
    for match in verbs:
        if _is_deed(match, sentence.triggers):
            continue
        speaker = _speaker(tokens, match, names, lexicon)
        same = found and match.payload == "postpositions"  # "A says otherwise; by its words …"
        last = found[-1].attribution if same else before
        attribution = _attribution(tokens, match, speaker, parties) if speaker else last
        if speaker is None and match.payload == "denials":
            attribution = replace(last, kind="denied")  # "both sides deny that …"
        if attribution.source != OWN_VOICE or attribution.kind == "denied":
            found.append(Speech(at=match.start, attribution=attribution))
    return found


def _colon(tokens: Tokens) -> int | None:
    """Number of the word behind a colon near the beginning of a sentence."""
    near = range(1, min(len(tokens), _AROUND_VERB))
    return next((number for number in near if ":" in tokens.between(number - 1, number)), None)


def _before_colon(tokens: Tokens, colon: int, names: Names) -> range | None:
    """Who speaks before a colon and says what follows ("Police: …"), if nothing but a name stands there."""
    first = next((n for n in range(colon) if n in names.heads or n in names.people), None)
    found = grown(tokens, first, names) if first is not None else None
    return found if found and found.stop == colon and colon - len(found) <= 1 else None


def _is_deed(match: PhraseMatch[str], triggers: Sequence[Trigger]) -> bool:
    """Whether a verb of speech is part of what tells of a deed."""
    return any(not t.is_statement and t.start < match.end and match.start < t.end for t in triggers)


def _speaker(tokens: Tokens, match: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    if match.payload == "according":
        return _after(tokens, match, names)
    if match.payload == "postpositions":
        return _before(tokens, match, names, lexicon)
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
    earlier = [s for s in same if s.at <= trigger.start and not _is_answered(tokens, s, trigger)]
    ahead = next((speech for speech in same if speech.at >= trigger.end), None)
    if verb_last and ahead and ahead.attribution.kind != "denied":
        return ahead.attribution
    if earlier:
        return earlier[-1].attribution
    told = [speech for speech in same if speech.attribution.kind != "denied"]
    return told[0].attribution if told else Attribution()


def _is_answered(tokens: Tokens, speech: Speech, trigger: Trigger) -> bool:
    """Whether a colon parts a denial from what is told instead ("X denies that …: its forces took …")."""
    between = (gap for number, gap in tokens.gaps if speech.at < number <= trigger.start)
    return speech.attribution.kind == "denied" and any(":" in gap for gap in between)


def of_statement(sentence: Sentence, trigger: Trigger) -> Attribution:
    """Who accuses, denies, demands: what stands as the subject beside an act of speech that is told for itself."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    verb, names = PhraseMatch(trigger.start, trigger.end, "verbs", trigger.phrase), names_of(sentence)
    speaker = _subject(tokens, verb, names, lexicon)
    if speaker is None:
        return Attribution()
    return _attribution(tokens, verb, _with_joined(tokens, speaker, names), _parties(sentence))


def _subject(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The name on the side of a verb where its subject stands."""
    found = _beside(tokens, verb, names, lexicon)
    return found if found and (found.start < verb.start) == lexicon.subject_first else None


def _with_joined(tokens: Tokens, speaker: range, names: Names) -> range:
    """A speaker with another that "and" joins to it before or behind ("X and Y accused each other")."""
    low, high = speaker.start, speaker.stop
    if low > 1 and low - 1 in tokens.ands and low - 2 in names.heads:
        low = grown(tokens, low - 2, names).start
    if high + 1 < len(tokens) and high in tokens.ands and high + 1 in names.heads:
        high = grown(tokens, high + 1, names).stop
    return range(low, high)


def is_denied_after(tokens: Tokens, trigger: Trigger, found: Sequence[Speech]) -> bool:
    """Whether somebody denies, later in the sentence, what the trigger tells ("…, which Y denied")."""
    later = (s for s in found if s.at >= trigger.end and s.attribution.kind == "denied")
    return not trigger.is_statement and any(not ends_half(tokens, trigger.start, speech.at) for speech in later)


def _after(tokens: Tokens, cue: PhraseMatch[str], names: Names) -> range | None:
    reach = range(cue.end, min(len(tokens), cue.end + _AFTER_CUE))
    right_behind = names.people & {cue.end}
    first = next((n for n in reach if n in names.heads or n in right_behind), None)
    return grown(tokens, first, names) if first is not None else None


def _before(tokens: Tokens, cue: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The speaker before a word for "according to": its head, or the few words there are, back to the clause mark."""
    first = cue.start
    while first > max(0, cue.start - _AFTER_CUE) and not ends_clause(tokens, first - 1, cue.start):
        first -= 1
    words = range(first, cue.start)
    if not words or any(m.payload == "pronouns" for n in words for m in lexicon.speech.at(tokens, n)):
        return None
    head = next((n for n in words if n in names.heads), None)
    if head is not None:
        return grown(tokens, head, names)
    return words if len(words) <= _NAME_WORDS and tokens.times.isdisjoint(words) else None


def _beside(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The speaker beside a verb: the nearest head or person's name, on the side of the subject first.

    None where a pronoun is the subject ("he told the ministry").
    """
    said = verb.payload in ("verbs", "denials")
    if said and verb.start and any(m.payload == "pronouns" for m in lexicon.speech.at(tokens, verb.start - 1)):
        return None
    if lexicon.verb_last and verb.payload in ("verbs", "denials"):
        left = range(_clause_start(tokens, verb, lexicon), verb.start)
    else:
        left = range(verb.start - 1, max(-1, verb.start - 1 - _AROUND_VERB), -1)
    right = range(verb.end, min(len(tokens), verb.end + _AROUND_VERB))
    sides = (left, right) if lexicon.subject_first else (_before_what_is_said(tokens, right, lexicon),)
    if lexicon.subject_first and (named := _named_at_the_end(tokens, verb, names, lexicon)):
        return named
    for side in sides:
        people = _people(tokens, verb, side, names)
        heads = (n for n in side if (n in names.heads or n in people) and not ends_half(tokens, n, verb.start))
        found = (_with_owned(tokens, grown(tokens, first, names), names, lexicon) for first in heads)
        if (named := next((name for name in found if not _is_owner(tokens, name, lexicon)), None)) is not None:
            return named
    return None if lexicon.subject_first else _whoever(tokens, verb, lexicon)


def _whoever(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> range | None:
    """The few words between a verb of speech that comes first and the one that opens what is said («قال فلان إن …»)."""
    near = range(verb.end, min(len(tokens), verb.end + _AFTER_CUE))
    opens = next((n for n in near if any(m.payload == "opens" for m in lexicon.linking.at(tokens, n))), None)
    if opens is None:
        return None
    cut = (n for n in range(verb.end, opens) if n in tokens.times or any(True for _ in lexicon.linking.at(tokens, n)))
    words = range(verb.end, next(cut, opens))
    return words if 0 < len(words) <= _NAME_WORDS else None


def _with_owned(tokens: Tokens, name: range, names: Names, lexicon: Lexicon) -> range:
    """A name with that of the one who is its owner's («Baş nazirin müavini X»)."""
    if not _is_owner(tokens, name, lexicon) or name.stop + 1 >= len(tokens) or not names.of(name.stop + 1):
        return name
    return range(name.start, grown(tokens, name.stop + 1, names).stop)


def _is_owner(tokens: Tokens, name: range, lexicon: Lexicon) -> bool:
    """Whether a name stands in the case of an owner or an object («Paşinyanın istefasını»), and so is no subject."""
    return tokens[name.stop - 1].word.endswith(lexicon.endings.get("owner", ("\0",)))


def _named_at_the_end(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The name between a verb that begins a clause and the end of it ("…, said X."): its subject."""
    if verb.end >= len(tokens) or not verb.start or not ends_clause(tokens, verb.start - 1, verb.start):
        return None
    small = (n in tokens.times or tokens[n].word in lexicon.small_words for n in range(verb.end, len(tokens)))
    first = verb.end + next((number for number, skipped in enumerate(small) if not skipped), 0)
    if not names.of(first) and first not in names.people:
        return None
    found = grown(tokens, first, names)
    ends = found.stop >= len(tokens) or ends_clause(tokens, found.stop - 1, found.stop)
    return found if ends and any(n in names.heads or n in names.people for n in found) else None


def _people(tokens: Tokens, verb: PhraseMatch[str], side: range, names: Names) -> frozenset[int]:
    """Names of people on one side of a verb who may be its subject: right beside it, or first in its clause.

    Behind a verb stands its object ("told X"), but for the verb that follows a quotation ("…, said X").
    """
    behind = bool(side) and side[0] >= verb.end
    if behind and verb.start and tokens.between(verb.start - 1, verb.start).isspace():
        return frozenset()
    opens = names.opening and verb.start == 1 and not behind
    return (names.people | ({0} if opens else frozenset())) & frozenset(side[:_NAME_WORDS])


def _before_what_is_said(tokens: Tokens, words: range, lexicon: Lexicon) -> range:
    """Words up to the one that opens what is said («… أن»): who speaks is named before it."""
    opens = (n for n in words if any(m.payload == "opens" for m in lexicon.linking.at(tokens, n)))
    return range(words.start, next(opens, words.stop))


def _clause_start(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> int:
    """Word from which a verb that ends its clause may have its subject: behind the verb of speech before it."""
    ends = (m.end for m in lexicon.speech.find(tokens) if m.end <= verb.start and m.payload in ("verbs", "denials"))
    return max(ends, default=0)


def _attribution(tokens: Tokens, match: PhraseMatch[str], speaker: range, parties: Sequence[Party]) -> Attribution:
    span = Span(start=tokens[speaker.start].start, end=tokens[speaker.stop - 1].end)
    kind: AttributionKind = "denied" if match.payload == "denials" else "claimed"
    inside = sorted((p.id for p in parties if p.start in speaker), key=lambda one: one.startswith("iso:"))
    actor = inside[0] if inside else None
    return Attribution(
        source=" ".join(tokens.text[span.start : span.end].split()), kind=kind, span=span, actor_id=actor
    )
