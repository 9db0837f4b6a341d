"""Each corpus's format, on a small document written here."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.bench.corpora import armtdp, bitezat, meantime, nerel, timeml, wikiwars, wojood
from tests.bench.corpora.documents import Document
from tests.bench.times_corpora import CORPORA, lines
from tests.bench.times_peers import taggers

Convert = Callable[[Path], Document | Iterable[Document]]

TIMEML = """<?xml version="1.0" ?><TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2020-07-17" functionInDocument="CREATION_TIME">07/17/20</TIMEX3></DCT>
<TEXT>A &amp; B <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" value="2020-07-14">“Tuesday”</TIMEX3>.</TEXT></TimeML>"""
TIMEX2 = """<DOC><DATETIME><TIMEX2 val="2009-12-19T17:00:00">2009-12-19T17:00:00</TIMEX2></DATETIME>
<TEXT>It fell <TIMEX2 val="1941-06-24">two days after <TIMEX2 val="1941-06-22">22 June 1941</TIMEX2></TIMEX2>,
at <TIMEX2 val="1941-06-24T17:00:00" mod="APPROX">about 5 p.m.</TIMEX2></TEXT></DOC>"""
CAT = """<Document><token t_id="1" sentence="0">Ship</token><token t_id="2" sentence="0">sinks</token>
<token t_id="3" sentence="1">July</token><token t_id="4" sentence="1">17</token>
<token t_id="5" sentence="2">It</token><token t_id="6" sentence="2">sank</token>
<token t_id="7" sentence="2">last</token><token t_id="8" sentence="2">Tuesday</token><token t_id="9" sentence="2">.</token><token t_id="10" sentence="6">Today</token>
<Markables><TIMEX3 functionInDocument="CREATION_TIME" value="2020-07-17"><token_anchor t_id="3"/><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" value="2020-07-14"><token_anchor t_id="7"/><token_anchor t_id="8"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" value="2020"/></Markables></Document>"""
BRAT_TEXT = "Дом сгорел летом 2020 года, в 5 утра."
BRAT = "T1\tDATE 11 26\tлетом 2020 года\nT2\tDATE 17 26\t2020 года\nT3\tTIME 28 29;32 36\tв утра\nT4\tCITY 0 3\tДом\nR1\tX Arg1:T1\n"
ROWS = '{"text": "Նա եկավ երեկ։", "labels": [[8, 12, "DATE"], [0, 2, "PERSON"]]}\n{"text": "Ոչ։", "labels": []}\n'
INLINE = "Kargo <DATE>7 Nisan&apos;da</DATE> geldi,\r\n<DURATION>2 gün</DURATION> bekledim &gt; <b>yok</b>."
CONLL = "وصل O\nاليوم B-DATE\n. O\n\nحرب B-EVENT\nيونيو I-EVENT B-DATE\n1967 I-EVENT I-DATE\nمساء B-TIME\n"


@pytest.mark.parametrize(
    ("read", "name", "content", "expected"),
    [
        (timeml.read, "a.tml", TIMEML, [("Tuesday", "2020-07-14")]),
        (
            wikiwars.read,
            "a.key.xml",
            TIMEX2,
            [("two days after 22 June 1941", "1941-06-24"), ("about 5 p.m", "1941-06-24T17:00")],
        ),
        (meantime.read, "a.xml", CAT, [("July 17", "2020-07-17"), ("last Tuesday", "2020-07-14")]),
        (armtdp.read, "a.jsonl", ROWS, [("երեկ", "")]),
        (bitezat.read, "a.txt.xml", INLINE, [("7 Nisan'da", ""), ("2 gün", "")]),
        (wojood.read, "a.txt", CONLL, [("اليوم", ""), ("يونيو 1967", ""), ("مساء", "")]),
    ],
)
def test_a_format_is_read(
    tmp_path: Path, read: Convert, name: str, content: str, expected: list[tuple[str, str]]
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode())
    assert spans(read(path)) == expected


def spans(known: Document | Iterable[Document]) -> list[tuple[str, str]]:
    documents = [known] if isinstance(known, Document) else known
    return [(one.text[time.start : time.end], time.value) for one in documents for time in one.gold]


def test_brat_is_read_with_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BRAT_TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(BRAT, encoding="utf-8")
    assert spans(nerel.read(tmp_path / "a.txt")) == [("летом 2020 года", ""), ("в 5 утра", "")]


def test_the_publication_date_is_that_of_the_corpus(tmp_path: Path) -> None:
    for name, content in (("a.tml", TIMEML), ("a.xml", CAT), ("a.key.xml", TIMEX2)):
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert timeml.read(tmp_path / "a.tml").published == date(2020, 7, 17)
    assert meantime.read(tmp_path / "a.xml").published == date(2020, 7, 17)
    assert wikiwars.read(tmp_path / "a.key.xml").published == date(2009, 12, 19)
    assert timeml.read_history(tmp_path / "a.tml").kind == "narratives"


def test_tokens_are_joined_as_people_write_them(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(CAT, encoding="utf-8")
    assert meantime.read(tmp_path / "a.xml").text == "Ship sinks\n\nJuly 17\n\nIt sank last Tuesday.\n\n"


def test_the_table_has_each_tagger_and_names_what_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "dev" / "TimeBank"
    folder.mkdir(parents=True)
    (folder / "a.tml").write_text(TIMEML, encoding="utf-8")
    printed = list(lines(tmp_path, taggers()))
    assert printed[2].startswith("| TimeBank (development) | 1 | 1 | Chronotope | 100.0 | 100.0 | 100.0 |")
    assert "| dateparser |" in printed[3]
    assert all(corpus.files in printed[-1] for corpus in CORPORA[1:])
