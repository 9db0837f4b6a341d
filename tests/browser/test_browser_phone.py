"""On small screens the list is a sheet over map and brush, and nothing else runs over the screen."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def top(page: Page) -> float:
    """Where the sheet begins."""
    return page.locator("#side").bounding_box()["y"]


def stop(page: Page) -> str:
    return page.evaluate("document.documentElement.dataset.sheet")


FLICK = """(by) => {
  const send = (type, y) => document.getElementById("sheet").dispatchEvent(
    new PointerEvent(type, { bubbles: true, button: 0, pointerId: 1, clientX: 195, clientY: y }));
  for (const [type, y] of [["pointerdown", 500], ["pointermove", 500 + by], ["pointerup", 500 + by]]) send(type, y);
}"""


def drag(page: Page, by: float) -> None:
    """Draw the handle down (or up) by some pixels, and let it rest before letting it go."""
    box = page.locator("#sheet").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + by - 1, steps=6)
    page.wait_for_timeout(60)
    page.mouse.move(x, y + by)
    page.mouse.up()


def test_map_and_brush_stand_above_a_lowered_sheet(open_page: Opener) -> None:
    page = open_page(**PHONE)
    assert page.evaluate("document.documentElement.scrollHeight") == 844
    assert page.locator("#map").bounding_box()["height"] == pytest.approx(0.45 * 844, abs=2)
    assert top(page) == pytest.approx(844 - 96, abs=1)
    brush = page.locator("#brush-area").bounding_box()
    assert brush["height"] == 64
    assert brush["y"] + 64 < top(page)
    expect(page.locator("#sheet")).to_have_accessible_name(re.compile("^21 events ?, Open the panel$"))
    page.select_option("#language", "ar")
    expect(page.locator("#sheet")).to_have_accessible_name(re.compile("^21 حدثًا ?, فتح اللوحة$"))
    page.fill("#search", "توفوز")
    expect(page.locator("#sheet-count")).to_have_text("5 من 21 حدثًا")


def test_the_sheet_has_three_stops_by_tap_and_keys(open_page: Opener) -> None:
    page = open_page(**PHONE)
    handle = page.locator("#sheet")
    expect(handle).to_have_attribute("aria-expanded", "false")
    for wanted, start, open_ in (("half", 422, "true"), ("full", None, "true"), ("peek", 748, "false")):
        handle.tap()
        assert stop(page) == wanted
        expect(handle).to_have_attribute("aria-expanded", open_)
        if start:
            assert top(page) == pytest.approx(start, abs=2)
        else:
            assert top(page) < page.locator("#map").bounding_box()["y"] + 10
    handle.focus()
    for key, wanted in (
        ("ArrowUp", "half"),
        ("ArrowUp", "full"),
        ("ArrowUp", "full"),
        ("ArrowDown", "half"),
        ("End", "full"),
        ("Home", "peek"),
        ("Enter", "half"),
    ):
        page.keyboard.press(key)
        assert (key, stop(page)) == (key, wanted)
    page.locator("#list .item").first.focus()
    page.keyboard.press("Escape")
    expect(handle).to_be_focused()
    assert stop(page) == "peek"
    page.keyboard.press("Tab")
    assert stop(page) == "half"  # what has the focus is seen


def test_the_sheet_is_dragged(open_page: Opener) -> None:
    page = open_page(**PHONE)
    for by, wanted in ((-300, "half"), (-250, "full"), (600, "peek"), (-60, "peek")):
        drag(page, by)
        assert (by, stop(page)) == (by, wanted)
        assert not page.evaluate("document.getElementById('side').style.blockSize")
    assert page.evaluate("scrollY") == 0
    for by, wanted in ((-60, "half"), (-30, "full"), (40, "half"), (40, "peek")):
        page.evaluate(FLICK, by)
        assert (by, stop(page)) == (by, wanted)


def shown_place(page: Page) -> dict[str, Any]:
    """Where the chosen event's place lies in the window."""
    return page.evaluate(
        """() => {
          const { events, map, store } = Chronotope, place = events.place[store.state.selected] - 1;
          const box = map.leaflet.getContainer().getBoundingClientRect();
          const at = map.leaflet.latLngToContainerPoint([events.lat[place], events.lon[place]]);
          return { x: box.left + at.x, y: box.top + at.y, top: box.top, right: box.right };
        }"""
    )


@pytest.mark.parametrize("title", ["Road to Lachin blocked", "Ministers meet in Ankara", "Aid sent to Syunik"])
def test_an_event_opens_below_its_place_on_the_map(open_page: Opener, title: str) -> None:
    page = open_page(**PHONE)
    drag(page, -640)
    page.locator("#list .item", has_text=title).click()
    expect(page.locator("#detail-title")).to_have_text(title)
    assert stop(page) == "half"
    place = shown_place(page)
    assert place["top"] + 10 < place["y"] < top(page) - 10
    assert 10 < place["x"] < place["right"] - 10
    page.keyboard.press("Escape")
    assert stop(page) == "full"
    assert page.evaluate("document.activeElement.textContent").startswith(title)


def test_an_event_chosen_on_the_map_raises_the_sheet(open_page: Opener) -> None:
    page = open_page(state="range=2022-05-01..2022-05-01&types=unrest", **PHONE)
    spot = page.evaluate(
        """() => {
          const { map } = Chronotope, layer = map.layers.events, box = map.leaflet.getContainer().getBoundingClientRect();
          const at = layer.position(layer._spots.find((spot) => spot.total));
          return { x: box.left + at.x, y: box.top + at.y };
        }"""
    )
    page.touchscreen.tap(spot["x"], spot["y"])
    expect(page.locator("#detail-title")).to_have_text("Rally in Yerevan")
    assert stop(page) == "half"
    page.click("#back")
    assert stop(page) == "half"
    expect(page.locator("#overview")).to_be_visible()


WINDOWS = [(320, 568), (320, 256), (360, 640), (568, 320), (844, 390), (768, 1024), (1024, 768)]


@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_runs_over_a_small_window(open_page: Opener, size: tuple[int, int]) -> None:
    page = open_page(viewport={"width": size[0], "height": size[1]}, has_touch=True)
    width, height = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert width == size[0]
    assert height <= max(size[1], 460)
    for part in ("#map", "#brush-area", "#side"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= height + 1, part
        assert box["width"] > 120, part
        assert box["height"] > 60, part
    assert page.evaluate(
        "[...document.querySelectorAll('.header *')].every((part) => part.getBoundingClientRect().right <= innerWidth + 1)"
    )
