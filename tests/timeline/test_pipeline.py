"""The whole way: articles in, a site out; every input accounted for, ids kept, nobody's files touched."""

import base64
import gzip
import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from timeline.account import Note, Step
from timeline.config import Config
from timeline.errors import BuildError
from timeline.pipeline import Built, run

CLASH = """\
title: Shelling on the border
date: 2020-07-14
publisher: Example Daily
language: en

BAKU, July 14 - Azerbaijan's defence ministry said Armenian forces shelled its positions in the Tovuz district on Sunday.
"""
TALKS = """\
title: Talks in Vienna
date: 2016-04-06
publisher: Example Daily
language: en

VIENNA, April 6 - The mediators met in Vienna on Tuesday to discuss a truce.
"""
TRUCE = """\
date: 2020-10-18
publisher: Example Daily
language: en

YEREVAN, October 18 - Armenia and Azerbaijan agreed on a ceasefire in Nagorno-Karabakh on Saturday.
"""
GERMAN = "Die Minister trafen sich heute in Wien zu neuen Gesprächen über den Frieden."

Build = Callable[..., Built]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    write(tmp_path, clash=CLASH, talks=TALKS)
    return tmp_path


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")


def build(folder: Path, report: Callable[[Step | Note], None] = lambda _: None, **settings: Any) -> Built:
    config = Config(base=folder, articles=(folder / "articles",), output=folder / "site", **settings)
    return run(config, (), report)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def published(folder: Path) -> str:
    """All text that the site holds, packed data unpacked."""
    texts = [content.decode(errors="ignore") for content in files(folder / "site").values()]
    packed = [found for text in texts for found in re.findall(r'"(H4sI[A-Za-z0-9+/=]+)"', text)]
    assert packed
    return "\n".join([*texts, *(gzip.decompress(base64.b64decode(one)).decode(errors="ignore") for one in packed)])


def by_day(built: Built) -> Mapping[str, Any]:
    return {event.when.start.isoformat(): event for event in built.events if event.when}


def test_articles_become_events_on_a_site(folder: Path) -> None:
    news: list[Step | Note] = []
    built = build(folder, news.append)
    assert built.report["counts"] == {"used": 2, "duplicate": 0, "skipped": 0, "failed": 0}
    events = by_day(built)
    assert (events["2020-07-12"].type, events["2020-07-12"].where.place.name) == ("ASSAULT", "Tovuz District")
    assert (events["2016-04-05"].type, events["2016-04-05"].where.place.name) == ("CONSULT", "Vienna")
    assert (folder / "site" / "index.html").is_file()
    assert {step.stage for step in news if isinstance(step, Step)} == {"reading", "extracting", "site"}


def test_the_same_input_gives_the_same_bytes_wherever_it_stands(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(folder / "articles", other / "articles")
    build(folder)
    build(other)
    first = files(folder / "site")
    assert first == files(other / "site")
    build(folder)
    assert first == files(folder / "site"), "the cache must not show"
    assert (folder / "registry.jsonl").read_bytes() == (other / "registry.jsonl").read_bytes()


def test_adding_an_article_keeps_the_ids_and_names_what_is_new(folder: Path) -> None:
    before = build(folder)
    assert before.report["changes"] == {}
    write(folder, truce=TRUCE)
    after = build(folder)
    old, new = ({event.id for event in built.events} for built in (before, after))
    assert old < new
    assert after.report["changes"]["articles"] == {"new": ["truce"], "changed": [], "gone": []}
    assert after.report["changes"]["events"] == {"new": sorted(new - old), "changed": [], "gone": []}


def test_changing_an_articles_words_keeps_the_id(folder: Path) -> None:
    before = by_day(build(folder))["2016-04-05"]
    write(folder, talks=TALKS.replace("to discuss a truce", "for talks about a truce and prisoners"))
    built = build(folder)
    assert by_day(built)["2016-04-05"].id == before.id
    assert built.report["changes"]["articles"]["changed"] == ["talks"]
    assert built.report["changes"]["events"] == {"new": [], "changed": [before.id], "gone": []}


def test_changing_an_articles_date_moves_its_event(folder: Path) -> None:
    before = by_day(build(folder))["2016-04-05"]
    write(folder, talks=TALKS.replace("on Tuesday", "on Monday"))
    built = build(folder)
    assert set(by_day(built)) == {"2020-07-12", "2016-04-04"}
    assert built.report["changes"]["events"]["gone"] == [before.id]


def test_removing_an_article_takes_its_events_off_and_leaves_the_others(folder: Path) -> None:
    before = by_day(build(folder))
    (folder / "articles" / "talks.txt").unlink()
    built = build(folder)
    assert [event.id for event in built.events] == [before["2020-07-12"].id]
    assert built.report["changes"]["events"]["gone"] == [before["2016-04-05"].id]
    alone = folder / "alone"
    (alone / "articles").mkdir(parents=True)
    write(alone, clash=CLASH)
    build(alone)
    assert files(folder / "site") == files(alone / "site"), "nothing of the removed article stays"


def test_every_input_comes_to_one_end(folder: Path) -> None:
    write(folder, copy=CLASH, empty="", german=GERMAN, numbers="12:30 12:40")
    (folder / "articles" / "table.csv").write_text("a,b")
    (folder / "articles" / "rows.jsonl").write_text(
        json.dumps({"text": TRUCE.partition("\n\n")[2], "date": "2020-10-18"}) + "\n{broken\n"
    )
    report = build(folder).report
    assert report["counts"] == {"used": 3, "duplicate": 1, "skipped": 3, "failed": 2}
    ends = {
        one["path"].removeprefix("articles/"): (one["state"], one["reason"].partition(" (")[0])
        for one in report["inputs"]
    }
    assert ends == {
        "clash.txt": ("used", ""),
        "copy.txt": ("duplicate", "the same text as articles/clash.txt"),
        "empty.txt": ("failed", "is empty"),
        "german.txt": ("skipped", "no pack for de yet"),
        "numbers.txt": ("skipped", "its language can't be told"),
        "rows.jsonl#1": ("used", ""),
        "rows.jsonl#2": ("failed", "is not JSON"),
        "table.csv": ("skipped", 'no reader for ".csv" files'),
        "talks.txt": ("used", ""),
    }
    assert report["languages_without_pack"] == {"de": 1}


def test_a_file_that_may_not_be_read_costs_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "talks.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    opened = Path.open
    monkeypatch.setattr(Path, "open", refuse)
    assert build(folder).report["counts"] == {"used": 1, "duplicate": 0, "skipped": 0, "failed": 1}


def test_another_publishers_reprint_is_a_source_of_its_own(folder: Path) -> None:
    longer = CLASH + "The weather was dry and the road to the villages stayed open for all who live along it.\n"
    write(folder, clash=longer, reprint=longer.replace("Example Daily", "Demo Evening"))
    built = build(folder)
    assert built.report["counts"]["used"] == 3
    event = by_day(built)["2020-07-12"]
    assert {mention.article_id for mention in event.mentions} == {"clash", "reprint"}
    assert len(event.origins) == 1


def test_corrections_hold_and_their_file_is_not_written(folder: Path) -> None:
    hide = {"op_id": "c1", "op": "hide", "anchors": [{"article": "talks", "quote": "The mediators met in Vienna"}]}
    fix = {"op_id": "c2", "op": "fix", "quote": "shelled its positions", "field": "when", "new": "2020-07-13"}
    lost = {"op_id": "c3", "op": "hide", "quote": "a sentence that no article has"}
    content = "\n".join(map(json.dumps, (hide, fix, lost))) + "\nnot JSON\n"
    (folder / "corrections.jsonl").write_text(content)
    news: list[Step | Note] = []
    for _ in range(2):
        built = build(folder, news.append)
        assert list(by_day(built)) == ["2020-07-13"]
        assert {one["op_id"]: one["state"] for one in built.report["corrections"]} == {
            "c1": "applied",
            "c2": "applied",
            "c3": "orphan",
        }
        assert built.warnings == 2
    assert (folder / "corrections.jsonl").read_text() == content
    assert any("corrections.jsonl:4" in note.text for note in news if isinstance(note, Note))
    assert "The mediators met" not in published(folder)
    assert "shelled its positions" in published(folder)


def test_what_is_redacted_stands_in_no_file(folder: Path) -> None:
    before = "Two farmers, Anna Doe and Ivan Roe, were detained in Vienna on Tuesday. "
    write(folder, talks=TALKS.replace("The mediators", f"{before}The mediators"))
    build(folder)
    assert "Anna Doe" in published(folder)
    redact = {"op": "redact", "anchors": [{"article": "talks", "quote": "Two farmers, Anna Doe and Ivan Roe"}]}
    (folder / "corrections.jsonl").write_text(json.dumps(redact))
    built = build(folder)
    assert [one["state"] for one in built.report["corrections"]] == ["applied"]
    assert "2016-04-05" in by_day(built)
    assert "Anna Doe" not in published(folder)
    assert "The mediators" in published(folder)


def test_a_link_to_an_event_that_was_merged_leads_to_what_it_became(folder: Path) -> None:
    before = {event.id for event in build(folder).events}
    anchors = [
        {"article": "clash", "quote": "shelled its positions"},
        {"article": "talks", "quote": "The mediators met"},
    ]
    (folder / "corrections.jsonl").write_text(json.dumps({"op": "merge", "anchors": anchors}))
    after = {event.id for event in build(folder).events}
    assert after < before
    assert before - after
    assert all(gone in published(folder) for gone in before - after)


def test_a_date_for_articles_without_one(folder: Path) -> None:
    from datetime import date

    write(folder, clash=CLASH.replace("date: 2020-07-14\n", "").replace("BAKU, July 14 - ", ""))
    assert "2020-07-12" not in by_day(build(folder))
    built = build(folder, date=date(2020, 7, 14))
    assert "2020-07-12" in by_day(built)
    assert {article.id: article.published_basis for article in built.articles} == {
        "clash": "option",
        "talks": "metadata",
    }


def test_our_own_files_are_no_articles(folder: Path) -> None:
    for path in (folder / "articles").iterdir():
        path.rename(folder / path.name)
    (folder / "corrections.jsonl").write_text("")
    config = Config(base=folder, articles=(folder,), output=folder / "site")
    for _ in range(2):
        counts = run(config, (), lambda _: None).report["counts"]
        assert counts == {"used": 2, "duplicate": 0, "skipped": 0, "failed": 0}


@pytest.mark.parametrize(
    ("texts", "words"),
    [({}, "no articles found"), ({"empty": "", "german": GERMAN}, "none of the 2 inputs could be used")],
)
def test_where_nothing_can_be_used_the_standing_site_stays(folder: Path, texts: dict[str, str], words: str) -> None:
    build(folder)
    standing = files(folder / "site")
    for path in (folder / "articles").iterdir():
        path.unlink()
    write(folder, **texts)
    with pytest.raises(BuildError, match=words):
        build(folder)
    assert files(folder / "site") == standing


def test_a_folder_with_somebody_elses_files_is_left_alone(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "thesis.docx").write_text("years of work")
    with pytest.raises(BuildError, match="isn't empty and no site of ours"):
        build(folder)
    assert files(folder / "site") == {"thesis.docx": b"years of work"}


def test_only_what_is_new_is_extracted(folder: Path) -> None:
    build(folder)
    write(folder, truce=TRUCE)
    news: list[Step | Note] = []
    build(folder, news.append)
    done = [step for step in news if isinstance(step, Step) and step.stage in ("reading", "extracting")]
    assert done == [Step(stage="reading", done=1, total=1), Step(stage="extracting", done=1, total=1)]


def test_many_articles_are_read_side_by_side_with_the_same_result(folder: Path) -> None:
    rows = [
        json.dumps({"id": f"r{number}", "text": f"Note {number}. " + TALKS.partition("\n\n")[2], "date": "2016-04-06"})
        for number in range(70)
    ]
    (folder / "articles" / "rows.jsonl").write_text("\n".join(rows))
    serial = build(folder, workers=1)
    (folder / ".cache" / "chronotope.sqlite").unlink()
    parallel = build(folder, workers=2)
    assert parallel.events == serial.events
    assert parallel.report["counts"]["used"] == 72
