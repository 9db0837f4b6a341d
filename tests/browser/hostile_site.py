"""A site built by the real pipeline from articles, corrections, a region and settings that hold hostile text."""

import csv
import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.browser import hostile
from timeline import pipeline
from timeline.config import Config
from timeline.pipeline import Built

TEXTS = hostile.payloads()
LANGUAGES = ("en", "ar")
FIRST = date(2001, 1, 1)
WEST, SOUTH = 40.0, 38.5
NAME = 200
"""Characters of a name in a region's folder; words and settings of a region are its maker's, longer ones no names."""


def build(folder: Path) -> Built:
    """Write all inputs into ``folder`` and build the site in ``folder / "site"``."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_region(folder / "region")
    _write_lines(folder / "articles.jsonl", [_article(n, text) for n, text in enumerate(TEXTS)] + _halves())
    _write_lines(folder / "corrections.jsonl", [_correction(n, text) for n, text in enumerate(TEXTS)])
    (folder / "site.toml").write_text(_settings(), encoding="utf-8")
    config = Config.load(folder / "site.toml", {"workers": 2})
    return pipeline.run(config, (folder / "articles.jsonl",), lambda _told: None)


def town(number: int) -> str:
    """A name that no language has: a syllable for each digit."""
    return "Zor" + "".join(f"{'bdfgklmnrv'[int(digit)]}u" for digit in f"{number:03}") + "lq"


def _article(number: int, text: str) -> dict[str, Any]:
    """One row, ``text`` in each field; its event has a day of its own, so that no two are joined."""
    day = FIRST + timedelta(days=number)
    told = f"Artillery shelling near {town(number)} killed two soldiers on {day.day} {day:%B} {day.year}, {body(number)} said"
    planned = f"Talks are planned in {town(number)} for May 2019"
    return {
        "id": text,
        "title": text,
        "publisher": text,
        "origin": f"{text} {number}",
        "url": text if number % 2 else f"https://example.org/{text}",
        "retrieved": text,
        "published": "2018-05-01",
        "language": "en",
        "text": f"{text} {told} {text}.\n\n{planned} {text}.",
    }


def body(number: int) -> str:
    """Who says so."""
    return f"the Ministry of {town(number).replace('Zor', 'Vel')}"


def _halves() -> list[dict[str, Any]]:
    return [
        {"id": f"half-{n}", "title": text, "text": f"{text} Shelling near {town(n)}."}
        for n, text in enumerate(hostile.LONE_SURROGATES)
    ]


def _correction(number: int, text: str) -> dict[str, Any]:
    """By turns a title, titles by what is no language, a place, a line that can't be understood, and a confirmation."""
    common = {"article": text, "quote": f"shelling near {town(number)} killed two soldiers", "by": text, "reason": text}
    fixes: Sequence[dict[str, Any]] = (
        {"op": "fix", "field": "title", "new": text, **common},
        {"op": "fix", "field": "title", "new": {"en": text, text: text}, **common},
        {"op": "fix", "field": "place", "new": {"name": text, "lat": 40.0, "lon": 45.0}, **common},
        {"op": "fix", "field": text, "new": text, **common},
        {"op": "confirm", **common},
    )
    return fixes[number % len(fixes)]


def _write_region(folder: Path) -> None:
    folder.mkdir()
    everything = " ".join(text for text in TEXTS if len(text) < hostile.HUGE // 10)
    titles = dict.fromkeys(LANGUAGES, everything)
    head = {
        "name": "hostile",
        "bbox": [38.0, 37.5, 51.5, 45.5],
        "center": [40.6, 45.6],
        "zoom": 7,
        "languages": list(LANGUAGES),
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in head.items()]
    for table in ("titles", "viewpoint"):
        lines += [f"[{table}]", *(f"{code} = {quoted(text)}" for code, text in titles.items())]
    (folder / "region.toml").write_text("\n".join(lines), encoding="utf-8")
    short = [text[:NAME] for text in TEXTS]
    _write_table(folder / "places.csv", [_place(n, text) for n, text in enumerate(short)])
    _write_table(folder / "actors.csv", [_actor(n, text) for n, text in enumerate(short)])
    (folder / "borders.geojson").write_text(json.dumps(_borders()), encoding="utf-8")


def _place(number: int, text: str) -> dict[str, Any]:
    lat, lon = SOUTH + number % 20 / 4, WEST + number // 20 / 2
    row = {
        "id": f"region:{text}",
        "name": text,
        "kind": "city",
        "country": text if number % 2 else "AM",
        "admin1": text,
        "lat": lat,
        "lon": lon,
    }
    return {
        **row,
        "radius_km": 2,
        "population": 900_000,
        "names_en": f"{text}|{town(number)}",
        "names_ar": text,
        "source": text,
    }


def _actor(number: int, text: str) -> dict[str, Any]:
    row = {"id": text, "kind": "ministry", "country": text, "since": "", "until": ""}
    return {**row, "names_en": f"{text}|{body(number).removeprefix('the ')}", "names_ar": text, "source": text}


def _borders() -> dict[str, Any]:
    ring = [[46.2, 39.5], [47.2, 39.5], [47.2, 40.3], [46.2, 40.3], [46.2, 39.5]]
    features = [
        {
            "type": "Feature",
            "properties": {"name": text, "names": {"ar": text, text: text}, "valid_from": text, "valid_to": None},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for text in TEXTS[::10]
    ]
    return {"type": "FeatureCollection", "features": features}


def _settings() -> str:
    """Settings whose title is all texts together; each layer's name and attribution is one of them.

    The layers have no picture at the zoom of the page: nothing may be fetched where they are switched on.
    """
    everything = " ".join(text for text in TEXTS if len(text) < hostile.HUGE // 10)
    lines = [f"title = {quoted(everything)}", 'region = "region/"', f"languages = {json.dumps(LANGUAGES)}"]
    for text in TEXTS:
        url = "https://tiles.invalid/{z}/{x}/{y}.png"
        lines += [
            "[[tiles]]",
            f"name = {quoted(text)}",
            f'url = "{url}"',
            f"attribution = {quoted(text)}",
            "max_zoom = 1",
        ]
    return "\n".join(lines)


def quoted(text: str) -> str:
    """A string of TOML, every character but letters and digits as its number."""
    return '"' + "".join(mark if mark.isascii() and mark.isalnum() else f"\\U{ord(mark):08x}" for mark in text) + '"'


def _write_lines(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _write_table(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
