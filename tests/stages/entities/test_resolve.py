from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.model import Block, Report, slice_of
from onrecord.stages.entities.words import entity_words, kind_of_words, titles_in
from onrecord.stages.pipeline import draft_report, read_report

WORDS = st.sampled_from([
    "Russia", "Moscow", "he", "she", "it", "they", "who", '"We"', "said", "the", "army", "officials", "Anna", "Weber",
    "(AW)", ",", ".", "of", "and", "Police", "a", "another", "group", '"',
])  # fmt: skip


@given(st.lists(WORDS, max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_every_mention_is_words_of_the_text_and_of_one_entity(text: str) -> None:
    reading = read_report(report_of(text))
    assert not reading.report.problems
    spans = [mention.span for entity in reading.entities for mention in entity.mentions]
    assert len(spans) == len(set(spans))
    assert all(slice_of(text, span).strip() == slice_of(text, span) != "" for span in spans)
    assert [entity.id for entity in reading.entities] == [f"e{n + 1}" for n in range(len(reading.entities))]


def test_entities_are_numbered_in_text_order_and_the_same_again() -> None:
    text = "Anna Weber met Kenyan officials. They thanked Weber."
    one, other = read_report(report_of(text)), read_report(report_of(text))
    assert one.entities == other.entities
    firsts = [entity.mentions[0].span for entity in one.entities]
    assert firsts == sorted(firsts)


def test_a_head_finds_its_entity() -> None:
    draft = draft_report(report_of("The ministry said it would wait."))
    by_word = {token.text: draft.entity_of(token) for token in draft.syntax.tokens}
    assert by_word["ministry"] is not None
    assert by_word["it"] == by_word["ministry"]
    assert by_word["wait"] is None


def test_a_link_says_why() -> None:
    reading = read_report(report_of("Hezbollah rejected the plan."))
    link = reading.entities[0].link
    assert link is not None
    assert link.registry.startswith("group/")
    assert link.reason
    assert 0 < link.score <= 1


def test_the_title_takes_up_what_the_body_names() -> None:
    text = "Minister quits\nForeign Minister Ada Brook resigned on Monday."
    base = report_of(text)
    blocks = [Block(kind="title", span=base.blocks[0].span), *base.blocks[1:]]
    reading = read_report(Report(**{name: getattr(base, name) for name in base.__struct_fields__} | {"blocks": blocks}))
    brook = next(entity for entity in reading.entities if entity.name == "Ada Brook")
    assert "Minister" in [slice_of(text, mention.span) for mention in brook.mentions]


def test_description_holds_the_words_before_a_name_and_in_apposition() -> None:
    text = "Retired Colonel Tom Hale, a former pilot, spoke."
    entity = read_report(report_of(text)).entities[0]
    assert [slice_of(text, span) for span in entity.description] == ["Retired Colonel", "a former pilot"]


def test_words_of_two_tell_more_than_one() -> None:
    kind = kind_of_words(("federal", "security", "service"))
    assert kind is not None
    assert kind.sector == "SPY"
    assert kind_of_words(("crimson", "lantern")) is None


def test_the_longest_title_wins() -> None:
    assert [(first, last) for first, last, _ in titles_in(["former", "prime", "minister"])] == [(1, 2)]


def test_lists_do_not_call_a_noun_two_things_at_once() -> None:
    words = entity_words()
    assert not words.male_names & words.female_names
    assert all(word == word.lower() for word in words.nouns)
