"""The whole site: same bytes for the same input, a policy on every page, no text that could do something."""

import base64
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.timeline.site import demonstration
from tests.timeline.site.demonstration import HOSTILE
from timeline.config import TileLayer
from timeline.errors import ConfigError, PackError
from timeline.site import build as build_module
from timeline.site.build import build
from timeline.site.policy import origin, policy

PAGES = ("index.html", "about.html", "report.html", "ledger.html", "embed/map.html", "embed/timeline.html")
RULES = {
    "default-src 'none'", "script-src 'self'", "connect-src 'none'", "worker-src 'self' blob:", "frame-src 'self'",
    "base-uri 'none'", "form-action 'none'", "img-src 'self' data: blob:",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build(demonstration.site(folder / "region"), folder / "site")
    return folder / "site"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def received(site: Path, name: str) -> list[object]:
    """The values that a data file hands over."""
    file = next((site / "data").glob(f"{name}-*.js"))
    call = re.fullmatch(r"Chronotope\.receive\((.*)\);\n", file.read_text(encoding="utf-8"), re.DOTALL)
    assert call
    return list(json.loads(f"[{call[1]}]"))[1:]


def unpacked(packed: object) -> bytes:
    return gzip.decompress(base64.b64decode(str(packed)))


def test_the_same_input_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build(demonstration.site(tmp_path / "region"), tmp_path / "site")
    assert contents(tmp_path / "site") == contents(site)


def test_the_order_of_rows_does_not_matter(site: Path, tmp_path: Path) -> None:
    frame = demonstration.frame().iloc[::-1]
    build(demonstration.site(tmp_path / "region", frame=frame), tmp_path / "site")
    assert contents(tmp_path / "site") == contents(site)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_the_policy_and_nothing_inline(site: Path, name: str) -> None:
    html = (site / name).read_text(encoding="utf-8")
    said = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert said
    rules = set(said[1].replace("&#39;", "'").split("; "))
    assert rules >= RULES
    assert "unsafe" not in said[1]
    assert not re.search(r"<script(?![^>]* src=)", html)
    assert not re.search(r"<style|\son\w+=|\sstyle=", re.sub(r"&lt;.*?&gt;", "", html))


@pytest.mark.parametrize("name", PAGES)
def test_pages_link_only_their_own_files(site: Path, name: str) -> None:
    html = (site / name).read_text(encoding="utf-8")
    links = re.findall(r'<(?:script|link|img|iframe)[^>]* (?:src|href)="([^"]+)"', html)
    assert links
    for link in links:
        assert ((site / name).parent / link).resolve().is_file(), link


def test_nothing_hostile_stands_in_a_page_or_script(site: Path) -> None:
    for name, content in contents(site).items():
        text = content.decode("utf-8", errors="replace")
        if name.endswith(".html") or name.startswith("data/"):
            assert "<img src=x" not in text, name
            assert "javascript:alert" not in re.sub(r"\\u\w{4}", "", text), name
        if name.startswith("data/"):
            assert not re.search("[<>&\u2028\u2029]", text), name


def test_quotes_are_published_and_articles_are_not(tmp_path: Path) -> None:
    articles = tuple(
        type(article)(
            **{**{f: getattr(article, f) for f in article.__dataclass_fields__}, "text": f"{article.text} SECRET REST"}
        )
        for article in demonstration.articles()
    )
    build(demonstration.site(tmp_path / "region", articles=articles), tmp_path / "site")
    for name, content in contents(tmp_path / "site").items():
        found = [content, *(unpacked(part.decode()) for part in re.findall(rb'"(H4sIAAAAAA[\w+/=]{20,})"', content))]
        assert not any(b"SECRET REST" in part for part in found), name


def test_columns_hold_every_event_in_the_order_of_days(site: Path) -> None:
    header, packed = received(site, "events")
    assert isinstance(header, dict)
    assert (header["events"], header["dated"]) == (21, 20)
    days = header["days"]
    positions = header["positions"]
    raw = unpacked(packed)
    sizes = positions * (4 + 4 + 1 + 2) + days * 3 + 21 * (header["positionBytes"] + 3) + 20 * 6
    assert len(raw) == sizes
    counts = raw[positions * 11 : positions * 11 + days]
    assert sum(counts) == 20
    assert counts[0] == 1


def test_details_come_in_the_order_of_columns(site: Path) -> None:
    (packed,) = received(site, "detail-0")
    told = json.loads(unpacked(packed))
    starts = [event.get("start") or "9999" for event in told["events"]]
    assert starts == sorted(starts)
    ids, redirects = received(site, "ids")
    assert unpacked(ids).decode().split("\n") == [event["id"] for event in told["events"]]
    assert redirects == {"eformerlyone": demonstration.event_id("Artillery attack near Tovuz")}
    assert set(told["articles"]) == set(demonstration.ARTICLES)


def test_only_confirmed_events_where_that_is_asked(tmp_path: Path) -> None:
    build(demonstration.site(tmp_path / "region", publish="confirmed"), tmp_path / "site")
    header, _ = received(tmp_path / "site", "events")
    assert isinstance(header, dict)
    assert header["events"] == 1
    assert "Rally in Yerevan" in (tmp_path / "site" / "ledger.html").read_text(encoding="utf-8")


def test_a_site_without_events_is_a_site(tmp_path: Path) -> None:
    frame = demonstration.frame().iloc[:0]
    build(demonstration.site(tmp_path / "region", frame=frame), tmp_path / "site")
    header, _ = received(tmp_path / "site", "events")
    assert isinstance(header, dict)
    assert header["events"] == 0


def test_tiles_enter_the_policy_only_where_configured(tmp_path: Path) -> None:
    tiles = (TileLayer(name="Streets", url="https://{s}.tiles.example/{z}/{x}/{y}.png", attribution="© <b>"),)
    build(demonstration.site(tmp_path / "region", tiles=tiles), tmp_path / "site")
    assert "https://*.tiles.example" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "tiles.example" not in policy()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "//host/{z}", "https://a b/", "https://x; script-src *", "ftp://host/"]
)
def test_addresses_that_would_break_the_policy_are_refused(url: str) -> None:
    with pytest.raises(ConfigError):
        origin(url)


def test_a_language_without_strings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="interface"):
        build(demonstration.site(tmp_path / "region", languages=("xx",)), tmp_path / "site")


def test_the_report_sums_and_names_what_failed(site: Path) -> None:
    html = (site / "report.html").read_text(encoding="utf-8")
    cells = [re.sub("<.*?>", "", cell) for cell in re.findall(r'<td dir="auto">(.*?)</td>', html)]
    assert cells[:10] == ["used", "4", "duplicate", "1", "skipped", "1", "failed", "1", "all", "7"]
    assert "articles/broken.html" in cells
    assert "Armenian" in cells
    assert "&lt;img src=x" in html


def test_the_ledger_holds_every_event_escaped(site: Path) -> None:
    html = (site / "ledger.html").read_text(encoding="utf-8")
    assert html.count("<tr id=") == 21
    assert HOSTILE not in html
    assert 'lang="ar" dir="rtl"' in html
    assert 'href="javascript:' not in html
    assert html.index("Earthquake") < html.index("Rally in Yerevan") < html.index("Prisoners exchanged")


def test_what_the_api_offers() -> None:
    assert set(build_module.__all__) == {"SiteInput", "build"}


def _words(language: str) -> Iterator[str]:
    from timeline.site import words

    yield from words.tables([language])[language]["interface"].values()


@pytest.mark.parametrize("language", ["en", "ar", "ru", "tr", "az", "hy", "fa", "ka"])
def test_the_complete_languages_have_every_string(language: str) -> None:
    """Plural forms aside, which differ by language."""
    from timeline.site import words

    forms = re.compile(r"_(zero|one|two|few|many|other)$")
    english = words.tables(["en"])["en"]
    found = words.tables([language])[language]
    for table in ("interface", "groups"):
        assert {forms.sub("", key) for key in found[table]} == {forms.sub("", key) for key in english[table]}
    assert all(_words(language))


def test_a_long_ledger_is_cut_into_pages_that_lead_to_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.site.ledger.PAGE", 8)
    build(demonstration.site(tmp_path / "region"), tmp_path / "site")
    names = ["ledger.html", "ledger-2.html", "ledger-3.html"]
    texts = [(tmp_path / "site" / name).read_text(encoding="utf-8") for name in names]
    assert [text.count("<tr id=") for text in texts] == [8, 8, 5]
    assert all(f'href="{name}"' in text for text in texts for name in names)


@pytest.mark.parametrize("language", ["ar", "ru", "tr", "az", "hy", "fa", "ka"])
def test_papers_are_complete_in_every_language(language: str) -> None:
    from timeline.site import words

    found = words.papers([language])
    assert {name: set(table) for name, table in found[language].items()} == {
        name: set(table) for name, table in found["en"].items()
    }
    same = [
        key for name in found["en"] for key, said in found["en"][name].items() if found[language][name][key] == said
    ]
    assert same == []


@pytest.mark.parametrize("language", ["ar", "az", "en", "fa", "hy", "ka", "ru", "tr"])
def test_the_methods_name_the_score_below_which_nothing_is_told(language: str) -> None:
    from timeline.extract.scoring import LEAST
    from timeline.site import words

    said = words.papers([language])[language]["about"]["score_text"]
    assert [int(number) for number in re.findall(r"\d+", said)] == [round(100 * LEAST)]
