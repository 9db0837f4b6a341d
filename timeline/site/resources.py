"""Scripts and style sheets of the pages, each under a name with the hash of its content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from timeline.site import vendor
from timeline.site.charts import map as map_chart
from timeline.site.charts import timeline as timeline_chart
from timeline.site.output import Output

BASE = (
    "receive.js", "days.js", "fold.js", "dom.js", "glyphs.js", "words.js", "events.js", "store.js", "selection.js",
    "theme.js", "tell.js",
)  # fmt: skip
"""What every page with events needs, in the order of use."""
ADDRESS = ("facets.js", "address.js")
VIEWS = ("ranks.js", "story_entry.js", "story.js", "ledger_row.js", "ledger_view.js", "views.js")
PANELS = (
    "sheet.js",
    "filters.js",
    "filter_panel.js",
    "filtered.js",
    "list.js",
    "related.js",
    "detail.js",
    "tray.js",
    "search.js",
    "share.js",
    "print.js",
    *VIEWS,
)
CARD = ("filters.js", "card.js")
START = ("header.js", "page.js")
MAP = ("leaflet.js", *map_chart.SCRIPTS)
TIMELINE = ("plotly-basic.min.js", *timeline_chart.SCRIPTS)
STYLES = (
    "base.css",
    "page.css",
    "map.css",
    "timeline.css",
    "filters.css",
    "sheet.css",
    "story.css",
    "ledger.css",
    "touch.css",
    "print.css",
)
PAPER_STYLES = ("base.css", "paper.css", "touch.css", "print.css")


_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/)[\s\S])*\*/[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def add(output: Output, names: Iterable[str]) -> tuple[str, ...]:
    """Plan the named scripts or style sheets; give their hashed names in the same order."""
    return tuple(output.add_hashed(f"assets/{name}", read(name)) for name in names)


def add_joined(output: Output, name: str, parts: Iterable[str], *more: str) -> str:
    """Plan one file that holds the named parts in their order and then ``more`` texts; give its hashed name.

    A browser reads one file faster than sixty, above all from a disk. Whole lines of comment and indentation are left
    out, since a reader of the page has no use for them; ours are written so that neither stands within a string.
    """
    texts = (*(read(part).decode() for part in parts), *more)
    content = "".join(_INDENT.sub("", _COMMENT.sub("", text)) for text in texts)
    return output.add_hashed(f"assets/{name}", content.encode())


def add_licences(output: Output) -> None:
    """Plan the licences of the third-party scripts beside them."""
    for name, content in vendor.load().items():
        if name.endswith(".LICENSE.txt"):
            output.add(f"assets/{name}", content)


def read(name: str) -> bytes:
    """A script or style sheet by name, wherever in this package it stands; vendored ones are checked."""
    if name in vendor.FILES:
        return vendor.load()[name]
    return _find(name).read_bytes()


def _find(name: str) -> Traversable:
    root = files("timeline.site")
    folder = PurePosixPath(name).suffix.removeprefix(".")
    own = root.joinpath("assets", folder, name)
    return own if own.is_file() else root.joinpath("charts", name)
