"""Words that tell of an event: found, typed, and reduced to one per happening."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from geodata.model import Span
from timeline import ontology
from timeline.errors import PackError
from timeline.extract.text.lexicon import book
from timeline.extract.text.phrases import PhraseMatch, Phrases
from timeline.extract.text.tokens import Tokens
from timeline.languages import LanguagePack, load
from timeline.model.mention import EventKind

NONE = "NONE"
"""Type of rules that mask a phrase which only looks like an event."""
STATEMENTS = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "SUPPORT"})
"""Types that are acts of speech: they concern a happening elsewhere and are placed only where a venue is named."""
_OPENING, _CLOSING = frozenset('«„“"'), frozenset('»“”"')
"""Quotation marks."""
_DEEDS = frozenset({"investigate", "talks"})
"""Modes of those types that happen somewhere: investigations, and talks that fail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRule:
    """A group of phrases that tell of the same kind of event.

    ``weak`` ones count only beside a time and a place in the same sentence. A ``consequence`` (people killed) is no
    happening of its own beside what caused it. ``examples`` are sentences that the rule matches.
    """

    id: str
    type: str
    mode: str | None = None
    kind: EventKind = "event"
    weak: bool = False
    consequence: bool = False
    match: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Trigger:
    """A trigger found: word numbers ``start`` to ``end`` (excluded) of its sentence and the rule.

    ``gap`` are those of words inside that the rule doesn't name: they say what any word around a trigger may say.
    ``phrase`` is the rule's phrase that was found.
    """

    start: int
    end: int
    rule: TriggerRule
    gap: range = range(0)
    phrase: str = ""

    @property
    def is_statement(self) -> bool:
        """Whether it is an act of speech."""
        return self.rule.type in STATEMENTS and self.rule.mode not in _DEEDS


def rules(table: Mapping[str, Any], where: str = "triggers.toml") -> tuple[TriggerRule, ...]:
    """The rules of a pack's ``triggers.toml``.

    Raises
    ------
    PackError : a rule names a type or mode that the ontology does not have.
    """
    found = tuple(_rule(row) for row in table.get("rule", ()))
    for rule in found:
        known = ontology.load().get(rule.type)
        if rule.type != NONE and (known is None or (rule.mode and rule.mode not in known.modes)):
            raise PackError(f"rule {rule.id}: no event type {rule.type} {rule.mode or ''}".rstrip(), where=where)
    return found


def masks(tokens: Tokens, pack: LanguagePack) -> list[Span]:
    """Phrases that only look like events or places ("Minsk Group")."""
    phrases = _phrases(pack.code)
    if all(match.payload.type != NONE for match in phrases.all(tokens)):
        return []
    return [m.span(tokens) for m in phrases.find(tokens) if m.payload.type == NONE]


def find(tokens: Tokens, pack: LanguagePack) -> list[Trigger]:
    """Triggers of a sentence in order, masked phrases left out."""
    phrases = _phrases(pack.code)
    matches = phrases.find(tokens, lambda match: not (_spans_two(tokens, match, phrases) or _is_name(tokens, match)))
    return [
        Trigger(start=m.start, end=m.end, rule=m.payload, gap=m.gap, phrase=m.phrase)
        for m in matches
        if m.payload.type != NONE
    ]


def _spans_two(tokens: Tokens, match: PhraseMatch[TriggerRule], phrases: Phrases[TriggerRule]) -> bool:
    """Whether the gap of a phrase holds a verb of its own before an "and" ("rebels shelled X and captured Y")."""
    joined = next((number for number in match.gap if number in tokens.ands), None)
    if joined is None:
        return False
    inside = (m for number in range(match.gap.start, joined) for m in phrases.at(tokens, number))
    return any(m.payload.type != NONE and m.end <= joined for m in inside)


def _is_name(tokens: Tokens, match: PhraseMatch[TriggerRule]) -> bool:
    """Whether a word stands in quotation marks by itself with a capital: a weapon, a ship or a paper («Смерч»)."""
    word, text = tokens[match.start], tokens.text
    if match.end - match.start > 1 or not text[word.start].isupper():
        return False
    return text[word.start - 1 : word.start] in _OPENING and text[word.end : word.end + 1] in _CLOSING


def reduced(triggers: Sequence[Trigger], tokens: Tokens, is_unreal: Callable[[Trigger], bool]) -> list[Trigger]:
    """One trigger for each run of triggers of one type in the same clause: what is told, then the most specific."""
    kept: list[Trigger] = []
    for trigger in triggers:
        last = kept[-1] if kept else None
        if last is None or last.rule.type != trigger.rule.type or _are_apart(tokens, last, trigger):
            kept.append(trigger)
        elif (not is_unreal(trigger), _specificity(trigger.rule)) > (not is_unreal(last), _specificity(last.rule)):
            kept[-1] = trigger
    return kept


def _are_apart(tokens: Tokens, first: Trigger, second: Trigger) -> bool:
    """Whether two triggers tell of two happenings: in clauses of their own, or each beside a place of its own."""
    return (
        ends_clause(tokens, first.end - 1, second.start)
        or tokens.is_attribute(first.end - 1)
        or _is_below(tokens, first, second)
        or _have_places(tokens, first, second)
    )


def _have_places(tokens: Tokens, first: Trigger, second: Trigger) -> bool:
    """Whether two verbs that "and" joins have each a place ("seized a base in X and entered Y")."""
    joined = next((number for number in range(second.start - 1, first.end - 1, -1) if number in tokens.ands), None)
    if joined is None:
        return False
    named = {number for span in tokens.places for number in tokens.range_of(span)}
    if tokens.verb_last:
        return not named.isdisjoint(range(first.start)) and not named.isdisjoint(range(joined, second.start))
    clause = takewhile(lambda n: not ends_clause(tokens, second.end - 1, n), range(second.end, len(tokens)))
    return not named.isdisjoint(range(first.end, joined)) and not named.isdisjoint(clause)


def _is_below(tokens: Tokens, first: Trigger, second: Trigger) -> bool:
    """Whether a subordinate clause begins between two triggers ("fired … in response to the killing of …")."""
    return any(tokens.begins_clause(number) for number in range(first.end, second.start))


def ends_clause(tokens: Tokens, first: int, second: int) -> bool:
    """Whether a clause mark stands between two words."""
    clauses = tokens.clauses
    return clauses[first] < clauses[second] if first < second else clauses[second] < clauses[first]


def ends_half(tokens: Tokens, first: int, second: int) -> bool:
    """Whether a semicolon stands between two words."""
    return tokens.halves[max(first, second)] > tokens.halves[min(first, second)]


def _specificity(rule: TriggerRule) -> tuple[bool, bool, bool, bool]:
    return not rule.consequence, rule.kind == "state", rule.mode is not None, not rule.weak


def _rule(row: Mapping[str, Any]) -> TriggerRule:
    return TriggerRule(**{**row, "match": tuple(row["match"]), "examples": tuple(row.get("examples", ()))})


@cache
def _phrases(code: str) -> Phrases[TriggerRule]:
    pack = load(code)
    table = pack.triggers if pack else {}
    found = rules(table, f"languages/{code}/triggers.toml")
    return Phrases(((phrase, rule) for rule in found for phrase in rule.match), book(code))


def matching(tokens: Tokens, code: str) -> list[PhraseMatch[TriggerRule]]:
    """All rule matches of a sentence, masks included: how a pack's examples are checked."""
    return _phrases(code).find(tokens)
