"""Another region needs its folder alone: articles about Sudan become events and a site, with nothing of the Caucasus."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import chronotope

ENGLISH = """title: RSF takes El Fasher
date: 2025-10-28
language: en

The Rapid Support Forces seized El Fasher on Sunday after a siege of more than 500 days.

On 11 April 2025 fighters attacked the Zamzam camp. Shells hit the town of Dilling in South Kordofan on 25 October.
"""
ARABIC = """title: قصف الفاشر
date: 2025-01-12
language: ar

وقصفت قوات الدعم السريع الفاشر في 10 يناير 2025. وفي 15 أبريل 2023 اندلع القتال في الخرطوم.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "fasher-en.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "fasher-ar.txt").write_text(ARABIC, encoding="utf-8")
    return folder


def call(*arguments: str) -> str:
    result = CliRunner().invoke(chronotope, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr[-2000:]
    return result.stdout


def test_events_of_sudan_are_read_in_two_languages(articles: Path) -> None:
    rows = map(json.loads, call("annotate", str(articles), "--region", "sudan", "--layer", "events").splitlines())
    found = {(row["article"], row["start"], row["place"], row["type"]) for row in rows}
    assert {place for _, _, place, _ in found} == {"El Fasher", "Zamzam camp", "Dilling", "Khartoum"}
    assert found >= {
        ("fasher-en", "2025-10-26", "El Fasher", "ASSAULT"),
        ("fasher-en", "2025-04-11", "Zamzam camp", "ASSAULT"),
        ("fasher-en", "2025-10-25", "Dilling", "ASSAULT"),
        ("fasher-ar", "2025-01-10", "El Fasher", "ASSAULT"),
        ("fasher-ar", "2023-04-15", "Khartoum", "ASSAULT"),
    }


def test_a_site_of_sudan_shows_its_places_and_outline_and_nothing_of_the_caucasus(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(articles.parent)
    call("build", "articles", "--region", "sudan", "-q")
    site = articles.parent / "site"
    texts = [path.read_text(encoding="utf-8") for path in site.rglob("*") if path.suffix in {".html", ".js", ".json"}]
    whole = "\n".join(texts)
    assert "El Fasher" in whole
    assert "Abyei" in whole
    assert "Halaib Triangle" in whole
    assert [word for word in ("Karabakh", "Abkhazia", "Azerbaijan's", "Tovuz", "قره باغ") if word in whole] == []
