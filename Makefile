# Everything is installed into .venv and nowhere else. Start with `make demo`; `make help` lists the rest.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo serve test check lint types contracts pages docs bench gold clean

# The interpreter that makes .venv: the first of these that is new enough, or the one given as PYTHON=...
OLD := import sys; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	if $$p -c '$(OLD)' >/dev/null 2>&1; then echo $$p; exit; fi; done; echo python3)
endif

RUN := .venv/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet
CODE := src tests $(wildcard bench docs gold training)

# A folder that was moved cannot use its .venv, whose scripts name the old path: it is made anew.
$(shell test ! -f .venv/made || test "$$(cat .venv/made)" = "$$(pwd -P)" || rm -f .venv/made .venv/core .venv/dev)

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-7s %s\n", $$1, $$2}' Makefile

demo: .venv/core ## Install Sayso and show it at work on a small fictional case
	@.venv/bin/sayso demo
	@echo && echo "The command is .venv/bin/sayso"

serve: .venv/core ## Open LEDGER=... in a browser, or the demonstration's case without one
	@test -n "$(LEDGER)" || .venv/bin/sayso demo .venv/demo.sayso >/dev/null
	@.venv/bin/sayso serve "$(or $(LEDGER),.venv/demo.sayso)"

test: .venv/dev ## Run the tests
	@$(RUN) -m pytest -n auto

check: lint types contracts pages ## Lint, format, types, import contracts, file length, documented commands

lint: .venv/dev
	$(RUN) -m ruff check $(CODE)
	$(RUN) -m ruff format --check $(CODE)

types: .venv/dev
	$(RUN) -m mypy $(CODE)

contracts: .venv/dev
	.venv/bin/lint-imports --no-cache --no-logo

pages: .venv/dev
	$(RUN) -m pytest -q tests/house tests/cli/test_manual.py

docs: .venv/dev ## Write the generated pages and the picture anew
	$(RUN) -m sayso.cli.manual docs/cli.md
	$(RUN) -m docs.made.nouns docs/nouns.md
	$(RUN) -m docs.made.picture docs/show.svg
	$(RUN) -m gold.rewrite

bench: .venv/dev ## Measure speed and memory on the corpora at SAYSO_CORPORA (or the bundled case); write docs/speed.md
	$(RUN) -m bench

gold: .venv/dev ## Measure accuracy on the corpora at SAYSO_CORPORA and write docs/accuracy.md
	$(RUN) -m gold

clean: ## Remove .venv and what the tools left
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/made:
	@$(PYTHON) -c '$(OLD)' || { \
		echo "Sayso needs Python 3.11 or newer; '$(PYTHON)' is not. Name one that is: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
		echo "'$(PYTHON)' cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@pwd -P > $@

.venv/core: .venv/made pyproject.toml
	@echo "Installing Sayso into .venv (a minute or so)"
	@$(PIP) --editable .
	@touch $@

.venv/dev: .venv/made pyproject.toml
	@echo "Installing Sayso and what its tests need into .venv (a minute or two)"
	@$(PIP) --editable '.[dev]'
	@touch .venv/core $@
