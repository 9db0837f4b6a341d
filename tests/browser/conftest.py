"""A real Chromium over file://, with the network blocked and every fault noted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.timeline.site import demonstration
from timeline.site.build import build
from timeline.site.screenshots import launch

DESK = {"width": 1440, "height": 900}
WATCH_POLICY = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (e) => window.policyViolations.push(e.effectiveDirective + " " + e.blockedURI));
"""


@dataclass
class Faults:
    """What must not happen while a page is open."""

    said: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.add_init_script(WATCH_POLICY)
        context.route("**/*", self._route)
        context.on("page", self._watch_page)

    def _route(self, route: Any) -> None:
        url = route.request.url
        if url.startswith(("file:", "data:", "blob:")):
            route.continue_()
        else:
            self.said.append(f"request {url}")
            route.abort()

    def _watch_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.said.append(f"error {error}"))
        page.on("dialog", lambda dialog: (self.said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("console", self._console)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.said.append(f"console {message.text}")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, built once."""
    folder = tmp_path_factory.mktemp("demonstration")
    build(demonstration.site(folder / "region"), folder / "site")
    return folder / "site"


@pytest.fixture
def open_page(chromium: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """Open a page of the site and wait until it is ready; at the end nothing wrong may have happened."""
    faults = Faults()
    contexts = []

    def opened(page: str = "index.html", state: str = "", **options: Any) -> Page:
        context = chromium.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **options})
        contexts.append(context)
        faults.watch(context)
        tab = context.new_page()
        tab.set_default_timeout(10_000)
        tab.goto(f"{(site / page).as_uri()}#{state}")
        tab.wait_for_selector("html[data-ready]")
        return tab

    yield opened
    for context in contexts:
        for tab in context.pages:
            faults.said += [f"policy {said}" for said in tab.evaluate("window.policyViolations")]
        context.close()
    assert faults.said == []
