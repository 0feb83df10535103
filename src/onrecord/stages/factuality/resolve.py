"""Events → events with the certainty of each holder, their tense, and whether they are background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from onrecord.model import Event, Factuality, Participant, Published, Time
from onrecord.stages.factuality.agency import doubt_of, held_by
from onrecord.stages.factuality.background import is_background, reference_date
from onrecord.stages.factuality.holders import Voice, head_of, voices_at
from onrecord.stages.factuality.tense import tense_by_date
from onrecord.stages.factuality.views import View, by_holder, views_of

if TYPE_CHECKING:
    from onrecord.model.event import Tense
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

REPEATS = {"title", "kicker", "pull_quote"}


def resolve_factuality(draft: Draft) -> list[Event]:
    """Give every happening its holders' values, its tense, and whether it is background."""
    heads = {event.id: _heads(event, draft) for event in draft.happenings}
    voices = voices_at(draft.statements, [token.start for tokens in heads.values() for token in tokens])
    published = draft.published or draft.report.published
    desk = _Desk(draft, voices, {time.id: time for time in draft.times}, reference_date(draft, published), published)
    return [desk.resolve(event, heads[event.id]) for event in draft.happenings]


def _heads(event: Event, draft: Draft) -> list[Token]:
    """Give the head tokens of an event's mentions; a title that repeats the body commits nobody anew."""
    found = [token for span in event.trigger if (token := head_of(span, draft.syntax)) is not None]
    return [token for token in found if token.sentence.kind not in REPEATS] or found


class _Desk:
    """What all events of a report share."""

    def __init__(
        self,
        draft: Draft,
        voices: dict[int, list[Voice]],
        times: dict[str, Time],
        today: str | None,
        published: Published,
    ) -> None:
        self.draft, self.voices, self.times, self.today, self.published = draft, voices, times, today, published
        self.dated = published.value is not None or published.latest is not None
        blocks = draft.report.blocks
        first = next((block.span for block in blocks if block.kind == "paragraph"), (0, 0))
        self.lead = [*(block.span for block in blocks if block.kind == "title"), first]

    def resolve(self, event: Event, heads: list[Token]) -> Event:
        views = [view for token in heads for view in views_of(token, self.voices.get(token.start, []))]
        chosen = by_holder(views)
        time = self.times.get(event.time) if event.time is not None else None
        by_date = tense_by_date(time, self.published) if time is not None else None
        cues = dict.fromkeys(word for view in chosen.values() for word in view.stance.words)
        tense = by_date or _tense(views)
        ended = None if time is None or self._goes_on(time) else time
        history = is_background(ended, self.today, leads=self._leads(event), dated=self.dated or tense == "future")
        return structs.replace(
            event,
            factuality=[Factuality(holder=holder, value=view.stance.value) for holder, view in chosen.items()],
            tense=tense,
            background=history,
            actors=[self._with_doubt(actor, chosen) for actor in event.actors],
            reason="; ".join(filter(None, (event.reason, f"how sure: {', '.join(cues) or 'plainly told'}"))),
        )

    def _goes_on(self, time: Time) -> bool:
        """Tell whether a time is only where something began ("since 2011")."""
        token = self.draft.syntax.at(time.span[0])
        marks = token.ancestors() if token is not None else ()
        near = [token, *marks][:2] if token is not None else []
        return any(child.lower == "since" for node in near for child in node.each("case", "mark"))

    def _leads(self, event: Event) -> bool:
        """Tell whether an event is named in the title or in the first paragraph."""
        return any(start <= span[0] < end for span in event.trigger for start, end in self.lead)

    def _with_doubt(self, actor: Participant, chosen: dict[str, View]) -> Participant:
        head = head_of(actor.span, self.draft.syntax)
        value = doubt_of(head) if head is not None else None
        if value is None:
            return actor
        committed = [holder for holder, view in chosen.items() if view.stance.grade > 0]
        return structs.replace(actor, factuality=held_by(value, committed, list(chosen)))


def _tense(views: list[View]) -> Tense:
    """Give the tense of the first mention that says more than a name does."""
    told = [view for view in views if not view.named] or views
    return told[0].tense if told else "past"
