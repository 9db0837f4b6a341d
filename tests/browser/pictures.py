"""What the pages look like, kept as coarse grids of light: ``python -m tests.browser.pictures`` writes them anew.

A grid is the mean light of 24 by 16 fields of a picture, a hexadecimal digit a field: enough to notice a part that is gone,
moved or without its colours, and blind to other fonts. Look at the pictures (``make screenshots``) before keeping new grids.
"""

from __future__ import annotations

import base64
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.timeline.site import demonstration
from timeline.site import screenshots
from timeline.site.build import build

KEPT = Path(__file__).with_name("pictures.toml")
HEAD = "# Mean light of 24 by 16 fields of each picture, a hexadecimal digit a field; written by tests/browser/pictures.py.\n\n"
COLUMNS, ROWS = 24, 16
WINDOWS = tuple(state for state in screenshots.STATES if not state.touch and not state.print)
"""States whose pictures are as large as their windows, whatever the fonts."""

_SHRINK = """async ([source, columns, rows]) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: columns, height: rows });
  const brush = canvas.getContext("2d");
  brush.imageSmoothingQuality = "high";
  let [width, height, from] = [image.width, image.height, image];
  while (width > 2 * columns) {  // halves: a browser's smoothing looks at few neighbours only
    width = Math.ceil(width / 2); height = Math.ceil(height / 2);
    const half = Object.assign(document.createElement("canvas"), { width, height });
    half.getContext("2d").drawImage(from, 0, 0, width, height);
    from = half;
  }
  brush.drawImage(from, 0, 0, columns, rows);
  const { data } = brush.getImageData(0, 0, columns, rows);
  return Array.from({ length: columns * rows }, (_, n) => 0.299 * data[4 * n] + 0.587 * data[4 * n + 1] + 0.114 * data[4 * n + 2]);
}"""


def grids(browser: Browser, site: Path, folder: Path) -> dict[str, list[float]]:
    """Mean light (0 to 255) of the fields of each state's picture."""
    canvas = browser.new_page()
    found = {}
    for state in WINDOWS:
        picture = base64.b64encode(screenshots.shoot(browser, site, folder, state).read_bytes()).decode()
        found[state.name] = canvas.evaluate(_SHRINK, [f"data:image/png;base64,{picture}", COLUMNS, ROWS])
    canvas.close()
    return found


def written(grid: list[float]) -> str:
    """A grid as it is kept."""
    return "".join(f"{min(15, round(light / 17)):x}" for light in grid)


def kept() -> Mapping[str, list[float]]:
    """The grids that were kept, by state."""
    table = tomllib.loads(KEPT.read_text(encoding="utf-8"))
    return {name: [int(digit, 16) * 17.0 for digit in "".join(rows)] for name, rows in table.items()}


def main() -> None:
    """Keep the grids of today's pictures of the demonstration site."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        build(demonstration.site(folder / "region"), folder / "site")
        browser = screenshots.launch(playwright)
        found = {state: written(grid) for state, grid in grids(browser, folder / "site", folder).items()}
        browser.close()
    lines = (f"{state} = [\n{_rows(grid)}]\n" for state, grid in found.items())
    KEPT.write_text(HEAD + "\n".join(lines), encoding="utf-8")


def _rows(grid: str) -> str:
    return "".join(f'  "{grid[start : start + COLUMNS]}",\n' for start in range(0, len(grid), COLUMNS))


if __name__ == "__main__":
    main()
