"""Scores each stage on the development sets. Uses onrecord's public names, and its stages where gold needs them."""
