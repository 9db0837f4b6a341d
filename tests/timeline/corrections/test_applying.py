"""The person wins, and every operation ends in one state."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest

from geodata.gazetteer import Gazetteer
from tests.timeline.factories import ANKARA, MOVSES, TOVUZ, actors, article, by_id, mention, place, region, toll
from timeline.corrections import Corrected, apply, constraints
from timeline.corrections.reading import parse
from timeline.merge import merge
from timeline.model.article import Article
from timeline.model.correction import Correction
from timeline.model.event import Event
from timeline.model.mention import Mention

TEXT = "Shells fell near Tovuz on Sunday. Ministers met in Ankara later, and shells fell on Movses."
SHELLS, MET = "Shells fell near Tovuz on Sunday.", "Ministers met in Ankara later, and shells fell on Movses."
A = article("a", TEXT)
SHELLING = mention(A, quote=SHELLS, actors=actors("iso:AM>iso:AZ"), tolls=(toll(3),))
MEETING = mention(A, "2020-07-17", ANKARA, MET, type="CONSULT", mode="meeting", trigger=TEXT.index("met"))
SECOND = mention(A, "2020-07-17", MOVSES, MET, trigger=TEXT.index("fell on"))
MENTIONS = [SHELLING, MEETING, SECOND]
REGION = region()
GAZETTEER = Gazetteer.open(REGION)


def corrected(
    *lines: Mapping[str, object], mentions: Sequence[Mention] = MENTIONS, articles: Sequence[Article] = (A,)
) -> Corrected:
    found: list[Correction] = []
    for line in lines:
        found.append(parse(json.dumps(line), "corrections.jsonl:1", [one.op_id for one in found]))
    bound = constraints(found, mentions, by_id(*articles))
    events = merge(mentions, by_id(*articles), region=REGION, constraints=bound)
    return apply(events, found, by_id(*articles), GAZETTEER)


def states(found: Corrected) -> list[str]:
    return [outcome.state for outcome in found.outcomes]


def resting_on(found: Corrected, told: Mention) -> Event:
    return next(event for event in found.events if told in event.mentions)


def fix(field: str, new: object, quote: str = SHELLS, **more: object) -> dict[str, object]:
    return {"op": "fix", "quote": quote, "field": field, "new": new, **more}


def test_a_date_is_fixed() -> None:
    found = corrected(fix("when", "2020-07-13"))
    event = resting_on(found, SHELLING)
    assert event.when is not None
    assert (event.when.edtf(), states(found)) == ("2020-07-13", ["applied"])
    assert event.corrections == (found.outcomes[0].op_id,)
    assert found.outcomes[0].event_ids == (event.id,)


def test_a_place_is_fixed_and_the_titles_follow() -> None:
    event = resting_on(corrected(fix("place", "Ankara")), SHELLING)
    assert event.where is not None
    assert (event.where.place.id, event.where.where_prec) == ("region:ankara", 1)
    assert event.titles["en"] == "Artillery attack in Ankara"
    assert event.titles["ar"] == "قصف مدفعي في أنقرة"


def test_a_type_a_status_and_a_title_are_fixed() -> None:
    found = corrected(
        fix("type", "ASSAULT.drone"), fix("status", "ongoing"), fix("title", {"en": "A drone over Tovuz"})
    )
    event = resting_on(found, SHELLING)
    assert (event.type, event.mode, event.status) == ("ASSAULT", "drone", "ongoing")
    assert event.titles["en"] == "A drone over Tovuz"
    assert "مسيّرة" in event.titles["ar"]


def test_a_title_for_all_languages_stays_when_the_place_is_fixed_later() -> None:
    event = resting_on(corrected(fix("title", "Tovuz"), fix("place", "Ankara")), SHELLING)
    assert set(event.titles.values()) == {"Tovuz"}


def test_the_last_word_counts() -> None:
    event = resting_on(corrected(fix("when", "2020-07-13"), fix("when", "2020-07-14")), SHELLING)
    assert event.when is not None
    assert event.when.edtf() == "2020-07-14"


@pytest.mark.parametrize(
    ("line", "state", "note"),
    [
        (fix("when", "2020-07-12"), "agreed", ""),
        (fix("when", "2020-07-13", old="2020-07-12"), "applied", ""),
        (fix("when", "2020-07-13", old="2020-07-11"), "conflict", "now says 2020-07-12"),
        (fix("place", "Tovuz"), "agreed", ""),
        (fix("place", "Movses", old="Tovuz"), "applied", ""),
        (fix("place", "Atlantis xyz"), "orphan", "no place Atlantis"),
        (fix("when", "2020", quote="Words that stand nowhere."), "orphan", "no article has the quoted words"),
        (
            fix("when", "2020", event_id="enowhere", quote="Words that stand nowhere."),
            "orphan",
            "there is no event enowhere",
        ),
        (fix("place", "Tovuz", quote=MET), "orphan", "fits 2 events"),
        (fix("when", "2020-07-18", quote=MET), "applied", ""),
        (fix("place", "Tovuz", quote="Ministers met in Ankara"), "applied", ""),
        (fix("place", "Tovuz", quote=MET, old="Movses"), "applied", ""),
        ({"op": "hide", "quote": SHELLS}, "applied", ""),
        ({"op": "confirm", "quote": SHELLS}, "applied", ""),
        ({"op": "undo", "new": "never-said"}, "orphan", "never-said"),
    ],
)
def test_every_operation_ends_in_one_state(line: dict[str, object], state: str, note: str) -> None:
    [outcome] = corrected(line).outcomes
    assert outcome.state == state
    assert note in outcome.note


def test_an_orphan_changes_nothing() -> None:
    plain = corrected()
    assert corrected(fix("place", "Tovuz", quote=MET)).events == plain.events


def test_a_quote_on_which_no_event_rests_is_an_orphan_that_says_where_it_stands() -> None:
    [outcome] = corrected(fix("when", "2020"), mentions=[MEETING]).outcomes
    assert (outcome.state, outcome.note) == ("orphan", "the words stand in a, but no event rests on them")


def test_a_hidden_event_is_gone_and_the_others_stay() -> None:
    found = corrected({"op": "hide", "quote": SHELLS})
    assert [event.mentions for event in found.events] == [(SECOND,), (MEETING,)]


def test_a_confirmed_event_is_reviewed() -> None:
    assert resting_on(corrected({"op": "confirm", "quote": SHELLS}), SHELLING).reviewed
    assert not resting_on(corrected(), SHELLING).reviewed


def test_redaction_leaves_no_text_no_name_and_no_position() -> None:
    found = corrected({"op": "redact", "quote": SHELLS})
    [event] = [one for one in found.events if not one.mentions]
    assert "Tovuz" not in repr(event)
    assert "Shells" not in repr(event)
    assert (event.where, event.actors, event.claims, event.tolls) == (None, (), (), ())
    [(name, spans)] = found.redacted.items()
    assert [TEXT[span.start : span.end] for span in spans] == [SHELLS]
    assert name == "a"
    assert found.redacts(SHELLING)
    assert not found.redacts(MEETING)


def test_what_is_undone_does_not_hold_and_holds_when_said_again() -> None:
    hide = {"op": "hide", "quote": SHELLS}
    once = parse(json.dumps(hide), "").op_id
    assert len(corrected(hide, {"op": "undo", "new": once}).events) == 3
    assert len(corrected(hide, {"op": "undo", "new": once}, hide).events) == 2


def test_merge_and_split_bind_merging_and_say_whether_they_did() -> None:
    anchors = [{"quote": SHELLS}, {"quote": "shells fell on Movses"}]
    found = corrected({"op": "merge", "anchors": anchors})
    assert states(found) == ["applied"]
    assert resting_on(found, SHELLING) is resting_on(found, SECOND)
    other = article("b", "Shelling of Tovuz went on.")
    twin = mention(other)
    joined, parted = (
        corrected(*lines, mentions=[SHELLING, twin], articles=[A, other])
        for lines in ([], [{"op": "split", "anchors": [{"quote": SHELLS}, {"quote": other.text}]}])
    )
    assert (len(joined.events), len(parted.events), states(parted)) == (1, 2, ["applied"])


def test_a_merge_whose_quotes_are_lost_is_an_orphan() -> None:
    found = corrected({"op": "merge", "anchors": [{"quote": SHELLS}, {"quote": "Lost words."}]})
    assert states(found) == ["orphan"]


@pytest.mark.parametrize(
    ("why", "now"),
    [
        ("text was added", article("a", f"A new first paragraph.\n\n{TEXT}")),
        ("the file was renamed", article("renamed", TEXT)),
        ("marks and spaces were edited", article("a", TEXT.replace("Shells fell near Tovuz on Sunday.", "Shells fell near  Tovuz, on Sunday!"))),
    ],
)  # fmt: skip
def test_a_corrected_date_stays_corrected_when_the_article_changes(why: str, now: Article) -> None:
    sentence = now.text[now.text.index("Shells") : now.text.index("Ministers")].rstrip()
    told = mention(now, quote=sentence)
    found = corrected(fix("when", "2020-07-13", article="a"), mentions=[told], articles=[now])
    event = resting_on(found, told)
    assert event.when is not None
    assert event.when.edtf() == "2020-07-13", why


def test_a_corrected_place_stays_corrected_under_better_rules_and_other_merging() -> None:
    other = article("b", "Shelling of Tovuz went on.")
    better = mention(A, where=place("Tovuz town", 41.0, 45.62, kind="city"), quote=SHELLS, mode="battle")
    found = corrected(fix("place", "Ankara", old="Tovuz"), mentions=[better, mention(other)], articles=[A, other])
    event = resting_on(found, better)
    assert event.where is not None
    assert (event.where.place.name, states(found)) == ("Ankara", ["conflict"])


def test_an_id_alone_finds_its_event_through_redirects() -> None:
    events = merge(MENTIONS, by_id(A), region=REGION)
    hide = parse(json.dumps({"op": "hide", "event_id": "eold"}), "")
    found = apply(events, [hide], by_id(A), GAZETTEER, redirects={"eold": events[0].id})
    assert len(found.events) == 2


def test_the_place_of_the_whole_is_still_that_of_the_machine_without_corrections() -> None:
    event = resting_on(corrected(), SHELLING)
    assert event.where is not None
    assert event.where.place == TOVUZ
