"""Where things happened: what a sentence leaves open, what only spells like a place, who speaks from where."""

import pytest

from tests.timeline.extract.reading import read, row

CASES = [
    # a village whose name nobody knows takes no town from elsewhere, but the region that the text is about
    (
        "en",
        "Shells hit Goris on Monday. On Tuesday two people were wounded in the village of Zarkaduz. Tavush was calm.",
        [("ASSAULT", "2020-07-13", "Goris"), ("ASSAULT", "2020-07-14", "Tavush")],
    ),
    # where somebody only speaks
    (
        "ar",
        "وقال متحدث عسكري في باكو إن الأرمن قصفوا بلدة ترتر يوم الاثنين.",
        [("ASSAULT", "2020-07-13", "Tartar")],
    ),
    (
        "en",
        "In Baku, the Defence Ministry said that shells had hit Tovuz on Monday.",
        [("ASSAULT", "2020-07-13", "Tovuz")],
    ),
    # ... is where it happened if nothing else is named
    (
        "en",
        "In Gori, the police said that five people had been arrested on Monday.",
        [("COERCE", "2020-07-13", "Gori")],
    ),
    # a small town of another part of the world is a word that spells like one
    (
        "ru",
        "В понедельник обстреляны Сухуми, Гагра и Очамчира. Во вторник над селом Лата сбит вертолёт.",
        [("ASSAULT", "2020-07-13", name) for name in ("Sukhumi", "Gagra", "Ochamchire")]
        + [("ASSAULT", "2020-07-14", None)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_where(language: str, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [row(mention)[:3] for mention in read(language, text).mentions] == expected
