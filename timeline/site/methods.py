"""The page on methods: how events are found, what codes and scores mean, and whose data and scripts are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from timeline.site.ledger import link, scrolled
from timeline.site.pages import direction

PRECISIONS = range(1, 8)
LICENCES = (
    ("part_outlines", "Natural Earth", "https://www.naturalearthdata.com/", "public_domain", ""),
    ("part_places", "GeoNames", "https://www.geonames.org/", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("part_countries", "Unicode CLDR", "https://cldr.unicode.org/", "Unicode License v3", "https://www.unicode.org/license.txt"),
    ("part_counties", "US Census Bureau", "https://www.census.gov/", "public_domain", ""),
    ("part_names", "Faker", "https://github.com/joke2k/faker", "MIT", "https://opensource.org/license/mit"),
    ("part_types", "PLOVER, Open Event Data Alliance", "https://github.com/openeventdata/PLOVER", "cited", ""),
    ("part_precision", "UCDP GED Codebook, Uppsala University", "https://ucdp.uu.se/downloads/", "cited", ""),
    ("part_map", "Leaflet", "https://leafletjs.com/", "BSD 2-Clause", "https://opensource.org/license/bsd-2-clause"),
    ("part_timeline", "plotly.js", "https://plotly.com/javascript/", "MIT", "https://opensource.org/license/mit"),
    ("part_program", "Chronotope", "", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
)  # fmt: skip
"""Part (a word of the page), source and its address, licence (a word of the page or its name) and its address."""


def sections(
    texts: Iterable[tuple[str, str, str, str]],
    about: Mapping[str, str],
    words: Mapping[str, str],
    viewpoint: tuple[str, str] | None = None,
) -> str:
    """The page.

    Parameters
    ----------
    texts : key, head, text and language of each section.
    about : the page's own further words.
    words : those of the interface.
    viewpoint : what the region says of disputed areas, and its language.
    """
    after = {
        "places": _precisions(about, words),
        "borders": f'<p lang="{viewpoint[1]}" dir="{direction(viewpoint[1])}">{escape(viewpoint[0])}</p>'
        if viewpoint
        else "",
        "sources": f'<p><a href="sources.html">{escape(about["all_sources"])}</a></p>',
        "licences": _licences(about),
    }
    lead = f'<p class="lead">{escape(about["lead"])}</p>'
    return "\n".join((lead, *(_section(*text, after.get(text[0], "")) for text in texts)))


def _section(key: str, head: str, text: str, language: str, after: str) -> str:
    said = f"<h2>{escape(head)}</h2>\n<p>{escape(text)}</p>"
    return f'<section id="{key}" lang="{language}" dir="{direction(language)}">{said}\n{after}</section>'


def _precisions(about: Mapping[str, str], words: Mapping[str, str]) -> str:
    rows = [(str(code), escape(words[f"place_precision_{code}"])) for code in PRECISIONS]
    return _table(about["places"], (about["code"], about["meaning"]), rows)


def _licences(about: Mapping[str, str]) -> str:
    rows = [
        (
            escape(about[part]),
            link(address, source),
            link(terms, about.get(licence, licence)),
        )
        for part, source, address, licence, terms in LICENCES
    ]
    return _table(about["licences"], (about["part"], about["from"], about["licence"]), rows)


def _table(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return scrolled(f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>", name)
