"""Toponyms → places: every mention with the place that it names, its score, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.states import state_named
from onrecord.model import Place
from onrecord.stages.grammar import case_of, conjuncts
from onrecord.stages.places.background import countries_in, home_of, outlet_of
from onrecord.stages.places.coherence import Background, main_country, resolve_together
from onrecord.stages.places.groups import Group, group_toponyms
from onrecord.stages.places.reasons import reason_for
from onrecord.stages.places.words import place_words

if TYPE_CHECKING:
    from onrecord.model import Report, Span
    from onrecord.stages.draft import Draft
    from onrecord.stages.places.found import ToponymFound

UNKNOWN_SCORE = 0.4
RELIABLE = {"name": 1.0, "adjective": 1.0, "kind word": 0.9, "near spelling": 0.7, "part": 0.6}
"""How far a place found with some freedom can be trusted, beside one found by its name: tenths, by our judgement."""


def resolve_places(draft: Draft) -> list[Place]:
    """Resolve all toponyms of a report together; a name that no gazetteer knows stays a place without coordinates."""
    background = background_of(draft.report)
    groups = resolved_groups(draft.text, [(toponym.span, toponym.name) for toponym in draft.toponyms], background)
    country = main_country(groups, background)
    group_of = {member: group for group in groups for member in group.members}
    return [
        _place(f"p{i + 1}", toponym, group_of[i], _seat(draft, toponym), (background, country))
        for i, toponym in enumerate(draft.toponyms)
    ]


def background_of(report: Report) -> Background:
    """Give what a report tells beside its place names."""
    return Background(countries_in(report.text), home_of(report), outlet_of(report))


def resolved_groups(text: str, named: list[tuple[Span, str]], background: Background) -> list[Group]:
    """Group mentions (span, name) of a text and choose a place for each group."""
    groups = group_toponyms(text, named)
    resolve_together(groups, background)
    return groups


def _place(
    identity: str, toponym: ToponymFound, group: Group, seat: str | None, about: tuple[Background, str | None]
) -> Place:
    background, main = about
    if group.best is None:
        return Place(
            id=identity, span=toponym.span, name=toponym.name, kind=group.hint or "site", country=main, seat=seat,
            rule=toponym.rule, score=UNKNOWN_SCORE, reason=f"{toponym.reason}; not in the gazetteer",
        )  # fmt: skip
    entry = group.best.entry
    name = toponym.name if entry.spelled else entry.name
    return Place(
        id=identity, span=toponym.span, name=name, kind=entry.kind, country=entry.country, admin1=entry.admin1,
        lat=entry.lat, lon=entry.lon, geonames=entry.geonames, seat=seat, rule=toponym.rule,
        score=round(toponym.score * group.certainty * RELIABLE[group.freedom], 3),
        reason=f"{toponym.reason}; {reason_for(group, background)}",
    )  # fmt: skip


def _seat(draft: Draft, toponym: ToponymFound) -> str | None:
    """Give the government for which the name stands, where a mention of such an entity has the same head.

    After a preposition of place, or as what another place lies in, the name is a place all the same.
    """
    entity = draft.entity_of(toponym.head)
    if entity is None or entity.type != "government" or _is_located(draft, toponym):
        return None
    return entity.id


def _is_located(draft: Draft, toponym: ToponymFound) -> bool:
    if any(case_of(token) in place_words().context.prepositions for token in conjuncts(toponym.head)[:1]):
        return True
    if case_of(toponym.head) in place_words().context.prepositions or draft.text.startswith("-based", toponym.span[1]):
        return True
    first = draft.syntax.at(toponym.span[0])
    if first is None or first.i < 2 or draft.syntax.tokens[first.i - 1].text != ",":
        return False
    before = draft.syntax.tokens[first.i - 2]
    return any(other.span[1] == before.end and state_named(other.name) is None for other in draft.toponyms)
