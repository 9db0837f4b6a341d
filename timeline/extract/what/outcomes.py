"""What came of a happening, which is no happening of its own beside it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.view import Sentence
from timeline.model.mention import TOLD_AS_FACT, Mention

_DEADLY = frozenset({"ASSAULT", "OTHER", "PROTEST"})
_DISPERSAL = ("COERCE", "restrict")
"""Type and mode of what the police does to a crowd, where people are hurt, too."""


def without_consequences(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without deaths and wounds that another mention of the sentence, at that time or place, caused.

    A bomb that explodes is one happening, too: an accident beside an attack, then and there, is none.
    """
    consequences = {trigger.rule.id for trigger in sentence.triggers if trigger.rule.consequence}
    deadly = [m for m in mentions if m.type in _DEADLY or (m.type, m.mode) == _DISPERSAL]
    causes = [m for m in deadly if m.provenance["type"] not in consequences]
    attacks = [(m.when, m.where) for m in causes if m.type == "ASSAULT" and m.status in TOLD_AS_FACT]
    return [
        mention
        for mention in mentions
        if not (mention.mode == "accident" and (mention.when, mention.where) in attacks)
        and (
            mention.provenance["type"] not in consequences
            or not any(cause.when == mention.when or cause.where == mention.where for cause in causes)
        )
    ]
