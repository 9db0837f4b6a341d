"""Exports hold every event, are the same for the same table, and are harmless where they are opened."""

import csv as csv_reader
import io
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.timeline.site import demonstration
from timeline.discover import modules
from timeline.exports import csv, geojson


@pytest.mark.parametrize("export", modules("timeline.exports"), ids=lambda module: module.__name__)
def test_every_export_writes_the_same_file_for_the_same_table(export: ModuleType, tmp_path: Path) -> None:
    first = export.export(demonstration.frame(), tmp_path / "one")
    second = export.export(demonstration.frame().iloc[::-1], tmp_path / "two")
    assert first.name == second.name == export.NAME
    assert first.read_bytes() == second.read_bytes() == export.content(demonstration.frame())


def test_geojson_has_points_only_for_the_placed() -> None:
    collection = json.loads(geojson.content(demonstration.frame()))
    assert len(collection["features"]) == 21
    placed = [feature for feature in collection["features"] if feature["geometry"]]
    assert len(placed) == 20
    assert placed[0]["geometry"] == {"type": "Point", "coordinates": [44.109, 41.985]}
    undated = [feature for feature in collection["features"] if feature["properties"]["start"] is None]
    assert len(undated) == 1
    assert "NaN" not in geojson.content(demonstration.frame()).decode()


def test_csv_has_a_column_for_each_language_and_joins_lists() -> None:
    text = csv.content(demonstration.frame()).decode("utf-8-sig")
    lines = list(csv_reader.DictReader(io.StringIO(text)))
    assert len(lines) == 21
    artillery = next(line for line in lines if line["title_en"] == "Artillery attack near Tovuz")
    assert artillery["title_ar"] == "قصف مدفعي قرب توفوز"
    assert artillery["articles"] == "ar-one | en-one | ru-one"
    assert json.loads(artillery["tolls"])[0]["low"] == 12


@pytest.mark.parametrize("title", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx"])
def test_csv_has_no_formulas(title: str) -> None:
    frame = demonstration.frame().head(1)
    frame.at[0, "titles"] = {"en": title}
    text = csv.content(frame).decode("utf-8-sig")
    (line,) = csv_reader.DictReader(io.StringIO(text))
    assert line["title_en"] == f"'{title}"
