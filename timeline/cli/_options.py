"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


def paths(*, required: bool) -> Decorator:
    """The files and folders to read."""
    kind = click.Path(exists=True, path_type=Path)
    return click.argument("paths", metavar="[PATH]...", nargs=-1, type=kind, required=required)


def settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """What decides how articles are read: the settings file, the region, the date."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    day = click.DateTime(["%Y-%m-%d"])
    options = (
        click.option("-f", "--config", "file", type=file, help="Settings file.  [default: site.toml, if there is one]"),
        click.option("--region", metavar="NAME|FOLDER", help="Shipped region, or a folder of your own."),
        click.option("--date", "day", type=day, metavar="YYYY-MM-DD", help="Publication date of articles without one."),
    )
    for option in reversed(options):
        function = option(function)
    return function
