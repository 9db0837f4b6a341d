"""The worst texts for time tagging: ``PYTHONPATH=. python tests/bench/times_worst.py [LANGUAGE ...]``.

Each text is read at a quarter of a megabyte and at a whole one. Where the time is linear, the second takes four times
as long as the first; a pattern that backtracks or a list that is searched anew at each word would take sixteen times.
``tests/timeline/extract/test_timex_properties.py`` holds the same without a clock, by counting calls.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import cycle, islice
from time import process_time

from timeline import languages
from timeline.extract.timex.tagging import tag
from timeline.languages import LanguagePack

QUARTER, WHOLE = 1 << 18, 1 << 20
"""Bytes of UTF-8."""
Text = Callable[[LanguagePack], str]


def repeated(piece: str) -> Text:
    return lambda _: piece * (WHOLE // len(piece.encode()) + 1)


def of_words(pack: LanguagePack) -> str:
    """All words of time of a language, one after the other, over and over."""
    words = [form for word in pack.timex["words"] for form in word["forms"]]
    months = [form for forms in pack.calendar["months"].values() for form in forms]
    return " ".join(islice(cycle([*words, *months, "12", "1992"]), WHOLE // 4))


def of_examples(pack: LanguagePack) -> str:
    """All examples of a language, over and over, without an end of a sentence."""
    listed = [text for texts in pack.examples["times"]["rules"].values() for text in texts]
    texts = [text.replace("{", "").replace("}", "").rpartition(" = ")[0] for text in listed]
    return ", ".join(islice(cycle(texts), WHOLE // 8))


TEXTS: Mapping[str, Text] = {
    "digits without end": repeated("1"),
    "letters without end": repeated("a"),
    "tatweel without end": lambda _: "ا" + "ـ" * (WHOLE // 2),
    "accents without end": lambda _: "a" + "\u0301" * (WHOLE // 2),
    "numbers": repeated("12 "),
    "numbers that differ": lambda _: " ".join(map(str, range(WHOLE // 5))),
    "years with hyphens": repeated("1992-"),
    "numbers with full stops": repeated("1.1.1."),
    "thousands": repeated("123.123."),
    "apostrophes": repeated("a'a'a'"),
    "hyphens": repeated("-"),
    "brackets": repeated("("),
    "full stops": repeated(". "),
    "spaces": repeated(" "),
    "lines of spaces": lambda _: "\n" + " " * WHOLE,
    "lines": repeated("\n"),
    "words of time": of_words,
    "examples": of_examples,
}


def cut(text: str, size: int) -> str:
    """The beginning of a text, of so many bytes."""
    return text.encode()[:size].decode(errors="ignore")


def seconds(text: str, pack: LanguagePack) -> float:
    begin = process_time()
    tag(text, pack, published=date(2020, 7, 17))
    return process_time() - begin


def rows(code: str) -> Iterator[str]:
    pack = languages.load(code)
    assert pack is not None, f"no language pack '{code}'"
    seconds("a", pack)  # rules are compiled
    for name, text in TEXTS.items():
        short, long = (seconds(cut(text(pack), size), pack) for size in (QUARTER, WHOLE))
        yield f"| {code} | {name} | {short:.2f} | {long:.2f} | {long / max(short, 0.01):.1f} |"


def main(*codes: str) -> None:
    print("| language | text | s, 256 KB | s, 1 MB | ratio |\n|---|---|---|---|---|")  # noqa: T201 - a script tells its result
    for code in codes or languages.available():
        for row in rows(code):
            print(row, flush=True)  # noqa: T201 - a script tells its result


if __name__ == "__main__":
    main(*sys.argv[1:])
