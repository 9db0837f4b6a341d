"""What a reader waits for: time to ready and time of a brush, from ``file://``, beside Folium's own layers: ``make bench-page``.

The same invented points go into our page and, up to 100,000, into maps made with Folium's ``GeoJson`` (canvas) and
``FastMarkerCluster``; those need leaflet.markercluster in a folder named by ``--npm``, and are left out without it.
"""

import argparse
import gzip
import json
import random
import statistics
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench import page_peers
from tests.timeline.site import demonstration
from timeline import rows as table_rows
from timeline.site import build as site_build
from timeline.site.output import Output
from timeline.site.screenshots import launch

SIZES = (300, 10_000, 100_000, 1_000_000)
MOST_FOR_PEERS = 100_000
RUNS = 3
BRUSHES = 25
FIRST, DAYS = date(1991, 1, 1), 12_000
OTHERS = ("plotly-basic", "leaflet")
PATIENCE = 90
"""Seconds after which a page counts as not finishing."""

BRUSH = """async (steps) => {
  const { store, events } = Chronotope;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const width = Math.round((events.last - events.first) / 6), found = [];
  for (let i = 0; i < steps; i++) {
    const first = events.first + Math.round(((events.last - events.first - width) * i) / steps);
    await frame();
    const begun = performance.now();
    store.set({ range: [first, first + width] });
    await frame();
    found.push(performance.now() - begun);
  }
  return found;
}"""
"""From a change of the range to the frame that shows it; a frame of waiting for the screen is within."""


def rows(size: int, seed: int = 1) -> list[dict[str, Any]]:
    """Invented events, sorted by day, around 3,000 places; nested values are shared, so that a million fit."""
    chance = random.Random(seed)  # noqa: S311 - invented places, the same each time
    model = table_rows.rows(demonstration.frame())
    model = [
        row for row in model if row["start"] and row["lat"] and row["precision"] == "day" and row["kind"] == "event"
    ]
    places = [(chance.uniform(38.5, 43), chance.uniform(41, 49.5)) for _ in range(min(size, 3000))]
    days = sorted(int(DAYS * chance.random() ** 0.6) for _ in range(size))
    return [_row(chance.choice(model), number, day, chance.choice(places)) for number, day in enumerate(days)]


def _row(model: dict[str, Any], number: int, day: int, place: tuple[float, float]) -> dict[str, Any]:
    start = (FIRST + timedelta(days=day)).isoformat()
    return {**model, "event_id": f"e{number:010d}", "start": start, "end": start, "lat": place[0], "lon": place[1]}


def write(folder: Path, events: list[dict[str, Any]]) -> Path:
    """The page of these events, without the ledger and other papers, which no reader of the page waits for."""
    site = demonstration.site(folder / "region")
    planned = Output(folder / "site")
    site_build._add_screens(planned, site, events)  # noqa: SLF001 - the rest of a build makes no part of the page
    planned.publish()
    return folder / "site" / "index.html"


def first_view(browser: Browser, page: Path) -> tuple[int, int]:
    """Bytes that the first view loads, each file gzipped: our own, and those of Leaflet and plotly."""
    loaded: list[Path] = []
    tab = browser.new_page()
    tab.add_init_script(page_peers.WATCH)
    tab.on("request", lambda request: loaded.append(Path(unquote(urlsplit(request.url).path))))
    tab.goto(page.as_uri())
    wait(tab)
    tab.close()
    sizes = {file: len(gzip.compress(file.read_bytes(), 6)) for file in loaded if file.is_file()}
    others = sum(size for file, size in sizes.items() if file.name.startswith(OTHERS))
    return sum(sizes.values()) - others, others


def wait(tab: Page) -> float:
    """Milliseconds until the page is ready, asked from outside, since a wait in the page would need ``eval``."""
    for _ in range(int(PATIENCE / 0.05)):
        if time := tab.evaluate("window.readyAt || 0"):
            return float(time)
        tab.wait_for_timeout(50)
    raise TimeoutError(tab.url)


def ready(browser: Browser, page: Path) -> tuple[float, Page]:
    """Milliseconds from the start of navigation until the page is ready, and the page."""
    tab = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce").new_page()
    tab.set_default_timeout(PATIENCE * 1000)
    tab.on("pageerror", lambda error: sys.stderr.write(f"{page.name}: {error}\n"))
    tab.add_init_script(page_peers.WATCH)
    tab.goto(page.as_uri(), wait_until="commit")
    return wait(tab), tab


def measure(browser: Browser, page: Path, brush: str) -> dict[str, float]:
    """Medians of several openings, and of the brush in the last of them."""
    times, spans = [], []
    for run in range(RUNS):
        time, tab = ready(browser, page)
        times.append(time)
        if run == RUNS - 1:
            tab.wait_for_timeout(500)
            spans = tab.evaluate(brush, BRUSHES)
        tab.context.close()
    return {
        "ready": statistics.median(times),
        "brush": statistics.median(spans),
        "brush95": sorted(spans)[int(0.95 * len(spans))],
    }


def compare(browser: Browser, size: int, npm: Path | None) -> None:
    """Our page and its peers, with the same points, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder, events = Path(name), rows(size)
        ours = write(folder, events)
        if size == SIZES[0]:
            own, others = first_view(browser, ours)
            sys.stdout.write(
                f"first view, gzipped: {own / 1000:.0f} kB and {others / 1000:.0f} kB of Leaflet and plotly\n"
            )
        found = {"this page": measure(browser, ours, BRUSH)}
        if npm and size <= MOST_FOR_PEERS:
            for peer, file in page_peers.write(folder / "peers", events, npm).items():
                found[peer] = measure(browser, file, page_peers.BRUSH)
    for name, figures in found.items():
        show(size, name, figures, found["this page"])


def show(size: int, name: str, figures: dict[str, float], own: dict[str, float]) -> None:
    ratios = (
        f"  x{figures['ready'] / own['ready']:.1f} x{figures['brush'] / own['brush']:.1f}" if figures is not own else ""
    )
    sys.stdout.write(
        f"{size:>9,}  {name:<18} ready {figures['ready']:7.0f} ms  brush p50 {figures['brush']:7.1f} p95 {figures['brush95']:7.1f} ms{ratios}\n"
    )
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=json.loads, default=list(SIZES), help="as JSON: [300,10000]")
    parser.add_argument("--npm", type=Path, help="node_modules with leaflet.markercluster")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for size in options.sizes:
            compare(browser, size, options.npm)
        browser.close()


if __name__ == "__main__":
    main()
