"""Settings: the file's, the command line's over them, and every fault at once with its line."""

from datetime import date
from pathlib import Path

import pytest

from geodata.online import NOMINATIM, Geocoder
from timeline.config import Config, Ground, TileLayer
from timeline.errors import ConfigError

WHOLE = """\
title = "Thirty-five years"
region = "caucasus"
articles = ["news", "more/rows.jsonl"]
output = "public"
languages = ["ar", "en"]
date = 2020-07-17
publish = "confirmed"
workers = 2
time_limit = 30

[[tiles]]
name = "Streets"
url = "https://tiles.example.org/{z}/{x}/{y}.png"
attribution = "Example"
"""


def write(folder: Path, content: str) -> Path:
    path = folder / "site.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_every_setting_is_read_and_paths_start_from_the_file(tmp_path: Path) -> None:
    found = Config.load(write(tmp_path, WHOLE))
    assert found == Config(
        base=tmp_path,
        file=tmp_path / "site.toml",
        articles=(tmp_path / "news", tmp_path / "more/rows.jsonl"),
        output=tmp_path / "public",
        title="Thirty-five years",
        region="caucasus",
        languages=("ar", "en"),
        date=date(2020, 7, 17),
        publish="confirmed",
        tiles=(TileLayer(name="Streets", url="https://tiles.example.org/{z}/{x}/{y}.png", attribution="Example"),),
        workers=2,
        time_limit=30,
    )
    assert found.registry == tmp_path / "registry.jsonl"
    assert found.corrections == tmp_path / "corrections.jsonl"


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = Config.load()
    assert (found.base, found.articles, found.output) == (Path(), (Path("articles"),), Path("site"))
    assert found.region == "caucasus"


def test_the_file_that_stands_here_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'title = "Here"')
    monkeypatch.chdir(tmp_path)
    assert Config.load().title == "Here"


def test_the_command_line_wins_and_none_means_not_given(tmp_path: Path) -> None:
    found = Config.load(write(tmp_path, WHOLE), {"output": Path("elsewhere"), "region": None})
    assert (found.output, found.region) == (Path("elsewhere"), "caucasus")


def test_a_region_with_a_separator_is_a_folder_beside_the_file(tmp_path: Path) -> None:
    assert Config.load(write(tmp_path, 'region = "regions/alps"')).region == str(tmp_path / "regions/alps")


def test_a_gazetteer_stands_beside_the_file_and_is_ground_with_the_region(tmp_path: Path) -> None:
    own = tmp_path / "places"
    own.mkdir()
    file = write(tmp_path, 'gazetteer = "places"')
    with pytest.raises(
        ConfigError, match=r"places is no compiled gazetteer\. Compile one with `build_site\.py gazetteer"
    ):
        Config.load(file)
    own.joinpath("gazetteer.json").write_text("{}", encoding="utf-8")
    found = Config.load(file)
    assert found.ground == Ground(region="caucasus", gazetteer=own)


def test_a_geocoder_is_named_with_who_asks_and_its_answers_are_ground_once_there_are_any(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"line 1: geocoder: needs user_agent, and may have address"):
        Config.load(write(tmp_path, '[geocoder]\naddress = "https://maps.example.org"'))
    found = Config.load(write(tmp_path, '[geocoder]\nuser_agent = "maps@example.org"'))
    assert found.geocoder == Geocoder(user_agent="maps@example.org", address=NOMINATIM)
    assert found.ground.answers is None
    found.answers.write_text("", encoding="utf-8")
    assert found.ground.answers == tmp_path / "geocoded.jsonl"
    assert Config.load(write(tmp_path, "")).ground.answers is None, "without the table, the answers don't count"


FAULTS = """\
titel = "Thirty-five years"

publish = "some"
languages = ["en", "xx"]
date = "July"
workers = 0.5
time_limit = -1
articles = []
output = 7
[[tiles]]
name = "Streets"
"""


def test_all_faults_are_told_together_each_with_its_line_and_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        Config.load(write(tmp_path, FAULTS))
    text = str(caught.value)
    assert text.startswith(f"{tmp_path}/site.toml: can't be used as it stands:")
    for line, words in (
        (1, "titel: no such setting. Settings are articles, date,"),
        (3, 'publish: \'some\' is neither. Write "all" or "confirmed"'),
        (4, "languages: no pack for xx. There are ar,"),
        (5, "date: 'July' is no date"),
        (6, "workers: 0.5 is no whole number"),
        (7, "time_limit: -1 is no number above 0"),
        (8, "articles: is an empty list"),
        (9, "output: 7 is no text"),
        (10, "tiles: needs name, url and attribution"),
    ):
        assert f"line {line}: {words}" in text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"title = ", "is not TOML"),
        (b"title = '\xff'", "is not UTF-8"),
        (b"[[tiles]]\nname='a'\nurl='http://x/{z}/{x}/{y}'\nattribution='b'", "no https address"),
        (b"[[tiles]]\nname='a'\nurl=5\nattribution='b'", "tiles.url: 5 is no text"),
        (b"tiles = 3", "needs name, url and attribution"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "site.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=words):
        Config.load(path)
