"""onrecord reads news reports and puts on the record what they say, according to whom, and how sure they are.

    >>> import onrecord
    >>> reading = onrecord.read("report.html")           # one report
    >>> for event in reading.events: ...                 # every record is tied to words: reading.report.text[start:end]

The public names are read, read_all, read_text, explain, factuality, Options, Reading, Refused, Duplicate, Tally,
SpanFactuality, open, Store, Filters, StoreError, and the other errors.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import explain, factuality, open, read, read_all, read_text  # noqa: A004 - see api.open
    from onrecord.errors import DataError, OnrecordError, OptionError, StoreError, UnreadableError
    from onrecord.exports.listing.store import Store
    from onrecord.jobs import Duplicate, Tally
    from onrecord.model import Reading
    from onrecord.options import Options
    from onrecord.readers import Refused
    from onrecord.stages.factuality.spans import SpanFactuality
    from onrecord.store.filters import Filters

__version__ = version("onrecord")

# A name is fetched when it is first used: the language engine takes a second to import, and `onrecord --help` or a
# program that only decodes records needs none of it.
_HOMES = {
    "DataError": "errors", "Duplicate": "jobs", "Filters": "store.filters", "OnrecordError": "errors",
    "OptionError": "errors", "Options": "options", "Reading": "model", "Refused": "readers",
    "SpanFactuality": "stages.factuality.spans",
    "Store": "exports.listing.store", "StoreError": "errors", "Tally": "jobs", "UnreadableError": "errors",
    "open": "api", "explain": "api", "factuality": "api", "read": "api",
    "read_all": "api", "read_text": "api",
}  # fmt: skip

__all__ = [
    "DataError", "Duplicate", "Filters", "OnrecordError", "OptionError", "Options", "Reading", "Refused",
    "SpanFactuality", "Store", "StoreError", "Tally", "UnreadableError", "__version__", "explain", "factuality", "open",
    "read", "read_all", "read_text",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"onrecord.{_HOMES[name]}"), name)
    message = f"onrecord has no {name!r}; it has {', '.join(sorted(_HOMES))}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
