"""Every trigger rule of every language matches its examples, and every phrase is well formed."""

from collections import Counter

import pytest

from geodata.model import Span
from timeline import languages
from timeline.extract.text.phrases import alternatives
from timeline.extract.text.tokens import Tokens, clitics
from timeline.extract.what import triggers

PACKS = [pack for code in languages.available() if (pack := languages.load(code)) and pack.triggers]
EXAMPLES = [
    pytest.param(pack.code, rule.id, example, id=f"{pack.code}-{rule.id}-{number}")
    for pack in PACKS
    for rule in triggers.rules(pack.triggers)
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("code", "rule_id", "example"), EXAMPLES)
def test_example_is_matched_by_its_rule(code: str, rule_id: str, example: str) -> None:
    pack = languages.load(code)
    assert pack is not None
    tokens = Tokens(example, Span(start=0, end=len(example)), clitics(pack.triggers))
    assert rule_id in {match.payload.id for match in triggers.matching(tokens, code)}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_rules_are_well_formed(pack: languages.LanguagePack) -> None:
    """Ids are unique, every rule has an example, no phrase stands in two rules."""
    found = triggers.rules(pack.triggers)
    ids = [rule.id for rule in found]
    assert len(set(ids)) == len(ids)
    assert [rule.id for rule in found if not rule.examples] == []
    phrases = [phrase for rule in found for written in rule.match for phrase in alternatives(written)]
    assert sorted(phrase for phrase, count in Counter(phrases).items() if count > 1) == []
