"""Who stands where a language names a speaker, with the rest of his name: behind a quotation, before a postposition."""

from __future__ import annotations

from timeline.extract.text.lexicon import Lexicon
from timeline.extract.text.phrases import PhraseMatch
from timeline.extract.text.tokens import Tokens
from timeline.extract.what.triggers import ends_clause
from timeline.extract.who.speakers import Names, grown, quoted
from timeline.extract.who.speaking import SAID

_UNKNOWN = 3
"""Most words of a name that nothing but its place tells."""
_BEFORE_CUE = 6
"""Words before a word for "according to" among which a name stands."""
_BETWEEN = 2
"""Most words between a seat and its body that name nothing."""
_PARTICLE = 3
"""Letters up to which a word governs another and names nobody."""
_LINKS = ("opens", "locative", "firm", "contrast", "object")


def behind_quotation(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """Who stands behind a verb of saying that follows a quotation ("…," says X, whose …)."""
    if verb.payload not in SAID or all(words.stop != verb.start for words in quoted(tokens)):
        return None
    words = behind(tokens, verb, lexicon)
    head = next((n for n in words if n in names.heads or n in names.people), None)
    if head is not None:
        return grown(tokens, head, names)
    plain = all(is_plain(tokens, n) for n in words) and tokens.ands.isdisjoint(words)
    return words if plain and 0 < len(words) <= _UNKNOWN else None


def behind_this(tokens: Tokens, verb: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """Who stands between "this" and a verb of saying that ends the clause («این را فلان می‌گوید»)."""
    if verb.payload not in SAID or not lexicon.verb_last:
        return None
    this = (m.end for m in lexicon.linking.all(tokens) if m.payload == "about" and m.end < verb.start)
    words = range(max(this, default=verb.start), verb.start)
    if not words or ends_clause(tokens, words.start - 1, verb.start) or not tokens.ands.isdisjoint(words):
        return None
    head = next((n for n in words if n in names.heads or n in names.people), None)
    if head is not None:
        return grown(tokens, head, names)
    return words if len(words) <= _UNKNOWN and tokens.times.isdisjoint(words) else None


def named_before(tokens: Tokens, cue: PhraseMatch[str], names: Names, lexicon: Lexicon) -> range | None:
    """The name or the body in the clause before a word for "according to"; an ending behind a hyphen is no pronoun."""
    near = range(cue.start - 1, max(-1, cue.start - 1 - _BEFORE_CUE), -1)
    words = [n for n in near if not ends_clause(tokens, n, cue.start)]
    said = (n for n in words for m in lexicon.speech.at(tokens, n) if m.payload == "pronouns")
    if any(not n or tokens.between(n - 1, n) != "-" for n in said):
        return None
    head = next((n for n in reversed(words) if n in names.heads or n in names.people), None)
    return grown(tokens, head, names) if head is not None else None


def in_full_name(tokens: Tokens, verb: PhraseMatch[str], name: range, names: Names, lexicon: Lexicon) -> range:
    """A speaker with the rest of his name, which nothing but its place tells.

    In scripts without capitals that is up to the word that opens what is said («كتب المحامي فلان أن»), or up to the
    verb or what governs another noun, where verbs come last («خبرگزاری … به نقل از»). Where owners stand first, it is
    the body behind a seat («Gürcistan acil durum servisinin sözcüsü»).
    """
    if lexicon.owner_first:
        return _with_body(tokens, name if verb.payload not in SAID else _without_hearers(tokens, name, lexicon), names)
    if verb.payload not in SAID or not is_plain(tokens, name.stop - 1) or name.stop - 1 in names.places:
        return name
    words = up_to_mark(tokens, name.stop, lexicon)
    if not 0 < len(words) <= _UNKNOWN or not tokens.ands.isdisjoint(words) or not names.heads.isdisjoint(words):
        return name
    said_next = words.stop == verb.start if lexicon.verb_last else name.start == verb.end
    reach = range(words.stop, min(len(tokens), words.stop + _UNKNOWN + 1))
    behind = [n for n in reach if not ends_clause(tokens, words.start, n)]
    opens = any(match.payload == "opens" for n in behind for match in lexicon.linking.at(tokens, n)) and not _is_adverb(
        tokens, words, lexicon
    )
    return range(name.start, words.stop) if said_next and (opens or lexicon.verb_last) else name


def _is_adverb(tokens: Tokens, words: range, lexicon: Lexicon) -> bool:
    """Whether a word behind a whole name only says how or to what end («أورد التقرير كذلك أن», «خلص … إلى أن»)."""
    definite = lexicon.affixes.get("definite") or ("\0",)
    whole = tokens[words.start - 1].word.startswith(definite) and not tokens[words.start].word.startswith(definite)
    return (whole and len(words) == 1) or any(len(tokens[n].word) <= _PARTICLE for n in words)


def _without_hearers(tokens: Tokens, name: range, lexicon: Lexicon) -> range:
    """A name without those at its end whom he told, or where he did («X jurnalistlərə dedi»)."""
    endings = (*lexicon.endings.get("to_whom", ()), *lexicon.endings.get("aside", ())) or ("\0",)
    last = name.stop
    while last - 1 > name.start and tokens[last - 1].word.endswith(endings) and _is_small(tokens, last - 1):
        last -= 1
    return range(name.start, last)


def _is_small(tokens: Tokens, number: int) -> bool:
    return tokens.text[tokens[number].start].islower()


def _with_body(tokens: Tokens, name: range, names: Names) -> range:
    """A seat with the body behind it, if a few words that name nothing else stand between."""
    if not names.places.issuperset(name):
        return name
    near = range(name.stop, min(len(tokens), name.stop + _BETWEEN + 1))
    body = next((n for n in near if names.of(n) or n in tokens.times or ends_clause(tokens, name.start, n)), None)
    if body is None or body not in names.heads - names.places or ends_clause(tokens, name.start, body):
        return name
    if any(len(tokens[number].word) <= _PARTICLE for number in range(name.stop, body)):
        return name
    return range(name.start, grown(tokens, body, names).stop)


def is_plain(tokens: Tokens, number: int) -> bool:
    """Whether a word is written in a script without capitals."""
    first = tokens.text[tokens[number].start]
    return first.lower() == first.upper()


def behind(tokens: Tokens, cue: PhraseMatch[str], lexicon: Lexicon) -> range:
    """The words behind a cue and its copula, up to a mark, a time, another clause, or what governs one."""
    return up_to_mark(tokens, cue.end + (cue.end < len(tokens) and tokens[cue.end].word in tokens.copulas), lexicon)


def up_to_mark(tokens: Tokens, first: int, lexicon: Lexicon) -> range:
    """The words from one on, up to a mark, a time, another clause, or what governs a noun or a clause."""
    for number in range(first, len(tokens)):
        marked = number > first and ends_clause(tokens, number - 1, number)
        small = not lexicon.small_words.isdisjoint(tokens[number].forms)
        linked = any(match.payload in _LINKS for match in lexicon.linking.at(tokens, number))
        said = any(match.payload in SAID for match in lexicon.speech.at(tokens, number))
        if marked or small or linked or said or number in tokens.times or tokens.begins_clause(number):
            return range(first, number)
    return range(first, len(tokens))
