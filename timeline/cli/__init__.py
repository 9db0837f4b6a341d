"""The command line: one module per command, in use by standing here, imported when it is called."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

import timeline
from timeline.cli._default import DefaultGroup
from timeline.errors import ConfigError


@click.group(cls=DefaultGroup, package=__name__, default="build", no_args_is_help=False)
@click.version_option(timeline.__version__, "-V", "--version", prog_name="chronotope")
def chronotope() -> None:
    """Turn news articles into a sourced, linked map and timeline.

    Without a command it builds the site: PATH is a file or folder of articles (.txt, .md, .html, .jsonl), by default
    articles/.
    """


def main() -> None:
    """Run the command line and exit: 0 done, 1 failed (or warnings under --strict), 2 wrongly used."""
    from geodata.errors import GeodataError
    from timeline.errors import TimelineError
    from timeline.executors import collect_seldom

    _speak_utf8()
    collect_seldom()
    try:
        chronotope()
    except (TimelineError, GeodataError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2 if isinstance(error, ConfigError) else 1)


def _speak_utf8() -> None:
    """Print every script of the world, whatever the terminal's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
