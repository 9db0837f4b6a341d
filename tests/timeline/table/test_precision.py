"""No event of the frame, of its exports or of the map is a bare dot unless its place is known exactly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodata.precision import acled
from tests.timeline.factories import AZERBAIJAN, JULY, KARABAKH, TOVUZ, article, by_id, match, mention, region
from timeline.config import Ground
from timeline.merge import merge
from timeline.readers import read_all
from timeline.site.columns import _position as position_on_the_map
from timeline.table import to_frame
from timeline.understand import knowledge, understand

if TYPE_CHECKING:
    import geopandas as gpd

SAMPLES = Path(__file__).parents[3] / "articles"
GROUND = Ground(region="caucasus")


@pytest.fixture(scope="module")
def frame() -> gpd.GeoDataFrame:
    """The events of the sample articles."""
    understood = [understand(raw, ground=GROUND, option=None) for raw in read_all([SAMPLES])]
    articles = {one.article.id: one.article for one in understood}
    told = [mention for one in understood if one.extraction for mention in one.extraction.mentions]
    return to_frame(merge(told, articles, region=knowledge(GROUND).region), articles)


def test_what_is_no_exact_point_has_a_radius(frame: gpd.GeoDataFrame) -> None:
    placed = frame[frame["where_prec"].notna()]
    wide = placed[placed["where_prec"] >= 2]
    assert len(wide) > 0
    assert (wide["radius_km"] >= 1).all()


def test_a_district_a_line_and_a_country_are_drawn_with_their_radius(frame: gpd.GeoDataFrame) -> None:
    wide = frame[frame["place_kind"].isin(["district", "admin1", "region", "country", "line", "water"])]
    assert len(wide) > 0
    for row in wide.to_dict("records"):
        _, _, code, radius = position_on_the_map(row)
        assert code >= 3
        assert radius >= 10


def test_acled_codes_stand_beside_those_of_ucdp(frame: gpd.GeoDataFrame) -> None:
    placed = frame[frame["where_prec"].notna()]
    expected = [acled(int(code)) for code in placed["where_prec"]]
    assert placed["geo_precision"].isna().tolist() == [code is None for code in expected]
    assert placed["geo_precision"].dropna().tolist() == [code for code in expected if code is not None]


@pytest.mark.parametrize(("place", "expected"), [(TOVUZ, 2), (KARABAKH, 3), (AZERBAIJAN, None)])
def test_the_code_of_a_district_a_region_and_a_country(place: object, expected: int | None) -> None:
    told = article("a", "Artillery shelled positions in the Tovuz district on Sunday.")
    found = to_frame(merge([mention(told, where=match(place))], by_id(told), region=region([JULY])), by_id(told))
    assert found["geo_precision"].dropna().tolist() == ([expected] if expected else [])
