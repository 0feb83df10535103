"""HTML pages of any news site."""

from onrecord.readers.html.read import read_html

__all__ = ["read_html"]
