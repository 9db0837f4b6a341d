"""Main text and metadata of an HTML page.

trafilatura finds the text, the title and the publisher. Where it finds no text (a page without an article's
usual shape), all paragraphs that selectolax sees are taken. The date is given as the page writes it: trafilatura's
own (htmldate) reads dates in other than Latin script wrongly, and :mod:`timeline.dating` reads them all. The page's
``lang`` is not taken: templates often carry a wrong one, and the text tells its language.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.errors import ReadError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_DATE_TAGS = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='date'], meta[name='pubdate'], meta[name='publishdate'], meta[name='DC.date.issued']", "content"),
    ("[itemprop='datePublished'][datetime]", "datetime"),
    ("article time[datetime], header time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
    ("time", ""),
)
_MAX_HTML = 20_000_000
_BLOCKS = "p, h1, h2, h3, li, blockquote"
_NOT_TEXT = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form")


def page(html: str) -> tuple[str, dict[str, str]]:
    """Main text of a page and its metadata, by the field names of :class:`~timeline.model.article.RawArticle`.

    Raises
    ------
    ReadError : the page is too large, or no text is found in it.
    """
    from selectolax.lexbor import LexborHTMLParser

    if len(html) > _MAX_HTML:
        raise ReadError(f"is larger than {_MAX_HTML:,} characters", remedy="Save the article's own page")
    tree = LexborHTMLParser(html)
    text, metadata = _extracted(html)
    metadata |= {"published": _published(tree), "url": metadata.get("url") or _url(tree)}
    if not text.strip():
        text = _paragraphs(tree)
    if not text.strip():
        raise ReadError("holds no article text", remedy="Save the page after it has loaded, or its text as .txt")
    return text, {name: value for name, value in metadata.items() if value}


def _extracted(html: str) -> tuple[str, dict[str, str]]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it can't read, we report by file
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or isinstance(found, dict):
        return "", {}
    names = {"title": found.title, "publisher": found.sitename, "url": found.url}
    return found.text or "", {name: value for name, value in names.items() if value}


def _published(tree: LexborHTMLParser) -> str:
    return _from_linked_data(tree) or next(_from_tags(tree), "")


def _from_tags(tree: LexborHTMLParser) -> Iterator[str]:
    for selector, attribute in _DATE_TAGS:
        for node in tree.css(selector):
            value = node.attributes.get(attribute) if attribute else node.text()
            if value and value.strip():
                yield value.strip()


def _from_linked_data(tree: LexborHTMLParser) -> str:
    for node in tree.css("script[type='application/ld+json']"):
        try:
            found = _date_published(json.loads(node.text()))
        except (ValueError, RecursionError):
            continue  # broken linked data is common; the tags are asked next
        if found:
            return found
    return ""


def _date_published(value: Any) -> str:  # noqa: ANN401  # any JSON
    if isinstance(value, list):
        return next(filter(None, map(_date_published, value)), "")
    if not isinstance(value, dict):
        return ""
    found = value.get("datePublished")
    return found if isinstance(found, str) else _date_published(value.get("@graph"))


def _url(tree: LexborHTMLParser) -> str:
    link = tree.css_first("link[rel='canonical']")
    return (link.attributes.get("href") or "") if link else ""


def _paragraphs(tree: LexborHTMLParser) -> str:
    tree.strip_tags(list(_NOT_TEXT))
    blocks = (node.text(separator="").strip() for node in tree.css(_BLOCKS))
    text = "\n\n".join(block for block in blocks if block)
    return text or (tree.body.text(separator="\n", strip=True) if tree.body else "")
