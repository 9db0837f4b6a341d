"""Right values and speed of time tagging: ``python tests/bench/times.py FORMS.jsonl [ARTICLES.jsonl]``.

FORMS has a row per expression: lang, text, dct, value (a range as START/END counts as two expressions). ARTICLES has
language and text; its texts are repeated to half a megabyte a language and read beside dateparser's ``search_dates``,
which gets a hundredth of that.
"""

import json
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from timeline import languages
from timeline.extract.timex.tagging import tag

SIZE = 500_000


def rows(path: str) -> Iterator[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score_forms(path: str) -> None:
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for row in rows(path):
        pack = languages.load(row["lang"])
        total[row["lang"]] += 1
        if pack is None or not pack.timex:
            continue
        found = [one.expression.value for one in tag(row["text"], pack, published=date.fromisoformat(row["dct"]))]
        if found in ([row["value"]], row["value"].split("/")):
            right[row["lang"]] += 1
        else:
            print(f"  {row['lang']}: {row['text']!r} is {row['value']}, read {found}")  # noqa: T201 - a script tells its result
    for code in sorted(total):
        print(f"{code}: {right[code]} of {total[code]} right")  # noqa: T201 - a script tells its result
    print(f"all: {sum(right.values())} of {sum(total.values())}")  # noqa: T201 - a script tells its result


def measure_speed(path: str) -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for row in rows(path):
        texts[row["language"]].append(row["text"])
    for code in sorted(texts):
        pack = languages.load(code)
        if pack is not None and pack.timex:
            ours = speed(lambda text, pack=pack: tag(text, pack, published=date(2020, 7, 17)), texts[code], SIZE)
            print(  # noqa: T201 - a script tells its result
                f"{code}: {ours:.0f} KB/s, dateparser {speed(by_dateparser(code), texts[code], SIZE // 100):.0f} KB/s"
            )


def by_dateparser(code: str) -> Callable[[str], object]:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=[code])


def speed(read: Callable[[str], object], texts: list[str], size: int) -> float:
    """KB (1,024 bytes of UTF-8) a second of processor time, article by article."""
    length = sum(len(text.encode()) for text in texts)
    times = max(1, size // length)
    for text in texts:
        read(text)  # rules are compiled, tables loaded
    begin = time.process_time()
    for _ in range(times):
        for text in texts:
            read(text)
    return length * times / 1024 / (time.process_time() - begin)


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)  # dateparser's own
    score_forms(sys.argv[1])
    if len(sys.argv) > 2:
        measure_speed(sys.argv[2])
