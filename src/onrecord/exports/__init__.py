"""Readings in, files out."""
