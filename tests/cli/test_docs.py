"""Documentation is tested: what is not written down does not exist."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from tools.record_fields import undefined_fields
from tools.write_acled import acled_page
from tools.write_api import api_page

from onrecord.cli.commands import COMMANDS
from onrecord.cli.program import program
from onrecord.exports.schema import json_schema
from onrecord.exports.table import COLUMNS

DOCS = Path(__file__).parents[2] / "docs"
CONTEXT = click.Context(program)
EVERY = [command for name in program.list_commands(CONTEXT) if (command := program.get_command(CONTEXT, name))]


def test_the_list_of_commands_says_what_the_commands_say() -> None:
    said = {command.name: command.get_short_help_str(200) for command in EVERY}
    assert said == {name: place.about for name, place in COMMANDS.items()}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_every_command_and_option_is_documented(command: click.Command) -> None:
    text = page("cli.md")
    assert f"`onrecord {command.name}" in text
    _, section = text.split(f"## `onrecord {command.name}", 1)
    section = section.split("\n## ", 1)[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[-1]}" in section, parameter.opts[-1]


def test_every_exit_code_is_documented() -> None:
    for code in (0, 1, 2, 3, 4, 70, 130):
        assert f"| {code} |" in page("cli.md")


def test_every_column_is_documented() -> None:
    for column in COLUMNS:
        assert f"`{column}`" in page("output.md"), column


def test_the_crosswalk_is_published_as_it_is() -> None:
    assert page("acled.md") == acled_page(), "run: python -m tools.write_acled"


def test_the_schema_in_the_docs_is_the_schema_of_the_code() -> None:
    assert json.loads(page("schema.json")) == json.loads(json_schema())


def test_the_api_page_is_fresh() -> None:
    assert page("api.md") == api_page(), "run: python -m tools.write_api"


def test_every_field_of_every_record_is_defined() -> None:
    assert undefined_fields(page("records.md")) == []
