"""What stands around a place in its sentence: bodies and offices, verbs of speech, verbs whose object it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from geodata.model import PlaceMatch
from geodata.precision import NEAR
from timeline.extract.text.endings import is_where, suffix
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.tokens import Tokens, fold_word
from timeline.extract.what.triggers import Trigger, ends_clause

REACH = 4
"""Words before a name in which a preposition or an office still governs it ("in the border town of X")."""
OF = 2
"""Words of a short link between names or between an office and its country ("army of X", "X and the town Y")."""
_TO_SPEECH = 7
"""Most words from the place that opens a sentence to the verb of speech there ("In X, the ministry of Y said …")."""
SAID = ("verbs", "denials")
"""Kinds of words of speech that are verbs of saying."""
_APOSTROPHES = frozenset("'’ʼ")
BODIES = ("heads", "offices")
"""Lists of ``[speakers]`` whose words name a body or an office."""
TARGETING = frozenset({"ASSAULT", "RETREAT", "COERCE", "AID"})
"""Types whose place may be their object ("captured X"); other happenings are in or at a place."""


_TAKING = frozenset({"visit", "disaster"})
"""Modes of other types whose place may be, too ("flooded X")."""


@dataclass(slots=True, kw_only=True)  # not frozen: many are made
class Scene:
    """What surrounds the places of a sentence.

    ``seats`` are ids of places that stand for a government when nothing says that something happened there, ``spots``
    the numbers of the words that name places other than countries, ``lesser_seats`` ids of the seats of lands that are
    no countries, which stand for a government only beside a verb of speech.
    """

    tokens: Tokens
    triggers: Sequence[Trigger]
    lexicon: Lexicon
    seats: frozenset[str]
    spots: frozenset[int] = frozenset()
    lesser_seats: frozenset[str] = frozenset()


def is_object(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether a name stands right behind a verb that takes a place ("bombed X", "visited X")."""
    taking = [t for t in scene.triggers if t.rule.type in TARGETING or t.rule.mode in _TAKING]
    if scene.lexicon.verb_last and match.place.kind == "country":
        return False  # who attacks stands behind «حملات», and what is attacked before its verb
    if scene.lexicon.subject_first:
        return any(_is_right_behind(scene, t, words, match) for t in taking)
    return any(_is_behind_subject(scene, t, words, match) for t in taking)


def _is_behind_subject(scene: Scene, verb: Trigger, words: range, match: PlaceMatch) -> bool:
    """Whether a bare name follows a verb and its subject, where verbs come first («قصفت إسرائيل دمشق»).

    A country may be the owner of the noun before it, so that it is the object only right behind another place.
    """
    tokens = scene.tokens
    bare = tokens[words.start].start == match.span.start
    if verb.start >= words.start or not bare or ends_clause(tokens, verb.start, words.start):
        return False
    first = verb.start + 1
    between = [n for n in range(first, words.start) if n not in tokens.times]
    if _has_its_subject(scene, verb):
        return not between
    if match.place.kind != "country":
        return bool(between)
    places = {n for span in tokens.places for n in tokens.range_of(span)}
    return bool(between) and between[-1] in places


def _is_right_behind(scene: Scene, verb: Trigger, words: range, match: PlaceMatch) -> bool:
    """Whether nothing stands between a verb and a name, or but a part of the town («затопила часть Тбилиси»)."""
    gap = range(verb.end, words.start)
    if verb.end > words.start or len(gap) > (match.place.kind != "country"):
        return False
    linked = any(n in scene.tokens.ands or scene.tokens[n].word in scene.tokens.small_words for n in gap)
    return not linked and not ends_clause(scene.tokens, verb.end - 1, words.start)


def _has_its_subject(scene: Scene, verb: Trigger) -> bool:
    """Whether a relative word is right before a verb: what it says more of does it («الغارات التي استهدفت دمشق»)."""
    return any(m.payload == "says_more" and m.end == verb.start for m in scene.lexicon.linking.all(scene.tokens))


def is_accusative(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether a name is the object of a verb behind it, by its case ("Erivan'ı ziyaret etti")."""
    if suffix(scene.tokens.text, match) not in scene.lexicon.affixes.get("accusative", ()):
        return False
    ahead = next((t for t in scene.triggers if t.start >= words.stop), None)
    taken = ahead is not None and (ahead.rule.type in TARGETING or ahead.rule.mode == "visit")
    return taken and ahead is not None and not ends_clause(scene.tokens, words.stop - 1, ahead.start)


def is_office(scene: Scene, words: range, match: PlaceMatch, *, firm: bool) -> bool:
    """Whether the name belongs to an office or a body ("ministry of defence of X", "X's army")."""
    place = match.place
    governs = _office_before(scene, words, {"heads"} if firm else {"heads", "offices"})
    if governs is not None and firm:
        return place.kind not in ("city", "village")
    if governs is not None and (_is_owned(scene, match, words) or not _is_definite(scene, words.start - governs)):
        return place.kind == "country" or governs <= OF
    if firm or place.kind not in ("country", "city") or is_where(scene.tokens, scene.lexicon, match, words):
        return False
    if match.where_prec == NEAR:
        return False
    behind = range(words.stop, min(len(scene.tokens), words.stop + OF + 1))
    following = takewhile(lambda number: not _is_people(scene, number), behind)
    first = next((n for n in following if _is_body(scene, n) or _is_verb(scene, n)), None)
    return first is not None and _is_body(scene, first) and not ends_clause(scene.tokens, words.stop - 1, first)


def _is_body(scene: Scene, number: int) -> bool:
    """Whether a word names an office or a body."""
    return any(match.payload in BODIES for match in scene.lexicon.offices.at(scene.tokens, number))


def _office_before(scene: Scene, words: range, kinds: set[str]) -> int | None:
    """Words between a name and the office that governs it; where owners are named first, none governs what follows."""
    if scene.lexicon.owner_first:
        return None
    for first in range(words.start - 1, max(-1, words.start - 1 - REACH), -1):
        if ends_clause(scene.tokens, first, words.start) or _is_verb(scene, first) or _is_people(scene, first):
            return None
        if any(m.payload in kinds and m.end <= words.start for m in scene.lexicon.offices.at(scene.tokens, first)):
            return words.start - first
    return None


def _is_owned(scene: Scene, match: PlaceMatch, words: range) -> bool:
    """Whether a clitic for "of" is written together with a name (Arabic «القادة السابقون ل…»)."""
    before = fold_word(scene.tokens.text[scene.tokens[words.start].start : match.span.start])
    return bool(before) and before in scene.lexicon.affixes.get("owning", ())


def _is_people(scene: Scene, number: int) -> bool:
    """Whether a word names a people: an office that has its own governs no name behind it («… المصري بنغازي»)."""
    return any(True for _ in scene.lexicon.nationalities.at(scene.tokens, number))


def _is_definite(scene: Scene, number: int) -> bool:
    """Whether an office carries an article that keeps it from governing a name (Arabic «القوات»)."""
    return scene.tokens[number].word.startswith(scene.lexicon.affixes.get("definite", ()) or ("\0",))


def is_where_spoken(scene: Scene, words: range) -> bool:
    """Whether something was only said there ("said in X that …", "authorities in X said …")."""
    spoken = scene.lexicon.speech.all(scene.tokens)
    verbs = list(dict.fromkeys(m.start for m in spoken if m.payload in SAID))
    near = (n for n in verbs if words.start - OF <= n < words.start)
    right_before = any(not is_passive(scene.tokens, scene.lexicon, n) for n in near)
    next_to = is_next_to_speech(scene.tokens, scene.lexicon, words)
    right_behind = next_to and not _is_statement(scene, words.stop)
    office = _office_before(scene, words, {"offices"})
    body_speaks = office is not None and office <= OF and any(words.stop <= n <= words.stop + OF for n in verbs)
    if right_before or right_behind or body_speaks or (office is not None and _is_cited(scene, words.start)):
        return True
    if _is_source(scene, words):
        return True
    return _names_another(scene, words) and (_is_of_speaker(scene, words, verbs) or _opens_speech(scene, words, verbs))


def is_passive(tokens: Tokens, lexicon: Lexicon, number: int) -> bool:
    """Whether a verb of speech tells what was reported and not who reports ("fighting was reported at X")."""
    return number > 0 and any(match.payload == "passive" for match in lexicon.speech.at(tokens, number - 1))


def _names_another(scene: Scene, words: range) -> bool:
    """Whether the sentence goes on to name another place, where it may have happened."""
    return any(number >= words.stop for number in scene.spots)


def _is_of_speaker(scene: Scene, words: range, verbs: Sequence[int]) -> bool:
    """Whether whoever speaks stands there, his verb beside him («قال متحدث عسكري في باكو»)."""
    head = _office_before(scene, words, set(BODIES))
    if head is None:
        return False
    first = words.start - head
    near = (n for n in verbs if first - OF <= n < first or words.stop <= n < words.stop + OF)
    return any(not ends_clause(scene.tokens, *sorted((n, words.start))) for n in near)


def _opens_speech(scene: Scene, words: range, verbs: Sequence[int]) -> bool:
    """Whether a sentence opens with a place and then says who speaks there, before it tells of anything."""
    if words.start > 1:
        return False
    deeds = (trigger.start for trigger in scene.triggers if not trigger.is_statement and trigger.start >= words.stop)
    first = min(deeds, default=len(scene.tokens))
    return any(words.stop <= n < min(first, words.stop + _TO_SPEECH) for n in verbs)


def is_next_to_speech(tokens: Tokens, lexicon: Lexicon, words: range) -> bool:
    """Whether a verb of speech follows a name with its ending in its clause («в Баку заявили», «Erivan'dan»)."""
    last = beyond_ending(tokens, words)
    if last >= len(tokens) or ends_clause(tokens, last - 1, last):
        return False
    return any(m.payload in SAID for m in lexicon.speech.at(tokens, last))


def beyond_ending(tokens: Tokens, words: range) -> int:
    """Number of the word behind a name and the ending that an apostrophe parts from it."""
    last = words.stop
    while last < len(tokens) and tokens.between(last - 1, last) in _APOSTROPHES:
        last += 1
    return last


def opens_clause(tokens: Tokens, words: range) -> bool:
    """Whether nothing but a preposition stands before a name in its clause."""
    return words.start <= 1 or ends_clause(tokens, words.start - 2, words.start - 1)


def _is_statement(scene: Scene, number: int) -> bool:
    return any(trigger.is_statement and number in range(trigger.start, trigger.end) for trigger in scene.triggers)


def _is_cited(scene: Scene, number: int) -> bool:
    """Whether what stands before a word is named as a source ("according to the ministry in X")."""
    for first in range(number - 1, max(-1, number - 1 - REACH - OF), -1):
        if ends_clause(scene.tokens, first, number):
            return False
        if any(match.payload == "according" for match in scene.lexicon.speech.at(scene.tokens, first)):
            return True
    return False


def is_cited(scene: Scene, words: range) -> bool:
    """Whether a word for "according to" stands right before a name, or its postposition right behind."""
    before = (
        m for n in range(max(0, words.start - REACH), words.start) for m in scene.lexicon.speech.at(scene.tokens, n)
    )
    return any(m.payload == "according" and m.end == words.start for m in before)


def _is_source(scene: Scene, words: range) -> bool:
    """Whether reports from there are named ("according to reports from X")."""
    before = range(max(0, words.start - REACH - OF), words.start)
    cited = (m.end for n in before for m in scene.lexicon.speech.at(scene.tokens, n) if m.payload == "according")
    return any(0 <= words.start - end <= 1 and not ends_clause(scene.tokens, end - 1, words.start) for end in cited)


def hosts(scene: Scene, words: range) -> bool:
    """Whether a name is the subject of a verb of hosting ("X hosted talks", «شهدت … لقاء»)."""
    for match in scene.lexicon.linking.all(scene.tokens):
        if match.payload != "hosts":
            continue
        first, second = (words.stop, match.start) if scene.lexicon.subject_first else (match.end, words.start)
        between = [number for number in range(first, second) if number not in scene.tokens.times]
        reach = len(scene.tokens) if scene.lexicon.verb_last else OF
        if first <= second and len(between) <= reach and not ends_clause(scene.tokens, words.start, match.start):
            return True
    return False


def _is_speech(scene: Scene, number: int) -> bool:
    return any(m.payload in SAID for m in scene.lexicon.speech.at(scene.tokens, number))


def _is_verb(scene: Scene, number: int) -> bool:
    """Whether a word tells of an event or of speech: what stands before it governs no name behind it."""
    return _is_speech(scene, number) or any(number in range(trigger.start, trigger.end) for trigger in scene.triggers)


def speaks(scene: Scene, words: range) -> bool:
    """Whether a verb of speech stands right beside a name."""
    around = range(max(0, words.start - 2), min(len(scene.tokens), words.stop + 2))
    near = [number for number in around if not _is_parted(scene, words, number)]
    said = any(
        m.payload in (*SAID, "according", "postpositions")
        for number in near
        for m in scene.lexicon.speech.at(scene.tokens, number)
    )
    return said or any(t.is_statement and (t.end == words.start or t.start == words.stop) for t in scene.triggers)


def tells_of_another(scene: Scene, words: range) -> bool:
    """Whether a verb of speech stands right beside a name, and the sentence names another place as well."""
    beside = (number for number in (words.start - 1, words.stop) if 0 <= number < len(scene.tokens))
    said = any(_is_speech(scene, number) and not _is_parted(scene, words, number) for number in beside)
    return said and not scene.spots.issubset(words)


def _is_parted(scene: Scene, words: range, number: int) -> bool:
    """Whether a mark of a clause stands between a name and a word."""
    low, high = (number, words.start) if number < words.start else (words.stop - 1, number)
    return low < high and ends_clause(scene.tokens, low, high)
