"""Everything can be reached by keyboard, is named, is large enough to be pressed, and passes axe-core's rules."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
DARK = {"color_scheme": "dark"}

RUN = """() => axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } }, resultTypes: ["violations"], preload: false,
})"""


def choose(page: Page) -> None:
    page.locator("#list .item").nth(8).click()  # told by three sources that differ
    expect(page.locator("#detail-title")).not_to_be_empty()


def press(name: str) -> Callable[[Page], None]:
    return lambda page: page.click(name)


def nothing(_page: Page) -> None:
    """The page as it opens."""


def broken(page: Page) -> list[Any]:
    """What axe-core finds: rule, elements, what to do."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [
        (one["id"], [node["target"] for node in one["nodes"]], one["nodes"][0]["failureSummary"])
        for one in page.evaluate(RUN)["violations"]
    ]


STATES = {
    "list": ("index.html", "", {}, (nothing,)),
    "event, then dialog": ("index.html", "", {}, (choose, press("#share"))),
    "open panels": (
        "index.html",
        "",
        {},
        (press("#filters > summary"), press(".time-key summary"), press(".layers summary")),
    ),
    "story": ("index.html", "view=story", {}, (nothing,)),
    "story on a phone": ("index.html", "view=story&lang=ar", {**NARROW, **DARK}, (nothing,)),
    "ledger": ("index.html", "view=ledger", {}, (nothing,)),
    "ledger on a phone": ("index.html", "view=ledger&lang=ar", {**NARROW, **DARK}, (nothing,)),
    "dark": ("index.html", "", DARK, (nothing, choose)),
    "right to left": ("index.html", "lang=ar", {}, (nothing, choose)),
    "phone": ("index.html", "", PHONE, (nothing, press("#sheet"), choose)),
    "320 px": ("index.html", "", NARROW, (nothing, press("#sheet"), press("#share"))),
    "frame of the map": ("embed/map.html", "", {}, (nothing,)),
    "frame of the timeline": ("embed/timeline.html", "", DARK, (nothing,)),
    "frame, right to left": ("embed/map.html", "lang=ar", DARK, (nothing,)),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Opener, state: str) -> None:
    name, address, options, steps = STATES[state]
    page = open_page(name, address, **options)
    for step in steps:
        step(page)
        assert broken(page) == []


@pytest.mark.parametrize("options", [{}, {**DARK, **NARROW}])
def test_axe_finds_nothing_in_pages_to_read(open_page: Opener, site: Path, options: dict[str, Any]) -> None:
    page = open_page("embed/map.html", **options)
    for paper in sorted(site.glob("*.html")):
        if paper.name != "index.html":
            page.goto(paper.as_uri())
            assert (paper.name, broken(page)) == (paper.name, [])


def focused(page: Page) -> str:
    """The id, or the class, of what has the focus."""
    return page.evaluate("(({ id, className, tagName }) => id || className || tagName)(document.activeElement)")


def stops(page: Page) -> list[str]:
    """What the tabulator stops at, once round the page."""
    found: list[str] = []
    while True:
        page.keyboard.press("Tab")
        at = focused(page)
        if at in ("BODY", "screen") or len(found) > 400:
            return found
        found.append(at)


def test_the_keyboard_passes_the_map_in_one_stop_and_its_controls(open_page: Opener) -> None:
    page = open_page()
    walked = stops(page)
    assert walked[0] == "skip"
    start, end = walked.index("map_events"), walked.index("brush-start")
    within = page.evaluate("document.querySelectorAll('#map a, #map summary, #map button').length")
    in_map = [stop for stop in walked[start:end] if "leaflet" in stop or stop in ("map_events", "")]
    assert walked.count("map_events") == 1
    assert len(in_map) <= within + 1
    assert walked.index("brush-end") == end + 1


def test_the_skip_link_leads_past_the_map_and_keeps_the_state(open_page: Opener) -> None:
    page = open_page(state="range=2020-07-12..2020-07-17")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focused(page) == "side"
    assert "range=2020-07-12..2020-07-17" in page.url
    expect(page.locator("#count")).to_have_text("6 of 21 events")


def test_keys_go_from_mark_to_mark_on_the_map(open_page: Opener) -> None:
    page = open_page(state="range=2022-05-01..2022-05-01&types=unrest")
    container = page.locator("#map_events")
    expect(page.locator("#live")).to_have_text("1 of 21 events")
    expect(container).to_have_attribute("aria-label", "Map of events")
    container.focus()
    page.keyboard.press("PageDown")
    name = "Rally in Yerevan, May 1, 2022, exact place"
    expect(page.locator("#live")).to_have_text(name)
    expect(page.locator("#map-tip")).to_have_text(name)
    expect(page.locator("#mark-ring")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#detail-title")).to_have_text("Rally in Yerevan")
    expect(page.locator("#detail-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(container).to_be_focused()


def test_keys_reach_each_of_several_events_at_one_spot(open_page: Opener) -> None:
    page = open_page(state="range=2020-07-12..2020-07-15&types=strike,humanitarian")
    expect(page.locator("#live")).to_have_text("3 of 21 events")
    page.locator("#map_events").focus()
    page.keyboard.press("PageDown")
    expect(page.locator("#live")).to_have_text("3 events: Strike 2, Humanitarian 1")
    page.keyboard.press("Enter")
    expect(page.locator("#list .item")).to_have_count(3)
    assert focused(page) == "side"


def test_rows_sliders_and_counts_are_named(open_page: Opener) -> None:
    page = open_page()
    expect(page.locator("#list .item", has_text="Road to Lachin")).to_have_accessible_name(
        re.compile("^Road to Lachin blocked ?, since Dec 12, 2022 · Lachin ?, known to the district$")
    )
    for slider, name, value in (
        ("#brush-start", "First day shown", "April 29, 1991"),
        ("#brush-end", "Last day shown", "September 2, 2023"),
    ):
        expect(page.locator(slider)).to_have_role("slider")
        expect(page.locator(slider)).to_have_accessible_name(name)
        expect(page.locator(slider)).to_have_attribute("aria-valuetext", value)
    page.select_option("#language", "ar")
    expect(page.locator("#brush-start")).to_have_accessible_name("أول يوم معروض")
    page.fill("#search", "توفوز")
    expect(page.locator("#live")).to_have_text("5 من 21 حدثًا")


SMALL = """(least) => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length;
  const inText = (element) => element.matches("a") && getComputedStyle(element).display === "inline" && element.closest("p, li, dd, td, figcaption, .leaflet-control-attribution");
  const box = (element) => (element.closest("label") || element).getBoundingClientRect();
  return [...document.querySelectorAll("a[href], button, input, select, summary, [role=slider]")]
    .filter((element) => shown(element) && !inText(element) && !element.matches(".skip"))
    .map((element) => ({ element, box: box(element) }))
    .filter(({ box }) => Math.round(box.height) < least || Math.round(box.width) < least)
    .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`);
}"""


@pytest.mark.parametrize(("options", "least"), [({}, 24), (PHONE, 44)])
def test_targets_are_large_enough(open_page: Opener, site: Path, options: dict[str, Any], least: int) -> None:
    page = open_page(**options)
    if "has_touch" in options:
        page.click("#sheet")
    page.click(".layers summary")
    assert page.evaluate(SMALL, least) == []
    choose(page)
    assert page.evaluate(SMALL, least) == []
    page.click("#share")
    assert page.evaluate(SMALL, least) == []
    for other in ("embed/map.html", "about.html", "ledger.html"):
        page.goto((site / other).as_uri())
        assert (other, page.evaluate(SMALL, least)) == (other, [])


def test_marks_are_hit_by_a_finger(open_page: Opener) -> None:
    reach = "() => { const { map } = Chronotope, layer = map.layers.events; const spot = layer._spots.find((one) => one.total === 1); const at = layer.position(spot); return [12, 21].map((off) => layer.hit(at.add([off, 0])) === spot); }"
    state = "range=2022-05-01..2022-05-01"
    assert open_page(state=state).evaluate(reach) == [True, False]
    assert open_page(state=state, **PHONE).evaluate(reach) == [True, True]
