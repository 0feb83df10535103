PY := .venv/bin/python

.PHONY: setup demo test check eval bench

setup: .venv/.ready

test: .venv/.ready
	$(PY) -m pytest

check: .venv/.ready
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
