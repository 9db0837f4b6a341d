"""The story and the ledger show the same events as the desk, and an address leads back to each of them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_browser_links import TOVUZ, ids, spot_of

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
FIRST, DRONE = "Earthquake", "Drone attack near Tovuz"


def titles(page: Page, selector: str) -> list[str]:
    """The titles that stand in a view, in order."""
    return page.locator(selector).all_inner_texts()


def turn_to(page: Page, view: str) -> None:
    page.locator(f"#views [data-view={view}]").click()
    expect(page.locator("html")).to_have_attribute("data-view", view)


def sort_by(page: Page, column: str, wanted: str) -> None:
    """Press a column's button until the table is sorted as wanted."""
    page.locator(f"th[data-column={column}] button").click()
    page.wait_for_selector(f"html[data-ledger^='{wanted} ']")


def read_down_to(page: Page, title: str) -> None:
    """Scroll the story until an entry stands where it is read."""
    page.wait_for_timeout(300)
    page.locator("#story .account", has_text=title).evaluate(
        """(entry) => {
          const story = document.getElementById("story");
          story.scrollTop += entry.getBoundingClientRect().top - story.getBoundingClientRect().top - story.clientHeight * 0.2;
        }"""
    )


def test_views_are_switched_and_addressed(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("Chronotope.map.centreOn(41, 45, 8)")
    assert "view" not in page.url
    page.focus("#views button")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#views [aria-pressed=true]")).to_have_text("Story")
    expect(page.locator("#story")).to_be_visible()
    expect(page.locator("#side")).to_be_hidden()
    assert page.url.endswith("#view=story")
    assert page.get_attribute(".skip", "href") == "#story"
    turn_to(page, "ledger")
    expect(page.locator("#story")).to_be_hidden()
    assert page.url.endswith("#view=ledger")
    assert page.evaluate("Chronotope.map.leaflet.getZoom()") < 8
    turn_to(page, "desk")
    expect(page.locator("#list .item")).to_have_count(21)
    expect(page.locator("#timeline")).to_be_visible()
    assert page.evaluate("Chronotope.map.leaflet.getZoom()") == 8
    assert "view" not in page.url


def test_an_address_leads_to_a_view_as_it_was(open_page: Opener) -> None:
    page = open_page(state="view=ledger&sort=-sources&types=strike")
    page.wait_for_selector("html[data-ledger='-sources 5']")
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Sources")
    assert titles(page, ".ledger-title")[0] == TOVUZ
    page.evaluate("location.hash = 'view=nothing&sort=nothing&portion=7'")
    expect(page.locator("html")).to_have_attribute("data-view", "desk")
    assert page.evaluate("[Chronotope.store.state.sort, Chronotope.store.state.portion]") == ["date", 20]


def test_the_story_tells_the_most_prominent_in_order_of_time(open_page: Opener) -> None:
    page = open_page(state="view=story&portion=10")
    expect(page.locator("#story-count")).to_have_text("The 10 most prominent of 21 events")
    expect(page.locator("#story .account")).to_have_count(10)
    expect(page.locator("#count")).to_have_text("10 of 21 events")
    rows = page.locator(".account").evaluate_all("all => all.map((entry) => Number(entry.dataset.row))")
    assert rows == sorted(rows)
    page.click("#portion button:nth-child(3)")
    expect(page.locator("#story .account")).to_have_count(21)
    expect(page.locator("#story-count")).to_have_text("21 events")
    assert "portion=30" in page.url
    page.evaluate("Chronotope.store.set({ range: ['2020-07-12', '2020-07-17'].map(Chronotope.days.fromIso) })")
    expect(page.locator("#story .account")).to_have_count(6)
    expect(page.locator("#story-filtered")).to_contain_text("2020")
    assert titles(page, ".story-year") == ["1992", "2020"]  # what lasts since 1992 lasts in 2020
    assert titles(page, ".story-month") == ["July"]


def test_the_story_quotes_its_source_and_says_who_differs(open_page: Opener) -> None:
    page = open_page(state="view=story")
    entry = page.locator(".account", has_text=TOVUZ)
    expect(entry.locator(".account-line")).to_have_text(
        "July 12 – 13, 2020 (known to the day) · Tovuz (near this place)"
    )
    expect(entry.locator("blockquote")).to_have_attribute("lang", "en")
    expect(entry.locator("figcaption")).to_contain_text("Demonstration Herald")
    expect(entry.locator("figcaption a").first).to_have_attribute("href", re.compile("^https://"))
    expect(entry.locator(".claimant")).to_have_count(3)
    expect(entry).to_contain_text("machine-extracted, unreviewed")
    expect(page.locator(".account", has_text="Rally in Yerevan").locator(".claimant")).to_have_count(0)
    page.select_option("#language", "ar")
    expect(page.locator(".account", has_text="قصف مدفعي قرب توفوز").locator("blockquote")).to_have_attribute(
        "dir", "rtl"
    )
    story, chart = page.locator("#story").bounding_box(), page.locator("#map").bounding_box()
    assert story
    assert chart
    assert story["x"] > chart["x"]


def test_reading_moves_the_map_and_the_map_the_reading(open_page: Opener) -> None:
    page = open_page(state="view=story&portion=30")
    expect(page.locator("#story .account")).to_have_count(21)
    read_down_to(page, "Rally in Yerevan")
    expect(page.locator(".account[data-read] h3")).to_have_text("Rally in Yerevan")
    expect(page).to_have_url(re.compile(ids(page)["Rally in Yerevan"]))
    centre = page.evaluate("Chronotope.map.leaflet.getCenter()")
    assert (centre["lat"], centre["lng"]) == pytest.approx((40.181, 44.514), abs=0.01)
    page.evaluate("Chronotope.map.centreOn(41, 44.6, 6)")
    page.wait_for_timeout(300)
    spot = spot_of(page, "Road to Lachin blocked")
    page.mouse.click(spot["x"], spot["y"])
    expect(page.locator(".account[data-read]")).to_be_in_viewport()
    assert page.locator(".account[data-read] h3").inner_text() != "Rally in Yerevan"


def test_an_entry_of_the_story_opens_all_that_is_known(open_page: Opener) -> None:
    page = open_page(state="view=story")
    page.locator(".account", has_text=DRONE).locator("button").click()
    expect(page.locator("#detail-title")).to_have_text(DRONE)
    expect(page.locator("html")).to_have_attribute("data-view", "desk")
    turn_to(page, "story")
    expect(page.locator(".account[data-read] h3")).to_have_text(DRONE)
    expect(page.locator(".account[data-read]")).to_be_in_viewport()


def test_on_a_phone_the_map_stays_above_the_story(open_page: Opener) -> None:
    page = open_page(state="view=story&portion=30", **PHONE)
    read_down_to(page, DRONE)
    expect(page.locator(".account[data-read] h3")).to_have_text(DRONE)
    chart, story = page.locator("#map").bounding_box(), page.locator("#story").bounding_box()
    assert chart
    assert story
    assert chart["height"] == pytest.approx(0.35 * 844, abs=2)
    assert story["y"] == pytest.approx(chart["y"] + chart["height"], abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_ledger_sorts_by_every_column(open_page: Opener) -> None:
    page = open_page(state="view=ledger")
    expect(page.locator(".ledger-title")).to_have_count(21)
    expect(page.locator("#ledger-rows")).to_contain_text("Rows 1–21 of 21")
    assert titles(page, ".ledger-title")[-1] == "Prisoners exchanged"
    sort_by(page, "date", "-date")
    assert titles(page, ".ledger-title")[-1] == "Prisoners exchanged"
    assert page.get_attribute("th[data-column=date]", "aria-sort") == "descending"
    sort_by(page, "title", "title")
    found = titles(page, ".ledger-title")
    words = [title for title in found if title[0].isalpha()]
    assert words == sorted(words, key=str.lower)
    sort_by(page, "title", "-title")
    assert titles(page, ".ledger-title") == found[::-1]
    sort_by(page, "place", "place")
    places = titles(page, "#ledger-body .cell-place")
    assert places[:-1] == sorted(places[:-1])
    assert places[-1] == "Without a place"
    for column in ("type", "status", "precision"):
        sort_by(page, column, column)
    assert titles(page, ".cell-precision")[1].startswith("exact place")
    for column in ("claimants", "score", "sources"):
        sort_by(page, column, f"-{column}")
        assert page.locator("th[aria-sort]").count() == 1
    assert set(titles(page, ".ledger-title")[:2]) == {TOVUZ, "Clashes near Gori"}
    assert page.url.endswith("#view=ledger&sort=-sources")


def test_the_ledger_is_linked_both_ways(open_page: Opener) -> None:
    page = open_page(state="view=ledger")
    page.locator(".ledger-title", has_text=DRONE).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#detail-title")).to_have_text("Families displaced near Tovuz")
    assert f"event={ids(page)['Families displaced near Tovuz']}" in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#overview")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent") == "Families displaced near Tovuz"
    page.evaluate("Chronotope.map.centreOn(40.99, 45.63, 7)")
    spot = spot_of(page, TOVUZ)
    page.mouse.click(spot["x"], spot["y"])
    expect(page.locator(".ledger-title")).to_have_count(4)
    page.click("#clear")
    expect(page.locator(".ledger-title")).to_have_count(21)
    page.locator(".group", has_text="Strike").click()
    expect(page.locator(".ledger-title")).to_have_count(16)
    page.locator("#ledger-body tr", has_text="Rally in Yerevan").locator(".cell-sources").click()
    expect(page.locator("#detail-title")).to_have_text("Rally in Yerevan")
    expect(page.locator("#ledger-body tr[aria-current] .ledger-title")).to_have_text("Rally in Yerevan")
    expect(page.locator(".ledger-downloads a")).to_have_attribute("href", "downloads/events.csv")


def test_the_ledger_speaks_arabic_from_right_to_left(open_page: Opener) -> None:
    page = open_page(state="view=ledger&lang=ar&sort=title")
    page.wait_for_selector("html[data-ledger^='title ']")
    found = titles(page, ".ledger-title")
    assert found.index("اشتباكات على الحدود") < found.index("بيان احتجاج") < found.index("لقاء وزراء في أنقرة")
    table, chart = page.locator("#ledger").bounding_box(), page.locator("#map").bounding_box()
    assert table
    assert chart
    assert table["x"] > chart["x"]
    expect(page.locator("th[aria-sort] button")).to_have_text("الحدث")


@pytest.mark.parametrize("view", ["story", "ledger"])
def test_a_view_is_printed_as_it_is_read(open_page: Opener, view: str) -> None:
    page = open_page(state=f"view={view}")
    page.wait_for_selector(f"#{view} [data-row]")
    page.emulate_media(media="print")
    last = page.locator("#story .account, #ledger tbody tr").last
    expect(last).to_be_visible()
    box = last.bounding_box()
    assert box
    assert page.evaluate("document.documentElement.scrollHeight") >= box["y"] + box["height"] - 1
    expect(page.locator("#views")).to_be_hidden()
    expect(page.locator("#printed")).to_be_hidden()
    expect(page.locator("#map")).to_be_visible()


def test_without_scripts_the_page_leads_to_the_plain_ledger(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("noscript a").click()
    expect(page.locator("tr[id]")).to_have_count(21)
    row = page.locator("tr[id]", has_text=TOVUZ)
    for told in ("Artillery attack", "2020", "near this place", "accounts differ", "machine-extracted, unreviewed"):
        expect(row).to_contain_text(told)
    context.close()
