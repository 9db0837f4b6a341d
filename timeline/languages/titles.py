"""A short, neutral title of an event in every interface language, made from its structure.

No title names a party to what one side did: who struck first is a claim. What two sides do together, and no place is
known of, is told by its parties, and a statement by the state that makes it. A language that lacks a label or a
place's name shows the English label or the gazetteer's main name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from string import Formatter
from typing import Any

from geodata.model import Place
from timeline import ontology
from timeline.languages import LanguagePack, available, load
from timeline.languages.declension import NOMINATIVE, decline
from timeline.model.event import Event

DEFAULT = "en"
_BY_PRECISION = {1: "in", 2: "near", 3: "in", 4: "in", 5: "around", 6: "in", 7: "in"}
"""Template for each ``where_prec``: what is estimated is told as such."""
_AREAS = frozenset({"region", "admin1", "country"})
"""Kinds of places that what is told of lies within, however wide they are."""
_BY_PLACE = {"line": "along"}
_BY_KIND: Mapping[tuple[str, str | None], str] = {("CONSULT", "visit"): "to"}
"""Template for what is done not in a place but to it, where a language tells that apart."""
_PLAIN = {"near": "near_plain", "around": "around_plain"}
"""Templates for names that a language has no forms of; else "plain"."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
"""What a gazetteer adds to tell namesakes apart: "Khoy (Iran)"."""
_ENDS = " – "
"""Between the two ends of a line."""
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what two sides do together, so that naming both takes no side."""
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of statements, which their speakers make and nobody else."""
_STATE = "iso:"
_BOTH = 2


def titles(event: Event, *, name: Mapping[str, str] | None = None, speaker: str | None = None) -> dict[str, str]:
    """Titles by language code, one for every language whose labels have templates of titles.

    Parameters
    ----------
    event : with its kind, time, place and parties.
    name : what the event is known as, by language; where a language has none, its structure makes the title.
    speaker : the state (``iso:XX``) whose statement it is; else the one that alone is named as making it.
    """
    known = name or {}
    states = _states(event, speaker)
    return {pack.code: known.get(pack.code) or _title(event, states, pack) for pack in _packs()}


@cache
def _packs() -> tuple[LanguagePack, ...]:
    """Packs that can make titles, looked up once: a build makes many thousand."""
    packs = (load(code) for code in available())
    return tuple(pack for pack in packs if pack and "titles" in pack.labels)


def _states(event: Event, speaker: str | None) -> tuple[str, ...]:
    """Codes of the states that the title of an event without a place names: who speaks, or who did it together."""
    if event.where is not None:
        return ()
    if event.type in _SAID:
        return _speaking(event, speaker)
    codes = _codes(one.id for one in event.actors)
    return codes if event.type in _TOGETHER and event.clarity == "agreed" and len(codes) >= _BOTH else ()


def _speaking(event: Event, speaker: str | None) -> tuple[str, ...]:
    """The state that makes a statement; none where one tells what another says."""
    codes = _codes([speaker] if speaker else [claim.attribution.actor_id or "" for claim in event.claims])
    acting = _codes(one.id for one in event.actors if one.role == "actor")
    return codes if len(codes) == 1 and set(acting) <= set(codes) else ()


def _codes(parties: Iterable[str]) -> tuple[str, ...]:
    """The states among parties, each once (ISO 3166-1 alpha-2)."""
    return tuple(dict.fromkeys(one.removeprefix(_STATE) for one in parties if one.startswith(_STATE)))


def _title(event: Event, states: tuple[str, ...], pack: LanguagePack) -> str:
    templates = pack.labels["titles"]
    what = _lasting(event, pack) or kind_name(event.type, event.mode, pack.labels)
    title = _told(what, _template(event, templates), _names(event, states, pack), pack)
    if event.kind == "state" and event.when:
        year = str(event.when.start.year)
        slot = _slot(templates["since"], "title")
        title = templates["since"].format(**{"title": title, slot: decline(year, slot, pack.code) or year})
    return _tidy(title, pack)


def _lasting(event: Event, pack: LanguagePack) -> str:
    """The name of what lasts, where it is another than that of what begins it."""
    names = pack.labels.get("states", {}) if event.kind == "state" else {}
    return str(names.get(f"{event.type}.{event.mode}", ""))


def _told(what: str, key: str, names: tuple[str, ...], pack: LanguagePack) -> str:
    """What happened with the names of where, or of whom, in the form that the template asks for."""
    templates = pack.labels["titles"]
    if not names:
        return what
    slot = _slot(templates[key], "what")
    forms = [form for name in names if (form := decline(name, slot, pack.code))]
    if len(forms) < len(names):
        key = _PLAIN.get(key, "plain")
        slot, forms = NOMINATIVE, list(names)
    if not templates[key].startswith("{what}"):
        what = _small(what, pack)
    return str(templates[key]).format(**{"what": what, slot: _listed(forms, templates)})


def _template(event: Event, templates: Mapping[str, str]) -> str:
    """The key of the template for an event's place, or for its parties."""
    if event.where is None:
        return "by" if event.type in _SAID else "between"
    place = event.where.place
    if _ends(place, DEFAULT):
        return "between"
    usual = "in" if place.kind in _AREAS else _BY_PRECISION[event.where.where_prec]
    visited = _BY_KIND.get((event.type, event.mode), usual) if usual == "in" else usual
    special = _BY_PLACE.get(place.kind, visited)
    return special if special in templates else usual


def _names(event: Event, states: tuple[str, ...], pack: LanguagePack) -> tuple[str, ...]:
    """Names of the place, of the two places between which it lies, or of the states that the title names."""
    if event.where:
        return _ends(event.where.place, pack.code) or (_place_name(event.where.place, pack.code),)
    territories = _territories(pack.code)
    return tuple(territories[code] for code in states if code in territories)


def _ends(place: Place, language: str) -> tuple[str, ...]:
    """The two ends of a line that is named by them; none of any other place."""
    ends = tuple(_bare(end) for end in _place_name(place, language).split(_ENDS))
    return ends if place.id.startswith("line:") and len(ends) == _BOTH else ()


def _listed(forms: list[str], templates: Mapping[str, Any]) -> str:
    *before, last = forms
    if not before:
        return last
    return str(templates["and"]).format(one=templates["comma"].join(before), other=last)


@cache
def _slot(template: str, besides: str) -> str:
    """The other slot of a template: the case in which a name stands there."""
    return next(slot for _, slot, _, _ in Formatter().parse(template) if slot and slot != besides)


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Names of states in a language (CLDR)."""
    from babel import Locale

    return Locale.parse(language).territories


def _small(what: str, pack: LanguagePack) -> str:
    """A label with a small first letter, but for abbreviations."""
    if what[1:2].isupper():
        return what
    letters: Mapping[str, str] = pack.labels.get("cases", {}).get("small", {})
    return letters.get(what[:1], what[:1].lower()) + what[1:]


def _tidy(title: str, pack: LanguagePack) -> str:
    """A title with a large first letter, after the language's own rules of what goes with what."""
    for pattern, changed in _rules_of_sound(pack.code):
        title = pattern.sub(changed, title)
    letters: Mapping[str, str] = pack.labels.get("cases", {}).get("large", {})
    return letters.get(title[:1], title[:1].title()) + title[1:]


@cache
def _rules_of_sound(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    pack = load(language)
    listed = pack.labels.get("cases", {}).get("tidy", ()) if pack else ()
    return tuple((re.compile(pattern), changed) for pattern, changed in listed)


def kind_name(event_type: str, mode: str | None, labels: Mapping[str, Any]) -> str:
    """The name of a type and mode in a language, in English where the language lacks it."""
    own = labels.get("types", {})
    english = load(DEFAULT)
    other = english.labels.get("types", {}) if english else {}
    known = ontology.load().get(event_type)
    keys = (f"{event_type}.{mode}", event_type) if mode else (event_type,)
    found = [table[key] for table in (own, other) for key in keys if key in table]
    return str(found[0]) if found else known.name if known else event_type


def _place_name(place: Place, language: str) -> str:
    return _bare(next(iter(place.names.get(language, ())), place.name))


def _bare(name: str) -> str:
    return _IN_BRACKETS.sub("", name) or name
