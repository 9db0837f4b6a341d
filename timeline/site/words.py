"""The page's words: interface strings, event types and groups in each language, from the language packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.errors import PackError
from timeline.languages import load

SHOWN = ("interface", "groups", "types")
"""Tables of ``labels.toml`` that the page uses."""
PAPERS = ("about", "report", "source")
"""Tables of ``papers.toml``: words of the pages that are read, which need no script."""
FALLBACK = "en"


def tables(languages: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The tables of each language that has an interface, English always among them.

    Raises
    ------
    PackError : there is no English, or a language has no interface strings.
    """
    found = {}
    for code in dict.fromkeys((*languages, FALLBACK)):
        pack = load(code)
        if pack is None or not pack.labels.get("interface"):
            raise PackError(
                "no interface strings", where=f"languages/{code}/labels.toml", remedy="Name another language"
            )
        found[code] = {name: _plain(pack.labels.get(name, {})) for name in SHOWN}
    return found


def fallbacks(found: Mapping[str, Mapping[str, Any]], code: str, table: str = "interface") -> dict[str, str]:
    """The words of one table in ``code``, with English where it has none."""
    return {**found[FALLBACK][table], **found[code][table]}


def papers(languages: Iterable[str]) -> dict[str, dict[str, dict[str, str]]]:
    """The words of the pages that are read, by language, English always among them."""
    packs = {code: load(code) for code in dict.fromkeys((*languages, FALLBACK))}
    return {
        code: {name: _plain(pack.papers.get(name, {}) if pack else {}) for name in PAPERS}
        for code, pack in packs.items()
    }


def about(found: Mapping[str, Mapping[str, Any]], code: str) -> list[tuple[str, str, str, str]]:
    """Keys, heads, texts and languages of the page on methods, in the order of the English ones."""
    heads = [key for key in found[FALLBACK]["about"] if f"{key}_text" in found[FALLBACK]["about"]]
    spoken = {key: code if f"{key}_text" in found[code]["about"] else FALLBACK for key in heads}
    told = {key: found[language]["about"] for key, language in spoken.items()}
    return [(key, told[key][key], told[key][f"{key}_text"], spoken[key]) for key in heads]


def _plain(table: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}
