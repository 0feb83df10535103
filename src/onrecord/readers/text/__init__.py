"""Plain text, clean or scraped with the page's furniture in it."""

from onrecord.readers.text.read import parts_of_text, read_text

__all__ = ["parts_of_text", "read_text"]
