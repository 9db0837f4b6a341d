"""Choosing an event anywhere shows it everywhere; brush, filters, map and search change the same selection."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
TOVUZ = "Artillery attack near Tovuz"


def ids(page: Page) -> dict[str, str]:
    """Event ids by English title."""
    return page.evaluate(
        """async () => {
          const { events } = Chronotope;
          const rows = await Promise.all(Array.from({ length: events.count }, (_, row) => events.detail(row)));
          return Object.fromEntries(rows.map(({ event }) => [event.titles.en, event.id]));
        }"""
    )


def spot_of(page: Page, title: str) -> dict[str, float]:
    """Where the map draws an event, in pixels of the window, and how many events are drawn there."""
    return page.evaluate(
        """async (title) => {
          const { events, map } = Chronotope;
          for (let row = 0; row < events.count; row++) {
            const { event } = await events.detail(row);
            if (event.titles.en !== title) continue;
            const layer = map.layers.events;
            const spot = layer._spots[layer._spotOf[events.place[row] - 1]];
            const at = layer.position(spot);
            const box = map.leaflet.getContainer().getBoundingClientRect();
            return { x: box.left + at.x, y: box.top + at.y, total: spot.total };
          }
        }""",
        title,
    )


def expect_chosen(page: Page, title: str) -> None:
    """The event is the detail's, the list's, the map's and the timeline's."""
    expect(page.locator("#detail-title")).to_have_text(title)
    wanted = ids(page)[title]
    assert f"event={wanted}" in page.url
    assert page.evaluate("document.documentElement.dataset.event") == wanted
    expect(page.locator("#list [aria-current] .item-title", has_text=title)).to_have_count(1)


def accent_pixels(page: Page, selector: str) -> int:
    """Pixels of a canvas in the colour of choice, which nothing else is drawn in."""
    return page.evaluate(
        """(selector) => {
          const canvas = document.querySelector(selector);
          const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
          const readable = copy.getContext("2d", { willReadFrequently: true });
          readable.drawImage(canvas, 0, 0);
          const { data } = readable.getImageData(0, 0, canvas.width, canvas.height);
          let found = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i] === 20 && data[i + 1] === 18 && data[i + 2] === 15 && data[i + 3] === 255) found++;
          return found;
        }""",
        selector,
    )


def test_choosing_in_the_list_shows_it_on_map_and_timeline(open_page: Opener) -> None:
    page = open_page()
    lanes, chart = accent_pixels(page, "#lanes"), accent_pixels(page, ".leaflet-events-pane canvas")
    page.locator("#list .item", has_text=TOVUZ).click()
    expect_chosen(page, TOVUZ)
    page.wait_for_timeout(200)
    assert accent_pixels(page, "#lanes") > lanes + 50
    assert accent_pixels(page, ".leaflet-events-pane canvas") > chart + 100
    page.click("#back")
    expect(page.locator("#overview")).to_be_visible()
    assert "event=" not in page.url
    assert page.evaluate("document.activeElement.textContent").startswith(TOVUZ)


def test_the_way_back_closes_an_event_and_the_way_on_opens_it(open_page: Opener) -> None:
    page = open_page(state="range=2016-01-01..2020-12-31")
    page.locator("#list .item", has_text=TOVUZ).click()
    expect_chosen(page, TOVUZ)
    page.click("#next")
    expect(page.locator("#detail-title")).not_to_have_text(TOVUZ)
    after = page.locator("#detail-title").inner_text()
    expect_chosen(page, after)
    page.go_back()
    expect(page.locator("#overview")).to_be_visible()
    assert "event=" not in page.url
    assert "range=2016-01-01..2020-12-31" in page.url
    page.go_forward()
    expect_chosen(page, after)


def test_choosing_on_the_map_shows_it_everywhere(open_page: Opener) -> None:
    page = open_page(state="types=battle,strike,unrest,diplomacy,other&range=2016-01-01..2016-12-31")
    spot = spot_of(page, "Clashes along the border")
    page.mouse.click(spot["x"], spot["y"])
    expect_chosen(page, "Clashes along the border")


def test_events_at_one_spot_can_all_be_reached(open_page: Opener) -> None:
    page = open_page()
    spot = spot_of(page, TOVUZ)
    assert spot["total"] == 4
    page.mouse.click(spot["x"], spot["y"])
    expect(page.locator("#list .item")).to_have_count(4)
    expect(page.locator("#filtered-text")).to_contain_text("4 events at this spot")
    for title in (TOVUZ, "Clashes near Berd", "Drone attack near Tovuz", "Families displaced near Tovuz"):
        expect(page.locator("#list .item", has_text=title)).to_have_count(1)


def test_choosing_on_the_timeline_shows_it_everywhere(open_page: Opener) -> None:
    page = open_page()
    at = page.evaluate(
        """() => {
          const { lanes, scale, days } = Chronotope;
          const lane = lanes.groups.findIndex((group) => group.code === "unrest");
          const box = document.getElementById("lanes").getBoundingClientRect();
          return { x: box.left + scale.toPixel(days.fromIso("2022-05-01")), y: box.top + (lane + 0.5) * lanes.height };
        }"""
    )
    page.mouse.click(at["x"], at["y"])
    expect_chosen(page, "Rally in Yerevan")


def test_brush_by_mouse_narrows_list_map_and_count(open_page: Opener) -> None:
    page = open_page()
    expect(page.locator("#count")).to_have_text("21 events")
    box = page.locator("#brush-area").bounding_box()
    ends = page.evaluate(
        "['2020-01-01', '2021-01-01'].map((day) => Chronotope.scale.toPixel(Chronotope.days.fromIso(day)) - Chronotope.scale.left)"
    )
    page.mouse.move(box["x"] + ends[0], box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + ends[0] + 20, box["y"] + 30)
    page.mouse.move(box["x"] + ends[1], box["y"] + 30, steps=4)
    page.mouse.up()
    expect(page.locator("#count")).to_have_text(re.compile(r"^7 of 21 events$"))
    expect(page.locator("#list .item")).to_have_count(7)
    assert re.search(r"range=(2019-12|2020-01)-\d\d\.\.(2020-12|2021-01)-\d\d", page.url)
    page.wait_for_timeout(200)
    assert page.evaluate("Chronotope.map.layers.events._spots.reduce((n, spot) => n + (spot.total || 0), 0)") <= 7
    page.click("#whole")
    expect(page.locator("#count")).to_have_text("21 events")
    assert "range" not in page.url


def test_brush_by_keys_and_by_date_fields(open_page: Opener) -> None:
    page = open_page()
    handle = page.locator("#brush-end")
    assert handle.get_attribute("aria-valuetext") == "September 2, 2023"
    page.focus("#brush-end")
    for _ in range(8):
        page.keyboard.press("PageDown")
    expect(page.locator("#count")).to_contain_text("of 21 events")
    before = int(handle.get_attribute("aria-valuenow"))
    page.keyboard.press("Shift+ArrowLeft")
    assert int(handle.get_attribute("aria-valuenow")) == before - 1
    page.keyboard.press("End")
    expect(page.locator("#count")).to_have_text("21 events")
    page.fill("#date-from", "2023-01-01")
    expect(page.locator("#count")).to_have_text("4 of 21 events")
    expect(page.locator("#live")).to_have_text("4 of 21 events")


def test_a_state_is_found_throughout_its_time(open_page: Opener) -> None:
    page = open_page(state="range=2001-01-01..2001-12-31")
    expect(page.locator("#count")).to_have_text("1 of 21 events")
    expect(page.locator("#list .item")).to_contain_text("Occupation of a district")


def test_timeline_follows_the_map_by_a_switch(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("Chronotope.map.centreOn(41.985, 44.109, 11)")
    expect(page.locator("#count")).to_have_text("21 events")
    page.check("#follow")
    expect(page.locator("#count")).to_have_text("4 of 21 events")
    expect(page.locator("#list .item")).to_have_count(4)
    drawn = page.evaluate(
        "document.getElementById('histogram').data.reduce((sum, trace) => sum + trace.y.slice(0, -1).reduce((a, b) => a + b, 0), 0)"
    )
    assert drawn == 4
    page.evaluate("Chronotope.map.centreOn(40.18, 44.51, 11)")
    expect(page.locator("#count")).to_have_text("2 of 21 events")
    page.uncheck("#follow")
    expect(page.locator("#count")).to_have_text("21 events")


def test_types_are_switched_with_counts(open_page: Opener) -> None:
    page = open_page()
    strike = page.locator(".group", has_text="Strike")
    expect(strike.locator(".group-count")).to_have_text("5")
    strike.click()
    expect(strike).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#count")).to_have_text("16 of 21 events")
    assert "types=" in page.url
    page.click("#clear")
    expect(page.locator("#count")).to_have_text("21 events")


def test_trays_hold_what_map_or_timeline_cannot_show(open_page: Opener) -> None:
    page = open_page()
    page.click("#tray-unplaced")
    expect(page.locator("#list .item")).to_have_count(1)
    expect(page.locator("#list .item")).to_contain_text("Statement of protest")
    page.click("#tray-undated")
    expect(page.locator("#list .item")).to_contain_text("Prisoners exchanged")


def test_what_is_not_told_as_fact_is_listed_apart(open_page: Opener) -> None:
    page = open_page()
    expect(page.locator("#rest-title")).to_have_text("Not counted as events: 2 mentions")
    page.click("#rest-title")
    expect(page.locator("#rest-list li")).to_have_count(2)
    expect(page.locator("#rest-list .badge").first).to_have_text("planned")


@pytest.mark.parametrize(
    ("query", "found"),
    [("tovuz", 3), ("توفوز", 5), ("ТОВУЗ", 3), ("أنقره", 1), ("tovuz drone", 1), ("nothing like it", 0)],
)
def test_search_in_any_script(open_page: Opener, query: str, found: int) -> None:
    page = open_page()
    page.fill("#search", query)
    expect(page.locator("#list .item")).to_have_count(found)
    expect(page.locator("#nothing")).to_be_visible(visible=found == 0)


def test_a_link_shows_what_its_sender_saw(open_page: Opener) -> None:
    known = ids(open_page())[TOVUZ]
    page = open_page(state=f"event={known}&range=2020-07-12..2020-07-17&types=strike,battle&lang=ar&at=41,45,8")
    expect(page.locator("#detail-title")).to_have_text("قصف مدفعي قرب توفوز")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#date-from")).to_have_value("2020-07-12")
    assert page.evaluate("Chronotope.map.leaflet.getZoom()") == 8
    assert page.evaluate("Chronotope.store.state.selected") >= 0


def test_a_link_to_a_merged_event_leads_to_what_it_became(open_page: Opener) -> None:
    page = open_page(state="event=eformerlyone")
    expect(page.locator("#detail-title")).to_have_text(TOVUZ)


def test_a_link_to_an_unknown_event_gets_a_kind_message(open_page: Opener) -> None:
    page = open_page(state="event=e000000000")
    expect(page.locator("#missing")).to_be_visible()
    expect(page.locator("#count")).to_have_text("21 events")


def test_list_walks_by_arrows_and_escape_returns(open_page: Opener) -> None:
    page = open_page()
    page.locator("#list .item").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#detail-title")).to_have_text("Occupation of a district")
    page.keyboard.press("Escape")
    expect(page.locator("#overview")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("Occupation")


def test_share_gives_link_and_frames_with_the_state(open_page: Opener) -> None:
    page = open_page(state="range=2020-07-12..2020-07-17")
    page.click("#share")
    expect(page.locator("#share-dialog")).to_be_visible()
    assert "range=2020-07-12..2020-07-17" in page.input_value("#share-link")
    frame = page.input_value("#share-map")
    assert frame.startswith("<iframe ")
    assert "embed/map.html#range=2020-07-12..2020-07-17" in frame


@pytest.mark.parametrize("part", ["map", "timeline"])
def test_frames_take_the_same_state(open_page: Opener, part: str) -> None:
    page = open_page(f"embed/{part}.html", state="range=2020-07-12..2020-07-17")
    expect(page.locator("#count")).to_have_text("6 of 21 events")
    expect(page.locator("#full-page")).to_have_attribute("href", "../index.html#range=2020-07-12..2020-07-17")
