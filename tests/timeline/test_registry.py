"""Ids last: through new, changed, renamed and removed articles, better rules, merging and parting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.factories import AGDAM_VILLAGE, MOVSES, TOVUZ, article, by_id, mention
from timeline.errors import RegistryError
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.registry import Registry

TEXT = "Shells fell on Sunday. Ministers met on Monday. A truce was signed on Tuesday."
SHELLS, MET, TRUCE = "Shells fell on Sunday.", "Ministers met on Monday.", "A truce was signed on Tuesday."
A, B = article("a", TEXT), article("b", "On Sunday shells fell in the district.")


def event(*mentions: Mention) -> Event:
    return Event(id="provisional", type=mentions[0].type, mode=mentions[0].mode, mentions=mentions)


def ids(registry: Registry, events: Sequence[Event], *articles: Article) -> list[str]:
    return [one.id for one in registry.assign(events, by_id(*(articles or (A, B))))]


def shells(of: Article = A, **values: object) -> Mention:
    return mention(of, quote=SHELLS if SHELLS in of.text else None, **values)  # type: ignore[arg-type]


MEETING = event(mention(A, quote=MET, type="CONSULT", mode="meeting"))


def test_an_id_is_an_e_and_ten_small_letters_or_digits() -> None:
    [name] = ids(Registry(), [event(shells())])
    assert re.fullmatch("e[a-z2-7]{10}", name)


def test_an_id_knows_no_date_type_or_place() -> None:
    plain = ids(Registry(), [event(shells())])
    assert ids(Registry(), [event(shells(when="2021-01-01", type="PROTEST", where=MOVSES))]) == plain


def test_events_of_one_sentence_have_different_ids_in_any_order() -> None:
    both = [event(shells(where=TOVUZ)), event(shells(where=MOVSES))]
    first = ids(Registry(), both)
    assert len(set(first)) == 2
    assert ids(Registry(), both[::-1]) == first[::-1]


@pytest.mark.parametrize(
    ("why", "later", "articles"),
    [
        ("another article tells it too", event(shells(), mention(B)), (A, B)),
        ("better rules give another day", event(shells(when="2020-07-13")), (A, B)),
        ("better rules give another place", event(shells(where=AGDAM_VILLAGE)), (A, B)),
        ("better rules give another type", event(shells(type="PROTEST", mode=None)), (A, B)),
        ("text was added before it", event(mention(article("a", f"BAKU. {TEXT}"), quote=SHELLS)), (article("a", f"BAKU. {TEXT}"),)),
        ("its sentence was edited", event(mention(article("a", "Many shells fell, officials said."))), (article("a", "Many shells fell, officials said."),)),
        ("its punctuation was edited", event(mention(article("a", "Shells fell on Sunday!"))), (article("a", "Shells fell on Sunday!"),)),
        ("its file was renamed", event(shells(article("renamed", TEXT))), (article("renamed", TEXT),)),
    ],
)  # fmt: skip
def test_an_unchanged_happening_keeps_its_id(why: str, later: Event, articles: tuple[Article, ...]) -> None:
    registry = Registry()
    [before] = ids(registry, [event(shells())])
    assert ids(registry, [later], *articles) == [before], why


def test_the_id_stays_when_the_article_that_gave_it_is_removed() -> None:
    registry = Registry()
    [before] = ids(registry, [event(shells(), mention(B))])
    assert ids(registry, [event(mention(B))], B) == [before]


def test_merged_events_leave_a_redirect_and_get_their_ids_back_when_they_part() -> None:
    registry = Registry()
    first, second = ids(registry, [event(shells()), event(mention(B))])
    assert ids(registry, [event(shells(), mention(B))]) == [first]
    assert (registry.redirects, registry.resolve(second)) == ({second: first}, first)
    assert ids(registry, [event(shells()), event(mention(B))]) == [first, second]
    assert registry.redirects == {}


def test_a_redirect_leads_on_when_its_goal_is_merged_too() -> None:
    registry = Registry()
    third = mention(A, quote=TRUCE)
    one, two, three = ids(registry, [event(shells()), event(mention(B)), event(third)])
    ids(registry, [event(shells(), mention(B)), event(third)])
    [last] = ids(registry, [event(shells(), mention(B), third)])
    assert {registry.resolve(name) for name in (one, two, three)} == {last}


def test_what_no_article_tells_any_more_is_gone_and_comes_back_under_its_id() -> None:
    registry = Registry()
    shelling, meeting = ids(registry, [event(shells()), MEETING])
    ids(registry, [MEETING])
    assert registry.gone == (shelling,)
    assert ids(registry, [event(shells()), MEETING]) == [shelling, meeting]
    assert registry.gone == ()


def test_a_new_event_never_takes_an_id_that_was_given() -> None:
    registry = Registry()
    [before] = ids(registry, [event(shells(), mention(B))])
    parts = ids(registry, [event(shells()), event(mention(B))])
    assert before in parts
    assert len(set(parts)) == 2


def test_a_saved_registry_is_read_as_it_was_and_saved_to_the_same_bytes(tmp_path: Path) -> None:
    registry, path = Registry(), tmp_path / "registry.jsonl"
    before = ids(registry, [event(shells()), MEETING])
    registry.save(path)
    saved = path.read_bytes()
    again = Registry.load(path)
    assert ids(again, [event(shells()), MEETING]) == before
    again.save(path)
    assert path.read_bytes() == saved
    assert [file.name for file in tmp_path.iterdir()] == ["registry.jsonl"]
    assert "Shells" not in saved.decode()


def test_where_the_registry_can_not_be_put_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "registry.jsonl").mkdir()
    with pytest.raises(OSError, match="registry"):
        Registry().save(tmp_path / "registry.jsonl")
    assert [file.name for file in tmp_path.iterdir()] == ["registry.jsonl"]


def test_a_registry_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert Registry.load(tmp_path / "registry.jsonl").redirects == {}


@pytest.mark.parametrize("damage", ["", '{"chronotope registry": 99}\n', '{"chronotope registry": 1}\n{"id": "e1"}\n', '{"chronotope registry": 1}\nnot JSON\n'])  # fmt: skip
def test_a_damaged_registry_stops_the_build_and_says_what_to_do(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "registry.jsonl"
    path.write_text(damage, encoding="utf-8")
    with pytest.raises(RegistryError, match=r"registry\.jsonl.*Restore"):
        Registry.load(path)


SENTENCES = [SHELLS, MET, TRUCE]
PIECES = st.builds(
    mention,
    of=st.just(A),
    quote=st.sampled_from(SENTENCES),
    where=st.sampled_from([TOVUZ, MOVSES, AGDAM_VILLAGE, None]),
    when=st.sampled_from(["2020-07-12", "2020-07", None]),
)
GROUPS = st.lists(st.lists(PIECES, min_size=1, max_size=3), max_size=5)


@st.composite
def partitions(draw: st.DrawFn) -> list[Event]:
    """Events of which no mention is in two."""
    seen: set[str] = set()
    found = []
    for group in draw(GROUPS):
        fresh = {one.id: one for one in group if one.id not in seen}
        seen |= fresh.keys()
        found += [event(*fresh.values())] if fresh else []
    return found


@settings(max_examples=80, deadline=None)
@given(first=partitions(), second=partitions())
def test_ids_are_unique_stable_and_the_same_in_every_run(first: list[Event], second: list[Event]) -> None:
    registry, twin = Registry(), Registry()
    for events in (first, second):
        given_ids = ids(registry, events)
        assert len(set(given_ids)) == len(events)
        assert ids(registry, events) == given_ids
        assert ids(twin, events) == given_ids
        assert ids(twin, events[::-1]) == given_ids[::-1]


@settings(max_examples=80, deadline=None)
@given(first=partitions(), second=partitions())
def test_no_id_is_ever_lost(first: list[Event], second: list[Event]) -> None:
    registry = Registry()
    old = ids(registry, first)
    new = ids(registry, second)
    for name in old:
        assert registry.resolve(name) in {*new, *registry.gone}
