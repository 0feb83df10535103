"""`onrecord registry`: see, correct and extend the registry of actors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from onrecord.knowledge.check import check_registry
from onrecord.knowledge.overlay import Merge, Overlay, apply_overlays, read_overlay
from onrecord.knowledge.petrarch import read_petrarch
from onrecord.knowledge.phrases import link_phrase
from onrecord.knowledge.registry import Registry
from onrecord.knowledge.registry import registry as shipped
from onrecord.knowledge.wikidata import read_wikidata
from onrecord.knowledge.writing import actors_csv, overlay_text

PATH = click.Path(dir_okay=False, path_type=Path)
overlays_option = click.option("--overlay", "overlays", multiple=True, type=PATH, metavar="FILE", help="Your own actors on top of the shipped ones (TOML or CSV); may be given several times.")  # fmt: skip  # noqa: E501
registry_option = click.option("--registry", "registry", multiple=True, metavar="FILE", help="Your own actors on top of the shipped ones (TOML or CSV); may be given several times.")  # fmt: skip  # noqa: E501
into_option = click.option("--into", required=True, type=PATH, metavar="FILE", help="The overlay (TOML) to write to; it is made where it is not there.")  # fmt: skip  # noqa: E501


@click.group(short_help="See, correct and extend the registry of actors.")
def registry() -> None:
    """See, correct and extend the registry of actors.

    The shipped registry never changes; your own knowledge lies in files on top of it.
    """


def _laid(overlays: tuple[Path, ...]) -> Registry:
    return apply_overlays(shipped(), [(str(file), read_overlay(file)) for file in overlays])


@registry.command()
@click.argument("name")
@overlays_option
def show(name: str, overlays: tuple[Path, ...]) -> None:
    """Show the actors of a NAME or id; a phrase ("the Afghan defense minister") is linked with its reasons."""
    laid = _laid(overlays)
    one = laid.get(name)
    found = [one] if one is not None else laid.find(name)
    for actor in found:
        given = msgspec.to_builtins(actor)
        click.echo("\n".join(f"{key}: {_words(value)}" for key, value in given.items() if value) + "\n")
    link = link_phrase(name) if not found else None
    if link is not None:
        known = link.actor.id if link.actor is not None else "no entry of its own"
        click.echo(f"{known}, country {link.country}, sector {link.sector}, CAMEO {link.cameo}, score {link.score}")
        click.echo(f"because {link.reason}")
    elif not found:
        click.echo(
            f"Nothing is known of {name!r}. Add it with: onrecord registry add --into FILE ID --name NAME", err=True
        )
        sys.exit(1)


def _words(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list | tuple) else str(value)


def _field_options(command: Any) -> Any:
    for name in ("name", "type", "country", "sector", "cameo", "wikidata", "valid-from", "valid-until"):
        command = click.option(f"--{name}", help=f"Its {name.replace('-', ' ')}.")(command)
    return click.option("--alias", "aliases", multiple=True, help="Another name; may be given several times.")(command)


@registry.command()
@click.argument("identity", metavar="ID")
@into_option
@_field_options
def add(identity: str, into: Path, **fields: Any) -> None:
    """Add an actor with an ID of your own ("group/river-front")."""
    if shipped().get(identity) is not None:
        message = f"{identity!r} is there already; change it with: onrecord registry edit."
        raise click.UsageError(message)
    _write_actor(identity, into, fields)


@registry.command()
@click.argument("identity", metavar="ID")
@into_option
@_field_options
def edit(identity: str, into: Path, **fields: Any) -> None:
    """Change what is given of the actor with this ID; aliases are added."""
    old = read_overlay(into) if into.exists() else Overlay()
    if apply_overlays(shipped(), [(str(into), old)]).get(identity) is None:
        message = f"there is no actor {identity!r}; find it with: onrecord registry show NAME."
        raise click.UsageError(message)
    _write_actor(identity, into, fields)


def _write_actor(identity: str, into: Path, fields: dict[str, Any]) -> None:
    given = {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items() if value}
    _write(into, Overlay(actor=[{"id": identity, **given}]))


def _write(into: Path, more: Overlay) -> None:
    """Add to an overlay, but only what can be applied together with what is there."""
    old = read_overlay(into) if into.exists() else Overlay()
    new = Overlay(actor=[*old.actor, *more.actor], merge=[*old.merge, *more.merge], remove=[*old.remove, *more.remove])
    laid = apply_overlays(shipped(), [(str(into), new)])
    into.write_text(overlay_text(new), encoding="utf-8")
    click.echo(f"{into}: written; the registry with it is version {laid.version}.")


@registry.command()
@click.argument("old", metavar="FROM")
@click.argument("target", metavar="INTO_ID")
@into_option
def merge(old: str, target: str, into: Path) -> None:
    """Say that the actor FROM is the actor INTO_ID; its names go over."""
    _write(into, Overlay(merge=[Merge(old=old, into=target)]))


@registry.command(name="import")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["petrarch", "wikidata"]), required=True, help="What SOURCE is.")
@click.option("--after-line", default=0, show_default=True, help="Wikidata: go on after this line.")
@into_option
def import_(source: Path, form: str, after_line: int, into: Path) -> None:
    """Import actors from SOURCE: a CAMEO actor dictionary (PETRARCH) or a Wikidata JSON dump (.json, .gz, .bz2)."""
    if form == "petrarch":
        actors = read_petrarch(source.read_text(encoding="utf-8").splitlines(), str(source))
        _write(into, Overlay(actor=actors))
        return
    taken = 0
    with into.open("a", encoding="utf-8") as out:
        for number, actor in read_wikidata(source, after_line):
            out.write(overlay_text(Overlay(actor=[actor])) + "\n")
            taken += 1
            after_line = number
    click.echo(f"{into}: {taken} actors taken; the last stood on line {after_line}.")


@registry.command()
@overlays_option
def export(overlays: tuple[Path, ...]) -> None:
    """Write all actors as CSV to standard output."""
    click.echo(actors_csv(_laid(overlays).actors), nl=False)


@registry.command()
@overlays_option
def check(overlays: tuple[Path, ...]) -> None:
    """Check ids, codes, sources, and names that several actors share."""
    laid = _laid(overlays)
    problems = check_registry(laid)
    for problem in problems:
        click.echo(problem)
    click.echo(f"{len(laid.actors)} actors, version {laid.version}: {len(problems) or 'no'} problems.")
    if problems:
        sys.exit(1)
