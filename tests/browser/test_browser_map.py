"""The map draws areas as areas and disputed ones for the time shown; detail leads on; online layers ask first."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.timeline.site import demonstration
from timeline import rows as table_rows
from timeline.config import TileLayer
from timeline.site.build import build

pytestmark = pytest.mark.browser
TILES = TileLayer(name="Streets", url="https://tiles.example.org/{z}/{x}/{y}.png", attribution="<b>Streets</b>")
PLACES = {"Syunik": "ne:AM.syunik", "Azerbaijan": "iso:AZ"}
HAPPENING = ("Artillery attack near Tovuz", "Clashes near Berd", "Ministers meet in Ankara")


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose areas have outlines, whose disputed area has an end, with an online layer."""
    folder = tmp_path_factory.mktemp("mapped")
    rows = table_rows.rows(demonstration.frame())
    for row in rows:
        row["place_id"] = PLACES.get(row["place_name"], row["place_id"])
        row["episode"] = "july-2020" if row["titles"]["en"] in HAPPENING else None
    site = demonstration.site(folder / "region", frame=demonstration.frame(rows), tiles=(TILES,))
    borders = site.region.borders
    borders.write_text(
        borders.read_text(encoding="utf-8").replace('"valid_to":null', '"valid_to":"2005-06-30"'), encoding="utf-8"
    )
    build(site, folder / "site")
    return folder / "site" / "index.html"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()


def opened(context: BrowserContext, page: Path, state: str = "") -> tuple[Page, list[str]]:
    """The page, and the addresses elsewhere that it asked for in vain."""
    asked: list[str] = []

    def refuse(route: Any) -> None:
        asked.append(route.request.url)
        route.abort()

    context.route(lambda url: url.startswith("https:"), refuse)
    tab = context.new_page()
    tab.goto(f"{page.as_uri()}#{state}")
    tab.wait_for_selector("html[data-ready]")
    return tab, asked


def coloured(page: Page, lat: float, lon: float) -> int:
    """How strongly the events' canvas is covered at a place, 0 to 255."""
    return page.evaluate(
        """([lat, lon]) => {
          const { leaflet, layers } = Chronotope.map, { corner, ratio, world } = layers.events._frame;
          const x = Chronotope.areas.mercatorX(lon) * world - corner.x, y = Chronotope.areas.mercatorY(lat) * world - corner.y;
          return layers.events._canvas.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data[3];
        }""",
        [lat, lon],
    )


def choose(page: Page, title: str) -> None:
    page.locator("#list .item", has_text=title).click()
    expect(page.locator("#detail-title")).to_have_text(title)
    page.wait_for_timeout(100)


def test_an_area_fills_its_own_outline_once_it_is_chosen(context: BrowserContext, mapped: Path) -> None:
    page, _ = opened(context, mapped)
    north_west, beyond, armenia = (
        (40.95, 46.6),
        (39.0, 45.0),
        (40.5, 44.0),
    )  # Azerbaijan, the circle around it, its neighbour
    assert [coloured(page, *at) for at in (north_west, beyond, armenia)] == [0, 0, 0]
    choose(page, "Ceasefire agreed")
    assert coloured(page, *north_west) > 20
    assert coloured(page, *armenia) == 0
    page.click("#back")
    choose(page, "Aid sent to Syunik")
    assert coloured(page, *north_west) == 0
    assert coloured(page, 39.4, 46.1) > 20


def test_disputed_areas_are_those_of_the_time_shown(context: BrowserContext, mapped: Path) -> None:
    page, _ = opened(context, mapped)
    disputed = page.locator(".outline.disputed")
    expect(disputed).to_have_count(1)
    page.fill("#date-from", "2008-01-01")
    expect(disputed).to_have_count(0)
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("those of Jan 1, 2008 – Sep 2, 2023")
    page.click(".layers summary")
    expect(page.locator(".layer-list .note").first).to_contain_text("Jan 1, 2008")
    assert "1991 – 2005" in page.evaluate(
        "Chronotope.disputed.named('', { from: '1991-01-01', to: '2005-06-30' }).replaceAll('\u2009', ' ')"
    )
    page.click("#whole")
    expect(disputed).to_have_count(1)
    page.locator(".layer-list label", has_text="Disputed areas").click()
    expect(disputed).to_have_count(0)


def test_an_online_layer_asks_first_and_fails_quietly(context: BrowserContext, mapped: Path) -> None:
    page, asked = opened(context, mapped)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert "https://tiles.example.org" in policy.split("img-src", 1)[1].split(";")[0]
    page.click(".layers summary")
    page.locator(".layer-list label", has_text="Streets").click()
    expect(page.locator(".consent")).to_contain_text("tiles.example.org")
    page.wait_for_timeout(200)
    assert asked == []
    page.click(".consent button")
    expect(page.locator(".layer-list")).to_contain_text("tiles.example.org can't be reached")
    assert asked
    assert all(url.startswith("https://tiles.example.org/") for url in asked)
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("<b>Streets</b>")
    expect(page.locator(".folium-map")).not_to_have_class("tiled")
    assert page.locator(".land").count() > 0


def test_detail_leads_to_events_of_the_same_happening_and_place(context: BrowserContext, mapped: Path) -> None:
    page, _ = opened(context, mapped)
    choose(page, "Artillery attack near Tovuz")
    related = page.locator(".related li")
    expect(related).to_have_count(4)
    expect(page.locator(".related")).to_contain_text("Part of the same happening")
    expect(related.filter(has_text="Ministers meet in Ankara")).to_contain_text("later")
    assert related.locator("a").first.get_attribute("href").startswith("#event=e")
    related.locator("a", has_text="Drone attack near Tovuz").click()
    expect(page.locator("#detail-title")).to_have_text("Drone attack near Tovuz")
    expect(page.locator(".related")).to_contain_text("earlier")
    expect(page.locator(".claimant").first).to_contain_text("in 1 sentence")


def test_many_events_at_one_spot_bring_the_map_nearer(context: BrowserContext, mapped: Path) -> None:
    page, _ = opened(context, mapped)
    found = page.evaluate(
        """() => {
          const { map, store } = Chronotope, { events } = map.layers;
          map.centreOn(41, 45.5, 4);
          const spot = events.shown().find((one) => one.shown.length > 2);
          const rows = events.members(spot);
          events.members = () => rows.concat(new Array(100).fill(rows[0]));
          map.choose(spot);
          return [map.leaflet.getZoom() > 4, store.state.pile];
        }"""
    )
    assert found == [True, None]
