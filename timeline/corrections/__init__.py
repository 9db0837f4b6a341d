"""People's word over the machine's reading: an append-only file of operations, laid over events at every build.

A line of ``corrections.jsonl`` is one operation, such as
``{"op": "fix", "quote": "…", "field": "when", "new": "2020-07-12"}``. It holds on to the quoted sentence, not to an
event, so it survives changed articles, better rules and other merging.
"""

from __future__ import annotations

from timeline.corrections.applying import Corrected, Outcome, apply
from timeline.corrections.binding import constraints
from timeline.corrections.reading import load

__all__ = ["Corrected", "Outcome", "apply", "constraints", "load"]
