"""LGL, TR-News, GeoVirus and GeoWebNews: English news in the XML of EUPEG (a file each).

Format: an ``<article>`` per text, in it ``<text>`` and the names as ``<toponym>`` (``<location>`` in GeoVirus) with
``<start>`` and ``<end>`` in code points, the words and, where an annotator could tell, latitude and longitude: LGL and
TR-News have them in ``<gaztag>``, GeoVirus and GeoWebNews beside the words, which each of the four calls otherwise. Some
offsets count from 1, or from another place: a name is taken where its words stand nearest to what is said, at most 200
characters away.
Labels counted: all names; of GeoWebNews the eleven types below that are names of places or of what is theirs.
Sources: github geoai-lab/EUPEG, corpora. LGL: Lieberman, Samet and Sankaranarayanan 2010; TR-News: Kamalloo and Rafiei
2018; GeoVirus: Gritta, Pilehvar and Collier 2018, Wikinews under CC BY 2.5; GeoWebNews: Gritta, Pilehvar and Collier
2019. The texts are their publishers'; none of them may be handed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.bench.corpora.named import Name, NamedText

TYPES = frozenset(
    [
        "Literal",
        "Mixed",
        "Coercion",
        "Embedded_Literal",
        "Literal_Modifier",
        "Metonymic",
        "Non_Literal_Modifier",
        "Embedded_Non_Lit",
        "Demonym",
        "Language",
        "Homonym",
    ]
)
FARTHEST = 200
Paths = tuple[str, str, str, str]
"""Where the element of a name, its words, its latitude and its longitude stand."""


def read(path: Path, *, elements: Paths, types: frozenset[str] = frozenset()) -> Iterator[NamedText]:
    for article in ET.parse(path).iter("article"):  # noqa: S314 - a corpus that its user has fetched
        if text := article.findtext("text"):
            yield NamedText(text, _names(article, text, elements, types))


read_lgl = partial(read, elements=("toponym", "phrase", "gaztag/lat", "gaztag/lon"))
read_tr_news = read_lgl
read_geovirus = partial(read, elements=("location", "name", "lat", "lon"))
read_geowebnews = partial(read, elements=("toponym", "extractedName", "latitude", "longitude"), types=TYPES)


def _names(article: ET.Element, text: str, elements: Paths, types: frozenset[str]) -> tuple[Name, ...]:
    """The names of an article in order, each span once."""
    element, words, lat, lon = elements
    found: dict[tuple[int, int], Name] = {}
    for one in article.iter(element):
        named = one.findtext(words) or ""
        start = _nearest(text, named, int(one.findtext("start") or 0))
        if start is not None and (not types or one.findtext("type") in types):
            name = Name(start, start + len(named), _degrees(one.findtext(lat)), _degrees(one.findtext(lon)))
            found.setdefault((name.start, name.end), name)
    return tuple(found[span] for span in sorted(found))


def _nearest(text: str, words: str, start: int) -> int | None:
    """Where some words stand nearest to an offset; the one before it where two are as near."""
    before = text.rfind(words, max(0, start - FARTHEST), start + len(words))
    behind = text.find(words, max(0, start), start + FARTHEST + len(words))
    return min((at for at in (before, behind) if at >= 0), key=lambda at: abs(at - start), default=None)


def _degrees(written: str | None) -> float | None:
    try:
        return float(written or "")
    except ValueError:
        return None
