"""The cache gives back what was put, forgets what older rules found, and never stops a build."""

from datetime import date
from pathlib import Path

import pytest

from geodata.model import Place, PlaceMatch, Span
from timeline import cache
from timeline.cache import Cache
from timeline.model.article import Article
from timeline.model.mention import Mention, Toll
from timeline.model.timex import TimeInterval

PLACE = Place(
    id="gn:1", name="Tovuz", names={"ar": ("توفوز", "طاوز")}, kind="city", country="AZ", lon=45.6, lat=41.0, radius_km=3
)
MENTION = Mention(
    id="a:1",
    article_id="a",
    sentence=Span(start=0, end=20),
    trigger=Span(start=3, end=8),
    type="ASSAULT",
    when=TimeInterval(start=date(2020, 7, 12), end=date(2020, 7, 13), precision="day", open_end=True),
    where=PlaceMatch(span=Span(start=9, end=14), place=PLACE, where_prec=1, score=0.25, rivals=("gn:2",)),
    tolls=(Toll(words="dozens", low=None, high=None, category="killed"),),
    provenance={"type": "clash"},
)
ARTICLE = Article(
    id="a",
    source_path="a.txt",
    language="en",
    text="ƒ\u2028${x}",
    sha256="00",
    published=date(2020, 7, 17),
    published_basis="metadata",
)


@pytest.mark.parametrize(
    "value",
    [
        MENTION,
        ARTICLE,
        (),
        (MENTION, MENTION),
        {"map": 1, "a": (1, 2.5, None, True)},
        {"date": "x"},
        {"is": "y"},
        "text",
    ],
)
def test_what_was_put_comes_back(tmp_path: Path, value: object) -> None:
    path = tmp_path / "new" / "cache.sqlite"
    with Cache(path) as store:
        store.put([("one", value)])
    with Cache(path) as store:
        assert store.get("one") == value
        assert store.get("two") is None
        assert store.notes == []


def test_what_older_rules_found_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(tmp_path / "c.sqlite") as store:
        store.put([("one", "found")])
        store.keep_build(tmp_path, {"articles": {"a": "1"}})
    monkeypatch.setattr(cache, "rules", lambda: "other rules")
    with Cache(tmp_path / "c.sqlite") as store:
        assert store.get("one") is None
        assert store.last_build(tmp_path) == {"articles": {"a": "1"}}


def test_a_type_that_is_not_ours_is_never_made(tmp_path: Path) -> None:
    hostile = b'{"is": "subprocess:Popen", "args": ["true"]}'
    with Cache(tmp_path / "c.sqlite") as store:
        store._write("INSERT INTO finding VALUES (?, ?, ?)", [("one", cache.rules(), cache.zlib.compress(hostile))])  # noqa: SLF001  # a cache from elsewhere
        assert store.get("one") is None
        assert "none of our types" in store.notes[0]


def test_a_value_of_no_known_type_is_refused(tmp_path: Path) -> None:
    with Cache(tmp_path / "c.sqlite") as store, pytest.raises(TypeError, match="set can't be cached"):
        store.put([("one", {1, 2})])


def test_keys_tell_articles_apart() -> None:
    assert cache.key(ARTICLE, "caucasus", None) == cache.key(ARTICLE, "caucasus", None)
    assert cache.key(ARTICLE, "caucasus", None) != cache.key(ARTICLE, "caucasus", date(2020, 1, 1))


def test_a_fingerprint_follows_names_and_contents(tmp_path: Path) -> None:
    folder = tmp_path / "alps"
    folder.mkdir()
    (folder / "region.toml").write_text("a")
    first = cache.fingerprint(folder)
    (folder / "region.toml").write_text("b")
    second = cache.fingerprint(folder)
    (folder / "region.toml").rename(folder / "other.toml")
    assert len({first, second, cache.fingerprint(folder)}) == 3
