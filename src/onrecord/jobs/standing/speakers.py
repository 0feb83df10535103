"""Which text speaks for a happening, which texts are alike, and how their happenings compare."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from onrecord.standing.pairs import WEIGHTS, Happening, score_pair
from onrecord.standing.profile import SHARED_SUBJECTS, Profile, unpack_profile
from onrecord.store import standing_events as events
from onrecord.store import standing_stories as stories

if TYPE_CHECKING:
    import sqlite3

    from onrecord.jobs.standing.touched import Touched

WINDOW = 10
"""Days between the publication of two reports whose events are compared, at most."""

_unpack = msgspec.msgpack.Decoder(Happening).decode
_json = msgspec.json.Encoder().encode


def choose_speakers(connection: sqlite3.Connection, touched: Touched) -> None:
    """Let texts that begin or cease to speak for a happening be found, or not, and compare what changed."""
    changed = events.choose_speakers(connection, touched.occurrences)
    texts = {text for pair in changed.values() for text in pair if text is not None}
    moved = set(changed)
    for text in sorted(texts | touched.redated):
        speaks, entered = stories.speaks(connection, text), stories.is_entered(connection, text)
        if entered and (text in touched.redated or not speaks):
            touched.speakers |= stories.withdraw(connection, text)
            moved.update(happening for _, happening, _ in events.happenings_for(connection, [text]))
            entered = False
        if speaks and not entered:
            _enter(connection, text)
    ends = events.drop_links(connection, moved)
    _compare(connection, moved)
    touched.happenings |= ends | moved | touched.occurrences
    touched.speakers |= texts | touched.redated


def _enter(connection: sqlite3.Connection, text: int) -> None:
    profile = _profile(connection, text)
    stories.enter(connection, text, profile.subjects())
    near = stories.of_one_subject(connection, text, WINDOW, SHARED_SUBJECTS)
    alike = [(other, profile.likeness(_profile(connection, other))) for other in near]
    stories.add_alike(connection, text, [pair for pair in alike if pair[1] >= WEIGHTS.least_likeness])


def _profile(connection: sqlite3.Connection, text: int) -> Profile:
    return unpack_profile(stories.profile_bytes(connection, text))


def _compare(connection: sqlite3.Connection, moved: set[int]) -> None:
    """Score these happenings against those of texts that are like theirs."""
    mine: defaultdict[int, list[int]] = defaultdict(list)
    for text, happening in events.speakers_of(connection, moved):
        mine[text].append(happening)
    for text, happenings in sorted(mine.items()):
        alike = stories.alike_with(connection, text)
        own = {number: _unpack(packed) for _, number, packed in events.happenings_for(connection, [text])}
        found = [(alike[t], number, _unpack(packed)) for t, number, packed in events.happenings_for(connection, alike)]
        links = []
        for one in happenings:
            for likeness, other, theirs in found:
                score = score_pair(own[one], theirs, likeness)
                if score is not None:
                    links.append((one, other, score.value, _json(score.reasons).decode()))
        events.add_links(connection, links)
