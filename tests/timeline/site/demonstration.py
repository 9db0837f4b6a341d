"""An invented site for tests: events at real places of the Caucasus, told by demonstration sources."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd

from geodata.model import Place, PlaceMatch, Span
from geodata.regions import Region
from timeline.model.article import Article
from timeline.model.mention import Attribution, Mention
from timeline.model.timex import TimeInterval
from timeline.ontology import group
from timeline.site.input import SiteInput

HOSTILE = "</script><img src=x onerror=alert(1)>${alert(2)}`\u2028'\"&"

PLACES = {
    "Tovuz": (40.992, 45.628, 2, 5.0, "AZ", {"ar": ["توفوز"], "ru": ["Товуз"], "az": ["Tovuz"]}),
    "Berd": (40.881, 45.388, 1, 3.0, "AM", {"ar": ["بيرد"], "ru": ["Берд"]}),
    "Tbilisi": (41.694, 44.834, 1, 12.0, "GE", {"ar": ["تبليسي"], "ru": ["Тбилиси"]}),
    "Ankara": (39.920, 32.854, 1, 20.0, "TR", {"ar": ["أنقرة"], "ru": ["Анкара"]}),
    "Gori": (41.985, 44.109, 1, 4.0, "GE", {"ar": ["غوري"], "ru": ["Гори"]}),
    "Lachin": (39.64, 46.55, 3, 28.0, "AZ", {"ar": ["لاتشين"], "ru": ["Лачин"]}),
    "Syunik": (39.25, 46.25, 4, 55.0, "AM", {"ar": ["سيونيك"], "ru": ["Сюник"]}),
    "Azerbaijan": (40.35, 47.7, 6, 190.0, "AZ", {"ar": ["أذربيجان"], "ru": ["Азербайджан"]}),
    "Yerevan": (40.181, 44.514, 1, 10.0, "AM", {"ar": ["يريفان"], "ru": ["Ереван"]}),
}

ARTICLES = {
    "ar-one": ("ar", "وكالة العرض", "Demonstration agency", date(2020, 7, 17), "inferred", "https://example.org/ar/1"),
    "en-one": ("en", "Demonstration Herald", "Demonstration agency", date(2020, 7, 14), "metadata", "https://example.org/en/1"),
    "ru-one": ("ru", "Образец новостей", "Demonstration ministry", date(2020, 7, 13), "metadata", "https://example.org/ru/1"),
    "en-two": ("en", "Demonstration Review", "Demonstration Review", date(2023, 9, 2), "filename", "https://example.org/en/2"),
    "bad": ("en", HOSTILE, HOSTILE, None, "none", "javascript:alert(3)"),
}  # fmt: skip

QUOTES = {
    "ar": "اندلعت اشتباكات يوم الأحد على الحدود قرب توفوز، واتهمت كل جهة الأخرى ببدء القصف.",
    "en": "Shelling was reported near the border town on Sunday, and each side blamed the other.",
    "ru": "В воскресенье у границы начался артиллерийский обстрел, стороны обвинили друг друга.",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One invented event in short."""

    title: str
    title_ar: str
    type: str
    mode: str | None
    start: str | None
    end: str | None
    precision: str | None
    place: str | None
    articles: tuple[str, ...] = ("en-one",)
    also: tuple[tuple[str, Any], ...] = ()


TOLD = (
    Told(title="Occupation of a district", title_ar="احتلال مقاطعة", type="COERCE", mode="control", start="1992-01-01",
         end="1992-12-31", precision="year", place="Lachin", articles=("ar-one",),
         also=(("kind", "state"), ("open_end", True), ("as_of", "2020-07-17"))),
    Told(title="Ceasefire agreed", title_ar="اتفاق على وقف إطلاق النار", type="AGREE", mode="ceasefire", start="1994-05-12",
         end="1994-05-12", precision="day", place="Azerbaijan"),
    Told(title="Earthquake", title_ar="زلزال", type="OTHER", mode="disaster", start="1991-04-29", end="1991-04-29", precision="day", place="Gori"),
    Told(title="Protests in the capital", title_ar="احتجاجات في العاصمة", type="PROTEST", mode="demonstration", start="2003-11-01", end="2003-11-30",
         precision="month", place="Tbilisi", articles=("en-two",)),
    Told(title="Clashes near Gori", title_ar="اشتباكات قرب غوري", type="ASSAULT", mode="battle", start="2008-08-08", end="2008-08-12", precision="day",
         place="Gori", articles=("en-two", "ru-one")),
    Told(title="Air strike on Gori", title_ar="غارة جوية على غوري", type="ASSAULT", mode="air", start="2008-08-09", end="2008-08-09", precision="day", place="Gori"),
    Told(title="Aid convoy reaches Gori", title_ar="قافلة مساعدات تصل إلى غوري", type="AID", mode=None, start="2008-08-20", end="2008-08-20", precision="day", place="Gori"),
    Told(title="Clashes along the border", title_ar="اشتباكات على الحدود", type="ASSAULT", mode="battle", start="2016-01-01", end="2016-12-31", precision="year", place="Syunik"),
    Told(title="Artillery attack near Tovuz", title_ar="قصف مدفعي قرب توفوز", type="ASSAULT", mode="artillery", start="2020-07-12", end="2020-07-13",
         precision="day", place="Tovuz", articles=("ar-one", "en-one", "ru-one"),
         also=(("clarity", "contested"), ("tolls", ({"words": "twelve soldiers", "low": 12, "high": 12, "category": "killed", "victims": "soldiers", "claimant": "Ministry of Side A", "as_of": "2020-07-16", "cumulative": True}, {"words": "dozens", "low": None, "high": None, "category": "killed", "victims": None, "claimant": "Ministry of Side B", "as_of": None, "cumulative": False})))),
    Told(title="Clashes near Berd", title_ar="اشتباكات قرب بيرد", type="ASSAULT", mode="battle", start="2020-07-12", end="2020-07-12", precision="day", place="Berd"),
    Told(title="Drone attack near Tovuz", title_ar="هجوم بطائرة مسيّرة قرب توفوز", type="ASSAULT", mode="drone", start="2020-07-14", end="2020-07-14", precision="day", place="Tovuz"),
    Told(title="Families displaced near Tovuz", title_ar="نزوح عائلات قرب توفوز", type="COERCE", mode="displacement", start="2020-07-15", end="2020-07-15", precision="day", place="Tovuz"),
    Told(title="Ministers meet in Ankara", title_ar="لقاء وزراء في أنقرة", type="CONSULT", mode="meeting", start="2020-07-17", end="2020-07-17", precision="day",
         place="Ankara", articles=("ar-one",), also=(("time_basis", "reported"),)),
    Told(title="Shelling across the border", title_ar="قصف عبر الحدود", type="ASSAULT", mode="artillery", start="2020-09-27", end="2020-09-27", precision="day", place="Azerbaijan"),
    Told(title="Talks resume in Tbilisi", title_ar="استئناف المحادثات في تبليسي", type="CONSULT", mode="talks", start="2021-06-01", end="2021-06-30", precision="month", place="Tbilisi", articles=("en-two",)),
    Told(title="Rally in Yerevan", title_ar="تجمع في يريفان", type="PROTEST", mode="demonstration", start="2022-05-01", end="2022-05-01", precision="day", place="Yerevan", articles=("en-two",), also=(("reviewed", True),)),
    Told(title="Road to Lachin blocked", title_ar="إغلاق الطريق إلى لاتشين", type="COERCE", mode="blockade", start="2022-12-12", end="2022-12-12", precision="day", place="Lachin", articles=("en-two",), also=(("kind", "state"), ("open_end", True), ("as_of", "2023-09-02"))),
    Told(title="Aid sent to Syunik", title_ar="مساعدات إلى سيونيك", type="AID", mode=None, start="2023-09-01", end="2023-09-01", precision="day", place="Syunik", articles=("en-two",)),
    Told(title="Statement of protest", title_ar="بيان احتجاج", type="ACCUSE", mode=None, start="2023-08-30", end="2023-08-30", precision="day", place=None, articles=("en-two",)),
    Told(title="Prisoners exchanged", title_ar="تبادل أسرى", type="COOPERATE", mode=None, start=None, end=None, precision=None, place="Tbilisi"),
    Told(title=HOSTILE, title_ar=HOSTILE, type="ASSAULT", mode="missile", start="2023-01-10", end="2023-01-10", precision="day", place="Yerevan", articles=("bad",)),
)  # fmt: skip


def event_id(title: str) -> str:
    """An id as the registry mints them: it stays when rows are added."""
    return "e" + hashlib.sha256(title.encode()).hexdigest()[:10]


def _row(told: Told) -> dict[str, Any]:
    lat, lon, prec, radius, country, names = PLACES.get(told.place or "", (None, None, None, None, None, {}))
    claimants = ("Ministry of Side A", "publisher", "Ministry of Side B")
    claims = [
        {"article_id": name, "quote": QUOTES[ARTICLES[name][0]] if name != "bad" else HOSTILE, "language": ARTICLES[name][0],
         "claimed_by": claimants[i % 3] if len(told.articles) > 1 else "publisher", "kind": "claimed" if len(told.articles) > 1 and i != 1 else "asserted",
         "prefix": HOSTILE if name == "bad" else "", "suffix": ""}
        for i, name in enumerate(told.articles)
    ]  # fmt: skip
    row: dict[str, Any] = {
        "event_id": event_id(told.title),
        "kind": "event", "type": told.type, "mode": told.mode, "group": group(told.type, told.mode),
        "titles": {"en": told.title, "ar": told.title_ar}, "start": told.start, "end": told.end, "precision": told.precision,
        "date_prec": 1, "open_start": False, "open_end": False, "approximate": False, "time_basis": "stated", "edtf": told.start, "as_of": None,
        "place_id": told.place and f"region:{told.place.lower()}", "place_name": told.place, "place_names": names, "place_kind": "city", "country": country,
        "where_prec": prec, "radius_km": radius, "lat": lat, "lon": lon, "geometry": None,
        "actors": [{"id": "iso:AZ", "name": "Side A", "role": "actor"}] if told.type == "ASSAULT" else [], "claims": claims, "tolls": [],
        "articles": list(told.articles), "origins": sorted({ARTICLES[name][2] for name in told.articles}), "clarity": "agreed", "status": "happened",
        "score": 0.71, "salience": 0.5, "episode": None, "reviewed": False, "corrections": [], "why_merged": "same day, same place" if len(claims) > 1 else "",
        "reason_time": "stated in the sentence", "reason_place": "named in the sentence",
    }  # fmt: skip
    row.update(dict(told.also))
    row["tolls"] = list(row["tolls"])
    return row


def frame(rows: list[dict[str, Any]] | None = None) -> geopandas.GeoDataFrame:
    """The invented events as the table that a site is built from."""
    listed = rows if rows is not None else [_row(told) for told in TOLD]
    table = pd.DataFrame(listed, dtype=object)
    points = [None if row["lat"] is None else (row["lon"], row["lat"]) for row in listed]
    geometry = geopandas.GeoSeries.from_wkt(
        [None if p is None else f"POINT ({p[0]} {p[1]})" for p in points], crs="EPSG:4326"
    )
    return geopandas.GeoDataFrame(table.drop(columns=["geometry"], errors="ignore"), geometry=geometry)


def region(folder: Path) -> Region:
    """A region like the Caucasus with one disputed area."""
    borders = folder / "borders.geojson"
    square = "[[[46.2,39.5],[47.2,39.5],[47.2,40.3],[46.2,40.3],[46.2,39.5]]]"
    borders.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"disputed area","valid_from":"1991-01-01","valid_to":null,'
        '"names":{"ar":"منطقة متنازع عليها"}},"geometry":{"type":"Polygon","coordinates":' + square + "}}]}",
        encoding="utf-8",
    )
    return Region(
        name="caucasus", folder=folder, titles={"en": "The Caucasus", "ar": "القوقاز"}, bbox=(36.5, 38.0, 51.0, 44.5), center=(41.0, 44.6),
        zoom=6, languages=("ar", "en"), viewpoints={"en": "A viewpoint."}, rival_order="population", places=(), borders=borders,
    )  # fmt: skip


def articles() -> tuple[Article, ...]:
    return tuple(
        Article(
            id=name, source_path=f"articles/{name}.txt", url=url, publisher=publisher, origin=origin, title=f"Article {name}",
            published=published, published_basis=basis, language=language, text=QUOTES[language], sha256="0" * 64,
        )
        for name, (language, publisher, origin, published, basis, url) in ARTICLES.items()
    )  # fmt: skip


def rest() -> tuple[Mention, ...]:
    """Mentions that are not told as fact."""
    tovuz = Place(id="region:tovuz", name="Tovuz", kind="city", country="AZ", lon=45.628, lat=40.992, radius_km=5)
    when = TimeInterval(start=date(2020, 7, 20), end=date(2020, 7, 20), precision="day")
    span = Span(start=0, end=len(QUOTES["ar"]))
    where = PlaceMatch(span=span, place=tovuz, where_prec=2, score=0.9)
    kept = {"article_id": "ar-one", "sentence": span, "trigger": Span(start=0, end=7), "type": "ASSAULT"}
    return (
        Mention(id="m1", status="planned", when=when, where=where, **kept),
        Mention(id="m2", status="denied", attribution=Attribution(source="Ministry of Side B", kind="denied"), **kept),
    )


def site(folder: Path, **changes: Any) -> SiteInput:
    """The demonstration site; ``changes`` replace fields of :class:`SiteInput`."""
    folder.mkdir(parents=True, exist_ok=True)
    fields: dict[str, Any] = {
        "frame": frame(),
        "articles": articles(),
        "rest": rest(),
        "region": region(folder),
        "report": {
            "counts": {"used": 4, "duplicate": 1, "skipped": 1, "failed": 1},
            "inputs": [{"path": "articles/broken.html", "state": "failed", "reason": HOSTILE}],
            "languages_without_pack": {"hy": 1},
        },
        "title": "Events in the Caucasus",
        "as_of": date(2023, 9, 2),
        "downloads": {"events.csv": b"id\n"},
        "redirects": {"eformerlyone": event_id("Artillery attack near Tovuz")},
    }
    return SiteInput(**{**fields, **changes})
