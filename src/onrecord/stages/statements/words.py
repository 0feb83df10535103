"""The words that attribute, indexed for one look-up a token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from onrecord.lexicon import load_words


class ReportingVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs by the frame in which they attribute; lexicon/en/reporting_verbs.toml explains each."""

    clause: list[str]
    question: list[str]
    infinitive: list[str]
    command: list[str]
    bidding: list[str]
    predication: list[str]
    naming: list[str]
    object: list[str]
    gerund: list[str]
    quotation: list[str]
    impersonal: list[str]
    citing: list[str]
    told: list[str]
    thought: list[str]
    evidence: list[str]
    laid: list[str]
    plea: list[str]
    accusation: dict[str, list[str]]
    about: dict[str, list[str]]


class ReportingNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of speech and thought, and the prepositions by which they bring their content."""

    speech: list[str]
    thought: list[str]
    light: list[str]
    unowned: list[str]
    takes: dict[str, list[str]]


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adverbs, prepositions, nouns and adjectives that attribute, and occasions of saying."""

    adverbs: list[str]
    according: list[str]
    opinion_nouns: list[str]
    venues: list[str]
    recordings: list[str]
    nobody: list[str]
    idle_objects: list[str]
    labels: list[str]
    voices: list[str]
    hearers: list[str]
    former: list[str]
    adjectives: dict[str, list[str]]


class SourceNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns by the kind of source that they name."""

    official: list[str]
    spokesperson: list[str]
    armed_group: list[str]
    media: list[str]
    document: list[str]
    witness: list[str]
    organisation: list[str]
    unspecified: list[str]


class AnonymityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that grant anonymity, that bring its reason, and that tell of duress."""

    grants: list[str]
    reasons: list[str]
    duress: list[str]


@dataclass(frozen=True, slots=True)
class VerbFrames:
    """All frames of one verb; `accusation` and `about` hold its prepositions there."""

    frames: frozenset[str]
    accusation: frozenset[str]
    about: frozenset[str]

    def __contains__(self, frame: str) -> bool:
        return frame in self.frames


@cache
def verbs() -> dict[str, VerbFrames]:
    """Give lemma → frames."""
    words = load_words("reporting_verbs", ReportingVerbs)
    lists = {name: frozenset(getattr(words, name)) for name in ReportingVerbs.__struct_fields__}
    lemmas = sorted(frozenset().union(*lists.values()))
    return {
        lemma: VerbFrames(
            frozenset(name for name, members in lists.items() if lemma in members),
            frozenset(words.accusation.get(lemma, ())),
            frozenset(words.about.get(lemma, ())),
        )
        for lemma in lemmas
    }


@cache
def saying() -> frozenset[str]:
    """Give the verbs that say, as against those that think or want."""
    return frozenset(
        lemma
        for lemma, frames in verbs().items()
        if ("clause" in frames or "naming" in frames or "citing" in frames) and "thought" not in frames
    )


def is_saying(lemma: str) -> bool:
    """Tell whether a verb says something."""
    return lemma in saying()


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Give noun → the prepositions that bring its content, "that" among them."""
    words = load_words("reporting_nouns", ReportingNouns)
    return {
        noun: frozenset(["that", *words.takes.get(noun, ())])
        for noun in dict.fromkeys([*words.speech, *words.thought, *words.takes])
    }


@cache
def light_verbs() -> frozenset[str]:
    """Give the verbs that only carry a noun of speech: "issued a warning"."""
    return frozenset(load_words("reporting_nouns", ReportingNouns).light)


@cache
def unowned_nouns() -> frozenset[str]:
    """Give the nouns that attribute though no source is named: "the claim that …"."""
    return frozenset(load_words("reporting_nouns", ReportingNouns).unowned)


@cache
def phrases() -> Phrases:
    """Give the word list of phrases."""
    return load_words("attribution_phrases", Phrases)


@cache
def hearers() -> frozenset[str]:
    """Give the bodies before which somebody speaks."""
    return frozenset(phrases().hearers)


@cache
def adjectives() -> dict[str, frozenset[str]]:
    """Give adjective → the prepositions and complementisers that bring its content."""
    return {adjective: frozenset(takes) for adjective, takes in phrases().adjectives.items()}


@cache
def adverbs() -> frozenset[str]:
    """Give the adverbs that report without a source."""
    return frozenset(phrases().adverbs)


@cache
def venues() -> frozenset[str]:
    """Give the nouns of occasions at which something is said."""
    return frozenset(phrases().venues)


@cache
def nobody() -> frozenset[str]:
    """Give the pronouns that name no source."""
    return frozenset(phrases().nobody)


@cache
def idle_objects() -> frozenset[str]:
    """Give the nouns that are no content: "requested anonymity", "declined comment"."""
    return frozenset(phrases().idle_objects)


@cache
def labels() -> frozenset[str]:
    """Give the words in capitals before a colon that name no speaker: "WATCH:"."""
    return frozenset(phrases().labels)


@cache
def recordings() -> frozenset[str]:
    """Give the nouns of recordings, in which someone else speaks."""
    return frozenset(phrases().recordings)


@cache
def source_kinds() -> dict[str, str]:
    """Give noun → kind of source; a noun of several kinds keeps the first in the order of the file's fields."""
    words = load_words("source_nouns", SourceNouns)
    kinds: dict[str, str] = {}
    for kind in SourceNouns.__struct_fields__:
        for noun in getattr(words, kind):
            kinds.setdefault(noun, "official" if kind == "spokesperson" else kind)
    return kinds


@cache
def anonymity_words() -> AnonymityWords:
    """Give the words of anonymity and duress."""
    return load_words("anonymity", AnonymityWords)
