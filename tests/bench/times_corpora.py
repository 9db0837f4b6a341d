"""Time tagging on annotated corpora: ``python tests/bench/times_corpora.py FOLDER [LANGUAGE]``.

FOLDER holds TimeML documents (``*.tml``), or folders of them, one a corpus (TimeBank, AQUAINT, te3-platinum); or those of
WikiWarsUA (``*.key.xml``), of which the first 13 by name are for development and the others for tests. Each is read
beside dateparser's ``search_dates`` in the same run. Measures are those of TempEval-3 (UzZaman and others 2013): an
expression is found strictly if both ends are right, outer punctuation aside, and relaxedly if it overlaps; its value is
right if it is the same string. Figures are F1 in per cent over all expressions of a corpus, the publication date aside.
"""

import html
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from timeline import languages
from timeline.extract.timex import tag

TAG = re.compile(r"<(/?)([A-Za-z0-9_]+)\b([^>]*)>|([^<]+)|<")
ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*["']([^"']*)["']""")
FOR_DEVELOPMENT = 13
"""Documents of WikiWarsUA, in order of name, on which rules are tuned. Their dates are those of their retrieval, on which
nothing in them hangs: they are read as texts without a date."""
ROUNDS = 3
"""Times that a corpus is read for the speed, of which the fastest counts: other work disturbs the rest."""
EDGE = " \t\n\r\u00a0.,;:!?\"'«»“”„()[]…–—-"


@dataclass(frozen=True)
class Time:
    """An expression with its value."""

    start: int
    end: int
    value: str

    def overlap(self, other: "Time") -> int:
        return min(self.end, other.end) - max(self.start, other.start)


@dataclass(frozen=True)
class Document:
    """A text with its publication date and what annotators found in it."""

    published: date | None
    text: str
    gold: tuple[Time, ...]


Reader = Callable[[Document], list[Time]]


def read_timeml(path: Path) -> Document:
    raw = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    stated = re.search(r"<DCT\b.*?</DCT>", raw, re.DOTALL) or re.search(r"<TIMEX3[^>]*CREATION_TIME[^>]*>", raw)
    attributes = dict(ATTRIBUTE.findall(stated.group())) if stated else {}
    body = re.search(r"<TEXT\b[^>]*>(.*)</TEXT>", raw, re.DOTALL)
    text, times = without_tags(body[1] if body else raw)
    return Document(as_date(attributes.get("value", "")), text, trimmed(text, times))


def as_date(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def without_tags(body: str) -> tuple[str, list[Time]]:
    """The plain text of marked text, and its times."""
    parts: list[str] = []
    length, times = 0, []
    opened: list[tuple[int, str]] = []
    for match in TAG.finditer(body):
        closes, name, attributes, plain = match.groups()
        if name is None:
            parts.append(html.unescape(plain or "<"))
            length += len(parts[-1])
        elif name == "TIMEX3" and not closes:
            opened.append((length, dict(ATTRIBUTE.findall(attributes)).get("value", "")))
        elif name == "TIMEX3":
            start, value = opened.pop()
            times.append(Time(start, length, value))
    return "".join(parts), times


def trimmed(text: str, times: Sequence[Time]) -> tuple[Time, ...]:
    found = {}
    for one in times:
        words = text[one.start : one.end]
        start = one.start + len(words) - len(words.lstrip(EDGE))
        end = one.end - len(words) + len(words.rstrip(EDGE))
        if start < end:
            found[start, end] = Time(start, end, one.value)
    return tuple(found[key] for key in sorted(found))


def pairs(gold: Sequence[Time], found: Sequence[Time]) -> Iterator[tuple[Time, Time]]:
    """One to one: exact matches first, then those that overlap most."""
    both = [(one, other) for one in gold for other in found if one.overlap(other) > 0]
    both.sort(key=lambda pair: (not same_ends(*pair), -pair[0].overlap(pair[1])))
    taken: set[int] = set()
    for one, other in both:
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            yield one, other


def same_ends(one: Time, other: Time) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def score(documents: Sequence[Document], read: Reader) -> dict[str, float]:
    """F1 of strict spans, relaxed spans and values in per cent, and the speed in KB (1,024 bytes) a second."""
    answers = [read(document) for document in documents]
    seconds = min(duration(documents, read) for _ in range(ROUNDS))  # rules are compiled, tables loaded by now
    right = {"strict": 0, "relaxed": 0, "value": 0}
    total = 0
    for document, answer in zip(documents, answers, strict=True):
        found = trimmed(document.text, answer)
        total += len(document.gold) + len(found)
        for one, other in pairs(document.gold, found):
            right["strict"] += same_ends(one, other)
            right["relaxed"] += 1
            right["value"] += one.value == other.value
    size = sum(len(document.text.encode()) for document in documents) / 1024
    return {**{name: 200 * count / total for name, count in right.items()}, "KB/s": size / seconds}


def duration(documents: Sequence[Document], read: Reader) -> float:
    begin = time.process_time()
    for document in documents:
        read(document)
    return time.process_time() - begin


def ours(code: str) -> Reader:
    pack = languages.load(code)
    assert pack is not None, f"no language pack '{code}'"
    return lambda document: [
        Time(one.expression.span.start, one.expression.span.end, one.expression.value)
        for one in tag(document.text, pack, published=document.published)
    ]


def dateparser(code: str) -> Reader:
    from dateparser.search import search_dates

    def read(document: Document) -> list[Time]:
        settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}  # as news does
        if document.published:
            settings["RELATIVE_BASE"] = datetime.combine(document.published, datetime.min.time())
        return list(located(document.text, search_dates(document.text, languages=[code], settings=settings) or ()))

    return read


def located(text: str, answers: Sequence[tuple[str, datetime]]) -> Iterator[Time]:
    """Answers where they stand: they come in order, without offsets."""
    at = 0
    for words, when in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield Time(start, at, when.date().isoformat())


def corpora(folder: Path) -> Iterator[tuple[str, list[Document]]]:
    for each in sorted({path.parent for path in folder.rglob("*.tml")}):
        yield each.name, [read_timeml(path) for path in sorted(each.glob("*.tml"))]
    for each in sorted({path.parent for path in folder.rglob("*.key.xml")}):
        documents = [read_timeml(path) for path in sorted(each.glob("*.key.xml"))]
        yield f"{each.name}, development", documents[:FOR_DEVELOPMENT]
        if documents[FOR_DEVELOPMENT:]:
            yield f"{each.name}, test", documents[FOR_DEVELOPMENT:]


def main(folder: str, code: str = "en") -> None:
    print("| corpus | texts | times | tagger | strict | relaxed | value | KB/s |\n|---|---|---|---|---|---|---|---|")  # noqa: T201 - a script tells its result
    for name, documents in corpora(Path(folder)):
        for tagger, read in (("Chronotope", ours(code)), ("dateparser", dateparser(code))):
            known = score(documents, read)
            figures = " | ".join(f"{known[column]:.1f}" for column in ("strict", "relaxed", "value"))
            times = sum(len(document.gold) for document in documents)
            print(f"| {name} | {len(documents)} | {times} | {tagger} | {figures} | {known['KB/s']:.0f} |")  # noqa: T201 - a script tells its result


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)  # dateparser's own
    main(*sys.argv[1:])
