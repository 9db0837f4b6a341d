"""Each format of places, on a small document written here, and the tables of the bench."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.bench import places_cost
from tests.bench.corpora import eupeg, nerel, pioner
from tests.bench.corpora.named import Name, NamedText
from tests.bench.places_corpora import CORPORA, cost_row, lines

Convert = Callable[[Path], NamedText | Iterable[NamedText]]

LGL = """<articles><article docid="1"><text>Rain fell in Paris. Paris, Tenn., was dry.</text><toponyms>
<toponym><start>20</start><end>25</end><phrase>Paris</phrase><gaztag geonameid="1"><lat>36.3</lat><lon>-88.3</lon></gaztag></toponym>
<toponym><start>14</start><end>19</end><phrase>Paris</phrase><gaztag geonameid="2"><lat>48.9</lat><lon>2.3</lon></gaztag></toponym>
<toponym><start>27</start><end>32</end><phrase>Tenn.</phrase></toponym>
<toponym><start>20</start><end>25</end><phrase>Paris</phrase></toponym></toponyms></article>
<article docid="2"><text/></article></articles>"""
GEOVIRUS = """<articles><article><text>Flu came to Baku.</text><locations><location><name>Baku</name>
<start>13</start><end>17</end><lat>40.4</lat><lon>49.9</lon><page>-</page></location></locations></article></articles>"""
GEOWEBNEWS = """<articles><article file="1"><text>Baku Street is in Ganja.</text><toponyms>
<toponym><start>18</start><end>23</end><extractedName>Ganja</extractedName><type>Literal</type><latitude>40.7</latitude><longitude>46.4</longitude></toponym>
<toponym><start>0</start><end>4</end><extractedName>Baku</extractedName><type>Non_Toponym</type><latitude>1</latitude><longitude>1</longitude></toponym>
</toponyms></article></articles>"""
BRAT_TEXT = "В Московской области, в Клину, прошёл дождь."
BRAT = "T1\tSTATE_OR_PROVINCE 2 20\tМосковской области\nT2\tCITY 2 12\tМосковской\nT3\tCITY 24 29\tКлину\nT4\tDATE 0 1\tВ\n"
CONLL = "-DOCSTART- _ _ O\n\nԱ _ _ O\nԳյումրիում _ _ B-LOC\n, _ _ O\nՎան _ _ B-LOC\nլիճ _ _ I-LOC\n։ _ _ O\n\nԵրևան _ _ I-LOC\n"


@pytest.mark.parametrize(
    ("read", "content", "expected"),
    [
        (eupeg.read_lgl, LGL, [("Paris", 48.9, 2.3), ("Paris", 36.3, -88.3), ("Tenn.", None, None)]),
        (eupeg.read_geovirus, GEOVIRUS, [("Baku", 40.4, 49.9)]),
        (eupeg.read_geowebnews, GEOWEBNEWS, [("Ganja", 40.7, 46.4)]),
        (pioner.read, CONLL, [("Գյումրիում", None, None), ("Վան լիճ", None, None), ("Երևան", None, None)]),
    ],
)
def test_a_format_is_read(
    tmp_path: Path, read: Convert, content: str, expected: list[tuple[str, float | None, float | None]]
) -> None:
    path = tmp_path / "corpus"
    path.write_text(content, encoding="utf-8")
    known = read(path)
    texts = [known] if isinstance(known, NamedText) else list(known)
    assert [(one.text[name.start : name.end], name.lat, name.lon) for one in texts for name in one.gold] == expected


def test_the_outermost_places_of_brat_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BRAT_TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(BRAT, encoding="utf-8")
    assert nerel.read_places(tmp_path / "a.txt") == NamedText(BRAT_TEXT, (Name(2, 20), Name(24, 29)))


def test_sentences_are_joined_to_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.conll03"
    path.write_text("Երևան _ _ B-LOC\n։ _ _ O\n\n" * 1000, encoding="utf-8")
    texts = list(pioner.read(path))
    assert texts[0].text.startswith("Երևան։\nԵրևան։\n")
    assert len(texts) == 3
    assert sum(len(text.gold) for text in texts) == 1000


def test_words_that_stand_elsewhere_are_no_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(GEOVIRUS.replace("<start>13", "<start>900"), encoding="utf-8")
    assert [text.gold for text in eupeg.read_geovirus(path)] == [()]


def test_the_tables_have_each_gazetteer_and_name_what_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "lgl.xml").write_text(LGL, encoding="utf-8")
    printed = list(lines(tmp_path, {"shipped": None}))
    recognition = [line for line in printed if line.startswith("| LGL (development) | 1 | 3 |")]
    assert recognition[0].startswith("| LGL (development) | 1 | 3 | Chronotope, shipped | 100.0 | 100.0 | 100.0 | ")
    assert "| baseline | 100.0 | 66.7 | 80.0 | 80.0 | 50.0 | 50.0 |" in recognition[1]
    assert any(line.startswith("| LGL (development) | 2 | shipped | ") for line in printed)
    assert all(corpus.files in printed[-1] for corpus in CORPORA[1:])


def test_the_cost_is_measured_in_another_process() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, places_cost.__file__, "ru", "caucasus", "-"],
        input='["Дождь шёл в Баку и в Ереване."]', capture_output=True, text=True, check=True, env={"PYTHONPATH": str(root)},
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["first"] > 0
    assert found["open_ms"] > 0
    assert found["memory_before_mb"] < found["memory_mb"] < 1000
    slower = {name: figure * 2 if "_m" in name else figure / 2 for name, figure in found.items()}
    assert cost_row("a", "shipped", [slower, found]) == cost_row("a", "shipped", [found])
    assert cost_row("a", "shipped", [found]).count("|") == 10
