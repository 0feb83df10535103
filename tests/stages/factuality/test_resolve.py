from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.model import Event, Participant, Statement
from onrecord.model.event import FactualityValue
from onrecord.stages.factuality.resolve import resolve_factuality
from onrecord.stages.pipeline import read_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model import Span
    from onrecord.stages.draft import Draft


def span(text: str, words: str) -> Span:
    return (text.index(words), text.index(words) + len(words))


def said(text: str, cue: str, content: str, id_: str = "s1") -> Statement:
    return Statement(
        id=id_, sources=[], source_kind="person", named=False, cue=[span(text, cue)], content=[span(text, content)],
        speech="indirect",
    )  # fmt: skip


def resolve(draft: Draft, *triggers: str, statements: list[Statement] | None = None, actor: str | None = None) -> Event:
    text = draft.text
    actors = [Participant(entity="e1", span=span(text, actor))] if actor else []
    draft.statements = statements or []
    draft.happenings = [Event(id="v1", type="ASSAULT", trigger=[span(text, t) for t in triggers], actors=actors)]
    return resolve_factuality(draft)[0]


def values(event: Event) -> dict[str, str]:
    return {item.holder: item.value for item in event.factuality}


def test_author_commits_outside_statements(parsed: Callable[[str], Draft]) -> None:
    assert values(resolve(parsed("Rebels attacked the port."), "attacked")) == {"author": "CT+"}


def test_only_the_speaker_commits(parsed: Callable[[str], Draft]) -> None:
    text = "A guard said rebels may have attacked the port."
    event = resolve(parsed(text), "attacked", statements=[said(text, "said", "rebels may have attacked the port")])
    assert values(event) == {"author": "Uu", "s1": "PS+"}


def test_unmarked_telling_does_not_commit_the_author(parsed: Callable[[str], Draft]) -> None:
    assert values(resolve(parsed("A guard said that rebels attacked the port."), "attacked")) == {"author": "Uu"}


def test_mentions_are_combined_by_holder(parsed: Callable[[str], Draft]) -> None:
    text = "A guard said rebels struck the port. Rebels attacked the port at dawn."
    event = resolve(parsed(text), "struck", "attacked", statements=[said(text, "said", "rebels struck the port")])
    assert values(event) == {"author": "CT+", "s1": "CT+"}


def test_a_name_for_it_does_not_outweigh_a_verb(parsed: Callable[[str], Draft]) -> None:
    text = "Rebels may attack the port. The attack would stop trade."
    assert values(resolve(parsed(text), "attack", "The attack")) == {"author": "PS+"}


def test_presupposing_cue_commits_the_author_too(parsed: Callable[[str], Draft]) -> None:
    text = "The king condemned the attack."
    event = resolve(parsed(text), "attack", statements=[said(text, "condemned", "the attack")])
    assert values(event) == {"author": "CT+", "s1": "CT+"}


def test_nested_denial_commits_the_one_who_denies(parsed: Callable[[str], Draft]) -> None:
    text = "The king rejected reports that rebels attacked the port."
    statements = [
        said(text, "rejected", "reports that rebels attacked the port"),
        said(text, "reports", "rebels attacked the port", "s2"),
    ]
    assert values(resolve(parsed(text), "attacked", statements=statements)) == {
        "author": "Uu",
        "s1": "CT-",
        "s2": "CT+",
    }


def test_suspected_actor_is_in_doubt_and_the_event_is_not(parsed: Callable[[str], Draft]) -> None:
    event = resolve(parsed("Suspected rebels attacked the port."), "attacked", actor="Suspected rebels")
    assert values(event) == {"author": "CT+"}
    assert [(item.holder, item.value) for item in event.actors[0].factuality] == [("author", "PS+")]


def test_plain_actor_is_as_sure_as_the_event(parsed: Callable[[str], Draft]) -> None:
    event = resolve(parsed("Armed rebels attacked the port."), "attacked", actor="Armed rebels")
    assert event.actors[0].factuality == []


def test_reason_names_the_cues(parsed: Callable[[str], Draft]) -> None:
    event = resolve(parsed("Rebels failed to attack the port."), "attack")
    assert event.reason is not None
    assert "fail" in event.reason


def test_adverb_that_attributes_does_not_weaken_its_own_statement(parsed: Callable[[str], Draft]) -> None:
    text = "Rebels reportedly attacked the port."
    statements = [said(text, "reportedly", text[:-1])]
    assert values(resolve(parsed(text), "attacked", statements=statements)) == {"author": "Uu", "s1": "CT+"}


def test_denial_of_reports_denies_what_they_report(parsed: Callable[[str], Draft]) -> None:
    text = "The king denied reports of talks with the rebels."
    statements = [said(text, "denied", "reports of talks with the rebels")]
    assert values(resolve(parsed(text), "talks", statements=statements)) == {"author": "Uu", "s1": "CT-"}


def test_claim_that_the_report_calls_false_is_denied_by_the_author(parsed: Callable[[str], Draft]) -> None:
    text = "Rumours that rebels attacked the port are false."
    statements = [said(text, "Rumours", "rebels attacked the port")]
    assert values(resolve(parsed(text), "attacked", statements=statements)) == {"author": "CT-", "s1": "CT+"}


def test_claimed_attack_is_presupposed_by_all(parsed: Callable[[str], Draft]) -> None:
    text = "The group claimed responsibility for the attack."
    statements = [said(text, "claimed", "responsibility for the attack")]
    assert values(resolve(parsed(text), "attack", statements=statements)) == {"author": "CT+", "s1": "CT+"}


def test_belief_is_only_probable_for_the_believer(parsed: Callable[[str], Draft]) -> None:
    text = "The king believes that rebels attacked the port."
    statements = [said(text, "believes", "rebels attacked the port")]
    assert values(resolve(parsed(text), "attacked", statements=statements)) == {"author": "Uu", "s1": "PR+"}


def test_a_title_commits_nobody_anew(parsed: Callable[[str], Draft]) -> None:
    text = "Rebels attack port\nA guard said rebels attacked the port."
    draft = parsed(text)
    for token in draft.syntax.within(span(text, "Rebels attack port")):
        token.sentence.kind = "title"
    event = resolve(draft, "attack", "attacked", statements=[said(text, "said", "rebels attacked the port")])
    assert values(event) == {"author": "Uu", "s1": "CT+"}


def test_what_is_scheduled_lies_ahead_in_a_clause_about_the_future(parsed: Callable[[str], Draft]) -> None:
    event = resolve(parsed("The summit will focus on trade."), "summit")
    assert (values(event), event.tense) == ({"author": "PR+"}, "future")


WORDS = [
    "rebels",
    "attacked",
    "the army",
    "said",
    "not",
    "may",
    "that",
    "denied",
    "if",
    "an attack",
    ",",
    ".",
    "?",
    '"',
    "will",
    "\n",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_every_event_has_an_author_and_known_holders(words: list[str]) -> None:
    reading = read_report(report_of(" ".join(words)))
    assert not reading.report.problems
    known = {"author", *(statement.id for statement in reading.statements)}
    for event in reading.events:
        held = values(event)
        assert event.factuality[0].holder == "author"
        assert len(held) == len(event.factuality)
        assert set(held) <= known
        assert set(held.values()) <= set(get_args(FactualityValue))
