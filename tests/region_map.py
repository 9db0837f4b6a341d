"""A picture of what a region's folder knows: its places, their radii, outlines and disputed areas.

``python -m tests.region_map REGION PICTURE.png [WEST SOUTH EAST NORTH]`` draws the region, or a part of it. It is for
looking at: a place on the wrong side of a border is seen at once.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from geodata import regions
from geodata.model import Place
from geodata.regions import Region

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
WIDTH = 1800
KM_A_DEGREE = 111.2
WIDEST_KM = 60
"""From this radius on a circle would hide what lies in it."""
COLOURS = {"city": "#0b3d91", "village": "#1a7f37", "feature": "#8a4b08", "district": "#7a7a7a", "admin1": "#7a7a7a"}
POINTS = ("city", "village", "feature")
STYLE = """
text{font:9px sans-serif;fill:#222;paint-order:stroke;stroke:#fff;stroke-width:2px}
.country{fill:#f6f3ea;stroke:#555;stroke-width:1.4}.region{fill:none;stroke:#bbb;stroke-width:.7}
.disputed{fill:#c0392b14;stroke:#c0392b;stroke-width:1.6;stroke-dasharray:6 4}
"""


class Sheet:
    """The plane of the drawing: degrees to pixels, east and north equally long in the middle."""

    def __init__(self, box: Box) -> None:
        self.west, self.south, self.east, self.north = box
        self.across = WIDTH / (self.east - self.west)
        self.up = self.across / math.cos(math.radians((self.south + self.north) / 2))
        self.height = round((self.north - self.south) * self.up)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels from the upper left corner."""
        return round((lon - self.west) * self.across, 1), round((self.north - lat) * self.up, 1)

    def pixels(self, km: float) -> float:
        """How long a distance is drawn."""
        return round(km / KM_A_DEGREE * self.up, 1)

    def shows(self, place: Place) -> bool:
        """Whether a place lies on the sheet."""
        return self.west <= place.lon <= self.east and self.south <= place.lat <= self.north


def lines(geometry: dict[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    """All lines and rings of a GeoJSON geometry."""
    parts, depth = geometry["coordinates"], {"LineString": 0, "MultiPolygon": 2}.get(geometry["type"], 1)
    for _ in range(depth - 1):
        parts = [ring for part in parts for ring in part]
    yield from [parts] if depth == 0 else parts


def outlines(path: Path, sheet: Sheet, kind: str) -> Iterator[str]:
    """The outlines of a file of GeoJSON."""
    if not path.is_file():
        return
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        closed = "" if "LineString" in feature["geometry"]["type"] else "Z"
        drawn = (
            "M" + "L".join("{},{}".format(*sheet.at(*point[:2])) for point in line) + closed
            for line in lines(feature["geometry"])
        )
        fill = "" if closed else ' fill="none" style="fill:none"'
        yield f'<path class="{kind}" d="{" ".join(drawn)}"{fill}/>'


def marks(places: Iterable[Place], sheet: Sheet) -> Iterator[str]:
    """A circle of its radius for each place that isn't too wide, a dot and its name."""
    for place in sorted(filter(sheet.shows, places), key=lambda one: -one.radius_km):
        x, y = sheet.at(place.lon, place.lat)
        colour = COLOURS.get(place.kind, "#8e44ad")
        dot = 3 if place.kind in POINTS else 1.5
        radius = sheet.pixels(place.radius_km if place.radius_km < WIDEST_KM else 0)
        yield f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}0a" stroke="{colour}40"/>'
        yield f'<circle cx="{x}" cy="{y}" r="{dot}" fill="{colour}"/>'
        yield f'<text x="{x + 4}" y="{y + 3}">{escape(place.name)}</text>'


def drawing(region: Region, box: Box | None = None) -> str:
    """The region as SVG."""
    sheet, data = Sheet(box or region.bbox), Path(str(files("geodata.data")))
    layers = [
        *outlines(data / "countries.geojson", sheet, "country"),
        *outlines(data / "regions.geojson", sheet, "region"),
        *(outlines(region.borders, sheet, "disputed") if region.borders else ()),
        *marks(region.places, sheet),
    ]
    size = f'width="{WIDTH}" height="{sheet.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{STYLE}</style>{"".join(layers)}</svg>'


def main(arguments: Sequence[str]) -> None:
    """Draw a region into a picture."""
    from playwright.sync_api import sync_playwright

    from timeline.site.screenshots import launch

    name, picture, *edges = arguments
    west, south, east, north = map(float, edges) if edges else regions.load(name).bbox
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": WIDTH, "height": 800})
        page.set_content(drawing(regions.load(name), (west, south, east, north)))
        page.locator("svg").screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
