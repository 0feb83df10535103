"""Bytes and words in, records out: the stages of reading a report."""
