"""A small reading made by hand, and the same reading with hostile words in every field that holds words."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from onrecord.model import (
    Anonymity,
    Block,
    Dropped,
    Entity,
    Event,
    Factuality,
    Figure,
    Mention,
    Participant,
    Place,
    Problem,
    Published,
    Reading,
    Relation,
    Report,
    Source,
    Span,
    Statement,
    StatementSource,
    Time,
)

TITLE = "Rebels shell Port Amal"
FIRST = (
    "Rebels shelled the harbour of Port Amal on 3 May, killing about 30 dockers, two officials said on condition of "
    "anonymity because talks go on."
)
SECOND = (
    "The Coast Front, a wing of the rebels, denied the attack. It may strike again next month, the harbour master said."
)
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}"


def at(words: str, nth: int = 1) -> Span:
    """Find the nth occurrence of words in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def why(rule: str) -> dict[str, Any]:
    return {"rule": rule, "score": 0.875, "reason": f"cue of {rule}"}


def sample() -> Reading:
    """Give the reading."""
    report = Report(
        id="sha256:aa",
        text_id="sha256:bb",
        source=Source(ref="amal.html", media_type="text/html", sha256="cc"),
        capture={"time": "2024-05-06T00:00:00Z"},
        title=TITLE,
        authors=["A. Writer"],
        publisher="The Amal Gazette",
        url="https://gazette.example/amal",
        language="en",
        text=TEXT,
        published=Published(value="2024-05-05", earliest="2024-05-05", latest="2024-05-05", basis="metadata"),
        blocks=[
            Block(kind="title", span=at(TITLE)),
            Block(kind="paragraph", span=at(FIRST)),
            Block(kind="paragraph", span=at(SECOND)),
        ],
        dropped=[Dropped(text="Share this", reason="share button")],
    )
    return Reading(
        report=report,
        entities=_entities(),
        places=_places(),
        times=_times(),
        statements=_statements(),
        events=_events(),
        figures=_figures(),
        relations=_relations(),
    )


def _entities() -> list[Entity]:
    def entity(number: int, type_: str, name: str, *spans: Span) -> Entity:
        mentions = [Mention(span=span, form="name") for span in spans]
        return Entity(id=f"e{number}", type=type_, name=name, mentions=mentions, **why("entities.name"))  # type: ignore[arg-type]

    return [
        entity(1, "armed_group", "Rebels", at("Rebels"), at("Rebels", 2), at("the rebels")),
        entity(2, "group", "two officials", at("two officials")),
        entity(3, "armed_group", "Coast Front", at("The Coast Front")),
        entity(4, "person", "the harbour master", at("the harbour master")),
        entity(5, "group", "dockers", at("dockers")),
    ]


def _places() -> list[Place]:
    return [
        Place(
            id="p1",
            span=at("Port Amal", 2),
            name="Port Amal",
            kind="city",
            country="SO",
            lat=-1.5,
            lon=42.25,
            **why("places.name"),
        )
    ]


def _times() -> list[Time]:
    return [
        Time(
            id="t1",
            span=at("3 May"),
            type="DATE",
            value="2024-05-03",
            earliest="2024-05-03",
            latest="2024-05-03",
            **why("times.day"),
        ),
        Time(
            id="t2",
            span=at("next month"),
            type="DATE",
            value="2024-06",
            earliest="2024-06-01",
            latest="2024-06-30",
            **why("times.month"),
        ),
    ]


def _statements() -> list[Statement]:
    reason = at("because talks go on")
    return [
        Statement(
            id="s1",
            sources=[StatementSource(span=at("two officials"), entity="e2")],
            source_kind="official",
            named=False,
            cue=[at("said")],
            content=[(at("Rebels shelled")[0], at("dockers")[1])],
            speech="indirect",
            anonymity=Anonymity(span=at("on condition of anonymity because talks go on"), reason=reason),
            **why("statements.verb"),
        ),
        Statement(
            id="s2",
            sources=[StatementSource(span=at("The Coast Front"), entity="e3")],
            source_kind="armed_group",
            named=True,
            cue=[at("denied")],
            content=[at("the attack")],
            speech="indirect",
            **why("statements.denial"),
        ),
        Statement(
            id="s3",
            sources=[StatementSource(span=at("the harbour master"), entity="e4")],
            source_kind="official",
            named=False,
            cue=[at("said", 2)],
            content=[at("It may strike again next month")],
            speech="indirect",
            **why("statements.verb"),
        ),
    ]


def _events() -> list[Event]:
    rebels = Participant(entity="e1", span=at("Rebels", 2))
    front = Participant(entity="e3", span=at("It"))
    return [
        Event(
            id="v1",
            type="ASSAULT",
            mode="heavy-weapons",
            cameo="194",
            quad=4,
            trigger=[at("shell"), at("shelled"), at("the attack")],
            actors=[rebels],
            recipients=[Participant(entity="e5", span=at("dockers"))],
            places=["p1"],
            time="t1",
            killed="f1",
            factuality=[
                Factuality(holder="s1", value="CT+"),
                Factuality(holder="author", value="Uu"),
                Factuality(holder="s2", value="CT-"),
            ],
            **why("events.verb"),
        ),
        Event(
            id="v2",
            type="ASSAULT",
            quad=4,
            trigger=[at("strike")],
            actors=[front],
            time="t2",
            tense="future",
            factuality=[Factuality(holder="author", value="Uu"), Factuality(holder="s3", value="PS+")],
            **why("events.verb"),
        ),
    ]


def _figures() -> list[Figure]:
    return [
        Figure(
            id="f1",
            span=at("about 30"),
            value=30,
            low=27,
            high=33,
            qualifier="about",
            unit="dockers",
            of="e5",
            statement="s1",
            **why("figures.about"),
        )
    ]


def _relations() -> list[Relation]:
    return [
        Relation(
            id="r1",
            type="part_of",
            subject="e3",
            object="e1",
            span=[at("a wing of the rebels")],
            **why("relations.noun"),
        )
    ]


def hostile(words: str) -> Reading:
    """Give the sample with `words` in every free field, and a paragraph of them in the text."""
    raw = msgspec.to_builtins(sample())
    report = raw["report"]
    for name in ("title", "publisher", "url", "language"):
        report[name] = words
    report["authors"], report["source"]["ref"] = [words], words
    report["published"] = {"evidence": words, "basis": "inferred", "earliest": words}
    report["dropped"] = [{"text": words, "reason": words}]
    report["problems"] = [msgspec.to_builtins(Problem(stage=words, message=words))]
    for kind in ("entities", "places"):
        for record in raw[kind]:
            record["name"] = words
    for kind in ("entities", "places", "times", "statements", "events", "figures", "relations"):
        for record in raw[kind]:
            record["rule"], record["reason"] = words, words
    raw["places"][0]["country"] = raw["figures"][0]["unit"] = words
    raw["events"][0]["mode"] = raw["events"][0]["cameo"] = words
    raw["relations"][0]["object"] = words
    return _with_words_in_text(msgspec.convert(raw, Reading), words)


def _with_words_in_text(reading: Reading, words: str) -> Reading:
    """Add a paragraph of the words, with a statement and an event on it."""
    text = reading.report.text
    end = len(text)
    tail = f"\n\n{words}"
    blocks = [*reading.report.blocks, Block(kind="paragraph", span=(end + 2, end + len(tail)))]
    span = (end + 2, end + len(tail))
    first = reading.statements[0]
    source = replace(first, id="s9", sources=[StatementSource(span=span)], cue=[span], content=[span])
    trigger = replace(reading.events[0], id="v9", trigger=[span], instrument=span)
    report = replace(reading.report, text=text + tail, blocks=blocks)
    return replace(reading, report=report, statements=[*reading.statements, source], events=[*reading.events, trigger])
