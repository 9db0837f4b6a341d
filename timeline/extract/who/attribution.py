"""Who says so: the speaker of a sentence, as the sentence names him.

A speaker is an office, a body, a government or its seat, found beside a verb of speech or after "according to"; a
sentence whose verb of speech has no speaker of its own ("It added …") goes on with the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from geodata.model import Span
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import Trigger, ends_clause, ends_half
from timeline.extract.who import full_names
from timeline.extract.who.actors import Party
from timeline.extract.who.beside import AROUND_VERB, pronoun_speaks, speaker_of, subject_of
from timeline.extract.who.closing import closes, is_named_again
from timeline.extract.who.first_hand import Spoken, first_hand
from timeline.extract.who.headed import before_colon, colon_of, goes_on
from timeline.extract.who.parties import of_land
from timeline.extract.who.speakers import Names, grown, names_of
from timeline.extract.who.speaking import is_passive
from timeline.extract.who.unlisted import unlisted
from timeline.extract.who.whole import whole
from timeline.model.mention import ITS_OWN, OWN_VOICE, Attribution, AttributionKind

_HEAD_WORDS = 4
"""Words that open a sentence, among which its subject stands."""

NO_VERBS = ("pronouns", "passive", "by", "suffered", "nouns", "nobody", "same")
"""Lists of ``[speech]`` that hold other words than verbs of speech and phrases that name a source."""
_BY_WORDS = 3
"""Words behind a passive verb of speech within which "by" names who reports."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of speech or "according to": its word number and who it gives the word to.

    ``timed`` is whether it may have a time of its own ("said on Friday"), as "in their words" has none; ``heads``
    whether it stands before a colon, for the paragraph that follows, ``closes`` whether it ends the sentence and says
    nothing but who told all of it.
    """

    at: int
    attribution: Attribution
    timed: bool = field(default=True, kw_only=True)
    heads: bool = field(default=False, kw_only=True)
    closes: bool = field(default=False, kw_only=True)


def speeches(sentence: Sentence, before: Attribution, named: Callable[[], Attribution] = Attribution) -> list[Speech]:
    """Acts of speech of a sentence in order; a verb inside a deed ("declared independence") is none.

    Parameters
    ----------
    before : attribution of the sentence before, which a verb without a speaker carries on.
    named : who the sentence before tells of, for pronouns where nobody spoke ("… according to them").
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    said = [match for match in lexicon.speech.find(tokens) if match.payload not in NO_VERBS]
    verbs = [
        match for match in said if not _only_reported(tokens, match, lexicon) and not _describes(tokens, match, lexicon)
    ]
    colon, bracket = colon_of(tokens, lexicon), _bracket(sentence)
    if not verbs and colon is None and bracket is None:
        return []
    names, parties = names_of(sentence), _parties(sentence)
    found: list[Spoken] = []
    nothing = PhraseMatch(0, 0, "colon", "")
    if colon is not None and (speaker := before_colon(sentence, colon, names)):
        source, heads = _attribution(tokens, nothing, speaker, parties), goes_on(speaker, names)
        found.append(Spoken("colon", speaker, Speech(0, source, heads=heads)))
    elif bracket is not None and _is_one_name(tokens, bracket, names):
        source = _attribution(tokens, nothing, bracket, parties)
        found.append(Spoken("bracket", bracket, Speech(0, source, timed=False)))
    for match in verbs:
        if _is_deed(sentence, match):
            continue
        speaker, timed = _told_by(sentence, match, names)
        if speaker:
            attribution = _attribution(tokens, match, speaker, parties)
            if is_named_again(tokens, speaker, lexicon):
                carried = _carried(tokens, match, lexicon, _Before(found, before, named))
                attribution = attribution if carried.source == OWN_VOICE else carried
        elif match.payload == "according" and not _is_anaphoric(tokens, match, lexicon):
            continue
        else:
            attribution = _carried(tokens, match, lexicon, _Before(found, before, named))
        if attribution.source != OWN_VOICE or attribution.kind == "denied":
            ends = not found and match is verbs[-1] and closes(sentence, match, speaker or range(0))
            speech = Speech(match.start, attribution, timed=timed, closes=ends)
            found.append(Spoken(match.payload, speaker or range(0), speech))
    return first_hand(found, tokens, lexicon)


def _told_by(sentence: Sentence, match: PhraseMatch[str], names: Names) -> tuple[range | None, bool]:
    """Who an act of speech gives the word to, if it names him, and whether it may have a time of its own."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if match.payload == "again":
        return None, False
    found = _speaker(tokens, match, names, lexicon)
    if found or match.payload not in ("according", "verbs") or pronoun_speaks(tokens, match, names, lexicon):
        return found, True
    return unlisted(sentence, match), match.payload != "according"


def _speaker(tokens: Tokens, match: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """Who a verb of speech or an "according to" gives the word to, with his whole name."""
    beside = full_names.behind_quotation(tokens, match, names, lexicon)
    found = beside or full_names.behind_this(tokens, match, names, lexicon) or speaker_of(tokens, match, names, lexicon)
    if found is None:
        return full_names.named_before(tokens, match, names, lexicon) if match.payload == "postpositions" else None
    return full_names.in_full_name(tokens, match, found, names, lexicon)


def _only_reported(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a verb tells what was reported, and names nobody who reports ("fighting was reported at X")."""
    if not is_passive(tokens, lexicon, verb.start):
        return False
    behind = range(verb.end, min(len(tokens), verb.end + _BY_WORDS))
    return not any(m.payload == "by" for n in behind for m in lexicon.speech.at(tokens, n))


def _describes(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a verb stands right behind the pronoun of a relative clause, and only says who somebody is.

    As in "people who said they were ecologists".
    """
    who = (
        (match.payload == "relative" for match in lexicon.linking.at(tokens, verb.start - 1)) if verb.start > 1 else ()
    )
    return verb.payload == "verbs" and any(who)


@dataclass(frozen=True, slots=True)
class _Before:
    """Who spoke before: in the sentence, in the one before it, and who that told of."""

    found: Sequence[Spoken]
    spoke: Attribution
    named: Callable[[], Attribution]


def _carried(tokens: Tokens, match: PhraseMatch[str], lexicon: Lexicon, before: _Before) -> Attribution:
    """Who goes on speaking where a verb of speech names nobody."""
    same = before.found and match.payload in ("postpositions", "again")  # "A says otherwise; by its words …"
    last = before.found[-1].speech.attribution if same else before.spoke
    if last.source == OWN_VOICE and _is_anaphoric(tokens, match, lexicon):
        last = before.named()
    if match.payload == "denials":
        return replace(last, kind="denied")  # "both sides deny that …"
    return last if last.source == OWN_VOICE else replace(last, kind="claimed")


def subject(sentence: Sentence) -> Attribution:
    """Who a sentence tells of first, as a pronoun of the next one may mean: a body, an office or people at its head."""
    names = names_of(sentence)
    first = next((n for n in range(min(len(sentence.tokens), _HEAD_WORDS)) if n in names.heads - names.places), None)
    if first is None:
        return ITS_OWN
    nothing = PhraseMatch(0, 0, "verbs", "")
    return _attribution(sentence.tokens, nothing, grown(sentence.tokens, first, names), _parties(sentence))


def _is_anaphoric(tokens: Tokens, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a pronoun speaks ("they said", «по их словам»)."""
    near = range(max(0, match.start - 1), min(len(tokens), match.end + 1))
    said = (m.payload for number in near for m in lexicon.speech.at(tokens, number))
    return match.payload == "again" or "pronouns" in said


def _bracket(sentence: Sentence) -> range | None:
    """The words in brackets that end a sentence."""
    tokens = sentence.tokens
    rest = tokens.text[tokens[-1].end : sentence.span.end] if tokens else ""
    if not rest.startswith(")"):
        return None
    first = next((n for n in range(len(tokens) - 1, 0, -1) if "(" in tokens.between(n - 1, n)), None)
    return range(first, len(tokens)) if first is not None else None


def _is_one_name(tokens: Tokens, words: range, names: Names) -> bool:
    """Whether words are the name of a body and nothing else ("(ministry of defence)")."""
    head = next((number for number in words if number in names.heads - names.places), None)
    return head is not None and grown(tokens, head, names) == words


def _is_deed(sentence: Sentence, match: PhraseMatch[str]) -> bool:
    """Whether a verb of speech is part of what tells of a deed, and no clause says behind it what was said."""
    within = (t for t in sentence.triggers if not t.is_statement and t.start < match.end and match.start < t.end)
    return any(True for _ in within) and not _says_what(sentence.tokens, match, sentence.lexicon)


def _says_what(tokens: Tokens, match: PhraseMatch[str], lexicon: Lexicon) -> bool:
    """Whether a clause stands behind a verb, or behind its subject where that comes second («صرح المدير بأن …»)."""
    reach = AROUND_VERB if not lexicon.subject_first else 1
    near = [n for n in range(match.end, min(len(tokens), match.end + reach)) if not ends_clause(tokens, match.start, n)]
    if lexicon.subject_first:
        return any(tokens[number].opens for number in near)
    return any(one.payload == "opens" for number in near for one in lexicon.linking.at(tokens, number))


def _parties(sentence: Sentence) -> list[Party]:
    """Parties of a sentence, with the countries and their seats that speak."""
    speaking = (v for v in sentence.venues if v.evidence == "speaker" and v.match.place.country)
    seats = [of_land(sentence, venue) for venue in speaking]
    return [*sentence.parties, *seats]


def of_trigger(tokens: Tokens, trigger: Trigger, found: Sequence[Speech], lexicon: Lexicon) -> Attribution:
    """Who tells of a trigger: the last speech before it, else the first after it, in the same part of the sentence.

    Where verbs end their clauses the first speech after it comes first, unless it denies.
    """
    if not found:
        return ITS_OWN
    turns = [match.start for match in lexicon.linking.all(tokens) if match.payload == "contrast"]
    own = range(trigger.start, trigger.end) if trigger.is_statement else range(0)
    near = [one for one in found if one.closes or not ends_half(tokens, one.at, trigger.start)]
    same = [speech for speech in near if speech.at not in own]
    earlier = [s for s in same if s.at <= trigger.start and not _is_answered(tokens, s, trigger, turns)]
    ahead = next((speech for speech in same if speech.at >= trigger.end), None)
    if lexicon.verb_last and ahead and ahead.attribution.kind != "denied":
        return ahead.attribution
    if earlier:
        return earlier[-1].attribution
    told = [speech for speech in same if speech.attribution.kind != "denied"]
    return told[0].attribution if told else ITS_OWN


def _is_answered(tokens: Tokens, speech: Speech, trigger: Trigger, turns: Sequence[int]) -> bool:
    """Whether a colon or "but" parts a denial from what is told instead ("X denies that …: its forces took …")."""
    if speech.attribution.kind != "denied":
        return False
    colon = any(":" in gap for number, gap in tokens.gaps if speech.at < number <= trigger.start)
    return colon or any(speech.at < turn < trigger.start for turn in turns)


def of_statement(sentence: Sentence, trigger: Trigger) -> Attribution:
    """Who accuses, denies, demands: what stands as the subject beside an act of speech that is told for itself."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if any(m.payload == "suffered" for n in range(trigger.start, trigger.end) for m in lexicon.speech.at(tokens, n)):
        return ITS_OWN  # "X, accused of …"
    verb, names = PhraseMatch(trigger.start, trigger.end, "verbs", trigger.phrase), names_of(sentence)
    speaker = subject_of(tokens, verb, names, lexicon)
    if speaker is None:
        return ITS_OWN
    return _attribution(tokens, verb, _with_joined(tokens, speaker, names), _parties(sentence))


def of_accuser(sentence: Sentence, trigger: Trigger) -> Attribution:
    """Who accuses somebody of what a trigger tells, in its clause ("Baku blames X for the shelling of Y").

    Or who tells that he watched it ("monitors recorded shots").
    """
    alleging = (one for one in sentence.triggers if one is not trigger and _is_account(sentence, one))
    found = (one for one in alleging if not ends_clause(sentence.tokens, one.start, trigger.start))
    return next((told for one in found if (told := of_statement(sentence, one)).source != OWN_VOICE), ITS_OWN)


def _is_account(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a trigger is itself somebody's account of what else its clause tells."""
    if (trigger.rule.type, trigger.rule.mode) == ("ACCUSE", "allege"):
        return True
    said = (m for n in range(trigger.start, trigger.end) for m in sentence.lexicon.speech.at(sentence.tokens, n))
    return trigger.rule.mode == "monitoring" and any(match.payload == "verbs" for match in said)


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


def _attribution(tokens: Tokens, match: PhraseMatch[str], speaker: range, parties: Sequence[Party]) -> Attribution:
    span = whole(tokens.text, Span(start=tokens[speaker.start].start, end=tokens[speaker.stop - 1].end))
    kind: AttributionKind = "denied" if match.payload == "denials" else "claimed"
    inside = sorted((p.id for p in parties if p.start in speaker), key=lambda one: one.startswith("iso:"))
    actor = inside[0] if inside else None
    return Attribution(
        source=" ".join(tokens.text[span.start : span.end].split()), kind=kind, span=span, actor_id=actor
    )
