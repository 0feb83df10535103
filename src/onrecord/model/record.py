"""What every record has in common: why it is there, how sure we are, and a key that outlives our versions."""

import hashlib
from collections.abc import Iterable

import msgspec

from onrecord.model.span import Span


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Parent of every record.

    `rule` names the rule that found it (`stage.rule`), or `model` the head that did; `score` in 0…1 says how likely it
    is right, to three places; `reason` gives in words what the rule saw (cue, path, features).
    """

    rule: str | None = None
    model: str | None = None
    score: float = 1.0
    reason: str | None = None


def record_key(text_id: str, kind: str, spans: Iterable[Span]) -> str:
    """Hash text, kind and anchor spans, so that a better version gives the same record the same key."""
    anchors = ",".join(f"{start}-{end}" for start, end in sorted(spans))
    return hashlib.sha256(f"{text_id}|{kind}|{anchors}".encode()).hexdigest()[:24]
