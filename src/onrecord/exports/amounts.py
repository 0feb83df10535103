"""Numbers with their doubt: "≈ 3,000", "≥ 300", "200–999", never a bare number that the text did not give."""

from onrecord.model import Figure
from onrecord.model.figure import Number

SIGNS = {"about": "≈ ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}
LARGE = ((1_000_000_000, "billion"), (1_000_000, "million"))
CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£"}


def amount_words(figure: Figure) -> str:
    """Say a figure's amount without its unit."""
    if figure.value is not None and not figure.conventional and figure.qualifier != "between":
        return SIGNS.get(figure.qualifier, "") + number_words(figure.value)
    return bounds_words(figure.low, figure.high) or number_words(figure.value)


def figure_words(figure: Figure) -> str:
    """Say a figure with its unit and, where the text gives one, the number that it changed from."""
    amount, unit = amount_words(figure), figure.unit or ""
    said = _with_currency(amount, CURRENCIES[unit]) if unit in CURRENCIES else f"{amount} {unit}".rstrip()
    if figure.change_from is not None:
        direction = f"{figure.direction} " if figure.direction else ""
        said += f" ({direction}from {number_words(figure.change_from)})"
    return said


def _with_currency(amount: str, sign: str) -> str:
    """Set a currency's sign before the number: "≈ $600 million"."""
    number = amount.lstrip("≈≥>≤< ")
    return f"{amount[: len(amount) - len(number)]}{sign}{number}"


def bounds_words(low: Number | None, high: Number | None) -> str:
    """Say inclusive bounds; "" where both are open."""
    if low is not None and high is not None:
        return number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"
    if low is not None:
        return f"≥ {number_words(low)}"
    return "" if high is None else f"≤ {number_words(high)}"


def number_words(number: Number | None) -> str:
    """Write a number with its thousands parted, round millions in words; "?" where there is none."""
    if number is None:
        return "?"
    for size, name in LARGE:
        if abs(number) >= size and number * 10 % size == 0:
            return f"{number / size:,g} {name}"
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"
