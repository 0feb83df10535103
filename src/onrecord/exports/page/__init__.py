"""The self-contained HTML page of one or several readings."""

from onrecord.exports.page.write import frame_html, write_html

__all__ = ["frame_html", "write_html"]
