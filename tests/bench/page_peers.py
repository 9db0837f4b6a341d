"""The same points in Folium's own layers, from files alone, with a brush by day."""

from pathlib import Path
from typing import Any

from timeline.site import resources

WATCH = """
window.readyAt = 0;
(function wait() {
  const done = document.documentElement?.dataset.ready || window.drawn;
  if (done) setTimeout(() => { window.readyAt = performance.now(); }, 0);
  else requestAnimationFrame(wait);
})();
"""
"""Ready is when the page says so (ours) or when the layer is on the map (peers), and a frame has been drawn since."""
BRUSH = """async (steps) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const found = [];
  for (let i = 0; i < steps; i++) {
    await frame();
    const begun = performance.now();
    window.brush(i / steps, i / steps + 1 / 6);
    await frame();
    found.push(performance.now() - begun);
  }
  return found;
}"""
_BRUSHES = {
    "GeoJson": """
window.brush = (from, to) => {
  const n = data.features.length, some = data.features.slice(Math.floor(n * from), Math.floor(n * to));
  layer.clearLayers(); layer.addData({ type: "FeatureCollection", features: some });
};""",
    "FastMarkerCluster": """
window.brush = (from, to) => {
  const n = markers.length; layer.clearLayers(); layer.addLayers(markers.slice(Math.floor(n * from), Math.floor(n * to)));
};""",
}
"""A peer filters as its authors would: by giving the layer other points."""


def write(folder: Path, events: list[dict[str, Any]], npm: Path) -> dict[str, Path]:
    """One page a peer; give them by name."""
    folder.mkdir()
    for name in ("leaflet.js", "leaflet.css"):
        (folder / name).write_bytes(resources.read(name))
    cluster = npm / "leaflet.markercluster" / "dist" / "leaflet.markercluster.js"
    (folder / cluster.name).write_bytes(cluster.read_bytes())
    points = [(event["lat"], event["lon"]) for event in events]
    return {
        name: _page(folder, name, make(points))
        for name, make in (("GeoJson", _geojson), ("FastMarkerCluster", _cluster))
    }


def _map() -> Any:
    import folium

    class Local(folium.Map):
        """Leaflet from beside the page, nothing else."""

        default_js = [("leaflet", "leaflet.js")]  # noqa: RUF012 - folium's own protocol
        default_css = [("leaflet_css", "leaflet.css")]  # noqa: RUF012 - the same

    return Local(location=[40.8, 45.2], zoom_start=7, tiles=None, prefer_canvas=True)


def _geojson(points: list[tuple[float, float]]) -> tuple[Any, str]:
    import folium

    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [lon, lat]}}
        for lat, lon in points
    ]
    chart = _map()
    layer = folium.GeoJson({"type": "FeatureCollection", "features": features}, marker=folium.CircleMarker(radius=4))
    layer.add_to(chart)
    return chart, f"const layer = {layer.get_name()}; const data = layer.toGeoJSON();"


def _cluster(points: list[tuple[float, float]]) -> tuple[Any, str]:
    from folium.plugins import FastMarkerCluster

    class Local(FastMarkerCluster):
        default_js = [("markercluster", "leaflet.markercluster.js")]  # noqa: RUF012 - the same
        default_css: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own protocol

    chart = _map()
    callback = "function (row) { return L.circleMarker(new L.LatLng(row[0], row[1]), { radius: 4 }); }"
    chart.options["maxZoom"] = 18  # which the plug-in needs and folium leaves to tiles
    layer = Local([list(point) for point in points], callback=callback)
    layer.add_to(chart)
    return chart, f"const layer = {layer.get_name()}; const markers = layer.getLayers();"


def _page(folder: Path, name: str, made: tuple[Any, str]) -> Path:
    chart, names = made
    html = chart.get_root().render()
    ending = f"<script>{names}{_BRUSHES[name]} requestAnimationFrame(() => {{ window.drawn = true; }});</script></html>"
    page = folder / f"{name}.html"
    page.write_text(html.replace("</html>", ending), encoding="utf-8")
    return page
