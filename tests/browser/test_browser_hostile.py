"""Whatever articles, corrections, a region and settings say is text on every page, and in every export."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser import hostile, hostile_site
from tests.browser.conftest import WATCH_POLICY, Faults

pytestmark = pytest.mark.browser
Opener = Callable[[str], Page]

SMALL = {"width": 800, "height": 400}
"""A window that is quickly drawn."""
SCREENS = ("index.html", "embed/map.html", "embed/timeline.html")
LOOK = """() => {
  const all = [...document.querySelectorAll("*")];
  const links = [...document.querySelectorAll("a[href], area[href], [*|href]:not([href])")];
  return {
    tags: [...new Set(all.map((one) => one.localName))],
    scripts: [...document.scripts].filter((one) => !one.src || one.text).length,
    handlers: all.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on"))),
    outside: links.filter((one) => one.protocol !== "file:").map((one) => [one.protocol, one.getAttribute("rel")]),
    inside: links.filter((one) => one.protocol === "file:").map((one) => one.href),
    polluted: [{}.polluted, Object.keys(Object.prototype).length, typeof Chronotope === "undefined" || typeof Chronotope.words],
  };
}"""
TAGS = {
    "html", "head", "meta", "title", "link", "script", "style", "body", "noscript", "header", "footer", "main", "nav", "section", "article", "search", "h1", "h2", "h3", "h4",
    "p", "a", "span", "div", "ol", "ul", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "blockquote", "q", "bdi", "time",
    "small", "strong", "em", "code", "br", "details", "summary", "dialog", "form", "label", "input", "select", "option", "button", "output", "fieldset", "legend", "canvas", "svg", "path",
    "circle", "rect", "g", "line", "text", "defs", "clippath", "clipPath", "use",
}  # fmt: skip
"""Elements that our own pages, Leaflet and Plotly make; none of them fetches, but for scripts and styles, which are told apart."""


class Watch(Faults):
    """Faults, and with them every file asked for that is none of the site's."""

    def __init__(self, site: Path) -> None:
        super().__init__()
        self._site = site.resolve()

    def watch(self, context: BrowserContext) -> None:
        """Requests are noted, not routed, which would be slow for hundreds of pages; without a network none gets out."""
        context.set_offline(offline=True)
        context.add_init_script(WATCH_POLICY)
        context.on("request", self._request)
        context.on("page", self._watch_page)

    def _request(self, request: Request) -> None:
        path = Path(unquote(urlsplit(request.url).path))
        own = request.url.startswith("file:") and path.is_file() and path.is_relative_to(self._site)
        if not own and not request.url.startswith(("data:", "blob:")):
            self.said.append(f"request {request.url}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The inputs, and the site built from them."""
    folder = tmp_path_factory.mktemp("hostile") / "inputs"
    built = hostile_site.build(folder)
    assert len(hostile_site.TEXTS) >= 300
    assert built.report["counts"] == {
        "used": len(hostile_site.TEXTS),
        "duplicate": 0,
        "skipped": 0,
        "failed": len(hostile.LONE_SURROGATES),
    }
    assert len(built.events) >= len(hostile_site.TEXTS) * 0.9
    return folder


@pytest.fixture
def open_hostile(chromium: Browser, folder: Path) -> Iterator[Opener]:
    """Open pages in one tab; at the end nothing may have happened that a page doesn't do by itself."""
    faults = Watch(folder / "site")
    context = chromium.new_context(viewport=SMALL, reduced_motion="reduce")
    faults.watch(context)
    tab = context.new_page()
    tab.set_default_timeout(20_000)

    def opened(page: str) -> Page:
        tab.goto(f"{(folder / 'site').as_uri()}/{page}")
        if page.split("#", maxsplit=1)[0] in SCREENS:
            tab.wait_for_selector("html[data-ready]")
        return tab

    yield opened
    context.close()
    assert faults.said == []


def check(page: Page, where: str) -> None:
    """Nothing on the page was made from text, nothing leads anywhere but to the site or, openly, to the web."""
    found = page.evaluate(LOOK)
    assert set(found["tags"]) <= TAGS, where
    assert (found["scripts"], found["handlers"]) == (0, []), where
    assert {tuple(link) for link in found["outside"]} <= {
        ("https:", "noopener noreferrer"),
        ("http:", "noopener noreferrer"),
    }, where
    root = page.url.split("/site/")[0] + "/site/"
    assert all(link.startswith(root) for link in found["inside"]), where
    assert found["polluted"] in ([None, 0, True], [None, 0, "object"]), where
    assert page.evaluate("window.policyViolations") == [], where


def test_on_the_screen(open_hostile: Opener) -> None:
    """Every event opened, listed, printed, in both languages and both directions."""
    page = open_hostile("index.html")
    opened = page.evaluate(
        """async () => {
          const { events, store } = Chronotope;
          const title = document.getElementById("detail-title");
          const shown = [];
          for (let row = 0; row < events.count; row++) {
            const { event } = await events.detail(row);
            store.set({ selected: row });
            while (document.documentElement.dataset.event !== event.id) await new Promise((done) => setTimeout(done));
            shown.push(title.textContent);
          }
          return [events.count, shown];
        }"""
    )
    assert len(opened[1]) == opened[0] >= 300
    assert any("<img src=x onerror=alert(1)>" in title for title in opened[1])
    check(page, "each event")
    for language in ("ar", "en"):
        page.evaluate("language => Chronotope.store.set({ language, selected: -1 })", language)
        for _ in range(3):
            page.evaluate("document.getElementById('more').click()")
            page.wait_for_timeout(60)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.evaluate("document.querySelectorAll('.layer-list input').forEach((one) => one.click())")
        check(page, f"list, layers and what is no event, {language}")
    page.emulate_media(media="print")
    page.wait_for_selector("#printed tr")
    check(page, "print")


def test_in_the_address(open_hostile: Opener) -> None:
    """What a link carries is looked up or searched for, nothing else."""
    page = open_hostile("index.html")
    texts = [text for text in hostile_site.TEXTS if len(text) < hostile.HUGE // 10][::16]
    page.evaluate(
        """async (texts) => {
          for (const text of texts) {
            const told = encodeURIComponent(text);
            location.hash = ["event", "range", "types", "actors", "sources", "q", "view", "lang", "at"].map((key) => `${key}=${told}`).join("&");
            await new Promise((done) => setTimeout(done, 4));
            location.hash = text;
            await new Promise((done) => setTimeout(done, 1));
          }
        }""",
        texts,
    )
    check(page, "address")


@pytest.mark.parametrize("name", ["embed/map.html", "embed/timeline.html"])
def test_in_frames(open_hostile: Opener, name: str) -> None:
    page = open_hostile(name)
    page.evaluate(
        """async () => {
          for (let row = 0; row < Chronotope.events.count; row += 5) {
            Chronotope.store.set({ selected: row });
            await new Promise((done) => setTimeout(done, 4));
          }
        }"""
    )
    check(page, name)


class Marks(HTMLParser):
    """Elements and attributes of a page, without a browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def papers(folder: Path) -> list[str]:
    """The pages that need no script, by name."""
    site = folder / "site"
    return sorted(name for path in site.rglob("*.html") if (name := str(path.relative_to(site))) not in SCREENS)


def test_on_the_pages_to_be_read(open_hostile: Opener, folder: Path) -> None:
    names = papers(folder)
    for name in [name for name in names if "/" not in name] + [name for name in names if "/" in name][::8]:
        page = open_hostile(name)
        assert page.evaluate("document.scripts.length") == 0
        check(page, name)


def test_on_the_page_of_every_source(folder: Path) -> None:
    names = papers(folder)
    assert len(names) > len(hostile_site.TEXTS)
    for name in names:
        found = Marks((folder / "site" / name).read_text(encoding="utf-8"))
        assert found.tags <= TAGS - {"script", "style", "form", "input"}, name
        assert not [one for one in found.names if one.startswith("on") or one in ("style", "srcdoc", "action")], name
        assert all(
            re.match(r"https?://[\w.-]+(:\d+)?([/?#]|$)|(\.\./)?[\w./-]+(#[\w=-]+)?$", link) for link in found.links
        ), name


def test_in_spreadsheets(folder: Path) -> None:
    """No cell begins as a formula does, wherever a spreadsheet takes cells to be divided."""
    text = (folder / "site" / "downloads" / "events.csv").read_text(encoding="utf-8-sig")
    csv.field_size_limit(10_000_000)
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert len(cells) > 300 * 40
    number = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
    formulas = [
        cell for cell in cells if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) and not number.fullmatch(cell)
    ]
    assert formulas == []
    assert not re.search(r"[;\t\r\n]\s*[=+\-@\uff1d\uff0b\uff0d\uff20](?!\d)", text)


def test_in_geojson(folder: Path) -> None:
    found = json.loads((folder / "site" / "downloads" / "events.geojson").read_text(encoding="utf-8"))
    ids = {claim["article_id"] for one in found["features"] for claim in one["properties"]["claims"]}
    assert len(ids) >= 300
