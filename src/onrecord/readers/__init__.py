"""Bytes in, Report out."""
