"""Pictures of a built site in the states that matter: ``python -m timeline.site.screenshots SITE OUT``.

They are looked at by people and shown in the README. Nothing is loaded from elsewhere while they are taken.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import BuildError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
DESK, PHONE, FRAME = (1440, 900), (390, 844), (900, 480)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One picture: a page, its hash, the window and what is done before."""

    name: str
    page: str = "index.html"
    hash: str = ""
    size: tuple[int, int] = DESK
    dark: bool = False
    touch: bool = False
    print: bool = False
    prepare: Callable[[Page], None] | None = None


def _told_most(page: Page) -> None:
    """Choose the event with most sources."""
    found = page.evaluate(
        """async () => {
          const { events } = Chronotope;
          let best = 0, most = -1;
          for (let row = 0; row < Math.min(events.count, 500); row++) {
            const { event } = await events.detail(row);
            const told = (event.claims || []).length + (event.tolls || []).length;
            if (told > most) [best, most] = [row, told];
          }
          return best;
        }"""
    )
    page.evaluate("row => Chronotope.store.set({ selected: row })", found)
    page.wait_for_selector("#detail-title:not(:empty)")


def _brush(page: Page) -> None:
    """Choose the last third of the time."""
    page.evaluate(
        """() => {
          const { events, store } = Chronotope;
          store.set({ range: [Math.round(events.first + (events.last - events.first) * 0.66), events.last] });
        }"""
    )


STATES = (
    State(name="desk"),
    State(name="desk-event", prepare=_told_most),
    State(name="desk-brushed", prepare=_brush),
    State(name="desk-share", prepare=lambda page: page.click("#share")),
    State(name="arabic", hash="lang=ar"),
    State(name="arabic-event", hash="lang=ar", prepare=_told_most),
    State(name="dark", dark=True),
    State(name="dark-event", dark=True, prepare=_told_most),
    State(name="tablet", size=(900, 700)),
    State(name="phone", size=PHONE, touch=True),
    State(name="phone-event", size=PHONE, touch=True, prepare=_told_most),
    State(name="phone-list", size=PHONE, touch=True, prepare=lambda page: page.press("#sheet", "End")),
    State(name="phone-across", size=(844, 390), touch=True),
    State(name="phone-arabic", size=PHONE, touch=True, hash="lang=ar"),
    State(name="print", print=True, size=(794, 1123)),
    State(name="embed-map", page="embed/map.html", size=FRAME),
    State(name="embed-timeline", page="embed/timeline.html", size=(900, 340)),
    State(name="about", page="about.html", size=(1100, 900)),
    State(name="report", page="report.html", size=(1100, 900)),
    State(name="ledger", page="ledger.html", size=(1100, 900)),
)


def launch(playwright: Playwright) -> Browser:
    """Start the installed Chromium or Chrome (``CHROMIUM`` or ``CHROME`` names one), else the one Playwright fetched.

    Raises
    ------
    BuildError : there is none.
    """
    from playwright.sync_api import Error

    named = os.environ.get("CHROMIUM") or os.environ.get("CHROME")
    path = named or next((found for found in map(shutil.which, BROWSERS) if found), None)
    try:
        return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    except Error as error:
        remedy = "Install Chromium or Chrome, or name its file in CHROMIUM=…"
        raise BuildError("no browser starts", where=path or "", remedy=remedy) from error


def take(site: Path, folder: Path, names: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Write one PNG a state (of those named, else all) into ``folder``; give the files."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    chosen = [state for state in STATES if not names or state.name in names]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        taken = tuple(shoot(browser, site, folder, state) for state in chosen)
        browser.close()
    return taken


def shoot(browser: Browser, site: Path, folder: Path, state: State) -> Path:
    """Take one picture; give its file."""
    context = browser.new_context(
        viewport={"width": state.size[0], "height": state.size[1]},
        color_scheme="dark" if state.dark else "light",
        has_touch=state.touch,
        device_scale_factor=2 if state.touch else 1,
        reduced_motion="reduce",
    )
    context.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    page = context.new_page()
    page.goto(f"{(site / state.page).resolve().as_uri()}#{state.hash}")
    if state.page in ("index.html", "embed/map.html", "embed/timeline.html"):
        page.wait_for_selector("html[data-ready]", timeout=20_000)
    if state.print:
        page.emulate_media(media="print")
    if state.prepare:
        state.prepare(page)
    page.wait_for_timeout(500)
    path = folder / f"{state.name}.png"
    page.screenshot(path=path, full_page=state.print or state.touch)
    context.close()
    return path


def main(arguments: list[str]) -> None:
    """Command line: the site's folder, the folder of the pictures, then names of states if not all are wanted."""
    if len(arguments) < 2:  # noqa: PLR2004 - the two folders
        sys.exit("usage: python -m timeline.site.screenshots SITE OUT [NAME...]")
    for path in take(Path(arguments[0]), Path(arguments[1]), tuple(arguments[2:])):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
