"""A group of commands of which one is meant when none is named."""

from __future__ import annotations

import importlib
from typing import Any

import click

from timeline.discover import module_names


class DefaultGroup(click.Group):
    """Commands found as modules of ``package``, each with its ``command``; ``default`` is run where none is named."""

    def __init__(self, *arguments: Any, package: str, default: str, **options: Any) -> None:  # noqa: ANN401  # click's own
        super().__init__(*arguments, **options)
        self._package, self._default = package, default

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Names of the commands."""
        return list(module_names(self._package))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{self._package}.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the default command where the first word is neither a command nor one of the group's own options."""
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if not args or (args[0] not in self.list_commands(ctx) and args[0] not in own):
            args = [self._default, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call it."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATH]...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] ...")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The default command's options, then the commands."""
        default = self.get_command(ctx, self._default)
        parameters = [*(default.params if default else ()), *self.get_params(ctx)]
        options = [parameter for parameter in parameters if isinstance(parameter, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(records)
        self.format_commands(ctx, formatter)
