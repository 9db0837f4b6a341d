"""HTML pages: the main text and what the page says of itself."""

from pathlib import Path

import pytest

from timeline.errors import ReadError
from timeline.model.article import RawArticle
from timeline.readers import html

FIRST = "The foreign ministers of the two countries met in Vienna on Friday to discuss the withdrawal of their forces."
SECOND = (
    "They agreed to meet again in May, a spokesman said after the talks, which had lasted for more than five hours."
)
ARTICLE = f"<article><h1>Talks in Vienna</h1><p>{FIRST}</p><p>{SECOND}</p></article>"


def read(folder: Path, page: str | bytes) -> RawArticle:
    path = folder / "talks.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    [found] = html.read(path)
    return found


def page(head: str = "", body: str = ARTICLE) -> str:
    return f"<!doctype html><html lang='en'><head><title>Talks</title>{head}</head><body>{body}</body></html>"


def test_text_title_and_publisher_without_what_surrounds_them(tmp_path: Path) -> None:
    menu = "<nav><ul><li>Home</li><li>Sport</li></ul></nav>"
    footer = "<footer>All rights reserved. Example Daily.</footer><script>track('${x}')</script>"
    found = read(tmp_path, page('<meta property="og:site_name" content="Example Daily">', menu + ARTICLE + footer))
    assert (found.id, found.title, found.publisher) == ("talks", "Talks in Vienna", "Example Daily")
    assert FIRST in found.text
    assert SECOND in found.text
    assert not any(word in found.text for word in ("Home", "rights reserved", "track", "<p>"))


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2020-07-17T10:00:00+04:00">', "2020-07-17T10:00:00+04:00"),
        ('<meta name="date" content="17 July 2020">', "17 July 2020"),
        ('<meta itemprop="datePublished" content="2020-07-17">', "2020-07-17"),
        ('<script type="application/ld+json">{"@graph": [{"a": 1}, {"datePublished": "2020-07-17"}]}</script>', "2020-07-17"),
        ('<script type="application/ld+json">[{"datePublished": "2020-07-17"}]</script>', "2020-07-17"),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2020-07-17">', "2020-07-17"),
        ("", None),
    ],
)  # fmt: skip
def test_the_date_is_given_as_the_page_writes_it(tmp_path: Path, head: str, published: str | None) -> None:
    assert read(tmp_path, page(head)).published == published


def test_a_visible_date_in_arabic_stays_as_written(tmp_path: Path) -> None:
    found = read(tmp_path, page(body=f"<time>12 مارس 2024</time>{ARTICLE}"))
    assert found.published == "12 مارس 2024"


def test_the_declared_encoding_is_heeded(tmp_path: Path) -> None:
    words = "Министерство обороны сообщило в воскресенье об обстреле позиций на границе. " * 3
    source = page('<meta charset="windows-1251">', f"<article><p>{words}</p></article>")
    assert read(tmp_path, source.encode("windows-1251")).text == words.strip()


def test_where_there_is_no_articles_shape_the_paragraphs_are_taken(tmp_path: Path) -> None:
    found = read(tmp_path, "<html><body><nav><p>Home</p></nav><p>Shots in Tovuz.</p><p>C:\\x ${y}</p></body></html>")
    assert "Shots in Tovuz." in found.text
    assert "C:\\x ${y}" in found.text


@pytest.mark.parametrize("body", ["", "<script>let a = 1</script>", "<img src='a.png'>"])
def test_a_page_without_text_is_reported(tmp_path: Path, body: str) -> None:
    with pytest.raises(ReadError, match="holds no article text"):
        read(tmp_path, f"<html><body>{body}</body></html>")
