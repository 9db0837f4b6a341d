"""The parties of a sentence in rows: whoever may have a part in what it tells, and not only a place in it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.text.endings import suffix
from timeline.extract.view import Sentence
from timeline.extract.what.triggers import ends_clause
from timeline.extract.where.venues import Venue
from timeline.extract.who.actors import Party

_JOINED = 3
"""Words between two parties of a row, "and" among them."""
_HEAD = 2
"""Words of a phrase behind the party that it begins with ("Azerbaijani border guards")."""
_SMALL = 3
"""Letters of the words that join a land and its town ("of", "'s")."""
_BESIDE = 2
"""Words between a land and the word for its town or province ("the second city of X")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Parties that share their part ("Armenian and Azerbaijani troops"): words ``start`` to ``end`` (excluded)."""

    parties: tuple[Party, ...]
    start: int
    end: int


def rows(sentence: Sentence) -> list[Row]:
    """The parties of a sentence in rows, without those that only say where something lies."""
    named = [party for party in _named(sentence) if not _is_place(sentence, party)]
    found: list[Row] = []
    for party in named:
        end = _end_of_head(sentence, party)
        if found and _joins(sentence, found[-1], party):
            found[-1] = Row(parties=(*found[-1].parties, party), start=found[-1].start, end=end)
        else:
            found.append(Row(parties=(party,), start=party.start, end=end))
    return found


def _named(sentence: Sentence) -> list[Party]:
    """Parties by name, other countries, and the capitals that stand for their governments ("Baku accused Yerevan")."""
    taken = {number for party in sentence.parties for number in range(party.start, party.end)}
    seats = [
        of_land(sentence, venue)
        for venue in sentence.venues
        if (venue.evidence != "venue" or _is_object(sentence, venue)) and _governs(sentence, venue)
        if venue.start not in taken
    ]
    return sorted((*sentence.parties, *seats), key=lambda party: party.start)


def _governs(sentence: Sentence, venue: Venue) -> bool:
    """Whether a place is a country, or the seat of its government."""
    place = venue.match.place
    return place.country is not None and (place.kind == "country" or place.id in sentence.told.seats)


def _is_object(sentence: Sentence, venue: Venue) -> bool:
    """Whether the case of a land or its seat says that something is done to it («Bakı İrəvanı ittiham edib»)."""
    ending = suffix(sentence.tokens.text, venue.match)
    return bool(ending) and ending in sentence.lexicon.affixes["accusative"] and _governs(sentence, venue)


def is_object(sentence: Sentence, row: Row) -> bool:
    """The same of a row's last party."""
    last = row.parties[-1]
    return any(_is_object(sentence, venue) for venue in sentence.venues if venue.start == last.start)


def of_land(sentence: Sentence, venue: Venue) -> Party:
    """A place as the government of its country."""
    span = venue.match.span
    name = sentence.tokens.text[span.start : span.end]
    return Party(id=f"iso:{venue.match.place.country}", name=name, start=venue.start, end=venue.end, span=span)


def _is_place(sentence: Sentence, party: Party) -> bool:
    """Whether a party is only where something was, or whose town or district that is."""
    for venue in sentence.venues:
        if venue.evidence != "venue" or _is_object(sentence, venue):
            continue
        inside = party.start < venue.end and venue.start < party.end
        if inside and (venue.firm or venue.match.place.kind != "country"):
            return True
        if not inside and _owns(sentence, party, venue):
            return True
    before = (m for n in _near(party) for m in sentence.lexicon.generic.at(sentence.tokens, n))
    return party.id.startswith("iso:") and any(match.end == party.start for match in before)


def _near(party: Party) -> range:
    return range(max(0, party.start - _BESIDE), party.start)


def _owns(sentence: Sentence, party: Party, venue: Venue) -> bool:
    """Whether a land and its town stand side by side ("Azerbaijan's Tovuz district", "the town of X in Armenia").

    A town in its case, or behind its preposition, ends its phrase: what follows is another («В Тбилиси грузинская …»).
    """
    if party.id != f"iso:{venue.match.place.country}":
        return False
    if party.end <= venue.start:
        between = range(party.end, venue.start)
        return not _is_parted(sentence, between) and _is_owned(sentence, between)
    between = range(venue.end, party.start)
    if venue.firm and (not between or sentence.lexicon.affixes.get("suffixes")):
        return False
    return (
        venue.end <= party.start and not _is_parted(sentence, between) and all(_is_small(sentence, n) for n in between)
    )


def _is_parted(sentence: Sentence, between: range) -> bool:
    """Whether a mark of a clause stands in a gap."""
    return ends_clause(sentence.tokens, between.start - 1, between.stop)


def _is_owned(sentence: Sentence, between: range) -> bool:
    """Whether only words such as "'s", "province of" stand between a land and its town; "positions in" are no such."""
    owns = any(_is_generic(sentence, n) or _is_possessive(sentence, n) for n in between)
    return (owns or not between) and all(_is_small(sentence, number) for number in between)


def _is_generic(sentence: Sentence, number: int) -> bool:
    return any(True for _ in sentence.lexicon.generic.at(sentence.tokens, number))


def _is_possessive(sentence: Sentence, number: int) -> bool:
    return sentence.tokens[number].word in sentence.lexicon.affixes["possessive"]


def _is_small(sentence: Sentence, number: int) -> bool:
    small = _is_generic(sentence, number) or len(sentence.tokens[number].word) <= _SMALL
    return small and number not in sentence.tokens.ands


def _joins(sentence: Sentence, last: Row, party: Party) -> bool:
    """Whether a party goes on with the row before it: "and", a comma or only a few words of one name between."""
    tokens, between = sentence.tokens, range(last.parties[-1].end, party.start)
    if len(between) > _JOINED or any(one.start in between for one in sentence.triggers):
        return False
    if not tokens.times.isdisjoint(between):
        return False
    if not tokens.ands.isdisjoint(between) or (not between and _begins_with_and(sentence, party)):
        return True
    names_it = not party.id.startswith("iso:") or party.id == last.parties[-1].id  # "Azerbaijani President X"
    one_side = _country(sentence, party) == _country(sentence, last.parties[-1])  # not "X's forces Y's posts"
    return names_it and one_side and len(between) <= _HEAD and not ends_clause(tokens, between.start - 1, party.start)


def _begins_with_and(sentence: Sentence, party: Party) -> bool:
    """Whether "and" is written together with a party («أرمينيا وأذربيجان»)."""
    token, clitics = sentence.tokens[party.start], sentence.lexicon.affixes["joining"]
    return any(token.word.startswith(one) and token.word.removeprefix(one) in token.forms for one in clitics)


def _country(sentence: Sentence, party: Party) -> str | None:
    """The country of a party; None of bodies that have none."""
    region = sentence.told.gazetteer.region
    if party.id.startswith("iso:") or region is None:
        return party.id.removeprefix("iso:")
    return next((actor.country for actor in region.actors if actor.id == party.id), None)


def _end_of_head(sentence: Sentence, party: Party) -> int:
    """The end of the phrase that a party begins: up to two words, before any verb, time, place, mark or "and"."""
    tokens, end = sentence.tokens, party.end
    taken = (
        {number for venue in sentence.venues for number in range(venue.start, venue.end)} | tokens.times | tokens.ands
    )
    taken |= {number for trigger in sentence.triggers for number in range(trigger.start, trigger.end)}
    while end < min(len(tokens), party.end + _HEAD) and end not in taken and not ends_clause(tokens, end - 1, end):
        end += 1
    return end
