"""The page in Firefox: it opens from a folder, and choosing, brushing by keys and the language work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.firefox import Firefox, started

pytestmark = pytest.mark.browser
PAGE_DOWN = "\ue00f"
COUNT = "document.getElementById('count').textContent"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with started(tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


def test_the_page_in_firefox(firefox: Firefox, site: Path) -> None:
    firefox.open((site / "index.html").as_uri(), 1440, 900)
    firefox.until("document.documentElement.dataset.ready", "true")
    firefox.until("document.querySelectorAll('#list .item').length", 21)
    assert firefox.evaluate(COUNT) == "21 events"

    firefox.evaluate(
        "[...document.querySelectorAll('#list .item')].find((one) => one.textContent.includes('near Tovuz')).click()"
    )
    firefox.until("document.getElementById('detail-title').textContent", "Artillery attack near Tovuz")
    firefox.until("location.hash.includes('event=' + document.documentElement.dataset.event)")
    chosen = firefox.evaluate("location.hash")

    firefox.evaluate("document.getElementById('brush-end').focus()")
    for _ in range(8):
        firefox.press(PAGE_DOWN)
    firefox.until(f"{COUNT}.includes('of 21 events')")
    firefox.until("location.hash.includes('range=')")

    firefox.evaluate("void (location.hash = '')")
    firefox.until("Chronotope.store.state.selected", -1)
    firefox.evaluate(f"void (location.hash = '{chosen}')")
    firefox.until("document.getElementById('detail-title').textContent", "Artillery attack near Tovuz")

    firefox.evaluate(
        "(() => { const choice = document.getElementById('language'); choice.value = 'ar'; choice.dispatchEvent(new Event('change')); })()"
    )
    firefox.until("document.documentElement.dir", "rtl")
    firefox.until("document.getElementById('detail-title').textContent", "قصف مدفعي قرب توفوز")


def test_papers_in_firefox(firefox: Firefox, site: Path) -> None:
    for name in ("about.html", "report.html", "sources.html", "ledger.html"):
        firefox.open((site / name).as_uri(), 900, 700)
        assert firefox.evaluate("document.querySelector('h1').textContent.length > 0")
