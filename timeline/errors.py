"""Errors of Chronotope: each says what happened, where, and what to do about it."""

from __future__ import annotations


class TimelineError(Exception):
    """A fault that a user can understand and mend.

    Parameters
    ----------
    what : what is wrong, one sentence without a full stop.
    where : the file, line or option concerned.
    remedy : what the user can do about it.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        parts = [f"{where}: {what}" if where else what, remedy]
        super().__init__(". ".join(part for part in parts if part))


class ReadError(TimelineError):
    """An input file can't be read; the others are."""


class ConfigError(TimelineError):
    """An option or a line of ``site.toml`` is wrong."""


class PackError(TimelineError):
    """A language pack, an event type or another folder of rules is faulty."""


class CorrectionError(TimelineError):
    """A line of ``corrections.jsonl`` can't be understood."""


class BuildError(TimelineError):
    """The site can't be written; the one that stands is left as it was."""


class RegistryError(TimelineError):
    """``registry.jsonl`` is damaged; without it, links that were shared would break."""
