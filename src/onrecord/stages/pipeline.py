"""The reading of a report, as one list: finders first, then resolvers, each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from msgspec import structs

from onrecord.lexicon import LANGUAGES
from onrecord.model import Problem, Reading, Report
from onrecord.stages.draft import Draft
from onrecord.stages.entities.find import find_mentions
from onrecord.stages.entities.resolve import resolve_entities
from onrecord.stages.events.happenings import resolve_happenings
from onrecord.stages.events.triggers import find_triggers
from onrecord.stages.factuality.resolve import resolve_factuality
from onrecord.stages.figures.find import find_numbers
from onrecord.stages.figures.resolve import resolve_figures
from onrecord.stages.places.find import find_toponyms
from onrecord.stages.places.resolve import resolve_places
from onrecord.stages.relations.resolve import resolve_relations
from onrecord.stages.statements.find import find_attributions
from onrecord.stages.statements.quotations import find_quotations
from onrecord.stages.statements.resolve import resolve_statements
from onrecord.stages.syntax import find_syntax
from onrecord.stages.times.find import find_time_expressions
from onrecord.stages.times.publication import resolve_published
from onrecord.stages.times.resolve import resolve_times

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the reading: the field of the draft that it gives, the fields that it needs, and the function."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[[Draft], Any]


STAGES: tuple[Stage, ...] = (
    Stage("syntax", (), find_syntax),
    Stage("quotations", (), find_quotations),
    Stage("toponyms", ("syntax",), find_toponyms),
    Stage("mentions", ("syntax",), find_mentions),
    Stage("time_expressions", ("syntax",), find_time_expressions),
    Stage("numbers", ("syntax", "time_expressions"), find_numbers),
    Stage("attributions", ("syntax", "quotations"), find_attributions),
    Stage("triggers", ("syntax", "toponyms", "time_expressions", "attributions"), find_triggers),
    Stage("published", ("syntax", "time_expressions"), resolve_published),
    Stage("times", ("syntax", "time_expressions", "published"), resolve_times),
    Stage("entities", ("syntax", "published", "mentions", "attributions"), resolve_entities),
    Stage("places", ("toponyms", "mentions", "entities"), resolve_places),
    Stage("statements", ("syntax", "times", "attributions", "entities"), resolve_statements),
    Stage("figures", ("numbers", "entities", "statements", "times"), resolve_figures),
    Stage("happenings", ("triggers", "entities", "places", "times", "figures"), resolve_happenings),
    Stage("events", ("syntax", "published", "times", "statements", "happenings"), resolve_factuality),
    Stage("relations", ("syntax", "mentions", "entities", "statements"), resolve_relations),
)  # fmt: skip


def check_stages(stages: tuple[Stage, ...]) -> None:
    """Raise ValueError where a stage needs what no stage before it gives."""
    given: set[str] = set()
    for stage in stages:
        if missing := set(stage.needs) - given:
            message = f"stage {stage.gives!r} needs {sorted(missing)}, which no stage before it gives"
            raise ValueError(message)
        given.add(stage.gives)


check_stages(STAGES)


def draft_report(report: Report, stages: tuple[Stage, ...] = STAGES) -> Draft:
    """Run the stages over a report and give the desk with everything on it.

    A stage that fails leaves a Problem; the stages that depend on it are skipped.
    """
    draft = Draft(report)
    if report.language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        message = f"no lexicon for language {report.language!r}; known: {known}. The text is kept without records."
        draft.problems.append(Problem(stage="syntax", message=message))
        return draft
    failed: set[str] = set()
    for stage in stages:
        if blocked := failed.intersection(stage.needs):
            failed.add(stage.gives)
            message = f"skipped, because {', '.join(sorted(blocked))} failed"
            draft.problems.append(Problem(stage=stage.gives, message=message))
            continue
        try:
            setattr(draft, stage.gives, stage.run(draft))
        except Exception as error:  # noqa: BLE001 - the one broad except: a report must not stop the run
            failed.add(stage.gives)
            draft.problems.append(Problem(stage=stage.gives, message=f"failed: {type(error).__name__}: {error}"))
    return draft


def read_report(report: Report) -> Reading:
    """Read a report: the same report gives the same records, alone or among thousands."""
    draft = draft_report(report)
    problems = [*report.problems, *draft.problems]
    return Reading(
        report=structs.replace(report, published=draft.published or report.published, problems=problems),
        incomplete=bool(draft.problems),
        entities=draft.entities,
        places=draft.places,
        times=draft.times,
        statements=draft.statements,
        events=draft.events,
        figures=draft.figures,
        relations=draft.relations,
    )
