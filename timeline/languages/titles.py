"""A short, neutral title of an event in every interface language, made from its structure.

No title names a party: who struck first is a claim. A language that lacks a label or a place's name shows the English
label or the gazetteer's main name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from geodata.model import Place, PlaceMatch
from timeline import ontology
from timeline.languages import LanguagePack, available, load
from timeline.model.event import Event

DEFAULT = "en"
_BY_PRECISION = {1: "in", 2: "near", 3: "in", 4: "in", 5: "around", 6: "in", 7: "in"}
"""Template for each ``where_prec``: what is estimated is told as such."""
_BY_PLACE = {"line": "along"}
_BY_KIND: Mapping[tuple[str, str | None], str] = {("CONSULT", "visit"): "to"}
"""Template for what is done not in a place but to it, where a language tells that apart."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
"""What a gazetteer adds to tell namesakes apart: "Khoy (Iran)"."""


def titles(event: Event) -> dict[str, str]:
    """Titles by language code, one for every language whose labels have templates of titles."""
    return {pack.code: _title(event, pack) for pack in _packs()}


@cache
def _packs() -> tuple[LanguagePack, ...]:
    """Packs that can make titles, looked up once: a build makes many thousand."""
    packs = (load(code) for code in available())
    return tuple(pack for pack in packs if pack and "titles" in pack.labels)


def _title(event: Event, pack: LanguagePack) -> str:
    templates = pack.labels["titles"]
    title = kind_name(event.type, event.mode, pack.labels)
    if event.where is not None:
        title = _template(event, event.where, templates).format(
            what=title, place=_place_name(event.where.place, pack.code)
        )
    since = event.when if event.kind == "state" else None
    return templates["since"].format(title=title, year=since.start.year) if since else title


def kind_name(event_type: str, mode: str | None, labels: Mapping[str, Any]) -> str:
    """The name of a type and mode in a language, in English where the language lacks it."""
    own = labels.get("types", {})
    english = load(DEFAULT)
    other = english.labels.get("types", {}) if english else {}
    known = ontology.load().get(event_type)
    keys = (f"{event_type}.{mode}", event_type) if mode else (event_type,)
    found = [table[key] for table in (own, other) for key in keys if key in table]
    return str(found[0]) if found else known.name if known else event_type


def _template(event: Event, where: PlaceMatch, templates: Mapping[str, str]) -> str:
    usual = _BY_PRECISION[where.where_prec]
    special = _BY_PLACE.get(where.place.kind) or (_BY_KIND.get((event.type, event.mode)) if usual == "in" else None)
    return templates.get(special or usual, templates[usual])


def _place_name(place: Place, language: str) -> str:
    name = next(iter(place.names.get(language, ())), place.name)
    return _IN_BRACKETS.sub("", name) or name
