"""The program `onrecord`: its commands, its version, and how it ends."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from onrecord import __version__
from onrecord.cli.commands import COMMANDS
from onrecord.cli.version import print_version
from onrecord.errors import OnrecordError, OptionError

USAGE, NONE_READ, NOT_WRITTEN, UNEXPECTED, INTERRUPTED = 2, 3, 4, 70, 130
EPILOG = """\b
Try it:
  onrecord demo                                 read the bundled reports
  onrecord read page.html                       a report for reading, on the terminal
  onrecord read page.html --out page.html       a page: the article and its evidence
  onrecord read folder --format csv --out events.csv
  onrecord explain page.html v3                 why event v3 is there
"""


class Failure(click.ClickException):
    """An end with a message for the user and an exit code of its own."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]  # click reads it from the instance as well


class Program(click.Group):
    """The group of commands, each imported when it is asked for; errors meant for the user leave it as messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: click.Command = getattr(import_module(f"onrecord.cli.{place.module}"), place.name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.about) for name, place in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OptionError as error:
            raise Failure(str(error), USAGE) from error
        except OnrecordError as error:
            raise Failure(str(error), NONE_READ) from error
        except BrokenPipeError:
            # the reader of our output has had enough: no message, and none from Python's own closing of stdout
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            message = f"{error.filename or 'output'}: cannot be written: {error.strerror or error}."
            raise Failure(message, NOT_WRITTEN) from error


@click.group(
    cls=Program, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=print_version, help="Show the versions of all that can change a record, and exit.")  # fmt: skip  # noqa: E501
def program() -> None:
    """Read news reports and put on the record what they say.

    Who did what to whom, where, when, according to whom, and how sure they are; every record tied to exact words.

    Everything runs on this machine; nothing is sent anywhere. An address is opened only where you give one.
    """


def main() -> None:
    """Run the program and leave with its exit code; whatever goes wrong is said in words."""
    try:
        code = program.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        code = INTERRUPTED
    except Exception as error:  # the user gets a sentence, whoever looks for the fault gets the traceback
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        click.echo(
            f"Error: onrecord {__version__} failed: {type(error).__name__}: {error}. "
            "This is a fault in onrecord; with ONRECORD_DEBUG=1 it shows where. Please report it.",
            err=True,
        )
        code = UNEXPECTED
    sys.exit(code or 0)
