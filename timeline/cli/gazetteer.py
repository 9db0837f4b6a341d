"""``gazetteer``: compile a gazetteer of one's own, and ask for names that none knows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli._options import paths
from timeline.config import FILE_NAME, Config
from timeline.errors import ConfigError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from geodata.sources.dump.building import Compiled
    from geodata.sources.dump.scattering import Report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group("gazetteer")
def command() -> None:
    """Compile a gazetteer of your own, or ask for names that none knows."""


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


@command.command("ask")
@paths(required=True)
@click.option("-f", "--config", "file", type=_FILE, help="Settings file.  [default: site.toml, if there is one]")
@click.option("--list", "only_list", is_flag=True, help="Print the names, ask nobody.")
@click.option("--most", type=click.IntRange(min=1), default=100, show_default=True, help="Names to ask for.")
def ask(*, paths: tuple[Path, ...], file: Path | None, only_list: bool, most: int) -> None:
    """Ask an online geocoder for names that articles mark as places and no gazetteer knows.

    Nothing is asked unless site.toml has a table [geocoder] with your user_agent. Answers are kept in geocoded.jsonl
    beside it; a name is asked once, one a second.
    """
    config = Config.load(file)
    names = islice(_unknown(paths, config), most)
    if only_list:
        for name in names:
            click.echo(name)
        return
    if config.geocoder is None:
        remedy = 'Write [geocoder] with user_agent = "your name and a way to reach you" there, or use --list'
        raise ConfigError("no geocoder may be asked", where=str(config.file or FILE_NAME), remedy=remedy)
    for name, place in config.geocoder.ask(names, config.answers):
        click.echo(f"{name}: {f'{place.name} ({place.lat:.4f}, {place.lon:.4f})' if place else 'not known there'}")


def _unknown(paths: tuple[Path, ...], config: Config) -> Iterator[str]:
    """Names of articles that nothing is known of, each once."""
    from timeline.model.article import RawArticle
    from timeline.readers import read_all
    from timeline.understand import unknown_names

    told: set[str] = set()
    for found in read_all(paths):
        for name in unknown_names(found, ground=config.ground) if isinstance(found, RawArticle) else ():
            if name not in told:
                told.add(name)
                yield name


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
