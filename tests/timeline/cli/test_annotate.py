"""``annotate``: one JSON object a line, the fields of each layer, offsets into the unchanged text."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from timeline.cli import chronotope
from timeline.model.article import RawArticle

ROOT = Path(__file__).parents[3]
TEXT = "\u00a0BAKU, July 14 - The defence ministry said the army\u00a0shelled positions in Tovuz on Sunday.\r\nTalks are planned for August.\n"

FIELDS = {
    "times": {"doc", "start", "end", "text", "type", "value", "mod", "rule"},
    "places": {"doc", "start", "end", "text", "name", "lat", "lon", "geonameid", "country", "where_prec", "radius_km", "role", "score"},
    "events": {
        "article", "id", "start", "end", "date_prec", "precision", "place", "lat", "lon", "where_prec", "type", "status",
        "quote", "claimed_by", "score",
    },
}  # fmt: skip


def annotate(*arguments: object) -> Result:
    return CliRunner().invoke(chronotope, ["annotate", *map(str, arguments)], catch_exceptions=False)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    article = {"id": "first", "text": TEXT, "published": "2020-07-14", "language": "en"}
    path.write_text("\n".join(map(json.dumps, (article, {"text": TEXT, "date": "2020-07-14"}))), encoding="utf-8")
    return path


@pytest.mark.parametrize("layer", FIELDS)
def test_fields_and_ids(articles: Path, layer: str) -> None:
    found = rows(annotate(articles, "--layer", layer))
    assert found
    assert all(row.keys() == FIELDS[layer] for row in found)
    name = "article" if layer == "events" else "doc"
    assert {row[name] for row in found} == {"first", "news#2"}


@pytest.mark.parametrize("layer", ["times", "places"])
def test_offsets_point_into_the_unchanged_text(articles: Path, layer: str) -> None:
    for row in rows(annotate(articles, "--layer", layer)):
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_times_are_timex3(articles: Path) -> None:
    found = {row["text"]: (row["type"], row["value"]) for row in rows(annotate(articles, "--layer", "times"))}
    assert found["Sunday"] == ("DATE", "2020-07-12")


def test_an_event_says_what_when_where_and_who_says_so(articles: Path) -> None:
    [event, *_] = [row for row in rows(annotate(articles)) if row["type"] == "ASSAULT"]
    assert (event["start"], event["end"], event["precision"], event["date_prec"]) == (
        "2020-07-12",
        "2020-07-12",
        "day",
        1,
    )
    assert event["place"].startswith("Tovuz")
    assert (round(event["lat"]), round(event["lon"])) == (41, 46)
    assert event["status"] == "happened"
    assert event["quote"] in TEXT
    assert event["claimed_by"] != "publisher"


def test_nobody_speaking_means_the_publisher(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date: 2016-04-06\nlanguage: en\n\nThe ministers met in Vienna on Tuesday.")
    assert {row["claimed_by"] for row in rows(annotate(tmp_path))} == {"publisher"}


def test_what_is_unplaced_or_undated_is_null(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("language: en\n\nThe ministers met.")
    for row in rows(annotate(tmp_path)):
        assert [row[name] for name in ("place", "lat", "lon", "where_prec")] == [None] * 4
        assert [row[name] for name in ("start", "end", "date_prec", "precision")] == [None] * 4


def test_mentions_add_what_an_event_rests_on(articles: Path) -> None:
    found = rows(annotate(articles, "--layer", "mentions"))
    assert all(row.keys() > FIELDS["events"] for row in found)
    for row in found:
        start, end = row["trigger"]
        assert row["sentence"][0] <= start < end <= row["sentence"][1]
        assert row["provenance"]


def test_a_broken_row_is_told_and_the_others_are_printed(articles: Path) -> None:
    with articles.open("a") as file:
        file.write("\n{broken\n")
    result = annotate(articles)
    assert {row["article"] for row in rows(result)} == {"first", "news#2"}
    assert "news.jsonl#3: is not JSON" in result.stderr
    assert result.exit_code == 1


def test_an_article_that_no_rule_was_made_for_costs_no_other(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline import understand

    def fail_first(raw: RawArticle, **options: Any) -> understand.Understood:
        if raw.id == "first":
            raise ZeroDivisionError("deep inside")
        return working(raw, **options)

    working = understand.understand
    monkeypatch.setattr(understand, "understand", fail_first)
    result = annotate(articles)
    assert {row["article"] for row in rows(result)} == {"news#2"}
    assert "news.jsonl#1: ZeroDivisionError: deep inside" in result.stderr
    assert result.exit_code == 1


def test_a_language_without_rules_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Die Minister trafen sich heute in Wien zu neuen Gesprächen.", encoding="utf-8")
    result = annotate(tmp_path)
    assert result.stdout == ""
    assert "no pack for de yet" in result.stderr


def test_a_closed_pipe_is_no_error_to_talk_about(articles: Path) -> None:
    many = articles.with_name("many.jsonl")
    many.write_text((articles.read_text() + "\n") * 100)
    command = [sys.executable, str(ROOT / "build_site.py"), "annotate", str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_explain_gives_a_reason_for_each_sentence(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    text = (
        "Troops shelled Movses on Sunday. Two soldiers were killed. Yerevan condemned attacks on civilians.\n"
        "The Minsk Group is a body of the OSCE. Roads are good."
    )
    path.write_text(json.dumps({"text": text, "date": "2020-07-14", "language": "en"}), encoding="utf-8")
    told = annotate(path, "--layer", "events", "--explain").stdout
    for words in (
        "“shelled” ASSAULT.artillery happened",
        "when: 2020-07-12: “Sunday”",
        "where: Movses, where_prec 1",
        "no event: says what the happening before led to",
        "no event: only names what a statement is about",
        "no event: only sounds like one",
        "“Roads are good.”\n  no word that tells of an event",
    ):
        assert words in told


def test_explain_is_for_events(articles: Path) -> None:
    result = annotate(articles, "--layer", "times", "--explain")
    assert (result.exit_code, "--layer events" in result.stderr) == (2, True)
