"""The pictures are made by a command from a built site."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from timeline.site import screenshots

pytestmark = pytest.mark.browser


def test_pictures_of_all_states_are_named_once() -> None:
    names = [state.name for state in screenshots.STATES]
    assert len(names) == len(set(names))
    assert {"desk", "phone", "arabic-event", "dark", "print", "embed-map", "embed-timeline"} <= set(names)


def test_a_picture_has_the_size_of_its_window(site: Path, playwright: Playwright, tmp_path: Path) -> None:
    state = next(state for state in screenshots.STATES if state.name == "desk-event")
    browser = screenshots.launch(playwright)
    picture = screenshots.shoot(browser, site, tmp_path, state).read_bytes()
    browser.close()
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == state.size
    assert len(picture) > 50_000
