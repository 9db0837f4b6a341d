"""Colours of groups stand out from land, sea and paper, and from each other under every common kind of colour vision."""

import itertools
import re
from importlib.resources import files

import numpy as np
import pytest
from numpy.typing import NDArray

from timeline.ontology import Group, groups

Colour = NDArray[np.float64]
GROUNDS = ("paper", "land", "sea")
LEAST_CONTRAST = 3.0
LEAST_DISTANCE = 22.0

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear sRGB.
VISION = {
    "common": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])


def linear(code: str) -> Colour:
    """sRGB without its curve, 0 to 1."""
    value = np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def luminance(code: str) -> float:
    return float(linear(code) @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: str, other: str) -> float:
    """WCAG's ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def compressed(cone: Colour, light: float) -> Colour:
    power = (light * np.abs(cone) / 100) ** 0.42
    return np.sign(cone) * 400 * power / (power + 27.13) + 0.1


class Viewing:
    """CIECAM02 under the conditions of sRGB: adapting luminance 64 lux / (5 pi), grey surround of 20 %, average."""

    def __init__(self) -> None:
        adapting, surround, self.n = 64 / np.pi / 5, 1.0, 0.2
        k = 1 / (5 * adapting + 1)
        self.light = 0.2 * k**4 * 5 * adapting + 0.1 * (1 - k**4) ** 2 * (5 * adapting) ** (1 / 3)
        self.degree = surround * (1 - np.exp(-(adapting + 42) / 92) / 3.6)
        self.background = 0.725 * (1 / self.n) ** 0.2
        self.z = 1.48 + np.sqrt(self.n)
        self.white = XYZ @ np.ones(3) * 100
        self.white_response = self.response(self.white)

    def cones(self, xyz: Colour) -> Colour:
        white = CAT02 @ self.white
        adapted = (self.degree * self.white[1] / white + 1 - self.degree) * (CAT02 @ xyz)
        return compressed(HPE @ np.linalg.inv(CAT02) @ adapted, self.light)

    def response(self, xyz: Colour) -> float:
        red, green, blue = self.cones(xyz)
        return float((2 * red + green + blue / 20 - 0.305) * self.background)

    def ucs(self, colour: Colour) -> Colour:
        """J', a', b' of CAM02-UCS (Luo, Cui and Li 2006)."""
        xyz = XYZ @ np.clip(colour, 0, 1) * 100
        red, green, blue = self.cones(xyz)
        a, b = red - 12 * green / 11 + blue / 11, (red + green - 2 * blue) / 9
        hue = np.arctan2(b, a)
        eccentricity = (np.cos(hue + 2) + 3.8) / 4
        lightness = 100 * max(self.response(xyz) / self.white_response, 0) ** (0.69 * self.z)
        t = 50000 / 13 * self.background * eccentricity * np.hypot(a, b) / (red + green + 1.05 * blue)
        chroma = t**0.9 * np.sqrt(lightness / 100) * (1.64 - 0.29**self.n) ** 0.73
        colourful = np.log(1 + 0.0228 * chroma * self.light**0.25) / 0.0228
        return np.array([1.7 * lightness / (1 + 0.007 * lightness), colourful * np.cos(hue), colourful * np.sin(hue)])


VIEWING = Viewing()


def distance(one: str, other: str, vision: str = "common") -> float:
    first, second = (VIEWING.ucs(VISION[vision] @ linear(code)) for code in (one, other))
    return float(np.linalg.norm(first - second))


def theme(name: str) -> dict[str, str]:
    """Colours of the style sheet in one theme."""
    css = files("timeline.site").joinpath("assets", "css", "base.css").read_text(encoding="utf-8")
    block = {"light": ":root {", "dark": ':root[data-theme="dark"] {'}[name]
    body = css.split(block)[1].split("}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", body))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("#ff0000", (60.05, 38.69, 24.32)),
        ("#00ff00", (87.00, -32.23, 30.43)),
        ("#0000ff", (31.22, -8.38, -39.16)),
        ("#4c8783", (54.00, -16.18, -3.82)),
        ("#000000", (0.00, 0.00, 0.00)),
    ],
)
def test_the_model_of_appearance_agrees_with_another(code: str, expected: tuple[float, float, float]) -> None:
    """Figures are those of colorspacious 1.1.2 for "CAM02-UCS"."""
    assert VIEWING.ucs(linear(code)) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("group", groups().values(), ids=lambda group: group.code)
def test_marks_stand_out_from_the_ground(group: Group, name: str) -> None:
    colour, colours = getattr(group, name), theme(name)
    low = {ground: contrast(colour, colours[ground]) for ground in GROUNDS}
    assert {ground: round(ratio, 2) for ground, ratio in low.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("vision", VISION)
def test_groups_are_told_apart_by_colour(name: str, vision: str) -> None:
    coloured = [group for group in groups().values() if group.code != "other"]
    near = {
        f"{one.code} {other.code}": round(distance(getattr(one, name), getattr(other, name), vision), 1)
        for one, other in itertools.combinations(coloured, 2)
    }
    assert {pair: value for pair, value in near.items() if value < LEAST_DISTANCE} == {}


def test_groups_are_told_apart_without_any_colour() -> None:
    assert len({group.glyph for group in groups().values()}) == len(groups())
