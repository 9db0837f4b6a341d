"""Word forms of names from a table of affixes: a form is undone only into what a gazetteer may know."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from geodata.fold import fold
from geodata.lazily import lazily

_SHORTEST = 3


class Affixes:
    """A language's morphology, read from the table ``[morphology]`` of its ``names.toml`` when first needed.

    ``prefixes`` maps what is put before a name to what it stands for ("لل" → "ال"); ``endings`` maps the ending of a
    name to those that take its place in other forms ("а" → "ы", "е", "у"); ``shortest`` is the least length of a name,
    and behind a prefix one letter less makes a first word of a longer one ("وأم درمان").

    Parameters
    ----------
    module : name of the language's module ``morphology``, beside which ``names.toml`` stands.
    """

    def __init__(self, module: str) -> None:
        self._package = module.rpartition(".")[0]

    @lazily
    def _table(self) -> Mapping[str, Any]:
        text = files(self._package).joinpath("names.toml").read_text(encoding="utf-8")
        found: Mapping[str, Any] = tomllib.loads(text).get("morphology", {})
        return found

    @lazily
    def _prefixes(self) -> Sequence[tuple[str, str]]:
        table = self._table.get("prefixes", {})
        return [(fold(prefix), fold(meant)) for prefix, meanings in table.items() for meant in meanings]

    @lazily
    def _endings(self) -> Mapping[str, Sequence[str]]:
        """Ending of a form → endings of the name."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, forms in self._table.get("endings", {}).items():
            for form in forms:
                found[fold(form)].append(fold(name))
        return found

    @lazily
    def _longest(self) -> int:
        return max(map(len, self._endings), default=0)

    @lazily
    def _shortest(self) -> int:
        return int(self._table.get("shortest", _SHORTEST))

    def bases(self, token: str) -> Iterator[str]:
        """Forms of a folded word without affixes, most likely first."""
        for prefix, meant in self._prefixes:
            if token.startswith(prefix) and len(token) - len(prefix) >= self._shortest - 1:
                yield meant + token[len(prefix) :]
        for length in range(min(self._longest, len(token)), -1, -1):  # long endings first: they are the surest
            stem = token[: len(token) - length]
            for replaced in self._endings.get(token[len(stem) :], ()):
                if len(stem) + len(replaced) >= self._shortest:
                    yield stem + replaced
