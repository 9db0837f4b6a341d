"""Words and phrases: offsets, clitics, stems, gaps."""

import pytest

from geodata.model import Span
from timeline.extract.text.phrases import Book, Phrases
from timeline.extract.text.tokens import Tokens


def _tokens(text: str, prefixes: tuple[str, ...] = ()) -> Tokens:
    return Tokens(text, Span(start=0, end=len(text)), prefixes)


@pytest.mark.parametrize(
    ("phrase", "text", "prefixes", "expected"),
    [
        ("opened fire", "Troops opened fire at dawn.", (), "opened fire"),
        ("shell*", "Shelling went on.", (), "Shelling"),
        ("agreed ~ border", "They agreed on part of the border.", (), "agreed on part of the border"),
        ("agreed ~ border", "They agreed on one small part of that long border.", (), None),
        (
            "agreed ~ ~ border",
            "They agreed on one small part of that long border.",
            (),
            "agreed on one small part of that long border",
        ),
        ("{agreed ~,signed} {treaty,pact}", "They agreed on a treaty.", (), "agreed on a treaty"),
        ("{agreed,signed ~} a {treaty,pact}", "They signed at last a pact.", (), "signed at last a pact"),
        ("{the,} bus ~ {crashed,burnt}", "A bus full of people burnt.", (), "bus full of people burnt"),
        ("النار", "وفتحوا النار.", ("ال",), "النار"),
        ("قصف", "وقصفت القرية", ("و",), None),
        ("قصف*", "وقصفت القرية", ("و",), "وقصفت"),
        ("مقتل", "مَقتَل جنديين", (), "مَقتَل"),
    ],
)
def test_phrase(phrase: str, text: str, prefixes: tuple[str, ...], expected: str | None) -> None:
    tokens = _tokens(text, prefixes)
    found = Phrases([(phrase, "x")]).find(tokens)
    spans = [match.span(tokens) for match in found]
    assert [text[s.start : s.end] for s in spans] == ([expected] if expected else [])


def test_longest_phrase_masks_shorter() -> None:
    tokens = _tokens("The Minsk Group of the war crimes court")
    found = Phrases([("war", "event"), ("war crimes", "mask")]).find(tokens)
    assert [match.payload for match in found] == ["mask"]


def test_sets_of_one_book_are_found_apart_whenever_they_were_added() -> None:
    book = Book()
    first = Phrases([("opened ~ fire", "attack"), ("fire", "fire")], book)
    tokens = _tokens("They opened heavy fire on the village")
    assert [match.payload for match in first.find(tokens)] == ["attack"]
    second = Phrases([("opened ~ {village,town}", "road")], book)
    assert [match.payload for match in second.find(tokens)] == ["road"]
    assert [match.payload for match in first.all(tokens)] == ["attack", "fire"]


def test_offsets_point_into_the_whole_text() -> None:
    text = "First. Troops attacked."
    tokens = Tokens(text, Span(start=7, end=len(text)))
    assert [text[t.span.start : t.span.end] for t in tokens] == ["Troops", "attacked"]
    assert tokens.range_of(Span(start=14, end=22)) == range(1, 2)
