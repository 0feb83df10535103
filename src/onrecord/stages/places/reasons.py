"""Says in words why a place was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.places.beside import lies_in

if TYPE_CHECKING:
    from onrecord.stages.places.coherence import Background
    from onrecord.stages.places.groups import Group


def reason_for(group: Group, background: Background) -> str:
    """List the features that spoke for the best candidate of a group, and the runner-up where there is one."""
    if group.best is None:
        return "not in the gazetteer"
    entry = group.best.entry
    said = [f"{entry.name} ({entry.kind}{', ' + entry.admin1 if entry.admin1 and entry.kind != 'admin1' else ''})"]
    said += [f"said to lie in {upper.name}" for upper in group.containers if lies_in(entry, upper)][:1]
    if group.hint == entry.kind:
        said.append(f"called a {group.hint}")
    if entry.country in group.countries:
        said.append(f"{entry.country} named before it")
    if entry.country and background.peoples[entry.country]:
        said.append(f"{entry.country} peoples in the report")
    if entry.country and entry.country == background.home:
        said.append("publisher's country")
    if group.freedom != "name":
        said.append(f"found by {group.freedom}")
    if entry.population:
        said.append(f"{entry.population:,} inhabitants")
    if len(group.candidates) > 1:
        other = group.candidates[1].entry
        said.append(f"rather than {other.name} ({', '.join(filter(None, (other.kind, other.admin1, other.country)))})")
    return ", ".join(said)
