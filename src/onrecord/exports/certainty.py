"""How a commitment is said: one table of words, signs and line styles for every export (FactBank's eight values)."""

import msgspec

from onrecord.model.event import AUTHOR, Factuality, FactualityValue


class Certainty(msgspec.Struct, frozen=True):
    """One value in plain words.

    `line` is the style of the line that shows it (a name that the page's style sheet knows), `sign` the same in three
    characters; `report` is what it is called for the report's own voice, `holder` what a source does who holds it.
    """

    line: str
    sign: str
    report: str
    holder: str


CERTAINTY: dict[FactualityValue, Certainty] = {
    "CT+": Certainty("certain", "━━━", "certain", "says so"),
    "PR+": Certainty("probable", "╍╍╍", "probable", "thinks it likely"),
    "PS+": Certainty("possible", "┈┈┈", "possible", "says it may be so"),
    "CT-": Certainty("denied", "━╳━", "did not happen", "denies it"),
    "PR-": Certainty("doubted", "╍╳╍", "probably not", "thinks it unlikely"),
    "PS-": Certainty("questioned", "┈╳┈", "possibly not", "says it may not be so"),
    "CTu": Certainty("settled", "━?━", "settled, the text does not say how", "knows whether it is so"),
    "Uu": Certainty("open", " · ", "not committed", "leaves it open"),
}
UNCONFIRMED = "does not confirm it"
UNSTATED = Certainty("open", " · ", "not stated", "not stated")


def report_certainty(factuality: list[Factuality]) -> Certainty:
    """Give the report's own commitment; `UNSTATED` where there is none."""
    value = next((held.value for held in factuality if held.holder == AUTHOR), None)
    return CERTAINTY[value] if value else UNSTATED


def holder_words(value: FactualityValue, cue: str) -> str:
    """Say what a source does that holds this value; a cue of confirming ("have not confirmed") keeps its own word."""
    if value == "Uu" and "confirm" in cue.lower():
        return UNCONFIRMED
    return CERTAINTY[value].holder
