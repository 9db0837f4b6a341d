"""Who stands beside a verb of speech, behind "according to" or before its postposition."""

from __future__ import annotations

from timeline.extract.text.clauses import opening
from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_clause, ends_half
from timeline.extract.who.cases import ends_as, is_governed, nominative, opening_piece
from timeline.extract.who.speakers import Names, grown
from timeline.extract.who.speaking import SAID

_AFTER_CUE = 6
AROUND_VERB = 10
"""Words beside a verb of speech among which its speaker stands."""
_ASIDE = 12
"""Most words of an aside between a subject and its verb."""
_NAME_WORDS = 3
"""Words beside a verb of speech among which the bare name of a person is its subject."""
_TITLE = 8
"""Most words of a title between commas that belongs to a name."""
_SMALL = 3
"""Letters up to which a word that opens a name governs it, and is no part of one («Говорили о …»)."""
_REST = 4
"""Most words behind a name at the end of a clause that go on with it ("said the press service of the ministry …")."""


def speaker_of(tokens: Tokens, match: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The words that name who a verb of speech or an "according to" gives the word to, None where none do."""
    if match.payload == "according":
        return _after(tokens, match, names)
    if match.payload == "postpositions":
        return _before(tokens, match, names, lexicon)
    return _beside(tokens, match, names, lexicon)


def subject_of(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The name on the side of a verb where its subject stands."""
    found = _beside(tokens, verb, names, lexicon)
    return found if found and (found.start < verb.start) == lexicon.subject_first else None


def _after(tokens: Tokens, cue: PhraseMatch[str], names: Names) -> range | None:
    reach = [n for n in range(cue.end, min(len(tokens), cue.end + _AFTER_CUE)) if not _is_far(tokens, cue, n)]
    right_behind = names.people & {cue.end}
    first = next((n for n in reach if n in names.heads or n in right_behind), None)
    return grown(tokens, first, names) if first is not None else None


def _is_far(tokens: Tokens, cue: PhraseMatch[str], number: int) -> bool:
    """Whether a clause mark parts a word from a cue, and not right behind it."""
    return number > cue.end and ends_clause(tokens, cue.end, number)


def _before(tokens: Tokens, cue: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The speaker before a word for "according to": its head, or the few words there are, back to the clause mark."""
    first = cue.start
    while first > max(0, cue.start - _AFTER_CUE) and not ends_clause(tokens, first - 1, cue.start):
        first -= 1
    this = (m.end for n in range(first, cue.start) for m in lexicon.linking.at(tokens, n) if m.payload == "about")
    first = max((end for end in this if end < cue.start), default=first)  # "by Y's words X reports this"
    words = range(first + (tokens[first].word in lexicon.small_words), cue.start)
    if not words or any(m.payload == "pronouns" for n in words for m in lexicon.speech.at(tokens, n)):
        return None
    head = next((n for n in words if n in names.heads), None)
    if head is not None:
        return grown(tokens, head, names)
    few = len(words) <= _NAME_WORDS and tokens.times.isdisjoint(words)
    return words if few and _names(tokens, words, lexicon) else None


def _names(tokens: Tokens, words: range, lexicon: Lexicon) -> bool:
    """Whether words name somebody, and don't only say what figures they are ("by preliminary figures")."""
    said = (m for n in words for m in lexicon.speech.at(tokens, n) if m.payload == "nobody")
    return not set(words) <= {n for match in said for n in range(match.start, match.end)}


def _beside(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The speaker beside a verb: the nearest head or person's name, on the side of the subject first.

    None where a pronoun is the subject ("he told the ministry").
    """
    if verb.payload in SAID and pronoun_speaks(tokens, verb, names, lexicon):
        return None
    left, right = _left(tokens, verb, lexicon), _right(tokens, verb, lexicon)
    sides = (left, right) if lexicon.subject_first else (_before_what_is_said(tokens, right, lexicon),)
    if any(match.payload == "topic" and match.start == 0 for match in lexicon.linking.at(tokens, 0)):
        sides = (right, *sides)  # «О задержании X сообщил Y»
    if (named := _between_marks(tokens, verb, names, lexicon, closes=bool(right))) is not None:
        return named
    for side in sides:
        people = _people(tokens, verb, side, names, lexicon) - _governed(tokens, verb, lexicon, side)
        heads = (n for n in side if (n in names.heads or n in people) and not ends_half(tokens, n, verb.start))
        found = (_with_owned(tokens, grown(tokens, first, names), names, lexicon) for first in heads)
        if (named := nominative(tokens, found, names, lexicon)) is not None:
            return named
    if lexicon.owner_first and lexicon.verb_last and (named := opening_piece(tokens, verb, lexicon)) is not None:
        return named
    return _first_behind(tokens, verb, right) if lexicon.subject_first else _whoever(tokens, verb, lexicon)


def _between_marks(
    tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon, *, closes: bool
) -> range | None:
    """The name that marks of clauses show to be a verb's subject: behind it up to the end, alone, or with a title."""
    if not lexicon.subject_first:
        return None
    found = _named_at_the_end(tokens, verb, names, lexicon) if closes else None
    if found is None:
        found = _alone(tokens, verb, names) if lexicon.verb_last else _with_title(tokens, verb, names, lexicon)
    return found


def _left(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> range:
    """Words before a verb in the order in which they are asked for its speaker."""
    if lexicon.verb_last and verb.payload in SAID:
        return range(_clause_start(tokens, verb, lexicon), verb.start)
    if verb.payload in SAID and lexicon.subject_first and verb.start - 1 in tokens.ands:
        return range(_half_start(tokens, verb.start), verb.start)  # "X did this and said …"
    last = _before_aside(tokens, verb, lexicon) if verb.payload in SAID else verb.start
    return range(last - 1, max(-1, last - 1 - AROUND_VERB), -1)


def _half_start(tokens: Tokens, number: int) -> int:
    """Number of the first word of a word's half of its sentence."""
    return next((n for n in range(number, 0, -1) if ends_half(tokens, n - 1, n)), 0)


def _before_aside(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> int:
    """The verb, or the mark before what says where its subject speaks ("X, in a post on Y, wrote")."""
    if not verb.start or not ends_clause(tokens, verb.start - 1, verb.start):
        return verb.start
    first = opening(tokens, verb.start - 1)
    is_aside = first > 0 and verb.start - first <= _ASIDE and not lexicon.small_words.isdisjoint(tokens[first].forms)
    return first if is_aside else verb.start


def _right(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> range:
    """Words behind a verb that may name its speaker: where the subject stands first, up to what is said."""
    last = min(len(tokens), verb.end + AROUND_VERB)
    if verb.payload not in SAID or not lexicon.subject_first:
        return range(verb.end, last)
    near = range(verb.end, last)
    if (
        lexicon.verb_last
        and not lexicon.owner_first
        and verb.start
        and not ends_clause(tokens, verb.start - 1, verb.start)
    ):
        return range(0)  # «گفت» ends its clause, and what is said follows
    if verb.end - verb.start > 1 and tokens.begins_clause(verb.end - 1):
        return range(0)  # "said that …"
    ends = (n for n in near if tokens.begins_clause(n) or (ends_clause(tokens, n - 1, n) and not _dates(tokens, n)))
    return range(verb.end, next(ends, last))


def _with_title(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """Somebody's name that opens a clause, with his title between two commas ("X, head of Y, said"), before a verb."""
    at = verb.start
    speaks = any(match.payload in SAID for match in lexicon.speech.at(tokens, at))
    if not speaks or at < _NAME_WORDS or not ends_clause(tokens, at - 1, at):
        return None
    first = opening(tokens, at - 1)
    if not first or not names.of(first - 1) or first - 1 in names.places:
        return None
    name = grown(tokens, first - 1, names)
    name = range(name.stop) if name.start == 1 and names.opening and 0 not in names.articles else name
    opens = name.start == 0 or any(ends_clause(tokens, n - 1, n) for n in range(max(1, name.start - 1), name.start + 1))
    if not opens or grown(tokens, first, names).stop == at:
        return None
    titled = any(n in names.heads for n in range(first, min(at, first + _NAME_WORDS)))
    return range(name.start, at) if titled and at - first <= _TITLE else name


def pronoun_speaks(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> bool:
    """Whether a pronoun is the subject: right before the verb, or first in its clause, and nobody named between."""
    if any(_is_pronoun(tokens, number, lexicon) for number in (verb.start - 1, verb.start)):
        return True
    if not lexicon.subject_first or (lexicon.verb_last and lexicon.owner_first):
        return False
    for number in range(verb.start - 1, max(-1, verb.start - 1 - AROUND_VERB), -1):
        if (names.of(number) and not is_governed(tokens, range(number, number + 1), lexicon)) or ends_clause(
            tokens, number, verb.start
        ):
            return False
        if _is_pronoun(tokens, number, lexicon) and (not number or ends_clause(tokens, number - 1, number)):
            return True
    return False


def _dates(tokens: Tokens, number: int) -> bool:
    """Whether a mark before a word parts nothing but a time from the rest ("on Tuesday, 5 May, …")."""
    return not tokens.times.isdisjoint((number - 1, number))


def _first_behind(tokens: Tokens, verb: PhraseMatch[str], words: range) -> range | None:
    """Whoever stands alone behind a verb that opens its sentence («Утверждают жители, …»)."""
    named = range(words.start + (tokens[words.start].word in tokens.copulas), words.stop) if words else words
    marked = words.stop < len(tokens) and ends_clause(tokens, words.stop - 1, words.stop)
    few = 0 < len(named) <= _NAME_WORDS and tokens.times.isdisjoint(named) and len(tokens[named.start].word) > _SMALL
    return named if not verb.start and verb.payload in SAID and marked and few else None


def _is_pronoun(tokens: Tokens, number: int, lexicon: Lexicon) -> bool:
    """Whether a word is a pronoun that can be a subject, and no preposition stands before it ("close to it")."""
    governed = number > 0 and not lexicon.small_words.isdisjoint(tokens[number - 1].forms)
    said = lexicon.speech.at(tokens, number) if number >= 0 else ()
    return not governed and any(match.payload == "pronouns" for match in said)


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
    if not ends_as(tokens, name, lexicon, "owner") or name.stop + 1 >= len(tokens) or not names.of(name.stop + 1):
        return name
    return range(name.start, grown(tokens, name.stop + 1, names).stop)


def _named_at_the_end(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The name between a verb that begins a clause and the end of it ("…, said X."): its subject."""
    if verb.end >= len(tokens) or not verb.start or not ends_clause(tokens, verb.start - 1, verb.start):
        return None
    behind = range(verb.end, len(tokens))
    small = {n for n in behind if n in tokens.times or tokens[n].word in lexicon.small_words}
    small |= {n for n in behind[:1] if tokens[n].word in tokens.copulas}
    where = {n + 1 for n in small - tokens.times if n + 1 in behind and not names.of(n + 1)}  # "in social media"
    first = next((n for n in behind if n not in small | where), verb.end)
    if not names.of(first) and first not in names.people:
        return None
    found = grown(tokens, first, names)
    last = min(len(tokens), found.stop + _REST) if first in names.heads else found.stop
    ends = last >= len(tokens) or ends_clause(tokens, found.stop - 1, last)
    return found if ends and any(n in names.heads or n in names.people for n in found) else None


def _alone(tokens: Tokens, verb: PhraseMatch[str], names: Names) -> range | None:
    """The name that alone makes a clause with a verb at its end ("…, X bildirdi")."""
    if not verb.start or verb.start - 1 not in names.heads:
        return None
    found = grown(tokens, verb.start - 1, names)
    opens = found.start > 0 and ends_clause(tokens, found.start - 1, found.start)
    return found if opens and not ends_clause(tokens, found.stop - 1, verb.start) else None


def _people(tokens: Tokens, verb: PhraseMatch[str], side: range, names: Names, lexicon: Lexicon) -> frozenset[int]:
    """Names of people on one side of a verb who may be its subject: right beside it, or first in its clause.

    Behind a verb stands its object ("told X"), but for the verb that follows a quotation ("…, said X").
    """
    behind = bool(side) and side[0] >= verb.end
    if behind and verb.start and tokens.between(verb.start - 1, verb.start).isspace():
        return frozenset()
    speaks = any(match.payload in SAID for match in lexicon.speech.at(tokens, verb.start))
    opens = speaks and names.opening and verb.start == 1 and not behind
    return (names.people | ({0} if opens else frozenset())) & frozenset(side[:_NAME_WORDS])


def _governed(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon, words: range) -> frozenset[int]:
    """Words right behind a preposition, which is where somebody speaks and not who ("wrote on Facebook").

    Right before the verb it is who («в X заявили»).
    """
    apart = (n for n in words if n and n + 1 != verb.start)
    return frozenset(n for n in apart if not lexicon.small_words.isdisjoint(tokens[n - 1].forms))


def _before_what_is_said(tokens: Tokens, words: range, lexicon: Lexicon) -> range:
    """Words up to the one that opens what is said («… أن»): who speaks is named before it."""
    opens = (n for n in words if any(m.payload == "opens" for m in lexicon.linking.at(tokens, n)))
    return range(words.start, next(opens, words.stop))


def _clause_start(tokens: Tokens, verb: PhraseMatch[str], lexicon: Lexicon) -> int:
    """Word from which a verb that ends its clause may have its subject: behind the verb of speech before it."""
    ends = (m.end for m in lexicon.speech.find(tokens) if m.end <= verb.start and m.payload in SAID)
    return max(ends, default=0)
