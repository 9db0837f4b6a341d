"""Pages for frames in other pages: the map alone and the timeline alone, on the same data and scripts."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.site.pages import Frame, escaped, render


def embed(part: str, frame: Frame, *, styles: Sequence[str], scripts: Sequence[str], map_html: str = "") -> bytes:
    """The page of one part, ``map`` or ``timeline``; its state stands in the hash as the main page's does."""
    html = escaped(map_html)
    return render(
        "embed.html", frame, root="../", styles=styles, scripts=scripts, part=part, map_html=html, follow=False
    )
