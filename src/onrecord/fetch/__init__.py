"""The only room that opens a connection."""

from onrecord.fetch.guard import Allow, is_public
from onrecord.fetch.page import Fetched, fetch_page
from onrecord.fetch.request import Limits

__all__ = ["Allow", "Fetched", "Limits", "fetch_page", "is_public"]
