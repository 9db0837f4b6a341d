"""``gazetteer build``, and a gazetteer of one's own in use."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import chronotope
from timeline.config import Config
from timeline.errors import ConfigError
from timeline.gather import understand_all
from timeline.model.article import RawArticle

TEXT = "Residents left the village of Verin Maghar, near Berd, on 14 July 2020 after it was shelled.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(chronotope, list(map(str, arguments)), catch_exceptions=False)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dump of one village and one faulty line, what it compiles to, settings and an article."""
    base = tmp_path_factory.mktemp("editor")
    row = [
        "71",
        "Verin Maghar",
        "Verin Maghar",
        "",
        "40.9",
        "45.3",
        "P",
        "PPL",
        "AM",
        "",
        "09",
        "",
        "",
        "",
        "40",
        "",
        "10",
        "",
        "",
    ]
    base.joinpath("AM.txt").write_text("\t".join(row) + "\nhalf a row\n", encoding="utf-8")
    base.joinpath("news.txt").write_text(TEXT, encoding="utf-8")
    base.joinpath("site.toml").write_text('gazetteer = "places"\n', encoding="utf-8")
    done = run("gazetteer", "build", base / "AM.txt", "--output", base / "places")
    base.joinpath("said.txt").write_text(f"{done.exit_code}\n{done.stdout}{done.stderr}", encoding="utf-8")
    return base


def test_it_says_what_it_did_and_how_to_use_it(base: Path) -> None:
    code, *said = base.joinpath("said.txt").read_text(encoding="utf-8").splitlines()
    assert code == "0"
    assert "places under" in said[0]
    assert said[1] == f'Use it with this line in site.toml: gazetteer = "{base / "places"}"'
    assert said[2:5] == ["reading AM.txt", "joining names", "building tries"]
    assert said[5] == f"warning: {base / 'AM.txt'}:2: 19 columns expected"


def test_annotate_finds_what_only_the_dump_knows(base: Path) -> None:
    with_it = run("annotate", base / "news.txt", "--layer", "places", "-f", base / "site.toml")
    names = [json.loads(line)["name"] for line in with_it.stdout.splitlines()]
    assert names == ["Verin Maghar", "Berd"]
    plain = base / "plain.toml"
    plain.write_text('title = "Plain"\n', encoding="utf-8")
    without = run("annotate", base / "news.txt", "--layer", "places", "-f", plain)
    assert "Verin Maghar" not in without.stdout


def test_another_gazetteer_makes_articles_be_read_anew(base: Path, tmp_path: Path) -> None:
    from timeline.cache import Cache

    shutil.copytree(base / "places", tmp_path / "places")
    raw = RawArticle(id="news", text=TEXT, language="en", source_path="news.txt", sha256="0" * 64)
    plain, own = Config(base=tmp_path), Config(base=tmp_path, gazetteer=tmp_path / "places")
    with Cache(tmp_path / "cache.sqlite") as cache:
        found = [understand_all([raw], config, cache, lambda _: None)[0] for config in (plain, own, plain)]
    names = [{one.place.name for one in outcome.extraction.places} for outcome in found]
    assert [("Verin Maghar" in several) for several in names] == [False, True, False]


def test_names_to_ask_are_listed_and_nobody_is_asked_unless_a_geocoder_is_named(base: Path) -> None:
    listed = run("gazetteer", "ask", "--list", base / "news.txt", "-f", base / "site.toml")
    assert listed.stdout == ""
    plain = base / "asking.toml"
    plain.write_text('title = "Plain"\n', encoding="utf-8")
    listed = run("gazetteer", "ask", "--list", base / "news.txt", "-f", plain)
    assert listed.stdout == "Verin Maghar\n"
    with pytest.raises(ConfigError, match=r"asking\.toml: no geocoder may be asked\. Write \[geocoder\]"):
        run("gazetteer", "ask", base / "news.txt", "-f", plain)


def test_answers_are_used_by_the_next_reading(base: Path) -> None:
    found = {
        "id": "osm:node/7",
        "name": "Verin Maghar",
        "kind": "village",
        "country": "AM",
        "lat": 40.9,
        "lon": 45.3,
        "radius_km": 1,
    }
    asked = base / "asked" / "site.toml"
    asked.parent.mkdir()
    asked.write_text('[geocoder]\nuser_agent = "maps@example.org"\naddress = "http://127.0.0.1:9"\n', encoding="utf-8")
    asked.with_name("geocoded.jsonl").write_text(
        json.dumps({"name": "Verin Maghar", "found": found}) + "\n", encoding="utf-8"
    )
    assert run("gazetteer", "ask", base / "news.txt", "-f", asked).stdout == "", "all is known by now"
    rows = [
        json.loads(line)
        for line in run("annotate", base / "news.txt", "--layer", "places", "-f", asked).stdout.splitlines()
    ]
    assert [row["name"] for row in rows] == ["Verin Maghar", "Berd"]
    assert rows[0]["score"] < 0.35


def test_faults_end_with_a_message(base: Path) -> None:
    from geodata.errors import GazetteerError

    with pytest.raises(GazetteerError, match="is no file of GeoNames"):
        run("gazetteer", "build", base / "news.txt", "--output", base / "other")
    assert run("gazetteer", "build", "--output", base / "other").exit_code == 2
