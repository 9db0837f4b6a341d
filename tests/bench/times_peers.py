"""The taggers of times that are measured: ours and its peers."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

from tests.bench.corpora.documents import Document, Time
from tests.bench.times_score import Reader
from timeline import languages
from timeline.extract.timex.tagging import tag


@dataclass(frozen=True)
class Tagger:
    """Who reads; ``reader`` gives None for a language that it can't read."""

    name: str
    reader: Callable[[str], Reader | None]


def chronotope(code: str) -> Reader:
    pack = languages.load(code)
    assert pack is not None, f"no language pack '{code}'"
    return lambda document: [
        Time(one.expression.span.start, one.expression.span.end, one.expression.value)
        for one in tag(document.text, pack, published=document.published)
    ]


FORMATS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
"""dateparser's ``period`` → the TIMEX3 value; anything else is a day."""


def dateparser(code: str) -> Reader:
    """``search_dates`` in the given language, counted from the publication date.

    Of its settings those are taken that gave the best values on TimeBank and AQUAINT: no preference of the past, times
    told apart from days. Its answers are moments; each is cut to the period that its parser tells of the found words.
    """
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    parser = DateDataParser(languages=[code], settings={"RETURN_TIME_AS_PERIOD": True})
    period = lru_cache(maxsize=None)(lambda words: parser.get_date_data(words).period)

    def read(document: Document) -> list[Time]:
        settings: dict[str, object] = {"PREFER_DATES_FROM": "current_period"}
        if document.published:
            settings["RELATIVE_BASE"] = datetime.combine(document.published, datetime.min.time())
        answers = search_dates(document.text, languages=[code], settings=settings) or ()
        return list(located(document.text, [(words, cut(when, period(words))) for words, when in answers]))

    return read


def cut(when: datetime, period: str) -> str:
    return when.strftime(FORMATS.get(period, "%Y-%m-%d"))


def located(text: str, answers: Sequence[tuple[str, str]]) -> Iterator[Time]:
    """Answers where they stand: they come in order, without offsets."""
    at = 0
    for words, value in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Time(start, at, value)


LANGUAGES = {"en": "ENGLISH"}
"""Those that HeidelTime's wheel can read whole: it has no tagger of parts of speech for our others."""


def heideltime(home: Path | None, code: str) -> Reader | None:
    """HeidelTime in a process of Java a text, told which kind of text it is.

    ``home`` is the wheel's unpacked package. It is not looked up among the installed ones: beside it the wheel has a
    package named ``tests``, which would hide ours.
    """
    if code not in LANGUAGES or home is None or not shutil.which("java"):
        return None

    def read(document: Document) -> list[Time]:
        with tempfile.TemporaryDirectory() as folder:
            return run_heideltime(home.resolve(), Path(folder), LANGUAGES[code], document)

    return read


QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A short run of Java takes half the time without its slow compiler and its many threads."""


def run_heideltime(home: Path, folder: Path, language: str, document: Document) -> list[Time]:
    settings = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
    (folder / "config.props").write_text(
        settings.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")), encoding="utf-8"
    )
    text = "".join(letter if ord(letter) < 1 << 16 else " " for letter in document.text)  # Java counts them double
    (folder / "text").write_text(text, encoding="utf-8")
    date = ["-dct", document.published.isoformat()] if document.published else []
    jar = next((home / "Heideltime").glob("*.jar"))
    kind = ["-t", document.kind.upper(), *date]
    command = ["java", *QUICK_START, "-jar", jar, "text", "-l", language, "-e", "UTF-8", *kind]
    answer = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return list(marked(answer.stdout, text))


def marked(answer: str, text: str) -> Iterator[Time]:
    """Times in HeidelTime's TimeML, which holds the text as it was, with tags."""
    plain, opened = "", None
    for part in re.split(r"(</?TIMEX3[^>]*>)", answer.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]):
        if part.startswith("<TIMEX3"):
            found = re.search(r'value="([^"]*)"', part)
            opened = (len(plain), found[1] if found else "")
        elif part == "</TIMEX3>" and opened:
            yield Time(opened[0], len(plain), opened[1])
        else:
            plain += part
    assert plain.strip() == text.strip(), "HeidelTime has changed the text"


def taggers(home: Path | None = None) -> tuple[Tagger, ...]:
    return (
        Tagger("Chronotope", chronotope),
        Tagger("dateparser", dateparser),
        Tagger("HeidelTime", partial(heideltime, home)),
    )
