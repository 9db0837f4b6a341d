"""An online geocoder: who is asked for what, how often, and what its answers count for. The server is our own."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from geodata import online
from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.lexicon import lexicon_from
from geodata.model import PlaceLexicon
from geodata.online import Geocoder, OnlineError
from geodata.regions import Region
from geodata.resolve import places
from geodata.unknown import unknown_names
from timeline import languages

AGENT = "a newsroom's maps, maps@example.org"
TEXT = "Shells fell on the village of Zarkaduz on Sunday. Two people from Zarkaduz were hurt near Oldberqat, said Gasparo Venn in Congress."
ANSWER = {
    "osm_type": "node", "osm_id": 5, "lat": "40.5", "lon": "45.5", "name": "Zarkaduz", "display_name": "Zarkaduz, Tavush",
    "addresstype": "village", "boundingbox": ["40.48", "40.52", "45.4", "45.6"], "address": {"country_code": "am"},
}  # fmt: skip


class Stub(BaseHTTPRequestHandler):
    """Knows one village; "Broken" makes it fail."""

    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        name = parse_qs(urlsplit(self.path).query)["q"][0]
        self.asked.append((name, self.headers["User-Agent"]))
        body = json.dumps([ANSWER] if name == "Zarkaduz" else []).encode()
        self.send_response(500 if name == "Broken" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def geocoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Geocoder]:
    monkeypatch.setattr(online, "SECONDS_APART", 0.2)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Stub.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Stub) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Geocoder(user_agent=AGENT, address=f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


@pytest.fixture(scope="module")
def english() -> PlaceLexicon:
    pack = languages.load("en")
    assert pack is not None
    return lexicon_from(pack.names["places"], "en", pack.morphology)


def test_only_names_marked_as_places_that_nobody_knows_are_asked(gazetteer: Gazetteer, english: PlaceLexicon) -> None:
    assert unknown_names(TEXT, gazetteer=gazetteer, lexicon=english) == ("Zarkaduz", "Oldberqat")
    assert unknown_names("He left Tovuz for Paris in March.", gazetteer=gazetteer, lexicon=english) == ()
    assert unknown_names("عاد إلى قرية زركدوز", gazetteer=gazetteer, lexicon=english) == ()


def test_a_name_is_asked_once_and_the_answer_kept(geocoder: Geocoder, tmp_path: Path) -> None:
    answers = tmp_path / "geocoded.jsonl"
    first = dict(geocoder.ask(["Zarkaduz", "Oldberqat", "zarkaduz"], answers))
    assert first["Oldberqat"] is None
    place = first["Zarkaduz"]
    assert place is not None
    assert (place.id, place.kind, place.country, place.lat, place.radius_km) == (
        "osm:node/5",
        "village",
        "AM",
        40.5,
        2.2,
    )
    assert Stub.asked == [("Zarkaduz", AGENT), ("Oldberqat", AGENT)]
    assert list(geocoder.ask(["Oldberqat", "ZARKADUZ"], answers)) == []
    assert len(Stub.asked) == 2
    assert online.load(answers) == {"zarkaduz": place, "oldberqat": None}


def test_requests_stand_apart(geocoder: Geocoder, tmp_path: Path) -> None:
    import time

    begun = time.monotonic()
    assert len(list(geocoder.ask(["One", "Two", "Three"], tmp_path / "geocoded.jsonl"))) == 3
    assert time.monotonic() - begun >= 0.4


def test_a_failure_is_told_and_earlier_answers_stay(geocoder: Geocoder, tmp_path: Path) -> None:
    answers = tmp_path / "geocoded.jsonl"
    with pytest.raises(OnlineError, match=r"127\.0\.0\.1:\d+: doesn't answer .*answers so far are kept"):
        list(geocoder.ask(["Zarkaduz", "Broken"], answers))
    assert list(online.load(answers)) == ["zarkaduz"]


def test_an_answer_is_used_marked_and_scores_low(
    geocoder: Geocoder, tmp_path: Path, caucasus: Region, gazetteer: Gazetteer, english: PlaceLexicon
) -> None:
    answers = tmp_path / "geocoded.jsonl"
    list(geocoder.ask(unknown_names(TEXT, gazetteer=gazetteer, lexicon=english), answers))
    asked = Gazetteer.open(caucasus, answers=answers)
    found = places(TEXT, gazetteer=asked, lexicon=english)
    assert [TEXT[match.span.start : match.span.end] for match in found] == ["Zarkaduz", "Zarkaduz"]
    assert all("known from an online geocoder alone" in match.reason and match.score < 0.35 for match in found)
    assert places(TEXT, gazetteer=gazetteer, lexicon=english) == ()
    assert unknown_names(TEXT, gazetteer=asked, lexicon=english) == ("Oldberqat",)


def test_what_the_gazetteer_knows_needs_no_answer(tmp_path: Path, caucasus: Region) -> None:
    row = {
        "id": "osm:node/1",
        "name": "Wrong",
        "kind": "village",
        "country": None,
        "lat": 0.0,
        "lon": 0.0,
        "radius_km": 1.0,
    }
    answers = tmp_path / "geocoded.jsonl"
    answers.write_text(json.dumps({"name": "Tovuz", "found": row}) + "\n", encoding="utf-8")
    bearers = Gazetteer.open(caucasus, answers=answers).lookup(fold("Tovuz"))
    assert "osm:node/1" not in {place.id for place in bearers}


@pytest.mark.parametrize("line", ["{", '{"name": "X"}', '{"name": "X", "found": {"id": "osm:1", "kind": "planet"}}'])
def test_a_line_that_is_no_answer_is_named(tmp_path: Path, line: str) -> None:
    answers = tmp_path / "geocoded.jsonl"
    answers.write_text(f'{{"name": "Y", "found": null}}\n{line}\n', encoding="utf-8")
    with pytest.raises(OnlineError, match=r"geocoded\.jsonl:2: is no answer"):
        online.load(answers)
