"""How much of an article tells of happenings: where little does, a sentence of no known kind is no news.

An agency's report of clashes tells of one in most of its sentences; a page of local news, sports and sales in a fifth.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.what.untyped import RULE
from timeline.model.mention import TOLD_AS_FACT, Mention

SHARE = 0.4
"""Share of its sentences that an article must tell of happenings in, before any of no known kind are told from it.

Of ordinary news in the corpora of places (every fourth text of LGL, all of TR-News) 34 sentences are told so instead of
96, most of those being sales, matches and weather; of our own gold none is lost (measured on 2026-11-23)."""
SHORT = 4
"""Sentences from which on a share says anything."""
_MOST = 3.0
"""Happenings a sentence that count."""
CROWDED = "happenings for each sentence of the article"
"""The doubt that grows with how much is told in how few sentences: not all of that is news."""


def of_news(mentions: Sequence[Mention], sentences: int) -> tuple[list[Mention], list[Mention]]:
    """Mentions of an article of so many sentences, and those of no known kind apart where it tells of little else."""
    telling = {one.sentence for one in mentions}
    if sentences < SHORT or len(telling) >= SHARE * sentences:
        return list(mentions), []
    known = [one for one in mentions if one.provenance["type"] != RULE.id]
    return known, [one for one in mentions if one.provenance["type"] == RULE.id]


def crowding(mentions: Sequence[Mention], sentences: int) -> float:
    """How many happenings an article of so many sentences tells as facts, for each of its sentences."""
    facts = sum(mention.status in TOLD_AS_FACT for mention in mentions)
    return round(min(_MOST, facts / max(1, sentences)), 2)
