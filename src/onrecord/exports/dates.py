"""Dates as they are known: a day, an interval, or a bound; never more exact than the text."""

from onrecord.model import Published, Time

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
VAGUE = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
BASIS = {
    "given": "as given by the reader", "metadata": "from the page’s metadata", "url": "from the address",
    "text": "from the text", "inferred": "inferred",
}  # fmt: skip


def day_words(iso: str) -> str:
    """Write an ISO date in words ("19 June 2017"); anything else is given back as it is."""
    year, *rest = iso[:10].split("-")
    if not (year.isdigit() and all(part.isdigit() for part in rest)) or (rest and not 1 <= int(rest[0]) <= 12):
        return iso
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def range_words(earliest: str | None, latest: str | None) -> str:
    """Write an interval of ISO dates, inclusive; "" where both ends are open."""
    if earliest and latest:
        return _closed_words(earliest, latest)
    if earliest:
        return f"{day_words(earliest)} or later"
    return f"{day_words(latest)} or earlier" if latest else ""


def _closed_words(earliest: str, latest: str) -> str:
    if earliest == latest:
        return day_words(earliest)
    if earliest[4:] == "-01-01" and latest[4:] == "-12-31":
        return earliest[:4] if earliest[:4] == latest[:4] else f"{earliest[:4]}–{latest[:4]}"
    if earliest[:7] == latest[:7] and earliest.endswith("-01") and int(latest[8:10] or 0) >= 28:
        return day_words(earliest[:7])
    return f"{day_words(earliest)} – {day_words(latest)}"


def time_words(time: Time, words: str) -> str:
    """Say a time: its interval where it was resolved, else the report's own words for it."""
    if resolved := range_words(time.earliest, time.latest):
        return resolved
    if time.value and time.type in {"DATE", "TIME"} and time.value[:4].isdigit():
        return day_words(time.value)
    return f"“{words}”" if words else VAGUE.get(time.value or "", "")


def published_words(published: Published) -> str:
    """Say when a report was published and how that is known."""
    when = day_words(published.value) if published.value else range_words(published.earliest, published.latest)
    if not when:
        return "date not known"
    basis = BASIS.get(published.basis or "")
    return f"{when} ({basis})" if basis else when
