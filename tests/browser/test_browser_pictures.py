"""Pages look as they did: coarse grids of light, compared loosely."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import pictures

pytestmark = pytest.mark.browser

FAR = 48
"""Difference of light, of 255, from which a field looks another; letters of other fonts differ by less."""
MOST = 0.08
"""Share of fields that may look another."""


def _other(now: list[float], then: list[float]) -> float:
    return sum(abs(one - two) > FAR for one, two in zip(now, then, strict=True)) / len(now)


def test_pages_look_as_they_did(chromium: Browser, site: Path, tmp_path: Path) -> None:
    then = pictures.kept()
    now = pictures.grids(chromium, site, tmp_path)
    changed = {name: share for name, grid in now.items() if (share := _other(grid, then[name])) > MOST}
    assert changed == {}, "Look at them (make screenshots); if they are right: python -m tests.browser.pictures"
    assert then.keys() == now.keys()


def test_a_page_that_lost_its_map_is_noticed() -> None:
    then = pictures.kept()["desk"]
    right = [
        n % pictures.COLUMNS > pictures.COLUMNS // 3 and n // pictures.COLUMNS < pictures.ROWS // 2
        for n in range(len(then))
    ]
    lost = [0.0 if gone else light for light, gone in zip(then, right, strict=True)]
    assert _other(lost, then) > MOST
