"""TimeML documents: TimeBank, AQUAINT and TempEval-3 platinum (``*.tml``), WikiWarsUA (``*.key.xml``).

Format: marked text in ``<TEXT>``, expressions as ``<TIMEX3 type value>``, the publication date in ``<DCT>``
(that of retrieval in ``<DATETIME>``, for WikiWarsUA).
Labels counted: every TIMEX3 in the text but the publication date itself.
Sources: TimeBank 1.2 and AQUAINT as corrected for TempEval-3 (github nju-websoft/ARTime, software/datasets/TempEval-3),
platinum (github qiangning/StructTempRel-EMNLP17, data/TempEval3/Evaluation/te3-platinum), WikiWarsUA (github
thhamon/WikiWarsUA, keyinline; text of Wikipedia, CC BY-SA). TimeBank and AQUAINT rest on news under the
publishers' and the LDC's terms; none of them may be handed on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.bench.corpora.documents import (
    Document,
    Element,
    Time,
    as_date,
    attributes,
    document,
    with_one_kind_of_line_ends,
    without_tags,
)

_DCT = re.compile(r"<(DCT|DATETIME)\b.*?</\1>|<TIMEX3[^>]*CREATION_TIME[^>]*>", re.DOTALL)
_TIME = re.compile(r"<TIMEX3\b[^>]*>")
_BODY = re.compile(r"<TEXT\b[^>]*>(.*)</TEXT>", re.DOTALL)


def read(path: Path) -> Document:
    raw = with_one_kind_of_line_ends(path.read_text(encoding="utf-8-sig"))
    stated = _DCT.search(raw)
    value = attributes(_TIME.search(stated.group())[0]).get("value", "") if stated else ""
    body = _BODY.search(raw)
    text, elements = without_tags(body[1] if body else raw)
    return document(text, [_time(one) for one in elements if _is_counted(one)], as_date(value))


def _is_counted(element: Element) -> bool:
    return element.name == "TIMEX3" and element.attributes.get("functionInDocument") != "CREATION_TIME"


def _time(element: Element) -> Time:
    return Time(element.start, element.end, element.attributes.get("value", ""))


def read_history(path: Path) -> Document:
    """A document of WikiWarsUA, whose date is that of its retrieval."""
    return replace(read(path), kind="narratives")
