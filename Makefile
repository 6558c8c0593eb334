# make demo: read the example pages and print their timeline. make test: run the tests.
# Both need Python 3.11 or newer and make; everything else is set up in .venv, pinned and checked by hash.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export PIP_NO_WARN_SCRIPT_LOCATION := 1

.PHONY: help demo test fast lint tables score bench gate pins clean

help:
	@echo "make demo    read examples/pages, build demo.mahdar and print its timeline"
	@echo "make test    run the tests"
	@echo "make fast    compile the rules, where there's a C compiler: reads nearly twice as fast; takes some minutes"
	@echo "make lint    style and types"
	@echo "make tables  sort the tables"
	@echo "make score   score the readings against ../shared/gold, where it is"
	@echo "make bench   measure speed"
	@echo "make gate    check the floors on gold and on the project's own cases"
	@echo "make pins    pin the requirements anew"
	@echo "make clean   remove what make made"

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Mahdar needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	@$(PYTHON) -m venv .venv || { echo "Python came without venv; try: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/.run: .venv/.made requirements.txt pyproject.toml
	@echo "setting up .venv (once) ..." >&2
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.txt
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

demo: .venv/.run
	@rm -f demo.mahdar demo.mahdar-*
	@$(BIN)/mahdar build examples/pages -o demo.mahdar
	@$(BIN)/mahdar timeline demo.mahdar
	@echo
	@echo "Go on:  $(BIN)/mahdar serve demo.mahdar --open       the same in the browser, with the Arabic pages"
	@echo "        $(BIN)/mahdar show demo.mahdar EVENT          everything about one event, by its id"
	@echo "        $(BIN)/mahdar explain demo.mahdar EVENT       why it reads so"
	@echo "        $(BIN)/mahdar build YOUR/PAGES -o my.mahdar   your own pages (.html, .txt, .jsonl)"

test: .venv/.dev
	@$(BIN)/python -m pytest

fast: .venv/.dev
	@$(BIN)/python .ci/compile

lint: .venv/.dev
	@$(BIN)/ruff check src tests bench .ci/compile
	@$(BIN)/mypy

tables: .venv/.run
	@$(BIN)/python .ci/tables

score: .venv/.run
	@bench/score

bench: .venv/.run
	@$(BIN)/python bench/speed

gate: .venv/.run
	@$(BIN)/python bench/gate

pins: .venv/.dev
	@$(PIP) install pip-tools
	@.ci/pins

clean:
	rm -rf .venv demo.mahdar demo.mahdar-* .pytest_cache .ruff_cache .mypy_cache .hypothesis
