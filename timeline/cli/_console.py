"""What a build says to people: a bar on a terminal, plain lines elsewhere, and at the end what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

from timeline.account import Entry, Note, Step

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from timeline.pipeline import Built

_LISTED = 10


class Console:
    """Shows the progress of a build on standard error, and its result on standard output."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._quiet, self._verbose = quiet, verbose
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def report(self, news: Step | Note) -> None:
        """Show one piece of news from the pipeline."""
        if isinstance(news, Step):
            self._step(news)
        elif news.level == "warning":
            self._line(f"warning: {news.text}", colour="yellow")
        elif not self._quiet:
            self._line(news.text)

    def tell(self, built: Built, output: Path) -> None:
        """Say what came of the build, what to mend, and where to open the site."""
        entries = [Entry(**entry) for entry in built.report["inputs"]]
        for entry in entries:
            if entry.state in ("failed", "skipped"):
                self._line(f"warning: {entry}", colour="yellow")
            elif self._verbose:
                self._line(str(entry))
        for text in _unsettled(built.report):
            self._line(f"warning: {text}", colour="yellow")
        if not self._quiet:
            for line in _summary(built):
                click.echo(line)
            click.echo(f"Open {_address(output)}")

    def _step(self, step: Step) -> None:
        if self._bar:
            if step.stage not in self._tasks:
                self._tasks[step.stage] = self._bar.add_task(step.stage)
            self._bar.update(self._tasks[step.stage], completed=step.done, total=step.total or None)
        elif not self._quiet and step.done == step.total:
            self._line(f"{step.stage}: {step.done}" if step.total > 1 else step.stage)

    def _line(self, text: str, colour: str | None = None) -> None:
        if self._bar:
            self._bar.console.print(text, style=colour, markup=False, highlight=False, soft_wrap=True)
        else:
            click.secho(text, err=True, fg=None if "NO_COLOR" in os.environ else colour)


def _bar() -> Progress:
    from rich.console import Console as Terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Terminal(stderr=True))


def _summary(built: Built) -> Iterator[str]:
    counts, report = built.report["counts"], built.report
    yield f"{sum(counts.values())} inputs: {', '.join(f'{number} {state}' for state, number in counts.items())}"
    yield f"{report['mentions']} mentions, {report['events']} events"
    if report["undated"]:
        yield f"Without a publication date, so only absolute dates were used: {_listed(report['undated'])}"
    for kind, changes in report["changes"].items():
        for change, ids in changes.items():
            if ids:
                yield f"{kind} {change}: {_listed(ids)}"


def _unsettled(report: Mapping[str, Any]) -> Iterator[str]:
    for outcome in report["corrections"]:
        if outcome["state"] in ("conflict", "orphan"):
            yield f"correction {outcome['op_id']}: {outcome['state']}. {outcome['note']}"


def _listed(ids: list[str]) -> str:
    shown = ", ".join(ids[:_LISTED])
    return f"{shown} and {len(ids) - _LISTED} more" if len(ids) > _LISTED else shown


def _address(output: Path) -> str:
    return (output / "index.html").resolve().as_uri()
