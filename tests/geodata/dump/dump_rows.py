"""Rows of a small dump with the tricky cases."""

from pathlib import Path


def place(number: int, name: str, **other: object) -> str:
    """A line of nineteen columns."""
    row = {
        "plain": name, "others": "", "lat": "40.0", "lon": "45.0", "kind": "P", "code": "PPL", "country": "AM",
        "first": "09", "second": "", "people": "0", **other,
    }  # fmt: skip
    head = (number, name, *(row[key] for key in ("plain", "others", "lat", "lon", "kind", "code", "country")))
    tail = ("", row["first"], row["second"], "", "", row["people"], "", "10", "Asia/Yerevan", "2026-01-01")
    return "\t".join(map(str, (*head, *tail)))


def name(number: int, language: str, text: str, marks: str = "") -> str:
    """A line of ten columns; ``marks`` are of "psch": preferred, short, colloquial, historic."""
    flags = ("1" if mark in marks else "" for mark in "psch")
    return "\t".join(("1", str(number), language, text, *flags, "", ""))


BERD, SEA, TAVUSH, ARMENIA, MAGHAR, GIRONDE, NEW = 616802, 630671, 409315, 174982, 71, 3015948, 72
PLACES = (
    place(ARMENIA, "Republic of Armenia", others="Armenia,Haiastan", kind="A", code="PCLI", first="00", people="2951745"),
    place(TAVUSH, "Tavush Province", others="Tavush", kind="A", code="ADM1", lat="40.97", lon="45.13"),
    place(BERD, "Berd", lat="40.88135", lon="45.39166", code="PPLA2", people="7957"),
    place(MAGHAR, "Verin Maghar", lat="40.9", lon="45.3", people="40"),
    place(NEW, "Newholm", plain="Nyholm", country="NO", first="77"),
    place(73, "Tiny Seat", code="PPLA", people="100"),
    place(74, "Grand Lac", kind="H", code="LK"),
    place(75, "Long River", kind="H", code="STM"),
    place(76, "Nowhere Hill", kind="Q", code="ODD", country="", first=""),
    place(77, "Second Armenia", kind="A", code="PCLD"),
    place(78, "Newholm", country="NO", first="77", people="5000"),
    place(79, "Newholm Land", kind="A", code="ADM1", country="NO", first="77", lat="80.0", lon="-100.0"),
    place(80, "Nouvelle-Aquitaine", kind="A", code="ADM1", country="FR", first="75", lat="45.2", lon="0.2"),
    place(GIRONDE, "Département de la Gironde", others="Gironde", kind="A", code="ADM2", country="FR", first="75", second="33",
          lat="44.83333", lon="-0.66667"),
    place(81, "Sainte-Vigne", country="FR", first="75", second="33", lat="44.9", lon="-0.5"),
    place(82, "Black Sea", kind="H", code="SEA", country="", first="", lat="43.0", lon="34.0"),
    place(83, "Aegean Sea", kind="H", code="SEA", country="", first="", lat="-38.0", lon="150.0"),
)  # fmt: skip
NAMES = (
    name(BERD, "hy", "Բերդ", "p"),
    name(BERD, "ru", "Берд"),
    name(BERD, "ru", "Шамшадин", "h"),
    name(BERD, "ru", "Бердик", "c"),
    name(BERD, "ru", "Бердь", "p"),
    name(BERD, "", "Бэрд"),
    name(BERD, "", "Tovuz"),
    name(BERD, "link", "https://example.org/Berd"),
    name(BERD, "de", "Berdstadt"),
    name(BERD, "en-US", "Berd Town"),
    name(BERD, "en", "Berd; or Tavush=Kala"),
    name(TAVUSH, "uk", "Тавуська область"),
    name(MAGHAR, "az", "Yuxarı Mağar"),
    name(999, "en", "Of No Place"),
)


def write(path: Path, lines: tuple[str, ...]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
