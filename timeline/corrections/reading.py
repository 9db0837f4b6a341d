"""Lines of ``corrections.jsonl``, each checked by itself: a bad one is named with its remedy, the others hold."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from timeline.corrections import values
from timeline.errors import CorrectionError, TimelineError
from timeline.model.correction import Anchor, Correction

FIELDS = ("when", "place", "type", "status", "title")
"""What ``fix`` can set."""
NOW = ("fix", "confirm", "hide", "redact", "merge", "split", "undo")
LATER = ("add", "pin")
_ANCHOR = ("article", "sha256", "url", "quote", "prefix", "suffix")
_KNOWN = frozenset({"op_id", "op", "time", "by", "event_id", "anchors", "field", "old", "new", "reason", *_ANCHOR})
_PRIVATE = frozenset({"op_id", "time", "by", "reason"})
"""What doesn't enter the id that is made for a line without one."""
_SEVERAL = 2


def load(path: Path, *, on_fault: Callable[[CorrectionError], None] | None = None) -> tuple[Correction, ...]:
    """Read a file of corrections; one that does not exist holds none.

    Parameters
    ----------
    path : JSON Lines in UTF-8.
    on_fault : told of each line that can't be understood, while the others are used; without it the first one stops
        the reading.

    Raises
    ------
    CorrectionError : a line can't be understood and nobody is told of it.
    """
    if not path.exists():
        return ()
    found: dict[str, Correction] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            correction = parse(line, where=f"{path.name}:{number}", taken=found.keys())
        except CorrectionError as fault:
            if on_fault is None:
                raise
            on_fault(fault)
        else:
            found[correction.op_id] = correction
    return tuple(found.values())


def parse(line: str, where: str, taken: Collection[str] = ()) -> Correction:
    """One line as a correction.

    Parameters
    ----------
    line : a JSON object.
    where : file and line, for messages.
    taken : ids of the operations before it.

    Raises
    ------
    CorrectionError : it can't be understood; the message names the line and what to write instead.
    """
    told = _object(line, where)
    _check(told, where)
    kept = {
        name: told[name] for name in ("op", "time", "by", "event_id", "field", "old", "new", "reason") if name in told
    }
    return Correction(op_id=_op_id(told, where, taken), anchors=_anchors(told, where), **kept)


def _object(line: str, where: str) -> Mapping[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        remedy = 'Write one object a line, such as {"op": "hide", "quote": "…"}'
        raise CorrectionError(f"not JSON: {error}", where=where, remedy=remedy) from error
    if not isinstance(told, dict):
        raise CorrectionError("not an object", where=where, remedy='Write {"op": …} on one line')
    return told


def _check(told: Mapping[str, Any], where: str) -> None:
    faults = (check(told) for check in (_unknown_keys, _unknown_op, _no_target, _bad_fix, _few_anchors, _bad_undo))
    fault = next((found for found in faults if found), None)
    if fault:
        raise CorrectionError(fault[0], where=where, remedy=fault[1])


Fault = tuple[str, str] | None
"""What is wrong, and the remedy."""


def _unknown_keys(told: Mapping[str, Any]) -> Fault:
    unknown = sorted(told.keys() - _KNOWN)
    return (f"unknown key {unknown[0]}", f"Known keys are {', '.join(sorted(_KNOWN))}") if unknown else None


def _unknown_op(told: Mapping[str, Any]) -> Fault:
    op = told.get("op")
    if op in LATER:
        return f"op {op} comes later", f"Take the line out for now; what can be done is {', '.join(NOW)}"
    return None if op in NOW else (f"no op {op}", f"Write one of {', '.join(NOW)}")


def _no_target(told: Mapping[str, Any]) -> Fault:
    if told["op"] == "undo" or told.get("event_id") or told.get("quote") or told.get("anchors"):
        return None
    return "no event is meant", 'Give "quote" (words of the sentence that the event rests on), or "event_id"'


def _bad_fix(told: Mapping[str, Any]) -> Fault:
    if told["op"] != "fix":
        return None
    if told.get("field") not in FIELDS:
        return f"no field {told.get('field')}", f"Write one of {', '.join(FIELDS)}"
    if "new" not in told:
        return "no new value", 'Give "new"'
    try:
        values.check(told["field"], told["new"])
        if told.get("old") is not None:
            values.check(told["field"], told["old"])
    except TimelineError as error:
        return error.what, error.remedy
    return None


def _few_anchors(told: Mapping[str, Any]) -> Fault:
    if told["op"] in ("merge", "split") and len(told.get("anchors") or ()) < _SEVERAL:
        return f"{told['op']} needs two anchors", 'Give "anchors": [{"quote": "…"}, {"quote": "…"}]'
    return None


def _bad_undo(told: Mapping[str, Any]) -> Fault:
    if told["op"] == "undo" and not isinstance(told.get("new"), str):
        return "undo names nothing", 'Give in "new" the op_id of the line that no longer holds'
    return None


def _anchors(told: Mapping[str, Any], where: str) -> tuple[Anchor, ...]:
    listed = list(told.get("anchors") or ())
    own = {name: told[name] for name in _ANCHOR if name in told}
    try:
        return tuple(Anchor(**one) for one in ([own] if own else []) + listed)
    except TypeError as error:
        raise CorrectionError("a faulty anchor", where=where, remedy=f"Its keys are {', '.join(_ANCHOR)}") from error


def _op_id(told: Mapping[str, Any], where: str, taken: Collection[str]) -> str:
    """The given id, or one made of what the line says; said again after it was undone, it is another operation."""
    if given := told.get("op_id"):
        if given in taken:
            raise CorrectionError(f"op_id {given} stands on an earlier line", where=where, remedy="Leave op_id out")
        return str(given)
    plain = json.dumps({key: told[key] for key in sorted(told.keys() - _PRIVATE)}, ensure_ascii=False)
    made = f"c{base64.b32encode(hashlib.sha256(plain.encode()).digest()).decode().lower()[:10]}"
    return next(name for name in (made, *(f"{made}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)
