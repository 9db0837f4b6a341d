"""Errors of the geographic layer: what happened, where, and what to do about it."""

from __future__ import annotations


class GeodataError(Exception):
    """A fault in geographic data or its use.

    Parameters
    ----------
    what : what is wrong, one sentence without a full stop.
    where : the file, row or name concerned.
    remedy : what the user can do about it.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        parts = [f"{where}: {what}" if where else what, remedy]
        super().__init__(". ".join(part for part in parts if part))


class RegionError(GeodataError):
    """A region folder is missing, incomplete or contradicts itself."""


class GazetteerError(GeodataError):
    """The compiled gazetteer is missing, damaged or of another version."""
