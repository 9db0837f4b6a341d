"""WikiWars: articles of the English Wikipedia on wars, with TIMEX2 (``keyinline/*.key.xml``).

Format: marked text in ``<TEXT>``, expressions as ``<TIMEX2 val mod anchor_val …>``, at times one within another.
Labels counted: every TIMEX2 that lies in no other ("two days after 1 May" is one), those without a value too.
Values: TIMEX2's are those of TIMEX3 but for clock times on the minute, whose seconds are dropped here
("2009-12-19T17:00:00" is 2009-12-19T17:00). ``mod`` and the anchors are passed over, as TimeML's are.
Date: that in ``<DATETIME>``, when the article was retrieved; next to nothing in a history hangs on it.
Source: P. Mazur and R. Dale, WikiWars (timexportal.info); text of Wikipedia, CC BY-SA.
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
    document,
    outermost,
    with_one_kind_of_line_ends,
    without_tags,
)

_BODY = re.compile(r"<TEXT\b[^>]*>(.*)</TEXT>", re.DOTALL)
_DATE = re.compile(r"<DATETIME>.*?(\d{4}-\d\d-\d\d)", re.DOTALL)
_SECONDS = re.compile(r"(?<=T\d\d:\d\d):00$")


def read(path: Path) -> Document:
    raw = with_one_kind_of_line_ends(path.read_text(encoding="utf-8-sig"))
    body = _BODY.search(raw)
    text, elements = without_tags(body[1] if body else raw)
    times = outermost(_time(one) for one in elements if one.name == "TIMEX2")
    retrieved = _DATE.search(raw)
    return replace(document(text, times, as_date(retrieved[1]) if retrieved else None), kind="narratives")


def _time(element: Element) -> Time:
    values = {name.lower(): value for name, value in element.attributes.items()}
    return Time(element.start, element.end, _SECONDS.sub("", values.get("val", "")))
