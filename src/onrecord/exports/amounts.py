"""Numbers with their doubt: "≈ 3,000", "≥ 300", "200–999", never a bare number that the text did not give."""

from onrecord.model import Figure
from onrecord.model.figure import Number

SIGNS = {"about": "≈ ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}
CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£"}


def amount_words(figure: Figure) -> str:
    """Say a figure's amount without its unit."""
    if figure.value is not None and not figure.conventional and figure.qualifier != "between":
        return SIGNS.get(figure.qualifier, "") + number_words(figure.value)
    return bounds_words(figure.low, figure.high) or number_words(figure.value)


def figure_words(figure: Figure) -> str:
    """Say a figure with its unit and, where the text gives one, the number that it changed from."""
    amount, unit = amount_words(figure), figure.unit or ""
    said = CURRENCIES[unit] + amount if unit in CURRENCIES and amount[:1].isdigit() else f"{amount} {unit}".rstrip()
    if figure.change_from is not None:
        said += f" (from {number_words(figure.change_from)})"
    return said


def bounds_words(low: Number | None, high: Number | None) -> str:
    """Say inclusive bounds; "" where both are open."""
    if low is not None and high is not None:
        return number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"
    if low is not None:
        return f"≥ {number_words(low)}"
    return "" if high is None else f"≤ {number_words(high)}"


def number_words(number: Number | None) -> str:
    """Write a number with its thousands parted; "?" where there is none."""
    if number is None:
        return "?"
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"
