# Everything from nothing: Python ≥ 3.11, make and pip are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup demo test check evaluate bench fuzz soak reference pictures clean

setup: $(READY)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[web,mcp]" --group dev
	touch $(READY)

demo: setup
	mkdir -p demo
	$(BIN)/onrecord add examples/pages --record demo/news.db
	$(BIN)/onrecord trace "Kestria's intelligence chief met an envoy of the Northern Front." --record demo/news.db

test: setup
	$(BIN)/python -m pytest -n auto

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

evaluate: setup
	$(BIN)/python -m evaluation run
	$(BIN)/python -m docs.making

bench: setup
	$(BIN)/python -m bench

# Other seconds or pages: make fuzz FUZZ="--seconds 3600 --seed 2", make soak SOAK="--pages 20000"
fuzz: setup
	$(BIN)/python -m bench.fuzz $(FUZZ)

soak: setup
	$(BIN)/python -m bench.soak $(SOAK)

reference: setup
	$(BIN)/python -m docs.making

pictures: setup
	$(BIN)/python -m docs.making.pictures

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
