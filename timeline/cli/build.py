"""``build``: articles to a site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from timeline.cli._options import paths, settings
from timeline.config import Config


@click.command("build")
@paths(required=False)
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder of the site.  [default: site]"
)
@settings
@click.option("--strict", is_flag=True, help="Fail if any input or correction can't be used.")
@click.option("--clean", is_flag=True, help="Forget the cache and remove the site built before, then build.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print the end of every input.")
def command(  # noqa: PLR0913  # one argument an option, as click passes them
    *,
    paths: tuple[Path, ...],
    output: Path | None,
    file: Path | None,
    region: str | None,
    day: datetime | None,
    strict: bool,
    clean: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site from articles (the default command)."""
    from timeline import pipeline
    from timeline.cli._console import Console

    over = {"output": output, "region": region, "date": day.date() if day else None}
    config = Config.load(file, over)
    if clean:
        _clean(config)
    with Console(quiet=quiet, verbose=verbose) as console:
        built = pipeline.run(config, paths, console.report)
    console.tell(built, config.output)
    if strict and built.warnings:
        raise click.exceptions.Exit(1)


def _clean(config: Config) -> None:
    from timeline import cache
    from timeline.site.output import remove_site

    cache.remove(config.cache)
    remove_site(config.output)
