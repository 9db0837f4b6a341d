"""Events as a table: every column says what it means, and nothing is lost on the way there and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import geopandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.factories import (
    ANKARA,
    JULY,
    KARABAKH,
    TOVUZ,
    actors,
    article,
    by_id,
    days,
    mention,
    region,
    said,
    toll,
)
from timeline.merge import merge
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.ontology import groups
from timeline.table import COLUMNS, from_frame, to_frame

QUOTE = "Shells fell near Tovuz on Sunday."
LONG = f"{'Before. ' * 30}{QUOTE}{' After.' * 30}"
A, B = article("a", LONG, origin="Demo Wire"), article("b", "سقطت قذائف قرب توفوز.", language="ar", origin="Demo Wire")
ARTICLES = by_id(A, B)
FULL = mention(
    A, quote=QUOTE, actors=actors("iso:AM>iso:AZ"), attribution=said("the ministry", actor_id="az-mod"),
    tolls=(toll(3, as_of=date(2020, 7, 13), cumulative=True), toll(None, words="dozens")), provenance={"time": "“Sunday”", "place": "only Tovuz"},
)  # fmt: skip
TRANSLATED = mention(B, attribution=said("الوزارة", actor_id="az-mod"))
STATE = mention(A, days("1992", open_end=True), KARABAKH, kind="state", mode="seize")
BARE = mention(A, None, None, type="CONSULT", mode=None)


def events(*mentions: Mention) -> tuple[Event, ...]:
    return merge(mentions, ARTICLES, region=region([JULY]))


def test_the_frame_has_exactly_the_columns_told_each_with_a_meaning() -> None:
    frame = to_frame(events(FULL), ARTICLES)
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert {column.name: column.dtype for column in COLUMNS} == {name: str(kind) for name, kind in frame.dtypes.items()}
    assert all(column.meaning for column in COLUMNS)
    assert frame.crs is not None
    assert frame.crs.to_epsg() == 4326


@pytest.mark.parametrize("found", [(), (FULL,), (BARE,), (FULL, BARE, STATE)])
def test_rows_are_as_many_as_events(found: Sequence[Mention]) -> None:
    told = events(*found)
    frame = to_frame(told, ARTICLES)
    assert isinstance(frame, geopandas.GeoDataFrame)
    assert frame["event_id"].to_list() == [event.id for event in told]


def test_a_row_says_what_the_event_says() -> None:
    [row] = to_frame(events(FULL, TRANSLATED), ARTICLES).to_dict("records")
    assert (row["start"], row["end"], row["precision"], row["date_prec"], row["edtf"]) == (
        "2020-07-12",
        "2020-07-12",
        "day",
        1,
        "2020-07-12",
    )
    assert (row["place_id"], row["place_name"], row["where_prec"], row["country"]) == ("region:tovuz", "Tovuz", 3, "AZ")
    assert (row["geometry"].x, row["geometry"].y) == (TOVUZ.lon, TOVUZ.lat) == (row["lon"], row["lat"])
    assert (row["group"], row["titles"]["en"]) == ("strike", "Artillery attack in Tovuz")
    assert (row["reason_time"], row["reason_place"]) == ("“Sunday”", "only Tovuz")
    assert (row["origins"], row["articles"], row["episode"]) == (["Demo Wire"], ["a", "b"], "July 2020 clashes")
    assert [(one["low"], one["words"], one["as_of"]) for one in row["tolls"]] == [
        (3, "3", "2020-07-13"),
        (None, "dozens", "2020-07-13"),
    ]


def test_a_claim_shows_its_sentence_in_context_and_its_translations() -> None:
    [row] = to_frame(events(FULL, TRANSLATED), ARTICLES).to_dict("records")
    [claim] = row["claims"]
    assert (claim["quote"], claim["claimed_by"], claim["kind"], claim["language"]) == (
        QUOTE,
        "the ministry",
        "claimed",
        "en",
    )
    assert (len(claim["prefix"]), len(claim["suffix"])) == (80, 80)
    assert claim["prefix"] + claim["quote"] + claim["suffix"] in LONG
    assert [(one["article_id"], one["language"], one["quote"]) for one in claim["also"]] == [("b", "ar", B.text)]


def test_the_undated_and_the_unplaced_stay_empty() -> None:
    frame = to_frame(events(BARE), ARTICLES)
    [row] = frame.to_dict("records")
    assert [row[name] for name in ("start", "end", "edtf", "place_id", "geometry", "as_of", "mode")] == [None] * 7
    assert frame[["lat", "lon", "date_prec", "where_prec"]].isna().all().all()


def test_a_corrected_and_reviewed_state_says_so() -> None:
    [state] = events(STATE)
    [row] = to_frame([replace(state, reviewed=True, corrections=("c1",))], ARTICLES).to_dict("records")
    assert (row["kind"], row["open_end"], row["as_of"], row["reviewed"], row["corrections"]) == (
        "state",
        True,
        "2020-07-13",
        True,
        ["c1"],
    )


def test_a_redacted_event_keeps_its_row() -> None:
    [event] = events(FULL)
    bare = replace(event, where=None, actors=(), mentions=(), claims=(), tolls=(), titles={})
    assert from_frame(to_frame([bare], ARTICLES)) == (bare,)


def test_every_group_is_one_that_the_page_knows() -> None:
    assert set(to_frame(events(FULL, BARE, STATE), ARTICLES)["group"]) <= set(groups())


MENTIONS = st.builds(
    mention,
    of=st.sampled_from([A, B]),
    when=st.sampled_from(["2020-07-12", "2020-07", "1992", None]),
    where=st.sampled_from([TOVUZ, ANKARA, KARABAKH, None]),
    mode=st.sampled_from(["artillery", None]),
    kind=st.sampled_from(["event", "state"]),
    actors=st.sampled_from([actors("iso:AM>iso:AZ"), ()]),
    attribution=st.sampled_from(
        [said("publisher", "asserted"), said("the ministry", actor_id="az-mod"), said("a mayor")]
    ),
    tolls=st.sampled_from([(), (toll(3),), (toll(None, words="dozens", victims=None),)]),
    status=st.sampled_from(["happened", "disputed", "denied"]),
)


@settings(max_examples=60, deadline=None)
@given(told=st.lists(MENTIONS, max_size=6, unique_by=lambda one: one.id))
def test_events_come_back_from_the_table_as_they_went_in(told: list[Mention]) -> None:
    before = events(*told)
    assert from_frame(to_frame(before, ARTICLES)) == before
