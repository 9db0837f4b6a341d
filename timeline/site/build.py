"""Building the static site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import rows as table_rows
from timeline.site import datafiles, embeds, pages, papers, resources, vendor
from timeline.site.charts import map as map_chart
from timeline.site.input import SiteInput
from timeline.site.output import Output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.rows import Row

__all__ = ["SiteInput", "build"]


def build(site: SiteInput, output: Path) -> tuple[str, ...]:
    """Write the site into ``output`` and give the names of its files; the same input gives the same bytes.

    A site that stands there is replaced file by file, ``index.html`` last, and what it alone used is removed.

    Raises
    ------
    BuildError : ``output`` holds files of somebody else, or the third-party scripts were not fetched.
    PackError : a language of the interface has no strings.
    """
    site = _published(site)
    rows = table_rows.rows(table_rows.sort(site.frame))
    planned = Output(output)
    _add_screens(planned, site, rows)
    papers.add(planned, site, rows)
    for name, content in sorted(site.downloads.items()):
        planned.add(f"downloads/{name}", content)
    return planned.publish()


def _published(site: SiteInput) -> SiteInput:
    """Without unconfirmed events, where only confirmed ones are published."""
    if site.publish == "all":
        return site
    return replace(site, frame=site.frame[site.frame["reviewed"].astype(bool)], rest=())


def _add_screens(planned: Output, site: SiteInput, rows: Sequence[Row]) -> None:
    """The main page and the pages for frames, with their data and scripts."""
    frame = pages.frame(site)
    data = datafiles.add(planned, site, rows)
    chart = map_chart.render(site.region)
    styles = (*resources.add(planned, ("leaflet.css",)), resources.add_joined(planned, "page.css", resources.STYLES))
    resources.add_licences(planned)

    def scripts(*names: str, files: Sequence[str]) -> tuple[str, ...]:
        """The first script, which data files call; the data, what is not ours, and all the rest in one."""
        first, *rest = resources.BASE
        own = [name for name in (*rest, *names, *resources.START[:-1]) if name not in vendor.FILES]
        theirs = resources.add(planned, [name for name in names if name in vendor.FILES])
        last = (chart.script if "map.js" in names else "", resources.read(resources.START[-1]).decode())
        joined = resources.add_joined(planned, "page.js", own, *last)
        return (*resources.add(planned, (first,)), *files, *theirs, joined)

    everything = scripts(
        *resources.MAP,
        *resources.TIMELINE,
        *resources.ADDRESS,
        *resources.PANELS,
        files=(*data.shared, *data.map, *data.timeline),
    )
    downloads = [{"path": f"downloads/{name}", "name": name} for name in sorted(site.downloads)]
    index = pages.render(
        "index.html",
        frame,
        styles=styles,
        scripts=everything,
        downloads=downloads,
        follow=True,
        map_html=pages.escaped(chart.html),
    )
    planned.add("index.html", index)
    only_map = scripts(*resources.MAP, *resources.ADDRESS, *resources.CARD, files=(*data.shared, *data.map))
    only_timeline = scripts(
        *resources.TIMELINE, *resources.ADDRESS, *resources.CARD, files=(*data.shared, *data.timeline)
    )
    planned.add("embed/map.html", embeds.embed("map", frame, styles=styles, scripts=only_map, map_html=chart.html))
    planned.add("embed/timeline.html", embeds.embed("timeline", frame, styles=styles, scripts=only_timeline))
