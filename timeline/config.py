"""Settings of a build: ``site.toml`` and what the command line says over it, checked once and frozen."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from timeline.errors import ConfigError

if TYPE_CHECKING:
    from geodata.online import Geocoder

FILE_NAME = "site.toml"
Publish = Literal["all", "confirmed"]
_Check: TypeAlias = Callable[[str, Any, Path], Any]
"""From a setting's name, its value and the file's folder to the value in use; raises ConfigError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TileLayer:
    """An online map layer that a reader may switch on; its origin enters the page's policy.

    ``url`` is a template with ``{z}``, ``{x}``, ``{y}``; ``attribution`` is shown as plain text.
    """

    name: str
    url: str
    attribution: str
    max_zoom: int = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where articles are read.

    The region by its name or folder, a gazetteer other than the shipped one, and an online geocoder's answers, if any.
    """

    region: str
    gazetteer: Path | None = None
    answers: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of a build.

    Parameters
    ----------
    base : folder that relative paths start from and that holds the registry, the corrections and the cache.
    file : the settings file itself, if there is one.
    articles : files and folders to read.
    output : folder of the site.
    title : the site's name; empty for the region's.
    region : name of a shipped region, or its folder.
    gazetteer : folder of a compiled gazetteer; without it, the shipped one is used.
    geocoder : an online geocoder that may be asked with ``gazetteer ask``; none by default.
    languages : interface languages, the first is the default.
    date : publication date for articles that have none.
    publish : ``confirmed`` shows only events that a person has confirmed.
    tiles : optional online map layers; none by default, so nothing leaves the page.
    workers : processes that extract side by side.
    time_limit : seconds after which an article is given up.
    """

    base: Path
    file: Path | None = None
    articles: tuple[Path, ...] = (Path("articles"),)
    output: Path = Path("site")
    title: str = ""
    region: str = "caucasus"
    gazetteer: Path | None = None
    geocoder: Geocoder | None = None
    languages: tuple[str, ...] = ("en", "ar")
    date: date | None = None
    publish: Publish = "all"
    tiles: tuple[TileLayer, ...] = ()
    workers: int = 1
    time_limit: float = 60.0

    @property
    def ground(self) -> Ground:
        """Where articles are read."""
        answers = self.answers if self.geocoder and self.answers.is_file() else None
        return Ground(region=self.region, gazetteer=self.gazetteer, answers=answers)

    @property
    def registry(self) -> Path:
        """Where event ids are kept."""
        return self.base / "registry.jsonl"

    @property
    def corrections(self) -> Path:
        """Where people's corrections stand; no build writes there."""
        return self.base / "corrections.jsonl"

    @property
    def answers(self) -> Path:
        """What the online geocoder has said; used while a geocoder is named, and never forgotten."""
        return self.base / "geocoded.jsonl"

    @property
    def cache(self) -> Path:
        """What saves work and may be deleted."""
        return self.base / ".cache" / "chronotope.sqlite"

    @classmethod
    def load(cls, file: Path | None = None, overrides: Mapping[str, Any] | None = None) -> Config:
        """Settings of ``file`` (default: ``site.toml`` here, if there is one), ``overrides`` winning.

        ``overrides`` holds values of the right types by field name; None means not given.

        Raises
        ------
        ConfigError : all faults of the file together, each with its line.
        """
        file = file or _standing(Path.cwd() / FILE_NAME)
        base = file.parent if file else Path()
        config = cls(base=base, file=file, workers=os.cpu_count() or 1)
        given = {**_defaults(base), **(_read(file) if file else {})}
        over = {name: value for name, value in (overrides or {}).items() if value is not None}
        return replace(config, **{**given, **over})


def _standing(path: Path) -> Path | None:
    return Path(path.name) if path.is_file() else None


def _defaults(base: Path) -> dict[str, Any]:
    return {"articles": (base / "articles",), "output": base / "site"}


def _read(file: Path) -> dict[str, Any]:
    text = _text(file)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"is not TOML: {error}", where=str(file), remedy="Mend the line named") from error
    values: dict[str, Any] = {}
    faults = []
    for key, value in table.items():
        try:
            values[key] = _value(key, value, file.parent)
        except ConfigError as error:
            faults.append(f"  line {_line(text, key)}: {error}")
    if faults:
        raise ConfigError("\n".join(["can't be used as it stands:", *faults]), where=str(file))
    return values


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"can't be opened ({error.strerror})", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8", where=str(file), remedy="Save it as UTF-8") from error


def _line(text: str, key: str) -> int:
    lines = text.splitlines()
    form = re.compile(rf"""\s*(?:\[\[?\s*)?["']?{re.escape(key)}\b""")
    return next((number for number, line in enumerate(lines, start=1) if form.match(line)), 1)


def _value(key: str, value: Any, base: Path) -> Any:  # noqa: ANN401  # TOML values of many types
    if key not in _CHECKS:
        raise ConfigError("no such setting", where=key, remedy=f"Settings are {', '.join(sorted(_CHECKS))}")
    return _CHECKS[key](key, value, base)


def _words(key: str, value: Any, _base: Path) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise ConfigError(f"{value!r} is no text", where=key, remedy="Put it between quotation marks")
    return value


def _path(key: str, value: Any, base: Path) -> Path:  # noqa: ANN401
    return base / _words(key, value, base)


def _paths(key: str, value: Any, base: Path) -> tuple[Path, ...]:  # noqa: ANN401
    return tuple(_path(key, item, base) for item in _items(key, value))


def _items(key: str, value: Any) -> list[Any]:  # noqa: ANN401
    items = value if isinstance(value, list) else [value]
    if not items:
        raise ConfigError("is an empty list", where=key, remedy="Name at least one, or remove the line")
    return items


def _region(key: str, value: Any, base: Path) -> str:  # noqa: ANN401
    """A name as it is; a folder (it has a separator) from the settings file's place."""
    words = _words(key, value, base)
    return str(base / words) if "/" in words or "\\" in words else words


def _gazetteer(key: str, value: Any, base: Path) -> Path:  # noqa: ANN401
    from geodata.store import MANIFEST

    folder = _path(key, value, base)
    if not (folder / MANIFEST).is_file():
        remedy = "Compile one with `build_site.py gazetteer build`, or remove the line"
        raise ConfigError(f"{folder} is no compiled gazetteer", where=key, remedy=remedy)
    return folder


def _geocoder(key: str, value: Any, _base: Path) -> Geocoder:  # noqa: ANN401
    from geodata.online import Geocoder

    if not isinstance(value, dict) or not {"user_agent"} <= value.keys() <= {"user_agent", "address"}:
        remedy = 'Write [geocoder] with user_agent = "your name and a way to reach you", as its policy demands'
        raise ConfigError("needs user_agent, and may have address", where=key, remedy=remedy)
    return Geocoder(**{name: _words(f"{key}.{name}", found, Path()) for name, found in value.items()})


def _languages(key: str, value: Any, base: Path) -> tuple[str, ...]:  # noqa: ANN401
    from timeline.languages import shown

    known = shown()
    codes = tuple(_words(key, item, base) for item in _items(key, value))
    unknown = [code for code in codes if code not in known]
    if unknown:
        raise ConfigError(f"no pack for {', '.join(unknown)}", where=key, remedy=f"There are {', '.join(known)}")
    return codes


def _date(key: str, value: Any, _base: Path) -> date:  # noqa: ANN401
    try:
        return value if type(value) is date else date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{value!r} is no date", where=key, remedy='Write it like "2020-07-17"') from error


def _publish(key: str, value: Any, _base: Path) -> Publish:  # noqa: ANN401
    if value == "all":
        return "all"
    if value == "confirmed":
        return "confirmed"
    raise ConfigError(f"{value!r} is neither", where=key, remedy='Write "all" or "confirmed"')


def _number(key: str, value: Any, _base: Path) -> float:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise ConfigError(f"{value!r} is no number above 0", where=key)
    return value


def _count(key: str, value: Any, base: Path) -> int:  # noqa: ANN401
    if not isinstance(value, int):
        raise ConfigError(f"{value!r} is no whole number", where=key)
    return int(_number(key, value, base))


def _tiles(key: str, value: Any, _base: Path) -> tuple[TileLayer, ...]:  # noqa: ANN401
    return tuple(_layer(key, item) for item in _items(key, value))


def _layer(key: str, item: Any) -> TileLayer:  # noqa: ANN401
    wanted: Mapping[str, _Check] = {"name": _words, "url": _words, "attribution": _words, "max_zoom": _count}
    if not isinstance(item, dict) or not {"name", "url", "attribution"} <= item.keys() <= wanted.keys():
        remedy = 'Write [[tiles]] with name = "…", url = "https://…/{z}/{x}/{y}.png", attribution = "…"'
        raise ConfigError("needs name, url and attribution, and may have max_zoom", where=key, remedy=remedy)
    values: dict[str, Any] = {name: wanted[name](f"{key}.{name}", value, Path()) for name, value in item.items()}
    layer = TileLayer(**values)
    if not layer.url.startswith("https://") or not all(mark in layer.url for mark in ("{z}", "{x}", "{y}")):
        raise ConfigError(f'"{layer.url}" is no https address with {{z}}, {{x}} and {{y}}', where=key)
    return layer


_CHECKS: Mapping[str, _Check] = {
    "articles": _paths,
    "output": _path,
    "title": _words,
    "region": _region,
    "gazetteer": _gazetteer,
    "geocoder": _geocoder,
    "languages": _languages,
    "date": _date,
    "publish": _publish,
    "tiles": _tiles,
    "workers": _count,
    "time_limit": _number,
}
