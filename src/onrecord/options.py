"""One frozen value for everything a caller may choose; made at the edge and handed down."""

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How a report is read. What is None is taken from the page.

    `published` is an ISO date (YYYY, YYYY-MM, YYYY-MM-DD); `columns` maps our field names (title, text, url, published,
    publisher, authors, language) to the column names of a CSV or JSON Lines file. `registry` names files of the
    user's own actors, laid in this order on the shipped registry.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    columns: dict[str, str] = {}
    registry: tuple[str, ...] = ()
    jobs: int = 1
