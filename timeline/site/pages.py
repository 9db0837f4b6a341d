"""Pages from templates. Templates hold no data: text of articles comes in data files, or escaped in a ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline.site import words
from timeline.site.policy import policy

if TYPE_CHECKING:
    from jinja2 import Environment

    from timeline.site.input import SiteInput

_RTL = ("ar", "fa", "he", "ur", "ckb", "ps")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all pages of a site share."""

    title: str
    language: str
    words: Mapping[str, str]
    policy: str

    @property
    def direction(self) -> str:
        """The direction of the page's language."""
        return direction(self.language)


def direction(language: str | None) -> str:
    """``rtl`` or ``ltr``, as a language is written."""
    return "rtl" if (language or "").split("-")[0] in _RTL else "ltr"


def source_name(article: str) -> str:
    """The page of an article, by its id."""
    return f"sources/{hashlib.sha256(article.encode()).hexdigest()[:12]}.html"


def frame(site: SiteInput, language: str = "") -> Frame:
    """The shared parts of a site's pages, in its first language or in another that it offers."""
    language = language or site.languages[0]
    tables = words.tables(site.languages)
    return Frame(
        title=title(site, language),
        language=language,
        words=words.fallbacks(tables, language),
        policy=policy(layer.url for layer in site.tiles),
    )


def title(site: SiteInput, language: str) -> str:
    """The site's name: the one that its owner gave, else the region's in the language of the page."""
    titles = site.region.titles
    return site.title or titles.get(language) or titles.get(words.FALLBACK) or site.region.name


def render(
    template: str, frame: Frame, *, root: str = "", scripts: Sequence[str] = (), styles: Sequence[str], **values: object
) -> bytes:
    """A page. ``root`` leads from the page to the site's folder; ``values`` are the template's own."""
    page = _templates().get_template(template)
    shared = {
        "title": frame.title,
        "language": frame.language,
        "direction": frame.direction,
        "words": frame.words,
        "policy": frame.policy,
    }
    return (
        page.render(root=root, scripts=scripts, styles=styles, screen=template == "index.html", **shared, **values)
        + "\n"
    ).encode()


def escaped(html: str) -> object:
    """HTML whose texts were escaped where it was made, so that a template takes it as it is."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 - see above: this marks, it doesn't escape


@cache
def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("timeline.site", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
