"""Regions: each is a folder of data, shipped beside this file or the user's own."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from geodata.errors import RegionError
from geodata.regions.model import Control, Happening, Region, RegionActor
from geodata.regions.reading import read_region

__all__ = ["Control", "Happening", "Region", "RegionActor", "available", "load"]

_MARKER = "region.toml"


def available() -> tuple[str, ...]:
    """Names of the shipped regions, sorted."""
    return tuple(sorted(folder.name for folder in _shipped().iterdir() if folder.joinpath(_MARKER).is_file()))


def load(name_or_folder: str | Path) -> Region:
    """Load a shipped region by its name, or a region from a folder of the user's.

    Parameters
    ----------
    name_or_folder : a name of :func:`available`, or a folder with ``region.toml`` and ``places.csv``
        (``actors.csv``, ``chronology.csv``, ``control.csv`` and ``borders.geojson`` where there is something to say).

    Raises
    ------
    RegionError : there is no such region, or its folder has faults; the message lists all of them with file and line.
    """
    shipped = _shipped() / str(name_or_folder)
    if str(name_or_folder) in available():
        return read_region(shipped)
    folder = Path(name_or_folder)
    if not folder.joinpath(_MARKER).is_file():
        raise RegionError(
            f"no region of this name and no folder with {_MARKER}",
            where=str(name_or_folder),
            remedy=f"Shipped regions: {', '.join(available())}; or give the path of a region folder",
        )
    return read_region(folder)


def _shipped() -> Path:
    return Path(str(files(__name__)))
