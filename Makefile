# `make demo` shows the main job, `make test` runs the tests; both set up what they need first.
PY := .venv/bin/python
export ONRECORD_DATA ?= ../shared

.PHONY: help setup demo test check eval gate peers bench lock docs clean

help:            ## list the commands
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/ — /'

setup: .venv/.ready  ## make .venv with everything, from the lock with hashes

.venv/.ready: requirements.lock pyproject.toml
	python3 -m venv .venv
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/.ready  ## read the bundled reports and show what they put on record
	$(PY) -m onrecord demo

test: .venv/.ready  ## run the tests
	$(PY) -m pytest

check: .venv/.ready  ## lint, types, the import contract, documentation
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m tools.check_docs

eval: .venv/.ready  ## score every stage on the development sets (one: make eval TASK=evidence)
	$(PY) -m evaluation $(TASK) --misses 5 $(if $(TASK),,--write) $(if $(wildcard build/peers/.ready),--peers)

peers: build/peers/.ready  ## install the peers that --peers runs, in an environment of their own

build/peers/.ready: evaluation/peers.txt
	python3 -m venv build/peers
	build/peers/bin/python -m pip install --quiet -r evaluation/peers.txt
	@touch $@

gate: .venv/.ready  ## fail where a score fell below its floor
	$(PY) -m evaluation --gate

bench: .venv/.ready  ## speed and memory, as ratios measured in one run
	$(PY) -m benchmarks

lock:            ## pin every package with its hashes
	.venv/bin/uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
	  --group dev pyproject.toml -o requirements.lock
