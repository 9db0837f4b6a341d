"""Presence is registration: a file or folder that stands in a package is in use."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType


@cache
def module_names(package: str) -> tuple[str, ...]:
    """Names of the public modules of ``package``, sorted; a leading underscore hides one."""
    found = pkgutil.iter_modules(importlib.import_module(package).__path__)
    return tuple(sorted(info.name for info in found if not info.name.startswith("_")))


@cache
def modules(package: str) -> tuple[ModuleType, ...]:
    """Import and return the public modules of ``package`` in order of name."""
    return tuple(importlib.import_module(f"{package}.{name}") for name in module_names(package))


def folders(package: str, marker: str) -> dict[str, Traversable]:
    """Folders inside ``package`` that hold a file called ``marker``, by name."""
    root = files(package)
    found = (entry for entry in root.iterdir() if entry.is_dir())
    return {entry.name: entry for entry in sorted(found, key=lambda e: e.name) if entry.joinpath(marker).is_file()}


def resources(package: str, suffix: str) -> dict[str, Traversable]:
    """Files inside ``package`` whose name ends with ``suffix``, by name without it."""
    found = (entry for entry in files(package).iterdir() if entry.name.endswith(suffix))
    return {entry.name.removesuffix(suffix): entry for entry in sorted(found, key=lambda e: e.name)}
