"""Text files: metadata in front, the text itself unchanged."""

import hashlib
from pathlib import Path

import pytest

from timeline.errors import ReadError
from timeline.model.article import RawArticle
from timeline.readers import text

BODY = "The sides met.\nThey parted.\n"


@pytest.mark.parametrize(
    ("content", "fields", "body"),
    [
        (BODY, {}, BODY),
        (f"---\ntitle: Talks: day two\ndate: 2020-07-17\n---\n{BODY}", {"title": "Talks: day two", "published": "2020-07-17"}, BODY),
        (f'---\r\ntitle: "Talks"\r\nkeywords: a, b\r\n---\r\n{BODY}', {"title": "Talks"}, BODY),
        (f"Title: Talks\nSource: Example Daily\n\n{BODY}", {"title": "Talks", "publisher": "Example Daily"}, BODY),
        (f"id: t1\nlang: en-GB\nurl: https://example.org/a?b=c:d\n\n{BODY}", {"id": "t1", "language": "en", "url": "https://example.org/a?b=c:d"}, BODY),
        (f"publisher: A\nsource: B\norigin: Demo Wire\nretrieved: 2024-05-01\n\n{BODY}", {"publisher": "A", "origin": "Demo Wire", "retrieved": "2024-05-01"}, BODY),
        (f"title:\ndate: 2020\n\n{BODY}", {"published": "2020"}, BODY),
        (f"---\ntitle: never closed\n{BODY}", {}, f"---\ntitle: never closed\n{BODY}"),
        (f"Note: this is text.\n\n{BODY}", {}, f"Note: this is text.\n\n{BODY}"),
        (f"Date: today\nThe text goes on at once: {BODY}", {}, f"Date: today\nThe text goes on at once: {BODY}"),
        ("Baku\u00a0— “quoted”\r\nline\rline\u2028line\t", {}, "Baku\u00a0— “quoted”\r\nline\rline\u2028line\t"),
    ],
)  # fmt: skip
def test_front_matter_goes_and_everything_else_stays(
    tmp_path: Path, content: str, fields: dict[str, str], body: str
) -> None:
    path = tmp_path / "talks.txt"
    path.write_bytes(content.encode())
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    expected = RawArticle(**{"id": "talks", "source_path": str(path), "text": body, "sha256": sha256, **fields})
    assert list(text.read(path)) == [expected]


ARABIC = "أعلنت وزارة الدفاع في باكو يوم الأحد أن قواتها تعرضت لقصف مدفعي في منطقة توفوز الحدودية. " * 3
RUSSIAN = "Министерство обороны сообщило в воскресенье об обстреле позиций на границе. " * 3
TURKISH = "Savunma Bakanlığı pazar günü sınırdaki mevzilerin topçu ateşine tutulduğunu açıkladı. " * 3


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (ARABIC, "utf-8"),
        (ARABIC, "utf-8-sig"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-32"),
        (ARABIC, "windows-1256"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (TURKISH, "utf-16"),
        (TURKISH, "windows-1254"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, words: str, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(words.encode(encoding))
    assert next(text.read(path)).text == words


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b"\n \n", "holds no article text"),
        (b"title: Talks\ndate: 2020-07-17\n", "holds no article text"),
        (b"---\ntitle: Talks\n---\n", "holds no article text"),
        (bytes(range(256)) * 20, "is not text in a known encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(400), "is not text in a known encoding"),
        (b"language: Arabic\n\nThe sides met.", 'language "Arabic" is no code'),
    ],
)
def test_what_is_no_article_says_why_and_what_to_do(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        list(text.read(path))
    assert caught.value.what == what
    assert caught.value.remedy


@pytest.mark.parametrize(("name", "ours"), [("a.txt", True), ("a.MD", True), ("a.html", False), ("txt", False)])
def test_files_are_known_by_their_names(name: str, *, ours: bool) -> None:
    assert text.identify(Path(name)) is ours
