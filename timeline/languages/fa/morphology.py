"""Word forms of place names in Persian, from the affixes in ``names.toml``."""

from __future__ import annotations

from geodata.affixes import Affixes

MORPHOLOGY = Affixes(__name__)
