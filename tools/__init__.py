"""Builds what ships beside the code: knowledge data, schema, generated documentation. Reproducible commands."""
