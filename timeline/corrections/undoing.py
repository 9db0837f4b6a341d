"""Which corrections still stand."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.correction import Correction


def undone(corrections: Sequence[Correction]) -> dict[str, str]:
    """For each operation that was taken back, the operation that did so; taking that back restores the first."""
    found: dict[str, str] = {}
    for correction in reversed(corrections):
        if correction.op == "undo" and correction.op_id not in found:
            found[str(correction.new)] = correction.op_id
    return found


def standing(corrections: Sequence[Correction]) -> list[Correction]:
    """Corrections that nobody took back, those that take back left out."""
    gone = undone(corrections)
    return [one for one in corrections if one.op_id not in gone and one.op != "undo"]
