"""Parts of the builder of the knowledge data; run it with `python -m tools.build_knowledge`."""
