"""The timeline from all its years down to a day, by wheel, fingers, buttons and keys; playing; honest marks."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Page, expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
TICKS = "Chronotope.scale.ticks().texts"
LENGTH = "Chronotope.scale.last - Chronotope.scale.first"
SHOW = """([first, last]) => {
  const { scale, days, timeline } = Chronotope;
  scale.show(days.fromIso(first), days.fromIso(last));
  timeline.moved();
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def x_of(page: Page, day: str) -> float:
    """Where a day stands, in pixels of the window."""
    return page.evaluate(
        """(day) => document.getElementById("plot").getBoundingClientRect().left + Chronotope.scale.toPixel(Chronotope.days.fromIso(day) + 0.5)""",
        day,
    )


def show(page: Page, first: str, last: str) -> None:
    page.evaluate(SHOW, [first, last])


def test_the_wheel_leads_from_all_years_to_a_day_and_a_double_click_back(open_page: Opener) -> None:
    page = open_page()
    whole = page.evaluate(LENGTH)
    assert whole > 32 * 365
    y = page.locator("#lanes").bounding_box()["y"] + 60
    seen = set()
    for _ in range(40):
        page.mouse.move(x_of(page, "2020-07-14"), y)
        page.mouse.wheel(0, -280)
        page.wait_for_timeout(5)
        seen |= set(page.evaluate(TICKS))
        if page.evaluate(LENGTH) <= 1:
            break
    assert page.evaluate(LENGTH) == 1
    assert {"2008", "Jul", "13"} <= seen, "years, then months, then days"
    assert {text for text in seen if re.fullmatch(r"Jul \d+, 2020", text)}, "and which month of which year"
    expect(page.locator("#time-shown")).to_have_text("Jul 14, 2020")
    expect(page.locator("#time-status")).to_have_text("In sight: Jul 14, 2020")
    expect(page.locator("#time-in")).to_be_disabled()
    page.mouse.dblclick(x_of(page, "2020-07-14") + 200, y)
    expect(page.locator("#time-out")).to_be_disabled()
    assert page.evaluate(LENGTH) == whole


def test_labels_leave_room_at_every_zoom(open_page: Opener) -> None:
    """In Arabic, on the narrow screen of a phone: at each zoom there are labels, and none touches another."""
    page = open_page(state="lang=ar", viewport={"width": 420, "height": 844})
    found = page.evaluate(
        """() => {
          const { scale, days } = Chronotope, ruler = document.createElement("canvas").getContext("2d"), found = [];
          ruler.font = "11px system-ui, 'Noto Sans', sans-serif";
          for (scale.whole(); ; scale.zoom(1.3, scale.toPixel(days.fromIso("2020-07-14")))) {
            const { days: at, texts } = scale.ticks();
            const ends = texts.map((text, i) => [scale.toPixel(at[i]) - ruler.measureText(text).width / 2, scale.toPixel(at[i]) + ruler.measureText(text).width / 2]);
            found.push([texts.length, Math.min(...ends.slice(1).map(([from], i) => from - ends[i][1]))]);
            if (scale.last - scale.first <= 1) return found;
          }
        }"""
    )
    assert len(found) > 30
    assert all(count >= 1 for count, _ in found)
    assert all(room is None or room > 6 for _, room in found)


def test_keys_zoom_move_and_reset_and_sliders_step_finer_when_closer(open_page: Opener) -> None:
    page = open_page()
    page.focus("#plot")
    whole = page.evaluate(LENGTH)
    page.keyboard.press("+")
    assert page.evaluate(LENGTH) == pytest.approx(whole / 2)
    first = page.evaluate("Chronotope.scale.first")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("Chronotope.scale.first") > first
    page.keyboard.press("-")
    page.keyboard.press("+")
    page.keyboard.press("0")
    assert page.evaluate(LENGTH) == whole
    page.fill("#date-from", "2020-07-01")
    page.fill("#date-to", "2020-07-31")
    page.click("#zoom")
    page.focus("#brush-start")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#date-from")).to_have_value("2020-07-02")
    expect(page.locator("#brush-start")).to_have_attribute("aria-valuetext", "July 2, 2020")
    for _ in range(3):
        page.keyboard.press("PageUp")
    expect(page.locator("#date-from")).to_have_value("2020-07-31")
    page.focus("#brush-end")
    for _ in range(3):
        page.keyboard.press("PageUp")
    end = page.evaluate("Chronotope.store.state.range[1]")
    assert end <= page.evaluate("Chronotope.scale.last"), "the view goes with the slider"


def test_a_page_that_scrolls_keeps_its_wheel(open_page: Opener) -> None:
    page = open_page("embed/timeline.html")
    whole = page.evaluate(LENGTH)
    page.mouse.move(x_of(page, "2020-07-14"), page.locator("#lanes").bounding_box()["y"] + 30)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(50)
    assert page.evaluate(LENGTH) == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_function(f"{LENGTH} < {whole} * 0.6")


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """Fingers on the screen, as the browser gets them."""
    told = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})


def test_two_fingers_zoom_and_one_brushes(open_page: Opener) -> None:
    page = open_page(**PHONE)
    fingers = page.context.new_cdp_session(page)
    box = page.locator("#brush-area").bounding_box()
    assert box["height"] == 64
    whole, y, x = page.evaluate(LENGTH), box["y"] + 30, box["x"] + 60
    touch(fingers, "touchStart", (x + 60, y))
    touch(fingers, "touchStart", (x + 60, y), (x + 100, y))
    touch(fingers, "touchMove", (x + 40, y), (x + 120, y))
    touch(fingers, "touchMove", (x + 20, y), (x + 140, y))
    touch(fingers, "touchEnd")
    page.wait_for_function(f"Math.abs(({LENGTH}) / {whole} - 1 / 3) < 0.05")
    assert page.evaluate("Chronotope.store.state.range") is None
    touch(fingers, "touchStart", (x, y))
    for step in (20, 50, 80):
        touch(fingers, "touchMove", (x + step, y))
    touch(fingers, "touchEnd")
    expect(page.locator("#date-from")).not_to_have_value("1991-04-29")
    assert page.evaluate(LENGTH) < whole / 2


def test_time_plays_only_when_asked_and_stops_by_escape(open_page: Opener) -> None:
    page = open_page(reduced_motion="no-preference")
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.clock.run_for(10_000)
    assert page.evaluate("Chronotope.store.state.range") is None
    page.evaluate(
        """() => {
          window.heard = [];
          for (const id of ["live", "time-status"]) new MutationObserver(() => heard.push(document.getElementById(id).textContent)).observe(document.getElementById(id), { childList: true });
        }"""
    )
    page.select_option("#speed", "fast")
    page.click("#play")
    expect(page.locator("#play")).to_have_attribute("aria-label", "Pause")
    expect(page.locator("#date-from")).to_have_value("1991-04-29")
    expect(page.locator("#date-to")).to_have_value("1991-12-31")
    page.clock.run_for(500 * 9)
    expect(page.locator("#date-from")).to_have_value("2000-01-01")
    expect(page.locator("#date-to")).to_have_value("2000-12-31")
    assert len(page.evaluate("heard")) <= 2, "not at each step"
    page.keyboard.press("Escape")
    expect(page.locator("#time-status")).to_have_text("Paused: January 1 – December 31, 2000 · 1 of 21 events")
    page.clock.run_for(5000)
    expect(page.locator("#date-from")).to_have_value("2000-01-01")


def test_a_chosen_range_is_the_window_that_plays_to_the_end(open_page: Opener) -> None:
    """Readers who want less motion get twice the time; touching the brush takes over."""
    page = open_page(state="range=2023-08-01..2023-08-10")
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.click("#play")
    page.clock.run_for(2300)
    expect(page.locator("#date-from")).to_have_value("2023-08-01")
    page.clock.run_for(200)
    expect(page.locator("#date-from")).to_have_value("2023-08-11")
    page.clock.run_for(2400 * 4)
    expect(page.locator("#time-status")).to_contain_text("Played to the end")
    expect(page.locator("#play")).to_have_attribute("aria-label", "Play through time")
    page.click("#play")
    expect(page.locator("#date-from")).to_have_value("1991-04-29")
    page.fill("#date-from", "1991-05-02")
    expect(page.locator("#play")).to_have_attribute("aria-label", "Play through time")


def test_every_event_has_its_mark_and_those_at_one_spot_are_counted(open_page: Opener) -> None:
    page = open_page()
    rows = page.evaluate("Chronotope.lanes.drawn().flatMap((mark) => mark.rows).sort((a, b) => a - b)")
    assert rows == list(range(20)), "all dated events, each once"
    counted = page.evaluate(
        """() => {
          const mark = Chronotope.lanes.drawn().find((one) => one.rows.length === 3);
          const box = document.getElementById("lanes").getBoundingClientRect();
          return { x: box.left + mark.from + 6, y: box.top + mark.y, group: mark.group.code };
        }"""
    )
    assert counted["group"] == "strike"
    page.mouse.move(counted["x"], counted["y"])
    expect(page.locator("#time-tip")).to_have_text("3 events\nJul 12 – Sep 27, 2020")
    page.mouse.click(counted["x"], counted["y"])
    expect(page.locator("#list .item")).to_have_count(3)
    page.click("#clear")
    show(page, "2020-06-01", "2020-12-01")
    page.mouse.click(x_of(page, "2020-09-27"), counted["y"])
    expect(page.locator("#detail-title")).to_have_text("Shelling across the border")


def strength(page: Page, day: str, lane: str, *, at: float = 0) -> int:
    """How opaque the middle of a lane (or so many pixels below) is at a day: 0 to 255."""
    return page.evaluate(
        """([day, lane, at]) => {
          const { lanes, scale, days } = Chronotope, canvas = document.getElementById("lanes");
          const mark = lanes.drawn().find((one) => one.bar && one.group.code === lane);
          const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
          const readable = copy.getContext("2d", { willReadFrequently: true });
          readable.drawImage(canvas, 0, 0);
          return readable.getImageData(Math.round(scale.toPixel(days.fromIso(day) + 0.5)), Math.round(mark.y + at), 1, 1).data[3];
        }""",
        [day, lane, at],
    )


def test_bars_are_solid_only_where_the_time_is_known(open_page: Opener) -> None:
    page = open_page(state="range=2015-06-01..2017-06-01")
    show(page, "1991-06-01", "1993-06-01")
    assert strength(page, "1992-01-10", "battle") < 60, "a state that began some time in 1992"
    assert strength(page, "1993-03-10", "battle") == 255
    show(page, "2020-07-01", "2020-08-20")
    assert strength(page, "2020-07-16", "battle") == 255
    assert strength(page, "2020-07-18", "battle") < 200, "known to last until July 17"
    page.evaluate("Chronotope.store.set({ hidden: 0, query: 'border' })")
    expect(page.locator("#list .item")).to_have_count(1)
    show(page, "2015-06-01", "2017-06-01")
    assert strength(page, "2016-01-10", "battle") < 60, "known to the year"
    assert strength(page, "2016-07-01", "battle") == 255
    assert strength(page, "2016-12-22", "battle") < 60


def test_articles_are_counted_by_origin_for_the_range(open_page: Opener) -> None:
    page = open_page()
    expect(page.locator("#origins-sum")).to_have_text("5 articles of 4 origins")
    expect(page.locator("#origins-list")).to_contain_text("Demonstration agency 2")
    page.fill("#date-to", "2020-07-12")
    page.fill("#date-from", "2020-07-12")
    expect(page.locator("#origins-sum")).to_have_text("3 articles of 2 origins")
    names = page.locator(".origin").all_text_contents()
    assert names == ["Demonstration agency 2", "Demonstration ministry 1"]
