"""Sentences, page furniture and datelines."""

import pytest

from timeline.extract.text import sentences
from timeline.languages import load

EN = load("en").names["page"]
AR = load("ar").names["page"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Mr. Smith met J. Brown. They talked for 3.5 hours.",
            ["Mr. Smith met J. Brown.", "They talked for 3.5 hours."],
        ),
        ("ar", "وقال د. أحمد إن الأمر انتهى. ثم غادر.", ["وقال د. أحمد إن الأمر انتهى.", "ثم غادر."]),
        (
            "tr",
            "Kıyımın 32. yılında andılar. Vekiller 5. Sonra",
            ["Kıyımın 32. yılında andılar.", "Vekiller 5.", "Sonra"],
        ),
        ("en", "One line\nAnother line.", ["One line", "Another line."]),
        ("en", "", []),
    ],
)
def test_split(language: str, text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text, language)] == expected


def test_headings_captions_and_links_are_not_body() -> None:
    text = "A title without a stop\nThe minister\nThe minister\nThe army attacked the town.\nRead also:\nArmy attacks another town\n"
    roles = [p.role for p in sentences.passages(text, "en", EN)]
    assert roles == ["heading", "furniture", "furniture", "body", "furniture", "furniture"]


def test_arabic_links_and_source_are_furniture() -> None:
    text = "قصف الجيش القرية.\n\nاقرأ أيضًا:\n\nهجوم على المدينة\n\nالمصدر : وكالة"
    assert [p.role for p in sentences.passages(text, "ar", AR)] == ["body", "furniture", "furniture", "furniture"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("BAKU, July 13 (Demo Wire) — Troops fought.", "BAKU, July 13 (Demo Wire) — "),
        ("Vienna, May 24, 1996 -- Mediators plan to travel.", "Vienna, May 24, 1996 -- "),
        ("Troops fought in Baku — and lost.", None),
        ("A headline\nYEREVAN, December 7 -- Thirty years.", "YEREVAN, December 7 -- "),
    ],
)
def test_dateline(text: str, dateline: str | None) -> None:
    found = sentences.dateline(text)
    assert (text[found.start : found.end] if found else None) == dateline


def test_short_forms_end_no_sentence_and_months_do() -> None:
    text = "26 აგვისტოს ე.წ. სამხრეთ ოსეთის დამოუკიდებლობა აღიარა. მერე წავიდა."
    assert [text[span.start : span.end] for span in sentences.split(text, "ka")] == [text[:-13], text[-12:]]
    english = "They left on 12 May. Armenia asked for help."
    page = {"whole": ["May"]}
    assert [english[p.span.start : p.span.end][:8] for p in sentences.passages(english, "en", page)] == [
        "They lef",
        "Armenia ",
    ]
