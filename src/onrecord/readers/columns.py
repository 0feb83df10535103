"""Which column of a row holds what: the caller's mapping first, else the names that such files usually have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.errors import OptionError

if TYPE_CHECKING:
    from onrecord.options import Options

COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "article_title"),
    "text": (
        "text", "body", "content", "article", "maintext", "main_text", "full_text", "fulltext", "article_text", "story",
    ),
    "url": ("url", "link", "source_url", "article_url", "canonical_url", "web_url"),
    "published": (
        "published", "date", "publication_date", "date_publish", "published_at", "publish_date", "pub_date", "datetime",
        "timestamp",
    ),
    "publisher": (
        "publisher", "source", "site", "outlet", "publication", "source_name", "source_domain", "newspaper",
        "site_name",
    ),
    "authors": ("authors", "author", "byline", "creator"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Column names that are looked for, in this order, where `Options.columns` names none."""

OPTION = "columns"
JOINTS = (" and ", " & ", ";")


def check_columns(options: Options) -> None:
    """Raise OptionError where the mapping names a field that no report has."""
    for field in options.columns:
        if field not in COLUMNS:
            raise OptionError(OPTION, field, f"a mapping of {', '.join(COLUMNS)} to column names")


def cell_of(row: dict[str, Any], field: str, options: Options) -> str | None:
    """Give a field's value as text; None where the row has none, or a list or object."""
    value = row.get(_column(row, field, options))
    return None if value is None or isinstance(value, (dict, list, bool)) else str(value).strip() or None


def authors_of(row: dict[str, Any], options: Options) -> list[str]:
    """Give the authors' names: of a list each, of a text those that semicolons or "and" part."""
    value = row.get(_column(row, "authors", options))
    if isinstance(value, list):
        return [name for one in value if (name := " ".join(str(one).split()))]
    names = (cell_of(row, "authors", options) or "").removeprefix("By ")
    for joint in JOINTS:
        names = names.replace(joint, "\n")
    return [name for one in names.split("\n") if (name := " ".join(one.split()))]


def _column(row: dict[str, Any], field: str, options: Options) -> str:
    if chosen := options.columns.get(field):
        return chosen
    lower = {str(name).strip().lower(): str(name) for name in row}
    return next((lower[name] for name in COLUMNS[field] if name in lower), "")
