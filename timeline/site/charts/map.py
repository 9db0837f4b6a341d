"""The map: Folium makes view, controls and the script that hands it over; `map.js` draws what events and outlines say.

No text of an article, a region or a configuration enters a Folium template: events, outlines and names travel as data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geodata.regions import Region
    from timeline.config import TileLayer

SCRIPTS = (
    "outlines.js", "areas.js", "disputed.js", "spots.js", "event_layer.js", "place_layer.js", "layer_control.js",
    "map_keys.js", "map.js",
)  # fmt: skip


_HAND_OVER = """{% macro script(this, kwargs) %}
Chronotope.map.begin({{ this._parent.get_name() }});
{% endmacro %}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapParts:
    """What Folium renders: the element and the script that makes the map."""

    html: str
    script: str


def render(region: Region) -> MapParts:
    """The map of a region, without any layer of Folium's own and without anything from elsewhere."""
    import folium
    from branca.element import MacroElement
    from jinja2 import Template

    class OfflineMap(folium.Map):
        """A Folium map that links nothing; its scripts and styles are the page's."""

        default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own protocol
        default_css: list[tuple[str, str]] = []  # noqa: RUF012 - the same

    class HandOver(MacroElement):
        """Gives the map to `map.js`."""

        _template = Template(_HAND_OVER)

    chart = OfflineMap(
        location=list(region.center), zoom_start=region.zoom, tiles=None, control_scale=True, zoom_control="topleft",
        zoom_snap=0.5, keyboard=True,
    )  # fmt: skip
    chart.options.update(minZoom=4, maxZoom=12)  # Folium gives the limits that it is told to its own tiles alone
    chart._id = "events"  # noqa: SLF001 - else random, and the same input would give other bytes
    chart.add_child(HandOver(), name="hand_over")  # type: ignore[no-untyped-call] # branca is untyped
    figure: Any = chart.get_root()
    figure.render()
    return MapParts(html=figure.html.render().strip(), script=figure.script.render().strip() + "\n")


def settings(region: Region, tiles: Sequence[TileLayer]) -> dict[str, Any]:
    """What `map.js` is told: how far the map may be moved, and the online layers that a reader may switch on."""
    west, south, east, north = region.bbox
    layers = [{"name": t.name, "url": t.url, "attribution": t.attribution, "maxZoom": t.max_zoom} for t in tiles]
    return {"bounds": [[south, west], [north, east]], "tiles": layers}
