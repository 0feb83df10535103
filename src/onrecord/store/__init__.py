"""The record: one SQLite file that only ever grows, with one writer and any number of readers."""
