"""The content security policy of every page."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from timeline.errors import ConfigError

EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
"""Hash of the empty style element that Plotly inserts and fills through the style sheet's interface."""


def origin(url: str) -> str:
    """Scheme and host of a tile template, as a policy names it.

    Raises
    ------
    ConfigError : the url is not an absolute https or http address with a plain host.
    """
    parts = urlsplit(url)
    host = parts.netloc.replace("{s}", "*")
    plain = host.replace("*.", "", 1).replace(":", "").replace("-", "").replace(".", "")
    if parts.scheme not in ("https", "http") or not (plain.isascii() and plain.isalnum()):
        raise ConfigError("not an address of map tiles", where=url, remedy="Give https://host/{z}/{x}/{y}.png")
    return f"{parts.scheme}://{host}"


def policy(tile_urls: Iterable[str] = ()) -> str:
    """The policy: nothing but the site's own scripts, styles and pictures, and the origins of configured tiles."""
    pictures = " ".join(["'self'", "data:", "blob:", *sorted({origin(url) for url in tile_urls})])
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' {EMPTY_STYLE}",
        "img-src": pictures,
        "connect-src": "'none'",
        "worker-src": "'self' blob:",
        "frame-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
