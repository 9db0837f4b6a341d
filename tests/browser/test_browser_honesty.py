"""What the page says is what is known: days, languages, precision; and hostile text does nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


def choose(page: Page, title: str) -> None:
    page.locator("#list .item", has_text=title).click()
    expect(page.locator("#detail-title")).not_to_be_empty()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Baku", "Pacific/Kiritimati"])
def test_days_are_the_same_in_every_time_zone(open_page: Opener, zone: str) -> None:
    page = open_page(timezone_id=zone, locale="en-US")
    choose(page, "Artillery attack near Tovuz")
    expect(page.locator(".facts .fact-main").first).to_have_text("July 12 – 13, 2020")
    page.click("#back")
    page.fill("#date-from", "2020-07-14")
    assert "range=2020-07-14..2023-09-02" in page.url
    expect(page.locator("#date-to")).to_have_value("2023-09-02")


@pytest.mark.parametrize(
    ("title", "date", "precision"),
    [
        ("Protests in the capital", "November 2003", "known to the month"),
        ("Clashes along the border", "2016", "known to the year"),
        ("Occupation of a district", "since 1992", "known to the year"),
        ("Ministers meet in Ankara", "July 17, 2020", "day of the report; it happened then or before"),
        ("Prisoners exchanged", "Without a date", ""),
    ],
)
def test_dates_are_told_with_their_precision(open_page: Opener, title: str, date: str, precision: str) -> None:
    page = open_page()
    choose(page, title)
    when = page.locator(".facts dd").first
    expect(when.locator(".fact-main")).to_have_text(date)
    expect(when).to_contain_text(precision)


@pytest.mark.parametrize(
    ("title", "precision"),
    [
        ("Rally in Yerevan", "exact place"),
        ("Drone attack near Tovuz", "near this place"),
        ("Road to Lachin blocked", "known to the district · within about 28 km"),
        ("Ceasefire agreed", "known to the country only"),
        ("Statement of protest", "Without a place"),
    ],
)
def test_places_are_told_with_their_precision(open_page: Opener, title: str, precision: str) -> None:
    page = open_page()
    choose(page, title)
    expect(page.locator(".facts dd").nth(1)).to_contain_text(precision)


def test_a_state_is_said_to_last_only_as_far_as_known(open_page: Opener) -> None:
    page = open_page()
    choose(page, "Occupation of a district")
    expect(page.locator(".facts dd").first).to_contain_text("known to last until July 17, 2020")


def test_only_points_are_drawn_as_points(open_page: Opener) -> None:
    """Where the place is an area, its halo has the area's radius."""
    page = open_page()
    drawn = page.evaluate(
        """() => {
          const layer = Chronotope.map.layers.events, { events, map } = Chronotope;
          const metres = map.leaflet.containerPointToLatLng([400, 300]).distanceTo(map.leaflet.containerPointToLatLng([500, 300])) / 100;
          return Array.from(events.wherePrec, (prec, place) => ({ prec, km: Chronotope.areas.reach(place, layer._frame.world) * metres / 1000, radius: events.radius[place] }));
        }"""
    )
    areas = [one for one in drawn if one["prec"] >= 3]
    assert sorted(round(one["radius"]) for one in areas) == [28, 55, 190]
    for one in areas:
        assert one["km"] == pytest.approx(one["radius"], rel=0.08)


def test_claims_and_figures_stand_side_by_side(open_page: Opener) -> None:
    page = open_page()
    choose(page, "Artillery attack near Tovuz")
    expect(page.locator(".claimant")).to_have_count(3)
    expect(page.locator(".claimant", has_text="Ministry of Side A")).to_contain_text("twelve soldiers killed")
    expect(page.locator(".claimant", has_text="Ministry of Side B")).to_contain_text("dozens killed")
    expect(page.locator(".badges")).to_contain_text("machine-extracted, unreviewed")
    expect(page.locator(".badges")).to_contain_text("accounts differ")


def test_quotes_keep_their_language_and_direction(open_page: Opener) -> None:
    page = open_page()
    choose(page, "Artillery attack near Tovuz")
    quotes = page.locator(".sentence blockquote")
    found = quotes.evaluate_all("all => all.map((quote) => [quote.lang, quote.dir, getComputedStyle(quote).textAlign])")
    assert found == [["ar", "rtl", "right"], ["en", "ltr", "left"], ["ru", "ltr", "left"]]
    link = page.locator(".sentence a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("href").startswith("https://")


def test_the_interface_changes_its_language_without_reload(open_page: Opener) -> None:
    page = open_page()
    choose(page, "Artillery attack near Tovuz")
    page.evaluate("window.notReloaded = true")
    page.select_option("#language", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#detail-title")).to_have_text("قصف مدفعي قرب توفوز")
    assert page.evaluate("window.notReloaded")
    side, chart = page.locator("#side").bounding_box(), page.locator("#map").bounding_box()
    assert side["x"] > chart["x"]
    assert page.evaluate(
        "Chronotope.scale.toPixel(Chronotope.events.first) < Chronotope.scale.toPixel(Chronotope.events.last)"
    )


def test_hostile_text_is_text(open_page: Opener) -> None:
    page = open_page(state="range=2023-01-10..2023-01-10")
    item = page.locator("#list .item", has_text="</script>")
    expect(item).to_have_count(1)
    item.click()
    expect(page.locator("#detail-title")).to_contain_text("<img src=x onerror=alert(1)>${alert(2)}")
    assert page.locator("#side img").count() == 0
    leads = page.locator(".sentence a").evaluate_all("all => all.map((link) => new URL(link.href).protocol)")
    assert leads == ["file:"]  # the page of the source, and no address that the article feigns
    expect(page.locator(".sentence figcaption")).to_contain_text("</script>")


@pytest.mark.parametrize("name", ["about.html", "report.html", "ledger.html"])
def test_papers_work_without_scripts(open_page: Opener, site: Path, name: str) -> None:
    page = open_page()
    page.goto((site / name).as_uri())
    assert page.evaluate("document.scripts.length") == 0
    expect(page.locator("h1")).not_to_be_empty()
    assert page.locator("img").count() == 0
