"""Filters: what each lets through, what they say and count, how a link keeps them, and how they are reached."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.timeline.site import demonstration
from timeline.site.build import build

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SIGNERS = ("أحمد الأول", "İlham Əhmədov", "Party of 100", *(f"Party {n:02}" for n in range(1, 13)))
REVIEW = "Weekly, 50% Review"
SURE = {"Rally in Yerevan": 0.93, "Earthquake": 0.8}
UNSURE = {"Families displaced near Tovuz": 0.499, "Aid sent to Syunik": None}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site with more parties and other scores."""
    frame = demonstration.frame()
    frame["score"] = [{**SURE, **UNSURE}.get(titles["en"], 0.71) for titles in frame["titles"]]
    signed = [{"id": "", "name": name, "role": "actor"} for name in SIGNERS]
    frame["actors"] = [
        signed if titles["en"] == "Ceasefire agreed" else actors
        for titles, actors in zip(frame["titles"], frame["actors"], strict=True)
    ]
    folder = tmp_path_factory.mktemp("filtered")
    articles = tuple(
        replace(article, publisher=REVIEW) if article.id == "en-two" else article
        for article in demonstration.articles()
    )
    build(demonstration.site(folder / "region", frame=frame, articles=articles), folder / "site")
    return folder / "site"


def opened(page: Page, *sections: str) -> Page:
    """Open the filters and some of their questions."""
    page.click("#filters > summary")
    for name in sections:
        page.click(f"[data-section={name}] > summary")
    return page


def choice(page: Page, section: str, name: str) -> Locator:
    named = page.locator(".choice-name").get_by_text(name, exact=True)
    return page.locator(f"[data-section={section}] .choice").filter(has=named)


def shown(page: Page, section: str, name: str) -> int:
    """The number beside an entry."""
    return int(choice(page, section, name).locator(".choice-count").inner_text())


def test_each_filter_leaves_what_its_number_says(open_page: Opener) -> None:
    page = opened(open_page(), "actors", "sources", "claimants", "precision", "confidence")
    for section, name, left, said in (
        ("actors", "Azerbaijan", 8, "Involved: Azerbaijan"),
        ("sources", REVIEW, 7, f"Published by: {REVIEW}"),
        ("claimants", "Ministry of Side A", 2, "Claimed by: Ministry of Side A"),
        ("claimants", "The publisher itself", 21, "Claimed by: The publisher itself"),
        ("precision", "known to the year", 2, "known to the year"),
        ("precision", "known to the country only", 2, "known to the country only"),
        ("precision", "Without a place", 1, "Without a place"),
        ("confidence", "50% or more", 19, "extraction score 50% or more"),
        ("confidence", "80% or more", 2, "extraction score 80% or more"),
        ("confidence", "confirmed by a person", 1, "confirmed by a person"),
    ):
        expect(choice(page, section, name).locator(".choice-count")).to_have_text(str(left))
        choice(page, section, name).click()
        expect(page.locator("#list .item")).to_have_count(left)
        expect(page.locator("#filtered-text")).to_have_text(said)
        expect(page.locator("#filters-chosen")).to_have_text("1 chosen")
        page.click("#clear")
        expect(page.locator("#count")).to_have_text("21 events")
        expect(page.locator(".choice input[type=checkbox]:checked")).to_have_count(0)
    assert page.url.endswith("index.html")


def test_filters_combine_and_count_under_the_others(open_page: Opener) -> None:
    page = opened(open_page(), "actors", "sources", "precision", "confidence")
    choice(page, "actors", "Azerbaijan").click()
    expect(choice(page, "sources", REVIEW).locator(".choice-count")).to_have_text("1")
    assert shown(page, "actors", "Party 01") == 1  # a further actor would still add its events
    assert shown(page, "confidence", "80% or more") == 0
    choice(page, "precision", "known to the year").click()
    expect(page.locator("#list .item")).to_have_count(1)
    choice(page, "precision", "known to the day").click()
    expect(page.locator("#list .item")).to_have_count(8)
    expect(page.locator("#filtered-text")).to_contain_text("known to the year or known to the day")
    page.fill("#date-from", "2020-01-01")
    expect(choice(page, "precision", "known to the year").locator(".choice-count")).to_have_text("0")
    expect(page.locator("#count")).to_have_text("5 of 21 events")
    page.locator(".group", has_text="Strike").click()
    expect(choice(page, "actors", "Azerbaijan").locator(".choice-count")).to_have_text("1")
    expect(page.locator("#live")).to_have_text("1 of 21 events")
    page.click("#clear")
    expect(page.locator("#count")).to_have_text("21 events")
    expect(choice(page, "confidence", "Any").locator("input")).to_be_checked()


def test_long_lists_are_searched_in_any_script(open_page: Opener) -> None:
    page = opened(open_page(), "actors", "sources")
    find = page.locator("[data-section=actors] .find")
    names = page.locator("[data-section=actors] .choice-name")
    expect(names).to_have_count(16)
    expect(page.locator("[data-section=sources] .find")).to_have_count(0)
    for text, found in (("احمد", SIGNERS[0]), ("ilham", SIGNERS[1]), ("أذربيجان", "Azerbaijan"), ("100", SIGNERS[2])):
        find.fill(text)
        expect(names).to_have_text([found])
    names.click()
    assert page.url.endswith("actors=party+of+100")
    find.fill("nobody")
    expect(page.locator("[data-section=actors] .left")).to_have_text("Nothing in this list has that name.")
    again = open_page(state=page.url.split("#")[1])
    expect(again.locator("#filtered-text")).to_have_text(f"Involved: {SIGNERS[2]}")
    expect(again.locator("#list .item")).to_have_count(1)


def test_a_link_keeps_all_filters(open_page: Opener) -> None:
    page = opened(open_page(), "actors", "sources", "claimants", "precision", "confidence")
    for section, name in (
        ("actors", "Azerbaijan"),
        ("sources", "Образец новостей"),
        ("sources", REVIEW),
        ("claimants", "Ministry of Side A"),
        ("precision", "known to the day"),
        ("precision", "near this place"),
        ("confidence", "50% or more"),
        ("confidence", "machine-extracted, unreviewed"),
    ):
        choice(page, section, name).click()
    expect(page.locator("#count")).to_have_text("1 of 21 events")
    said = page.locator("#filtered-text").inner_text()
    state = page.url.split("#")[1]
    assert "actors=iso%3AAZ" in state
    assert unquote(state).count("Weekly%2C+50%25+Review") == 1
    assert "precision=day,near" in state
    assert "confidence=0.5,unreviewed" in state
    again = open_page(state=state)
    expect(again.locator("#count")).to_have_text("1 of 21 events")
    expect(again.locator("#filtered-text")).to_have_text(said)
    opened(again, "claimants")
    expect(choice(again, "claimants", "Ministry of Side A").locator("input")).to_be_checked()
    again.select_option("#language", "ar")
    expect(again.locator("#filtered-text")).to_contain_text("الأطراف: أذربيجان")
    expect(choice(again, "actors", "أذربيجان").locator("input")).to_be_checked()
    frame = open_page("embed/timeline.html", state=state)
    expect(frame.locator("#count")).to_have_text("1 of 21 events")


def test_what_a_link_names_and_the_site_lacks_is_left_aside(open_page: Opener) -> None:
    page = open_page(state="actors=iso:AZ,iso:XX&sources=Nobody&precision=week&confidence=0.8,certain")
    expect(page.locator("#unknown-filter")).to_be_visible()
    expect(page.locator("#filtered-text")).to_have_text("Involved: Azerbaijan · extraction score 80% or more")
    expect(page.locator("#nothing")).to_be_visible()
    page.evaluate("location.hash = 'actors=iso:AZ'")
    expect(page.locator("#unknown-filter")).to_be_hidden()
    expect(page.locator("#list .item")).to_have_count(8)


def test_filters_by_keys(open_page: Opener) -> None:
    page = open_page()
    page.focus("#filters > summary")
    page.keyboard.press("Enter")
    expect(page.locator("[data-section=confidence]")).to_be_visible()
    page.focus("[data-section=confidence] > summary")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Any")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#list .item")).to_have_count(19)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("group", name="Review").get_by_role("checkbox").nth(1)).to_be_checked()
    expect(page.locator("#list .item")).to_have_count(1)
    page.focus("#clear")
    page.keyboard.press("Enter")
    expect(page.locator("#side")).to_be_focused()


@pytest.mark.parametrize("state", ["desk", "phone"])
def test_open_filters_are_accessible(open_page: Opener, state: str) -> None:
    options = PHONE if state == "phone" else {"color_scheme": "dark"}
    page = opened(open_page(state="lang=ar&precision=day", **options), "actors", "precision")
    assert page.locator(".choice").first.bounding_box()["height"] >= (44 if state == "phone" else 24)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run('#side', { resultTypes: ['violations'], preload: false })")
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []


def test_search_finds_places_parties_and_sources(open_page: Opener) -> None:
    page = open_page()
    for query, found in (
        ("АЗЕРБАЙДЖАН", 2),
        ("اذربيجان", 12),
        ("georgia", 7),
        ("وكاله العرض", 3),
        ("ОБРАЗЕЦ", 2),
        ("ilham ahmadov", 1),
        ("İLHAM", 1),
        ("нападение", 0),
        ("١٠٠", 1),
        ("tovuz herald", 3),
    ):
        page.fill("#search", query)
        expect(page.locator("#filtered-text")).to_contain_text(f"“{query}”")
        expect(page.locator("#list .item")).to_have_count(found)


def test_a_large_site_says_that_sentences_are_not_searched(open_page: Opener) -> None:
    page = open_page()
    page.evaluate("Chronotope.events.header.chunks.length = 100")
    page.fill("#search", "herald")
    expect(page.locator("#filtered-text")).to_contain_text("sentences are not")
    expect(page.locator("#list .item")).to_have_count(11)
    page.fill("#search", "each side blamed")
    expect(page.locator("#nothing")).to_be_visible()
