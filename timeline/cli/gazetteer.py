"""``gazetteer``: compile a gazetteer of one's own from GeoNames' dump."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from geodata.sources.dump.building import Compiled
    from geodata.sources.dump.scattering import Report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group("gazetteer")
def command() -> None:
    """Compile a gazetteer of your own from GeoNames' dump."""


@command.command("build")
@click.argument("dumps", metavar="DUMP...", type=_FILE, nargs=-1, required=True)
@click.option("-o", "--output", type=_FOLDER, required=True, help="Folder of the gazetteer, replaced at the end.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
def build(*, dumps: tuple[Path, ...], output: Path, quiet: bool) -> None:
    """Compile GeoNames' files into a gazetteer that site.toml can name.

    DUMP is allCountries.txt or a country's file and, where you have them, alternateNamesV2.txt, admin1CodesASCII.txt
    and countryInfo.txt; plain or as .zip. Stopped at any point, the same command goes on.
    """
    from geodata.sources.dump.building import compile_dump

    with _progress(quiet=quiet) as report:
        compiled = compile_dump(dumps, output, report)
    for complaint in compiled.complaints:
        click.secho(f"warning: {complaint}", err=True, fg=None if "NO_COLOR" in os.environ else "yellow")
    if not quiet:
        for line in _summary(compiled, output):
            click.echo(line)


def _summary(compiled: Compiled, output: Path) -> Iterator[str]:
    if compiled.went_on:
        yield "An earlier run was stopped; this one went on from there."
    yield (
        f"{compiled.places:,} places under {compiled.names:,} names; "
        f"{compiled.merged:,} countries and regions joined to the shipped ones"
    )
    yield f'Use it with this line in site.toml: gazetteer = "{output.as_posix()}"'


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Report]:
    """A bar on a terminal, a line a step elsewhere, nothing when quiet."""
    if quiet:
        yield lambda _step, _done, _total: None
    elif not sys.stderr.isatty():
        yield _line
    else:
        with _bar() as bar:
            tasks: dict[str, TaskID] = {}

            def report(step: str, done: int, total: int) -> None:
                if step not in tasks:
                    tasks[step] = bar.add_task(step)
                bar.update(tasks[step], completed=done, total=total)

            yield report


def _line(step: str, done: int, total: int) -> None:
    if done == total:
        click.echo(step, err=True)


def _bar() -> Progress:
    from rich.console import Console as Terminal
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description:>28}"), BarColumn(), TaskProgressColumn())
    return Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=Terminal(stderr=True))
